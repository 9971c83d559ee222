"""The words of Tiêu chí: how many have one, who lacks it and why, who must chase."""

from typing import Final

CHOOSE: Final = "Chọn một tiêu chí – yếu nhất đứng trước"
CHOOSE_TABLE: Final = "Các tiêu chí, tỷ lệ đạt thấp nhất đứng trước"
WEAKEST: Final = "Yếu nhất: {name} – {share} đơn vị đạt, hạn {due}"
NONE_YET: Final = "Sổ chưa có tiêu chí nào áp dụng cho đơn vị nào."
SEE_ALL: Final = "‹ Tất cả tiêu chí"
UNKNOWN: Final = "Sổ không có tiêu chí “{code}”."
NOBODY_ASKED: Final = "Tiêu chí này không áp dụng cho đơn vị nào đang xem."

MET: Final = "Đơn vị đạt"
MET_NOTE: Final = "{percent} · {appraised} đã thẩm định"
NOTE: Final = "Trong {number} đơn vị phải thực hiện"

DUE: Final = "Hạn"
SECTION: Final = "Nhóm tiêu chí"
FOLLOWED: Final = "Cơ quan theo dõi"
POINTS: Final = "Điểm"
BASIS: Final = "Căn cứ"

ALL_MET: Final = "Cả {number} đơn vị đã đạt"
LACKING: Final = "{number} trên {total} đơn vị chưa đạt{late}"
LATE: Final = ", trong đó {number} đơn vị quá hạn"
CHASE: Final = "Cần đôn đốc: **{agency}** đôn đốc {units}."
CHASE_NOBODY: Final = "Cần đôn đốc: {units} (sổ chưa ghi cơ quan theo dõi)."
LACKING_TABLE: Final = "Các đơn vị chưa đạt {code} và lý do"
HAVE: Final = "Đã đạt: {units}."
TREND: Final = "Số đơn vị đạt qua các tháng: {share}"
TREND_ALT: Final = "Biểu đồ đường, số đơn vị đạt: {points}."
TREND_POINT: Final = "{day} {met}/{total}"
TREND_AXIS: Final = "Đơn vị đạt"
REMINDERS: Final = "Lời nhắc gửi {number} đơn vị về tiêu chí này"
