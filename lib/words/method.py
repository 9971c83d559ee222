"""How every number comes about, in plain Vietnamese; braces take the sheet's own settings."""

from typing import Final

from lib.sheet.schema import Setting

INTRODUCTION: Final = (
    "Trang này giải thích từng con số trên màn hình. Các ngưỡng dưới đây lấy từ trang "
    "**Cấu hình** của sổ; sửa ở đó thì cách tính và lời giải thích đổi theo."
)
SETTINGS: Final = "Ngưỡng đang dùng"
SETTING: Final = "Mục trong trang Cấu hình"
VALUE: Final = "Giá trị đang dùng"
MEANING: Final = "Dùng để"
PERIOD: Final = f"{Setting.START} – {Setting.END}"
DAYS: Final = "{number} ngày"
POINTS: Final = "{number} điểm %"
ITEMS: Final = "{number} mục"
SETTING_MEANINGS: Final = {
    PERIOD: "tính tiến độ cần đạt theo thời gian",
    Setting.AS_OF: "mọi con số tính đến hết ngày này",
    Setting.PREVIOUS: "ngày để so sánh tăng, giảm",
    Setting.DUE_SOON: "báo trước việc sắp đến hạn",
    Setting.STALE: "nhắc cập nhật khi lâu không ghi",
    Setting.LAG: "chậm quá mức này là nguy cơ chậm",
    Setting.RED_FROM: "quá hạn từ số mục này là đèn đỏ",
}

SECTIONS: Final = (
    (
        "Nguyên tắc chung",
        """
- Khi nghi ngờ thì không bao giờ tính tốt lên: ô thiếu, sai hoặc mâu thuẫn không làm đèn xanh
  hơn.
- Không bỏ qua âm thầm: dòng nào không được tính đều nằm trong trang **Chất lượng số liệu**, kèm
  trang, dòng, cột.
- Mọi con số tính đến hết **Ngày số liệu** ({as_of}), theo sổ hiện nay. Dòng ghi sau ngày đó coi
  như chưa có, nên chọn lại một ngày cũ sẽ thấy tình hình của ngày đó.
- Dòng ghi ngày trước ngày bắt đầu kế hoạch ({start}) không được tính: đầu năm hay ghi nhầm năm
  cũ. Việc đã đạt từ trước thì ghi bằng ngày {start}.
- Chỉ đơn vị, cơ quan đang có hiệu lực vào ngày số liệu mới được hiển thị, xếp hạng và phải làm
  việc.
""",
    ),
    (
        "Một dòng tiến độ được hiểu thế nào",
        """
- Mỗi dòng ghi ngày, đơn vị, một mã, kết quả và tỷ lệ. Dòng có ngày mới nhất là dòng đang có hiệu
  lực; cùng ngày thì kết quả thẩm định hơn dòng tự đánh giá, dòng dưới hơn dòng trên.
- Ghi **Đạt** mà tỷ lệ dưới 100% thì tính là **chưa đạt** với tỷ lệ đó. Chưa đạt thì tỷ lệ cao
  nhất là 99%.
- Chữ kèm tỷ lệ như “Đang làm 50%” cũng đọc được; tỷ lệ ở ô bên khác đi thì lấy số thấp hơn.
- Chữ không có trong danh sách mà bắt đầu bằng *chưa, không, ko* được hiểu là chưa đạt hoặc chưa
  làm, bằng *đang* là đang làm, và có nhắc kiểm tra. Chữ khác không hiểu được thì không bao giờ
  tính là đạt.
- Dòng của một kỳ báo cáo có **Minh chứng** mà bỏ trống kết quả thì tính là đã gửi.
- Ô ghi nhiều mã thì dòng không được tính, vì không rõ kết quả là của mã nào.
- **Khó khăn kiến nghị** được nêu riêng, kể cả khi dòng không ghi kết quả; nó không làm đổi con số
  nào.
""",
    ),
    (
        "Thẩm định",
        """
- Với tiêu chí, thẩm định **Chưa đạt** giữ nguyên hiệu lực cho đến lần thẩm định sau: đơn vị tự
  ghi Đạt vẫn là chưa đạt, với tỷ lệ có trước khi thẩm định.
- Đã thẩm định Đạt mà sau đó đơn vị lại ghi Đạt thì vẫn là đã thẩm định, miễn là ở giữa không có
  dòng nào chưa đạt.
- Kết quả thẩm định không đọc được thì tính là chưa đạt; ghi “Chưa thẩm định”, “Đang thẩm định”
  hoặc bỏ trống thì dòng không được tính.
- **Hồ sơ đề nghị công nhận** chỉ đủ khi mọi tiêu chí áp dụng đều đạt và đã được thẩm định, các trang
  Đơn vị, Tiêu chí, Thẩm định không còn chỗ ghi sai; chưa thế thì là dự thảo, nêu tên từng mục thiếu.
- Với nhiệm vụ và báo cáo, thẩm định Chưa đạt là trả lại; làm lại, gửi lại thì dòng mới có hiệu
  lực.
""",
    ),
    (
        "Sáp nhập, tên cũ, đổi nhóm",
        """
- Đơn vị, cơ quan thôi hoạt động thì từ ngày hôm sau, tiêu chí và nhiệm vụ của nó chuyển sang nơi
  nhận sáp nhập.
- Cho đến khi tự ghi về một mã kể từ ngày sáp nhập, nơi nhận mang kết quả **yếu nhất** của các nơi
  nhập vào, và của chính nó nếu đã có từ trước. Một nơi trong đó chưa ghi gì thì coi như chưa có
  gì.
- Tiêu chí đang bị thẩm định Chưa đạt ở một nơi cũ thì ở nơi nhận cũng vậy, dù tự ghi Đạt, cho đến
  lần thẩm định sau của nơi nhận.
- Báo cáo của nơi cũ không chuyển sang nơi nhận. Cơ quan theo dõi, cơ quan thường trực đã kết thúc
  thì nơi nhận thay vào.
- Hai dòng cùng tên nối tiếp nhau trong sổ (đơn vị mới mang tên cũ, đơn vị đổi nhóm giữa năm) là
  hai đơn vị; dòng tiến độ ghi tên đó là của đơn vị có hiệu lực vào ngày ghi.
""",
    ),
    (
        "Trạng thái của từng tiêu chí",
        """
- ✔ **Đạt**: dòng đang có hiệu lực là đạt. ✔✔ **Đạt – đã thẩm định**: cơ quan thẩm định đã xác
  nhận.
- ■ **Quá hạn**: đã qua hạn mà chưa đạt. Hạn ngày nào thì hết ngày đó mới quá hạn; hạn bỏ trống là
  ngày kết thúc kế hoạch ({end}).
- ○ **Chưa báo cáo**: chưa có dòng nào.
- ▲ **Nguy cơ chậm**: thẩm định chưa đạt; hoặc hạn không đọc được; hoặc còn từ {due_soon} ngày
  trở xuống; hoặc thấp hơn tiến độ cần có quá {lag} điểm %.
- → **Đúng tiến độ**: các trường hợp còn lại.
- **Tiến độ cần có** tăng đều từ 0% ngày {start} đến 100% vào ngày hạn của tiêu chí. Ví dụ tiêu
  chí hạn {example_due}: đến {as_of} cần có {example_expected}.
- **Số liệu cũ**: chưa đạt và dòng đang có hiệu lực đã quá {stale} ngày.
""",
    ),
    (
        "Mục phải làm và quá hạn",
        """
- Có ba loại: **tiêu chí** áp dụng cho đơn vị, **nhiệm vụ** của đơn vị hoặc cơ quan chủ trì,
  **báo cáo** định kỳ. Mỗi đơn vị hoặc cơ quan với một mã là một mục.
- Nhiệm vụ phải làm từ **Ngày giao**; bỏ trống là từ đầu. Bỏ trống hạn thì không bao giờ quá hạn.
  **Ngày hoàn thành** ở trang Nhiệm vụ được tính như một dòng đạt của mọi nơi chủ trì.
- Báo cáo chỉ đòi ở nơi còn hiệu lực vào ngày cuối cùng đúng hạn; cơ quan ghi Không ở **Báo cáo
  định kỳ** thì không phải gửi. Báo cáo “trước ngày 10” thì ngày 9 là ngày cuối cùng còn đúng hạn.
- **Ngày xong** là ngày ghi đạt đầu tiên mà từ đó đến nay chưa lần nào lại chưa đạt; thẩm định
  Chưa đạt mở lại mục đó.
- **Hoàn thành đúng hạn**, **hoàn thành quá hạn**: theo ngày xong so với hạn. **Quá hạn**: qua
  hạn mà chưa xong, số ngày quá hạn đếm từ ngày hạn. **Sắp đến hạn**: còn từ {due_soon} ngày trở
  xuống. **Trong hạn**: còn lại.
- **Báo cáo đúng hạn** = số báo cáo gửi đúng hạn chia cho số báo cáo đã qua ngày cuối cùng đúng
  hạn. Báo cáo không nộp vẫn nằm trong mẫu số; báo cáo gửi sớm chưa tính cho đến khi qua hạn.
""",
    ),
    (
        "Đèn của đơn vị",
        """
- ■ **Đỏ**: quá hạn một tiêu chí bắt buộc, hoặc quá hạn từ {red_from} mục trở lên.
- ▲ **Vàng**: có mục quá hạn, có tiêu chí nguy cơ chậm hoặc chưa báo cáo.
- ● **Xanh**: không vướng điều nào ở trên.
- ○ **Xám**: chưa báo cáo tiêu chí nào, và không có gì quá hạn hay sắp đến hạn. Đơn vị không có
  tiêu chí nào áp dụng cũng xám, trừ khi có mục quá hạn.
""",
    ),
    (
        "Xếp hạng",
        """
- Xếp trong từng nhóm, lần lượt theo: tỷ lệ điểm đạt (điểm các tiêu chí đạt chia tổng điểm), rồi
  tiến độ, rồi tỷ lệ báo cáo đúng hạn; chưa có báo cáo nào qua hạn thì kể như 100%.
- **Tiến độ** là trung bình theo điểm: tiêu chí đạt tính 100%, chưa đạt tính tỷ lệ đang có, chưa
  báo cáo tính 0%.
- Bằng nhau cả ba thì cùng hạng, hạng sau nhảy số (1, 2, 2, 4). Nhóm chưa đơn vị nào đạt tiêu chí
  nào thì trang *Xếp hạng* chưa ghi hạng.
- **Cần đến nay** là số tiêu chí đã qua hạn, đạt hay chưa. Thanh trong bảng theo tỷ lệ điểm; vạch
  đứng là tỷ lệ điểm của các tiêu chí ấy, không quá hạn tiêu chí nào thì thanh đậm ít nhất tới vạch.
- **Hạng các tháng**: hạng ngày cuối mỗi tháng, từ khi trong nhóm có đơn vị đạt, và hạng ngày số liệu.
- Không trộn tiến độ, đúng hạn và chất lượng số liệu thành một điểm chung; ba thứ đứng cạnh
  nhau.
""",
    ),
    (
        "Thay đổi so với kỳ trước",
        """
- So cùng cách tính ở hai ngày: {as_of} và {previous}.
- **Lên hạng ↑2**: lên 2 bậc. Hai hạng đem so đều tính lại trong những đơn vị của nhóm có mặt ở
  cả hai ngày, nên sáp nhập không làm ai lên hay xuống hạng.
- **Mới đạt**, **không còn đạt**: tiêu chí đổi trạng thái. **Mới quá hạn**, **hết quá hạn**: mục
  vào hoặc ra khỏi danh sách quá hạn. Chỉ kể đơn vị có mặt ở cả hai ngày, và mọi cơ quan.
- **Đỏ từ** ngày nào: xét ngày số liệu, ngày họp trước và các ngày cuối tháng; đó là ngày sớm nhất
  mà từ đó đến nay ngày nào được xét cũng đỏ. **Số mốc** là số ngày được xét từ đó đến nay.
""",
    ),
    (
        "Kỳ họp trước, kỳ họp sau",
        """
- **Việc giao từ kỳ họp trước**: nhiệm vụ có *Ngày giao* từ ngày {previous} đến trước ngày {as_of},
  và nhiệm vụ giao trước nữa mà còn nơi chưa xong. Một việc giao nhiều nơi là một dòng, mang tình
  trạng của nơi kém nhất. Việc giao đúng ngày {as_of} để kỳ sau hỏi.
- **Khó khăn, kiến nghị** còn vướng: mới nêu sau ngày {previous}, hoặc lần nêu gần nhất của nơi ấy về
  mục ấy; mục đã xong thì không còn vướng.
- **Kỳ họp sau** được coi là ngày {next}: cách nay bằng khoảng cách từ kỳ trước đến nay; khoảng ấy
  quá ba tháng thì lấy một tháng.
- **Khó kịp** là dự báo, không làm đổi đèn hay trạng thái nào: lấy số điểm % tăng mỗi ngày trong hai
  tháng qua (từ {pace_since}; giao hay thành lập sau ngày đó thì từ ngày giao, ngày thành lập), kéo
  đều đến hạn mà chưa tới 100% là khó kịp. Chưa ghi gì thì chỉ kể là khó kịp khi đã qua quá nửa thời
  gian; trước đó là chưa rõ, nhịp mới thấy chưa đủ 14 ngày cũng vậy. Báo cáo thì khó kịp khi quá
  nửa số báo cáo đến hạn trong hai tháng qua gửi quá hạn hoặc chưa gửi.
""",
    ),
    (
        "Độ mới của số liệu",
        """
- **Đọc sổ lúc** là lần gần nhất chương trình đọc được sổ. Chữ chuyển vàng kèm dấu ▲ khi lâu không
  đọc được, cùng lý do và việc cần làm.
- Bộ lọc chỉ thu hẹp phần hiển thị; đèn và hạng luôn tính trên toàn bộ số liệu. Bộ lọc nằm trong
  địa chỉ trang, gửi địa chỉ là người nhận thấy đúng như mình thấy.
""",
    ),
)
"""Each section of the page: its heading and its list in Markdown."""
