"""The words of what falls due until the next meeting, and who will hardly make it."""

from typing import Final

HEADING: Final = "Đến kỳ họp sau ({day})"
FALLING: Final = "{number} mục đến hạn"
MISSED: Final = "{falling}, {owners} nơi khó kịp"
IN_TIME: Final = "{falling}, theo nhịp hiện nay đều kịp"
SAID: Final = "{heading}: {what}"
NOTHING: Final = "không có mục nào đến hạn"
NOTHING_MORE: Final = "Từ nay đến kỳ họp sau không có tiêu chí, nhiệm vụ, báo cáo nào đến hạn."
TABLE: Final = "Các mục đến hạn trước kỳ họp sau và nơi khó kịp"
ITEM: Final = "Mục đến hạn"
DONE: Final = "Đã xong"
HARDLY: Final = "Khó kịp theo nhịp hai tháng qua"
HARDLY_SOME: Final = "▲ {number} nơi: {names}"
UNCLEAR: Final = "{number} nơi chưa rõ"
MORE: Final = "và {number} nơi khác"
NOTE: Final = "Dự báo: kéo đều nhịp tăng từ {since} đến hạn; không làm đổi đèn."
ALL: Final = "Xem đủ {number} mục ở Trình chiếu"

# The report
SECTION: Final = "CÔNG VIỆC ĐẾN KỲ HỌP SAU"
SENTENCE: Final = "Từ nay đến {day} có {what}."
"""The next meeting's day as documents write it."""
