"""The words of each page: sections, figures, column heads, findings above charts."""

from typing import Final

# Column heads shared by tables

# Tổng quan
LIGHTS: Final = "Đơn vị theo đèn"
LIGHTS_WHOLE: Final = "Đơn vị theo đèn (tính đủ mọi tiêu chí)"
SCOPE: Final = "{number} tiêu chí và các việc do {agency} theo dõi"
SCOPE_WITHOUT_CRITERIA: Final = "các việc do {agency} theo dõi (không theo dõi tiêu chí nào)"
SCOPE_ONLY: Final = "Chỉ tính {scope}"
WHOLE: Final = "{heading} (đèn và lý do tính đủ mọi tiêu chí)"
ITEMS_OVERDUE: Final = "Mục quá hạn"
MET_NOTE: Final = "{percent} · {appraised} đã thẩm định"
OF_OTHER_UNITS: Final = " · {change} do đơn vị sáp nhập, thay đổi"
OVERDUE_NOTE: Final = "{criterion} tiêu chí · {task} nhiệm vụ · {report} báo cáo"
ON_TIME_NOTE: Final = "{on_time} trên {due} báo cáo đã qua hạn"
RED_FIRST_COUNT: Final = "Đỏ trước: {red} trên {total} đơn vị"
NO_RED: Final = "Không có đơn vị nào đèn đỏ."
ALL_RED: Final = "Xem cả {number} đơn vị đèn đỏ"
WHAT_CHANGED: Final = "Thay đổi từ ngày {day}"
NOTHING_CHANGED: Final = "Không có thay đổi nào từ ngày {day}."
CHANGE: Final = "Thay đổi"
HOW_MANY: Final = "Số"
UP: Final = "↑ Lên hạng"
DOWN: Final = "↓ Xuống hạng"
NEWLY_MET: Final = "✔ Mới đạt"
LOST: Final = "✘ Không còn đạt"
NEWLY_OVERDUE: Final = "■ Mới quá hạn"
CLEARED: Final = "● Hết quá hạn"
RED_SINCE: Final = "Đỏ từ"
MORE_UNITS: Final = "và {number} nơi khác"
TREND: Final = "Tiêu chí đạt qua các tháng: {share} ({percent})"
TREND_ALT: Final = (
    "Biểu đồ đường: số tiêu chí đạt từ {first_value} ngày {first} đến {last_value} ngày {last}, "
    "trên tổng số {total}."
)
MERGED: Final = "từ {day}: {units} sáp nhập vào {successor}"
RENEWED: Final = "từ {day}: {unit} được tính là đơn vị mới cùng tên, nhóm {group}"
UNITS_LEFT: Final = "{before} còn {now} đơn vị"
MERGERS: Final = "◆ Sáp nhập"
ALL_MOVES: Final = "Xem đủ ở Xếp hạng"
TREND_AXIS: Final = "Lượt tiêu chí đạt"

# Xếp hạng
BY_GROUP: Final = "Theo nhóm"
ONE_LIST: Final = "Một danh sách"
ARRANGE: Final = "Cách xếp"
LEADER: Final = "{group}: {unit} dẫn đầu, đạt {share} tiêu chí"
LEADERS: Final = "{group}: {number} đơn vị cùng dẫn đầu, đạt {share} tiêu chí"
LAST: Final = "; cuối bảng {unit}, {share}"
LAST_ONES: Final = "; cuối bảng {number} đơn vị, {share}"
NOTHING_MET: Final = "{group}: chưa đơn vị nào đạt tiêu chí nào"
NOBODY: Final = "{group}: chưa có đơn vị nào được xếp hạng"
ALL_UNITS: Final = "Tất cả đơn vị"
ALL_TOGETHER_NOTE: Final = (
    "Xếp chung để so sánh; hạng chính thức là hạng trong từng nhóm; thay đổi hạng (±) cũng vậy."
)
BAR_NOTE: Final = (
    "Thanh đậm: tỷ lệ đạt, màu theo đèn; thanh nhạt phía sau: tiến độ chung; vạch đứng: mức cần đạt đến "
    "nay, là các tiêu chí đã qua hạn. Đường nhỏ: hạng cuối mỗi tháng, càng cao càng tốt."
)
SORTING_NOTE: Final = "Bấm tên cột để xếp theo cột ấy."
TOO_MANY_RANKED: Final = (
    "Có {number} đơn vị: hiện khoảng {most} dòng, là các đơn vị đầu và cuối mỗi bảng. Đơn vị khác tìm "
    "bằng ô tìm, lọc theo Nhóm hoặc Đơn vị, hay bật *Hiện tất cả* (lâu hơn) để xem, xếp và in đủ. "
    "Văn bản và bảng tính ở *Xuất báo cáo* luôn đủ."
)
ALL_RANKED: Final = "Hiện tất cả"
RANK_COURSE: Final = "{first} → {last}"
TABLE_TITLE: Final = "Bảng xếp hạng {group}"
RED_TABLE: Final = "Các đơn vị đèn đỏ và lý do"
CHANGE_TABLE: Final = "Thay đổi so với kỳ trước"
