"""The words of how long a unit has been red, and of its lights over the months."""

from typing import Final

SINCE: Final = "{day}, {number}\u00a0mốc"
NEW: Final = "{day}, mới\u00a0đỏ"
RED_SINCE: Final = "Đỏ từ {day}, {number} mốc liền"
NEWLY_RED: Final = "Mới đỏ ngày {day}"
STRIP: Final = "Đèn qua các tháng: {red} mốc đỏ trên {number}"
STRIP_NO_RED: Final = "Đèn qua các tháng: không mốc nào đỏ trên {number}"
