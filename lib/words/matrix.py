"""The words of Đèn tín hiệu."""

from typing import Final

CAPTION: Final = "Đèn tín hiệu từng tiêu chí của {units} đơn vị"
FINDING: Final = "{red} trên {units} đơn vị đèn đỏ; {cells} lượt tiêu chí quá hạn, {worst}"
WORST: Final = "nhiều nhất ở {criterion} ({number} đơn vị)"
FINDING_NONE: Final = "Không có tiêu chí nào quá hạn ở {units} đơn vị"
FINDING_NONE_OF_AGENCY: Final = "{units} đơn vị không quá hạn {scope}"
OF_AGENCY: Final = "ở {number} tiêu chí do {agency} theo dõi"
FINDING_OF_AGENCY: Final = "{cells} lượt tiêu chí quá hạn {scope}, {worst}"
LIGHTS_WHOLE: Final = "{red} trên {units} đơn vị đèn đỏ, đèn tính trên mọi tiêu chí"
OVERDUE_COUNT: Final = "{number} đơn vị quá hạn"
NONE_OVERDUE: Final = "không đơn vị nào quá hạn"
DUE: Final = "Hạn {due}"
FOLLOWED: Final = "{agency} theo dõi"
LATE: Final = "Quá hạn: {units}"
OPEN_CRITERION: Final = "Bấm để mở trang của tiêu chí"
ORDER: Final = "Xếp theo:"
AS_IN_SHEET: Final = "Như trong sổ"
LATE_FIRST: Final = "Quá hạn nhiều"
WEAK_FIRST: Final = "Đạt ít"
EVIDENCE: Final = "Minh chứng: {evidence}"
AUTHOR: Final = "Người nhập: {author}"
APPRAISER: Final = "Người thẩm định: {author}"
FROM_SHEET: Final = "Trong sổ: trang {worksheet}, dòng {row}"
MANDATORY_SIGN: Final = "*"
MANDATORY_LEGEND: Final = "tiêu chí bắt buộc"
CELLS_HEAD: Final = "Ô tiêu chí:"
LIGHTS_HEAD: Final = "Đèn đơn vị:"
RED_MEANING: Final = "quá hạn từ {number} mục hoặc quá hạn tiêu chí bắt buộc"
ONLY_RED: Final = "Chỉ đèn đỏ"
WELL_TOO: Final = "Cả ô đạt, đúng tiến độ"
ROW_WORD: Final = "{light}, đạt {share} tiêu chí, quá hạn {overdue} mục"
KEYS: Final = "Dùng phím mũi tên để di chuyển giữa các ô, phím Enter để mở chi tiết"
NO_CRITERIA: Final = (
    "{agency} không theo dõi tiêu chí nào nên không có đèn nào để hiển thị; việc và báo cáo của cơ "
    "quan này ở trang của cơ quan."
)
TOO_MANY: Final = (
    "Bảng hiện {most} trên {number} đơn vị: đèn đỏ trước, rồi quá hạn nhiều trước; dòng cuối tính đủ "
    "mọi đơn vị. Muốn xem đơn vị khác, chọn nhóm hoặc đơn vị ở bộ lọc."
)
TOO_MANY_CRITERIA: Final = (
    "Bảng hiện {most} trên {number} tiêu chí: nhiều đơn vị quá hạn trước, rồi ít đơn vị đạt trước. Muốn xem "
    "tiêu chí khác, chọn cơ quan ở bộ lọc."
)
