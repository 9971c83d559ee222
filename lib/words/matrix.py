"""The words of Đèn tín hiệu."""

from typing import Final

CAPTION: Final = "Đèn tín hiệu từng tiêu chí của {units} đơn vị"
FINDING: Final = "{red} trên {units} đơn vị đèn đỏ; {cells} lượt tiêu chí quá hạn"
WORST: Final = "nhiều nhất ở {code} ({number} đơn vị)"
FINDING_NONE: Final = "Không có tiêu chí nào quá hạn ở {units} đơn vị"
CORNER: Final = "Đơn vị"
NO_SECTION: Final = "Tiêu chí"
OVERDUE_COUNT: Final = "{number} đơn vị quá hạn"
EVIDENCE: Final = "Minh chứng: {evidence}"
AUTHOR: Final = "Người nhập: {author}"
FROM_SHEET: Final = "Trong sheet: trang {worksheet}, dòng {row}"
MANDATORY: Final = "bắt buộc"
ROW_WORD: Final = "{light}, đạt {share} tiêu chí, quá hạn {overdue} mục"
KEYS: Final = "Dùng phím mũi tên để di chuyển giữa các ô, phím Enter để mở chi tiết"
TOO_MANY: Final = (
    "Bảng này dành cho tối đa {most} đơn vị, hiện có {number}. Chọn một nhóm ở bộ lọc để xem."
)
