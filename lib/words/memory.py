"""The words of memory: what was rewritten, written late or ahead, and when nothing was recorded."""

import errno
from collections.abc import Mapping
from typing import Final

# Tổng quan
REWRITTEN: Final = (
    "▲ Sổ kỳ {previous} đã bị sửa ở **{number} chỗ** sau cuộc họp (so với sổ đọc ngày {known})."
)
MOVED: Final = "Đèn hoặc hạng kỳ đó của {number} đơn vị khác đi."
ONLY_MOVED: Final = (
    "▲ Sổ kỳ {previous} không bị sửa mục nào sau cuộc họp (so với sổ đọc ngày {known}), nhưng đèn "
    "hoặc hạng kỳ đó của {number} đơn vị nay khác đi."
)
NOTHING: Final = "● Sổ kỳ {previous} chưa bị sửa sau cuộc họp (so với sổ đọc ngày {known})."
NOT_RECORDED: Final = (
    "○ Đến kỳ {previous} chưa ghi nhớ sổ ngày nào, nên không biết sổ kỳ đó có bị sửa sau cuộc họp "
    "hay không. {since}"
)
SINCE: Final = "Ghi nhớ từ ngày {first}."
SINCE_TODAY: Final = "Ghi nhớ bắt đầu từ hôm nay."
READING: Final = "○ Đang đọc lại những ngày đã ghi nhớ để so sánh; kết quả tự hiện ra."
SEE_LIST: Final = "Xem từng chỗ"
SEE_AS_SHOWN: Final = "Xem như đã trình chiếu"

# The list on Chất lượng số liệu
HEADING: Final = "Sửa sau cuộc họp kỳ {previous}: {number} chỗ"
HEADING_NOTHING: Final = "Sửa sau cuộc họp kỳ {previous}: không có"
NOTE: Final = (
    "Số liệu kỳ {previous} theo sổ hiện nay, so với sổ đọc ngày {known}; cả hai tính đến ngày {known}. "
    "Các trang khác vẫn tính theo sổ hiện nay."
)
TABLE: Final = "Những chỗ đã sửa sau cuộc họp, theo nơi"
OWNER: Final = "Nơi"
ITEM: Final = "Mục"
THEN: Final = "Lúc đó"
NOW: Final = "Bây giờ"
WHERE: Final = "Dòng hiện nay"
DID: Final = "Đèn, hạng kỳ đó"
NO_ITEM: Final = "Không sửa mục nào; đổi do thay đổi khác trong sổ"
WITH_OTHERS: Final = "Đổi do các chỗ sửa khác"
NAME: Final = "Tên trong sổ"
SEVERAL: Final = "{number} nơi"
OF_SEVERAL: Final = "{what}: {number} nơi"
WHOLE_SHEET: Final = "Cả sổ"
NO_OWNER: Final = "không có trong sổ"
NOT_THERE: Final = "không phải làm"
NO_ROW: Final = "không còn dòng nào"
DATED: Final = "{what}, ghi ngày {day}"
PROGRESS: Final = "{what} {percent}"
DUE: Final = "hạn {day}"
DONE: Final = "xong {day}"
SEVERAL_RANKS: Final = "hạng {then} → {now}"
SAME: Final = "như cũ"
NOT_APPLICABLE: Final = "không áp dụng"

# Written late, written ahead
LATE_AMONG: Final = "trong đó {number} ghi vào sổ sau hạn"
LATE_VIEW: Final = "Ghi sau hạn"
LATE_HEADING: Final = "{number} mục ghi đúng hạn nhưng chỉ có trong sổ sau hạn"
LATE_NOTHING: Final = "Không có mục nào ghi đúng hạn mà chỉ có trong sổ sau hạn."
LATE_NOTE: Final = (
    "Tình trạng không đổi: vẫn tính là đúng hạn theo ngày ghi trong sổ. Chỉ kể những gì thấy được ở "
    "các ngày đã ghi nhớ."
)
LATE_UNKNOWN: Final = "Chưa ghi nhớ ngày nào trước hôm nay nên chưa biết mục nào ghi sau hạn."
LATE_TABLE: Final = "Mục ghi đúng hạn nhưng chỉ có trong sổ sau hạn"
SEEN: Final = "Thấy lần đầu"
SEEN_ON: Final = "ghi vào sổ sau hạn, thấy lần đầu ngày {day}"
SEEN_TODAY: Final = "ghi vào sổ sau hạn, mới thấy hôm nay"
TODAY: Final = "hôm nay"
AHEAD_HEADING: Final = "Ghi trước ngày: {number} dòng"
AHEAD_NOTE: Final = "Những dòng đã có trong sổ từ trước ngày ghi trên dòng."
AHEAD_TABLE: Final = "Dòng có trong sổ trước ngày ghi trên dòng"
MORE: Final = "và {number} dòng khác"

# As shown
AS_SHOWN: Final = "Như đã trình chiếu"
AS_SHOWN_HELP: Final = (
    "Xem ngày số liệu đã chọn bằng chính sổ đã đọc khi đó, không phải sổ hiện nay."
)
AS_SHOWN_NEEDS: Final = (
    "Chọn Ngày số liệu là ngày họp đã qua; ngày đó trở về trước phải có ghi nhớ."
)
AS_SHOWN_UNKNOWN: Final = (
    "Không xem được ngày {day} như đã trình chiếu: từ ngày đó trở về trước chưa ghi nhớ sổ ngày nào. "
    "Mọi con số ở đây theo sổ hiện nay."
)
BANNER: Final = (
    "**NHƯ ĐÃ TRÌNH CHIẾU** – mọi con số ở đây theo sổ đọc ngày **{day}**, không phải sổ hiện nay."
)
RIBBON: Final = "NHƯ ĐÃ TRÌNH CHIẾU – theo sổ đọc ngày {day}, không phải sổ hiện nay"
BACK: Final = "Xem theo sổ hiện nay"

# What keeps it from recording, told to the standing agency
TROUBLE: Final = (
    "▲ Không ghi nhớ được sổ hôm nay: {reason}. Số liệu vẫn hiện bình thường, nhưng về sau sẽ không so "
    "được với ngày này."
)
REASON: Final = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "ổ đĩa đã hết phần dành cho chương trình",
    errno.EACCES: "không có quyền ghi vào thư mục ghi nhớ",
    errno.EPERM: "không có quyền ghi vào thư mục ghi nhớ",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
}
OTHER_REASON: Final = "lỗi khi ghi (mã {number})"
MISCONFIGURED: Final = "▲ Không ghi nhớ được sổ: phần cấu hình ghi nhớ có chỗ sai. Người quản trị xem nhật ký chương trình."
PASSED_OVER: Final = "▲ Bỏ qua tệp ghi nhớ {days}."
FAULT: Final[Mapping[str, str]] = {
    "damaged": "ngày {day} (bị hỏng)",
    "missing": "ngày {day} (thiếu tệp)",
    "unreadable": "ngày {day} (không đọc được)",
    "newer": "ngày {day} (của bản chương trình khác)",
    "anothers": "ngày {day} (của sổ khác)",
    "future": "ngày {day} (ngày chưa tới)",
}

# The report
LATE_IN_REPORT: Final = " (trong đó {number} báo cáo ghi vào sổ sau hạn)"
REWRITTEN_IN_REPORT: Final = (
    "So với sổ đọc ngày {known}, số liệu kỳ trước nay đã được sửa ở {number} chỗ."
)

# The command
NO_FOLDER: Final = "{path} không phải thư mục ghi nhớ."
CANNOT_RECORD: Final = "Không ghi được vào thư mục {path}: {reason}."
FUTURE_DAY: Final = "Ngày {day} (--day) chưa tới; chỉ ghi nhớ sổ của hôm nay hoặc ngày đã qua."
RECORDED: Final = {
    "whole": "Đã ghi nhớ sổ ngày {day}.",
    "line": "Đã ghi nhớ ngày {day}: sổ không đổi so với ngày ghi nhớ trước.",
    "already": "Sổ ngày {day} đã được ghi nhớ, không có gì mới.",
}
NO_DAYS: Final = "Chưa ghi nhớ ngày nào trong {path}."
SHEET: Final = "Sổ: {identity} – {number} ngày"
OF_WORKBOOK: Final = "tệp Excel"
LISTED: Final = "{day}  đọc lúc {moment}  {what}"
LISTED_WHOLE: Final = "{size} kB"
LISTED_SAME: Final = "như ngày {day}"
LISTED_FAULT: Final = "{day}  bỏ qua: {fault}"
FAULT_ALONE: Final[Mapping[str, str]] = {
    "damaged": "tệp bị hỏng",
    "missing": "thiếu tệp",
    "unreadable": "không đọc được tệp",
    "newer": "tệp của bản chương trình khác",
    "anothers": "tệp của sổ khác",
    "future": "ngày chưa tới",
}


def reason(number: int | None) -> str:
    """Say why nothing could be written, by the system's number."""
    return REASON.get(number or 0, OTHER_REASON.format(number=number or 0))
