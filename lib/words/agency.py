"""The words of Cơ quan: what it must do, whom it must chase, what it follows."""

from typing import Final

FIGURE_OVERDUE: Final = "Việc quá hạn"
FIGURE_FOLLOWED: Final = "Tiêu chí theo dõi đạt"
FIGURE_CHASE: Final = "Đơn vị quá hạn cần đôn đốc"
DONE_NOTE: Final = "{done} việc đã xong, {open} việc trong hạn"
FOLLOWED_NOTE: Final = "{number} tiêu chí theo dõi"
CHASE_NOTE: Final = "{number} lượt tiêu chí theo dõi quá hạn"

THIS_WEEK: Final = "Việc phải làm đến ngày {day}"
NOTHING_THIS_WEEK: Final = "Không có việc nào quá hạn hay đến hạn từ nay đến ngày {day}."
WEEK_TABLE: Final = "Việc của cơ quan đến ngày {day}"
NEXT: Final = "Việc gần nhất sắp tới: {item}, hạn {due}."
WRONG: Final = "Phải sửa {number} chỗ ghi sai trong sổ:"
WHAT: Final = "Việc"

CHASE_HEADING: Final = "Cần đôn đốc {number} đơn vị về {items} tiêu chí quá hạn"
CHASE_NONE: Final = "Không có đơn vị nào quá hạn ở tiêu chí cơ quan theo dõi."
CHASE_ALL: Final = (
    "Tính cả nhiệm vụ, báo cáo của cơ quan và do cơ quan theo dõi: {every} mục quá hạn."
)
CHASE_TABLE: Final = "Đơn vị cần đôn đốc và tiêu chí quá hạn"
OVERDUE_ITEMS: Final = "Tiêu chí quá hạn"

FOLLOWED: Final = "Tiêu chí theo dõi"
FOLLOWED_TABLE: Final = "Các tiêu chí cơ quan theo dõi"
FOLLOWED_NONE: Final = "Không theo dõi tiêu chí nào."

SEE_MATRIX: Final = "Xem đèn tín hiệu các tiêu chí này"
SEE_REMINDERS: Final = "Lấy lời nhắc để gửi"
NO_AGENCIES: Final = "Sổ chưa có cơ quan nào."
ADD_AGENCIES: Final = "Ghi các cơ quan vào trang «Cơ quan», mỗi cơ quan một dòng."
CHOOSE_TABLE: Final = "Các cơ quan và việc của mình"
FOLLOWS_OVERDUE: Final = "Tiêu chí theo dõi quá hạn"
FOLLOWS_ALL: Final = "Mọi việc quá hạn, kể cả theo dõi"
OWN_OVERDUE: Final = "Việc của mình quá hạn"
