"""The words of Hạn & quá hạn: lists, ageing, the report calendar and the reminders."""

from typing import Final

MORE: Final = "Đang hiện {most} dòng đầu trên {number}. Chọn bộ lọc để xem phần còn lại."
TOO_MANY: Final = "Đang hiện {most} nơi thiếu nhiều báo cáo nhất trên {number}. Chọn nhóm hoặc đơn vị ở bộ lọc để xem nơi khác."

# Views of the page
VIEW: Final = "Xem"
OVERDUE_VIEW: Final = "Quá hạn"
SOON_VIEW: Final = "Sắp đến hạn"
OWNERS_VIEW: Final = "Theo nơi thực hiện"
AGENCIES_VIEW: Final = "Theo cơ quan"
CALENDAR_VIEW: Final = "Lịch báo cáo"
REMINDERS_VIEW: Final = "Nhắc việc"
KIND: Final = "Loại"
ALL_KINDS: Final = "Tất cả"

# Column heads
OWNER: Final = "Nơi thực hiện"
DAYS_LEFT: Final = "Còn (ngày)"
TOTAL: Final = "Cộng"
NOBODY: Final = "Chưa giao"

AGE: Final = "{first}\u2060–\u2060{last}"
AGE_FROM: Final = "trên\u00a0{last}"
AGEING_TABLE: Final = "Số mục quá hạn theo loại và số ngày quá hạn"

FIGURE_LONGEST: Final = "Quá hạn lâu nhất"
LONGEST_DAYS: Final = "{days} ngày"
AT: Final = "ở {owners} nơi"
NOTE_SOON: Final = "trong {days} ngày tới"

OVERDUE_TITLE: Final = "{number} mục quá hạn, lâu nhất xếp trước"
SOON_TITLE: Final = "{number} mục đến hạn trong {days} ngày tới, gần nhất xếp trước"
OWNERS_TITLE: Final = "{number} nơi có việc quá hạn hoặc sắp đến hạn"
AGENCIES_TITLE: Final = "Việc quá hạn, sắp đến hạn theo cơ quan theo dõi"
NO_OVERDUE: Final = "Không có mục nào quá hạn đến ngày {day}."
NEXT_DUE: Final = "Gần nhất là ngày {day}: {items}."
NO_SOON: Final = "Không có mục nào đến hạn trong {days} ngày tới."
NOTHING_OWED: Final = "Không có việc nào quá hạn hay sắp đến hạn."

# The report calendar
CALENDAR_TITLE: Final = "{sent} trên {due} báo cáo đã qua hạn được gửi đúng hạn"
CALENDAR_ALT: Final = "Lịch báo cáo: mỗi hàng một nơi gửi, mỗi cột một kỳ báo cáo"
NO_REPORTS: Final = "Không có kỳ báo cáo nào."
BEFORE: Final = "trước {day}"
MISSING_REPORTS: Final = "thiếu {number}"
SENT_TOO: Final = "Cả kỳ đã gửi, chưa đến hạn"
NOT_ASKED: Final = "Không phải gửi"
REPORT_OVERDUE: Final = "chưa gửi, quá hạn {days} ngày"
REPORT_LATE: Final = "gửi ngày {done}, quá hạn {days} ngày"
REPORT_SENT: Final = "gửi ngày {done}"
REPORT_OPEN: Final = "hạn {due}"

# The reminders
REMINDERS_TITLE: Final = "Lời nhắc cho {number} nơi, chép vào Zalo hoặc công văn"
COPY: Final = "Chép lời nhắc"
COPY_FOR: Final = "Chép lời nhắc gửi {owner}"
COPIED: Final = "✔ Đã chép"
COPY_FAILED: Final = "Bôi đen và chép"
REMINDED: Final = "Đã nhắc"
REMINDED_TIMES: Final = "{day} ({times} lần)"
REMINDED_OWNER: Final = "đã nhắc {days}"
COUNT_OVERDUE: Final = "{number} quá hạn"
COUNT_SOON: Final = "{number} sắp đến hạn"
