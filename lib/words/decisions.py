"""The words of what meetings decided and what became of it."""

from typing import Final

from lib.assess import State

LAST: Final = "{number} việc giao ngày {day}"
LAST_FROM: Final = "{number} việc giao từ ngày {day}"
EARLIER: Final = "{number} việc giao trước đó chưa xong"
EARLIER_LATE: Final = "{number} việc giao trước đó quá hạn"
NONE_LAST: Final = "Không có việc nào giao từ ngày {day}"
ALL_DONE: Final = "không còn việc giao nào trước đó chưa xong"
DONE: Final = "{number} đã xong"
OVERDUE: Final = "{number} quá hạn"
RUNNING: Final = "{number} đang làm"
OUTCOMES: Final = "{what}: {outcomes}"
OF_THEM: Final = "{what} ({outcomes})"

TABLE: Final = "Việc giao từ kỳ họp trước, chưa tốt xếp trước"
WHAT: Final = "Việc được giao"
WHO: Final = "Ai làm"
GIVEN: Final = "Giao ngày"
OUTCOME: Final = "Kết quả"
OUTCOME_OF: Final = {
    State.OVERDUE: "Quá hạn {days} ngày (hạn {due})",
    State.DUE_SOON: "Đang làm, còn {left} ngày (hạn {due})",
    State.OPEN: "Đang làm, hạn {due}",
    State.DONE_LATE: "Đã xong ngày {done}, chậm {days} ngày",
    State.DONE_ON_TIME: "Đã xong ngày {done}, đúng hạn",
}
OPEN_WITHOUT_DUE: Final = "Đang làm, không đặt hạn"
DONE_WITHOUT_DUE: Final = "Đã xong ngày {done}"
MOVED: Final = "▲ hạn đã đổi {times} lần: {days}"
MOVED_ALL: Final = "{number} việc đã đổi hạn"
BETWEEN: Final = "…"
NO_DUE: Final = "không hạn"
SEVERAL: Final = "{number} nơi"
OF_SEVERAL: Final = "{share} nơi đã xong"
WAITING: Final = "chưa xong: {names}"
MORE: Final = "và {number} nơi khác"
ALL: Final = "Xem đủ {number} việc ở Trình chiếu"

# The report
SECTION: Final = "VIỆC GIAO TỪ KỲ HỌP TRƯỚC"
