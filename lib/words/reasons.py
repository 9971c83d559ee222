"""Why a light or a status is what it is: the pieces of one Vietnamese sentence."""

from typing import Final

from lib.sheet import Kind

LIST: Final = ", "
CLAUSES: Final = "; "
AND_MORE: Final = "và {number} tiêu chí khác"

# Lights
OVERDUE_ITEMS: Final = "quá hạn {number} mục"
OVERDUE_KINDS: Final = "quá hạn {number} mục gồm {kinds}"
OF_KIND: Final = {
    Kind.CRITERION: "{number} tiêu chí",
    Kind.TASK: "{number} nhiệm vụ",
    Kind.REPORT: "{number} báo cáo",
}
ONLY_KIND: Final = {
    Kind.CRITERION: "quá hạn {number} tiêu chí",
    Kind.TASK: "quá hạn {number} nhiệm vụ",
    Kind.REPORT: "quá hạn {number} báo cáo",
}
MANDATORY: Final = "tiêu chí bắt buộc: {criteria}"
LONGEST: Final = "lâu nhất {days} ngày ({item})"
AT_RISK: Final = "{number} tiêu chí nguy cơ chậm"
NO_DATA: Final = "{number} tiêu chí chưa báo cáo"
GREEN: Final = "không có mục quá hạn, không có tiêu chí nguy cơ chậm hay chưa báo cáo"
GREY: Final = "chưa báo cáo tiêu chí nào, chưa có gì quá hạn hay sắp đến hạn"
NO_CRITERIA: Final = "không có tiêu chí nào áp dụng"

# Statuses
MET: Final = "đạt, ghi nhận ngày {day}"
MET_APPRAISED: Final = "đã thẩm định đạt, ghi nhận ngày {day}"
INHERITED: Final = "lấy theo đơn vị trước khi sáp nhập"
OVERDUE: Final = "quá hạn {days} ngày (hạn {due}), tiến độ {progress}"
OVERDUE_NO_DATA: Final = "quá hạn {days} ngày (hạn {due}), chưa có báo cáo nào"
NEVER_REPORTED: Final = "chưa có báo cáo nào, hạn {due}"
REFUSED: Final = "thẩm định ngày {day} kết luận chưa đạt"
REFUSED_YET_MET: Final = "đơn vị ghi đạt ngày {day} nhưng thẩm định chưa đạt, chờ thẩm định lại"
REFUSED_SINCE: Final = "thẩm định chưa đạt, sau đó đơn vị ghi mới {progress} ngày {day}"
REFUSED_BEFORE_MERGER: Final = "thẩm định trước khi sáp nhập kết luận chưa đạt, tiến độ {progress}"
DUE_UNREADABLE: Final = "hạn ghi trong sổ không đọc được"
DUE_SOON: Final = "còn {days} ngày đến hạn {due} mà mới {progress}"
DUE_TODAY: Final = "hôm nay {due} là hạn cuối mà mới {progress}"
BEHIND: Final = "mới {progress}, trong khi đến nay cần {expected}"
ON_TRACK: Final = "{progress}, trên mức cần đến nay {expected} (hạn {due})"
ON_TRACK_EVEN: Final = "{progress}, bằng mức cần đến nay (hạn {due})"
ON_TRACK_WITHIN: Final = (
    "{progress}, chậm {points} điểm so với mức cần đến nay {expected} – trong mức cho phép "
    "{lag} điểm (hạn {due})"
)
STALE: Final = "số liệu cũ từ ngày {day}"

# Obligations
DONE_ON_TIME: Final = "xong ngày {done}, đúng hạn {due}"
DONE_NO_DUE: Final = "xong ngày {done}"
DONE_LATE: Final = "xong ngày {done}, chậm {days} ngày so với hạn {due}"
OWED_OVERDUE: Final = "quá hạn {days} ngày (hạn {due})"
OWED_SOON: Final = "còn {days} ngày, hạn {due}"
OWED_TODAY: Final = "hôm nay là hạn cuối ({due})"
OWED_OPEN: Final = "hạn {due}"
OWED_NO_DUE: Final = "không đặt hạn"
