"""The words of the exports but the official document: sheets, calendar, reminders, their page."""

from typing import Final

DATES: Final = "Số liệu đến ngày {as_of}, so với ngày {previous}"
SCOPE: Final = "Phạm vi: {filters}"
NO_FILTERS: Final = "tất cả đơn vị, cơ quan"

# Reminders
REMINDER_TO: Final = "Kính gửi: {owner}"
REMINDER_HEAD: Final = "Đến ngày {day}, {owner} còn {what} theo {plan}:"
REMINDER_OVERDUE: Final = "{number} mục quá hạn"
REMINDER_SOON: Final = "{number} mục sắp đến hạn"
REMINDER_AND: Final = " và "
REMINDER_OVERDUE_LIST: Final = "Quá hạn:"
REMINDER_SOON_LIST: Final = "Sắp đến hạn:"
REMINDER_ITEM: Final = "- {kind} {code} – {title}: hạn {due}, {when}"
REMINDER_LATE: Final = "đã quá {days} ngày"
REMINDER_LEFT: Final = "còn {days} ngày"
REMINDER_TODAY: Final = "là ngày cuối"
REMINDER_ASK: Final = (
    "Đề nghị thực hiện, cập nhật kết quả vào sổ theo dõi; mục nào chưa làm được thì báo cáo "
    "{agency} nguyên nhân và ngày hoàn thành."
)
REMINDER_STANDING: Final = "cơ quan thường trực"
REMINDERS_TITLE: Final = "NHẮC VIỆC"
REMINDERS_NONE: Final = "Không có đơn vị, cơ quan nào có mục quá hạn hoặc sắp đến hạn."
