"""The words of the exports but the official document: sheets, calendar, reminders, their page."""

from typing import Final

from lib.assess import State

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
    "Đề nghị thực hiện, cập nhật kết quả vào sổ theo dõi chậm nhất ngày {day}; mục nào chưa làm được "
    "thì báo cáo {agency} nguyên nhân và ngày hoàn thành."
)
REMINDER_WHERE: Final = "Ghi kết quả tại: {address}"
REMINDERS_TITLE: Final = "NHẮC VIỆC"
REMINDERS_NONE: Final = "Không có đơn vị, cơ quan nào có mục quá hạn hoặc sắp đến hạn."

# Workbook
SHEET_RANKING: Final = "Xếp hạng"
SHEET_MATRIX: Final = "Ma trận tiêu chí"
SHEET_CELLS: Final = "Chi tiết tiêu chí"
SHEET_OBLIGATIONS: Final = "Hạn và quá hạn"
SHEET_CHANGES: Final = "Thay đổi"
SHEET_PROBLEMS: Final = "Chất lượng số liệu"
CHOOSE_FROM: Final = "Chọn một trong: {choices}."
PAGE_OF: Final = "Trang &P/&N"

DATE: Final = "Ngày ghi nhận"
MANDATORY: Final = "Bắt buộc"
INHERITED: Final = "Theo đơn vị cũ"
AUTHOR: Final = "Người nhập"
IF_YES: Final = {True: "Có", False: ""}
PLACES: Final = "Số bậc"
UP: Final = "Lên hạng"
DOWN: Final = "Xuống hạng"
NEWLY_MET: Final = "Mới đạt"
LOST: Final = "Không còn đạt"
NEWLY_OVERDUE: Final = "Mới quá hạn"
CLEARED: Final = "Hết quá hạn"
WORKSHEET: Final = "Trang"
ROW: Final = "Dòng"
COLUMN: Final = "Cột"
SEVERITY: Final = "Mức"
PROBLEM: Final = "Vấn đề"
REMEDY: Final = "Cách sửa"
VALUE: Final = "Giá trị đã ghi"
NOTHING: Final = "Không có dòng nào."

# Calendar
CALENDAR: Final = "Hạn công việc – {owner}"
EVERYONE: Final = "tất cả đơn vị, cơ quan"
CHOOSE_OWNER: Final = "Chọn một đơn vị, cơ quan"
EVERYONE_CHOICE: Final = "Tất cả, mỗi việc một mục"
EVERYONE_VALUE: Final = "tat-ca"
"""The address's value for everyone; no owner is called so."""
EVENT: Final = {
    State.OPEN: "Hạn {kind} {code}: {title}",
    State.DUE_SOON: "Sắp đến hạn {kind} {code}: {title}",
    State.OVERDUE: "QUÁ HẠN {kind} {code}: {title}",
    State.DONE_LATE: "✔ Xong (quá hạn) {kind} {code}: {title}",
    State.DONE_ON_TIME: "✔ Xong {kind} {code}: {title}",
}
EVENT_GONE: Final = "Không còn phải làm: {kind} {code}: {title}"
EVENT_NOT_OWED: Final = "không còn phải làm."
EVENT_WHO: Final = "{event} – {who} chưa xong"
EVENT_PLACES: Final = "{count} nơi"
EVENT_LEFT: Final = "{count} nơi chưa xong: {owners}."
EVENT_DONE: Final = "Đã xong {done}/{all}."
EVENT_OWNER: Final = "Thực hiện: {owner}"
EVENT_AGENCY: Final = "Theo dõi: {agency}"
EVENT_STATE: Final = "Tình trạng đến ngày {day}: {state}"
ALARM: Final = "Còn {days} ngày: {event}"
ALARM_TOMORROW: Final = "Ngày mai đến hạn: {event}"

# Xuất báo cáo
FORGOTTEN: Final = (
    "*Ngày họp trước* trong sổ là {previous}, hơn hai tháng trước ngày số liệu {as_of}. Từ ngày ấy đã "
    "họp lần nào chưa? Nếu đã họp, sửa ở trang *Cấu hình* của sổ, hoặc chọn:"
)
KEEP_MEETING: Final = "Chưa họp, so với {day}"
MONTH_BEFORE: Final = "So với {day}, một tháng trước"
WHAT_IT_HOLDS: Final = "Mọi tệp lấy đúng số liệu đang xem: {scope}."
PERIOD_CHOICE: Final = "Kỳ báo cáo ghi ở tiêu đề"
PERIOD_OPTION: Final = "{code} – {title}"
LAST_PERIOD: Final = "{title} (kỳ gần nhất)"
NO_PERIOD_YET: Final = "Không ghi kỳ (chưa kỳ nào đến hạn)"
CALENDAR_CHOICE: Final = "Lịch của"
DOCUMENT: Final = "Báo cáo"
DOCUMENT_NOTE: Final = (
    "Văn bản theo thể thức Nghị định 30/2020/NĐ-CP; phụ lục chỉ ghi nơi đèn đỏ, mục quá hạn và thay đổi. "
    "Chỗ trang Cấu hình của sổ chưa ghi thì để dấu chấm."
)
WHOLE_ANNEXES: Final = "Phụ lục đầy đủ: mọi đơn vị, ma trận tiêu chí, biểu đồ"
DOCUMENT_TITLE: Final = "Tên báo cáo: **{title}**"
WORKBOOK: Final = "Bảng tính phụ lục"
WORKBOOK_NOTE: Final = (
    "Xếp hạng, ma trận, chi tiết tiêu chí, hạn và quá hạn, thay đổi, chất lượng số liệu; lọc "
    "được, in được ngay."
)
CALENDAR_TITLE: Final = "Lịch hạn"
CALENDAR_NOTE: Final = "Mở bằng Google Lịch, Outlook, điện thoại; nhập lại thì mục đổi được cập nhật, mục xong được gỡ."
COPY_ADDRESS: Final = "Chép địa chỉ"
SUBSCRIBE: Final = "Địa chỉ lịch tự cập nhật"
SUBSCRIBE_NOTE: Final = (
    "Thêm địa chỉ này vào Google Lịch, Outlook, điện thoại (thêm lịch theo địa chỉ) thì lịch tự theo số liệu mới nhất. "
    "Ai có địa chỉ đều xem được lịch này."
)
NO_NUMBERS_YET: Final = "Chưa đọc được sổ, chưa có lịch."
NOBODY: Final = "Trong sổ không có nơi nào tên “{name}”."
REMINDERS: Final = "Nhắc việc"
REMINDERS_NOTE: Final = "{number} nơi có mục quá hạn hoặc sắp đến hạn, mỗi nơi một trang."
MACHINE: Final = "Số liệu cho máy"
MACHINE_NOTE: Final = "Toàn bộ kết quả, để phần mềm khác đọc."
FILES: Final = {
    "document": ("bao-cao", "Tải báo cáo {extension}"),
    "notice": ("thong-bao-ket-luan", "Tải thông báo {extension}"),
    "dossier": ("ho-so-de-nghi-cong-nhan", "Tải hồ sơ {extension}"),
    "dossier-draft": ("du-thao-ho-so-de-nghi-cong-nhan", "Tải dự thảo hồ sơ {extension}"),
    "workbook": ("phu-luc", "Tải bảng tính {extension}"),
    "appraisal": ("phieu-tham-dinh", "Tải phiếu {extension}"),
    "calendar": ("lich-han", "Tải lịch {extension}"),
    "letters": ("cong-van-don-doc", "Tải công văn {extension}"),
    "reminders": ("nhac-viec", "Tải lời nhắc {extension}"),
    "machine": ("so-lieu", "Tải số liệu {extension}"),
}
"""What each file is called, and what its button says."""
