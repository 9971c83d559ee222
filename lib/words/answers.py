"""The sentences that open Tổng quan: who is last, what is weakest, who is silent, what moved."""

from typing import Final

LINE: Final = "- **{head}:** {told}."
LIST: Final = "; "
NAMES: Final = ", "

LAST: Final = "Cuối bảng"
LAST_OF: Final = "{units} ({group}, {share}{why})"
OVERDUE: Final = ", quá hạn {number} mục, lâu nhất {days} ngày: {item}"
AT_RISK: Final = ", {number} tiêu chí nguy cơ chậm"
NO_DATA: Final = ", {number} tiêu chí chưa báo cáo"
ONE_UNIT: Final = "{unit} hạng {rank} trên {total} đơn vị nhóm {group} ({share}{why})"
NOBODY_LAST: Final = "các đơn vị cùng nhóm đang bằng nhau"

WEAKEST: Final = "Tiêu chí yếu nhất"
WEAK: Final = "{item}, {share} đơn vị đạt, hạn {due}"
MOST_LATE: Final = "quá hạn nhiều nhất là {item}, {number} đơn vị"
ALL_MET: Final = "mọi tiêu chí đều đã đạt"

REPORTS: Final = "Báo cáo đến hạn chưa gửi"
MISSING: Final = "{item} (hạn {due}) {number} nơi – {owners}"
SENT: Final = "không có; {item} (hạn {due}) đã gửi đủ"
OLDER: Final = "các kỳ trước còn nợ {number} báo cáo"
NO_REPORTS: Final = "chưa có kỳ báo cáo nào đến hạn"

SINCE: Final = "Từ ngày {day}"
UP: Final = "{number} đơn vị lên hạng, nhiều nhất {units} {places}"
DOWN: Final = "{number} đơn vị xuống hạng, nhiều nhất {units} {places}"
ALL_MOVED: Final = {
    UP: "{number} đơn vị lên hạng: {units} {places}",
    DOWN: "{number} đơn vị xuống hạng: {units} {places}",
}
NEWLY_MET: Final = "{number} tiêu chí mới đạt"
LOST: Final = "{number} tiêu chí không còn đạt"
NEWLY_OVERDUE: Final = "{number} mục mới quá hạn"
CLEARED: Final = "{number} mục hết quá hạn"
NOTHING_MOVED: Final = "không có gì thay đổi"
