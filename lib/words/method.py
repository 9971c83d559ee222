"""How every number comes about, in plain Vietnamese; braces take the sheet's own settings."""

from typing import Final

INTRODUCTION: Final = (
    "Trang này giải thích từng con số trên màn hình. Các ngưỡng dưới đây lấy từ trang "
    "**Cấu hình** của sheet; sửa ở đó thì cách tính và lời giải thích đổi theo."
)
SETTINGS: Final = "Ngưỡng đang dùng"
SETTING: Final = "Mục trong trang Cấu hình"
VALUE: Final = "Giá trị đang dùng"
MEANING: Final = "Dùng để"
PLAN_PERIOD: Final = "{start} – {end}"
DAYS: Final = "{number} ngày"
POINTS: Final = "{number} điểm %"
ITEMS: Final = "{number} mục"
SETTING_NAMES: Final = {
    "period": "Ngày bắt đầu – Ngày kết thúc",
    "as_of": "Ngày số liệu",
    "previous": "Ngày họp trước",
    "due_soon": "Sắp đến hạn (ngày)",
    "stale": "Số liệu cũ sau (ngày)",
    "lag": "Chậm so với tiến độ (điểm %)",
    "red_from": "Đỏ khi quá hạn từ (mục)",
}
SETTING_MEANINGS: Final = {
    "period": "tính tiến độ cần đạt theo thời gian",
    "as_of": "mọi con số tính đến hết ngày này",
    "previous": "ngày để so sánh tăng, giảm",
    "due_soon": "báo trước việc sắp đến hạn",
    "stale": "nhắc cập nhật khi lâu không ghi",
    "lag": "chậm quá mức này là nguy cơ chậm",
    "red_from": "quá hạn từ số mục này là đèn đỏ",
}

SECTIONS: Final = (
    (
        "Nguyên tắc chung",
        """
- Khi nghi ngờ thì không bao giờ tính tốt lên: ô thiếu, sai hoặc mâu thuẫn không làm đèn xanh
  hơn.
- Không bỏ qua âm thầm: dòng nào không được tính đều nằm trong trang **Chất lượng số liệu**, kèm
  trang, dòng, cột.
- Mọi con số tính đến hết **Ngày số liệu** ({as_of}). Dòng ghi sau ngày đó coi như chưa có, nên
  chọn lại một ngày cũ sẽ thấy đúng tình hình của ngày đó.
- Chỉ đơn vị đang có hiệu lực vào ngày số liệu mới được hiển thị và xếp hạng.
""",
    ),
    (
        "Một dòng nhật ký được hiểu thế nào",
        """
- Mỗi dòng ghi ngày, đơn vị, mã, kết quả và tỷ lệ. Dòng có ngày mới nhất là dòng đang có hiệu
  lực; cùng ngày thì kết quả thẩm định hơn dòng tự đánh giá, dòng dưới hơn dòng trên.
- Ghi **Đạt** mà tỷ lệ dưới 100% thì tính là **chưa đạt** với tỷ lệ đó. Chưa đạt thì tỷ lệ cao
  nhất là 99%.
- Thẩm định **Chưa đạt** giữ nguyên hiệu lực cho đến lần thẩm định sau, dù đơn vị tự ghi Đạt.
- Đơn vị mới sáp nhập mà chưa ghi gì thì lấy theo đơn vị cũ có kết quả thấp nhất.
""",
    ),
    (
        "Trạng thái của từng tiêu chí",
        """
- ✔ **Đạt**: dòng đang có hiệu lực là đạt. ✔✔ **Đạt – đã thẩm định**: cơ quan thẩm định đã xác
  nhận.
- ■ **Quá hạn**: đã qua hạn mà chưa đạt. Hạn ngày nào thì hết ngày đó mới quá hạn.
- ○ **Chưa báo cáo**: chưa có dòng nào.
- ▲ **Nguy cơ chậm**: thẩm định chưa đạt; hoặc hạn không đọc được; hoặc còn từ {due_soon} ngày
  trở xuống; hoặc thấp hơn tiến độ cần có quá {lag} điểm %.
- → **Đúng tiến độ**: các trường hợp còn lại.
- **Tiến độ cần có** tăng đều từ 0% ngày {start} đến 100% vào ngày hạn của tiêu chí. Ví dụ tiêu
  chí hạn {example_due}: đến {as_of} cần có {example_expected}.
- **Số liệu cũ**: chưa đạt và dòng mới nhất đã quá {stale} ngày.
""",
    ),
    (
        "Mục phải làm và quá hạn",
        """
- Có ba loại: **tiêu chí** có hạn, **nhiệm vụ** của đơn vị hoặc cơ quan chủ trì, **báo cáo**
  định kỳ. Mỗi đơn vị hoặc cơ quan với một mã là một mục.
- Báo cáo “trước ngày 10” thì ngày 9 là ngày cuối cùng còn đúng hạn.
- **Hoàn thành đúng hạn**, **hoàn thành quá hạn**: theo ngày xong so với hạn. **Quá hạn**: qua
  hạn mà chưa xong, số ngày quá hạn đếm từ ngày hạn. **Sắp đến hạn**: còn từ {due_soon} ngày trở
  xuống. **Trong hạn**: còn lại.
- **Báo cáo đúng hạn** = số báo cáo đúng hạn chia cho số báo cáo đã nộp hoặc đã quá hạn. Báo cáo
  không nộp vẫn nằm trong mẫu số.
""",
    ),
    (
        "Đèn của đơn vị",
        """
- ■ **Đỏ**: quá hạn một tiêu chí bắt buộc, hoặc quá hạn từ {red_from} mục trở lên.
- ▲ **Vàng**: có mục quá hạn, có tiêu chí nguy cơ chậm hoặc chưa báo cáo.
- ● **Xanh**: không vướng điều nào ở trên.
- ○ **Xám**: chưa báo cáo tiêu chí nào và chưa có gì quá hạn.
""",
    ),
    (
        "Xếp hạng",
        """
- Xếp trong từng nhóm, lần lượt theo: tỷ lệ điểm đạt (điểm các tiêu chí đạt chia tổng điểm), rồi
  tiến độ, rồi tỷ lệ báo cáo đúng hạn.
- **Tiến độ** là trung bình theo điểm: tiêu chí đạt tính 100%, chưa đạt tính tỷ lệ đang có, chưa
  báo cáo tính 0%.
- Bằng nhau cả ba thì cùng hạng, hạng sau nhảy số (1, 2, 2, 4).
- Không trộn tiến độ, đúng hạn và chất lượng số liệu thành một điểm chung; ba thứ đứng cạnh
  nhau.
""",
    ),
    (
        "Thay đổi so với kỳ trước",
        """
- So cùng cách tính ở hai ngày: {as_of} và {previous}.
- **Lên hạng ↑2**: hạng nhỏ đi 2. **Mới đạt**, **không còn đạt**: tiêu chí đổi trạng thái. **Mới
  quá hạn**, **hết quá hạn**: mục vào hoặc ra khỏi danh sách quá hạn.
- Có sáp nhập giữa hai ngày thì nhóm ngắn lại, hạng của đơn vị khác có thể dịch theo; khi đó phần
  thay đổi ghi rõ ai sáp nhập vào đâu.
""",
    ),
    (
        "Độ mới của số liệu",
        """
- **Đọc sheet lúc** là lần gần nhất chương trình đọc được sheet. Chữ chuyển vàng kèm dấu ▲ khi
  lâu không đọc được, cùng lý do và việc cần làm.
- Bộ lọc chỉ thu hẹp phần hiển thị; đèn và hạng luôn tính trên toàn bộ số liệu. Bộ lọc nằm trong
  địa chỉ trang, gửi địa chỉ là người nhận thấy đúng như mình thấy.
""",
    ),
)
"""Each section of the page: its heading and its list in Markdown."""
