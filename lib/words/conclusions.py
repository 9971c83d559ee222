"""The words of what a meeting concludes: the page, the rows for the sheet, the notice."""

from typing import Final

# The page
INTRODUCTION: Final = (
    "Sửa, bỏ, thêm việc ngay tại cuộc họp; rồi chép các dòng vào trang «{worksheet}» của sổ và tải "
    "thông báo kết luận. Chữ đã gõ được giữ khi số liệu thay đổi, mất khi đóng hoặc tải lại trang."
)
HELD_ON: Final = "Ngày họp"
NOT_A_DAY: Final = "Ngày họp “{text}” không đọc được, đang lấy ngày {day}. Ghi như 15/09/2024."
KEPT: Final = "Giữ {number}"
WHAT: Final = "Việc {number}"
WHO: Final = "Chủ trì"
UNTIL: Final = "Chậm nhất"
CHOOSE: Final = "Chọn hoặc gõ tên"
ITEM: Final = "{code} – {title}"
ADD: Final = "Thêm việc"
PROPOSED_SINCE: Final = "Thêm {number} đề nghị mới từ sổ"
NO_LONGER: Final = "Sổ không còn nêu việc này."
WITHOUT_WHAT: Final = "chưa ghi nội dung"
WITHOUT_WHO: Final = "chưa có chủ trì, nên sổ không tính"
WITHOUT_UNTIL: Final = "chưa có hạn, nên không bao giờ quá hạn"
NOT_UNTIL: Final = "hạn “{text}” không phải là ngày, nên sổ tính đến ngày kết thúc kế hoạch"
UNTIL_BEFORE: Final = "hạn trước ngày họp"
TO_MEND: Final = "Việc {number}: {faults}."
NONE_KEPT: Final = "Chưa giữ việc nào."
KEPT_COUNT: Final = "Giữ {number} việc, bỏ {dropped}"

ROWS: Final = "Các dòng cho trang «{worksheet}»"
ROWS_COUNT: Final = "{number} dòng, mã {first}"
ROWS_COUNTS: Final = "{number} dòng, mã {first} đến {last}"
COPY: Final = "Chép các dòng"
COPY_FOR: Final = "Chép các dòng cho trang {worksheet}"
PASTE: Final = "Dán vào ô {cell} của trang «{worksheet}»."
PASTE_HEADS: Final = (
    "Sổ chưa có trang «{worksheet}» đọc được: lập trang mới tên đó rồi dán vào ô {cell}; dòng đầu là "
    "tên cột."
)
OPEN_CELL: Final = "Mở ô này"
ALREADY: Final = (
    "Sổ đã có {number} việc giao ngày {day} ({codes}); dán thêm lần nữa là thành hai lần."
)

# The rows
BASIS: Final = "Kết luận họp ngày {day}"

# The notice
NOTICE: Final = "THÔNG BÁO"
NUMBER: Final = "Số: ……/TB-{sign}"
TITLE: Final = "Kết luận cuộc họp {day} về thực hiện {plan}"
OPENING: Final = (
    "{day_capital}, {agency} tổ chức họp đánh giá kết quả thực hiện {plan}, số liệu đến {as_of}. "
    "Sau khi nghe báo cáo và ý kiến của các đơn vị, cơ quan, người chủ trì cuộc họp kết luận như sau:"
)
SECTION_TASKS: Final = "CÁC VIỆC GIAO TẠI CUỘC HỌP"
GIVEN: Final = "Cuộc họp giao {number} việc:"
GIVEN_TABLE: Final = "Các việc giao tại cuộc họp {day}"
SECTION_AFTER: Final = "TỔ CHỨC THỰC HIỆN"
AFTER: Final = (
    (
        "Các đơn vị, cơ quan được giao việc tổ chức thực hiện, cập nhật kết quả vào sổ theo dõi; có "
        "khó khăn thì nêu rõ nguyên nhân, kiến nghị trong sổ trước khi đến hạn."
    ),
    "{agency} theo dõi, đôn đốc và báo cáo kết quả tại kỳ họp sau.",
)
CLOSE: Final = "Trên đây là kết luận của cuộc họp; đề nghị các đơn vị, cơ quan thực hiện./."
NOTICE_CARD: Final = "Thông báo kết luận"
NOTICE_NOTE: Final = "Văn bản theo thể thức Nghị định 30/2020/NĐ-CP, gồm các việc đang giữ."
LEAD: Final = "Sửa, chốt và giao việc: Kết luận họp"
NOTICE_WHERE: Final = "Thông báo kết luận và các dòng giao việc: trang Kết luận họp"
