"""What lights, statuses, states and kinds are called, each with the shape that stands beside it."""

from typing import Final

from lib.assess import Light, State, Status
from lib.sheet import Kind

# The keys are the enums' own values, so that a member of the enum finds its word.
LIGHT: Final = {Light.GREEN: "Xanh", Light.AMBER: "Vàng", Light.RED: "Đỏ", Light.GREY: "Xám"}
LIGHT_SHAPE: Final = {Light.GREEN: "●", Light.AMBER: "▲", Light.RED: "■", Light.GREY: "○"}
LIGHT_ORDER: Final = (Light.RED, Light.AMBER, Light.GREEN, Light.GREY)
"""Red first, as leaders ask."""
LIGHT_MEANING: Final = {
    Light.RED: "quá hạn nhiều mục hoặc quá hạn tiêu chí bắt buộc",
    Light.AMBER: "có mục quá hạn, nguy cơ chậm hoặc chưa báo cáo",
    Light.GREEN: "không quá hạn, không chậm, đủ số liệu",
    Light.GREY: "chưa báo cáo tiêu chí nào, chưa có gì quá hạn hay sắp đến hạn",
}

STATUS: Final = {
    Status.MET: "Đạt",
    Status.OVERDUE: "Quá hạn",
    Status.NO_DATA: "Chưa báo cáo",
    Status.AT_RISK: "Nguy cơ chậm",
    Status.ON_TRACK: "Đúng tiến độ",
    Status.NOT_APPLICABLE: "Không áp dụng",
}
STATUS_SHAPE: Final = {
    Status.MET: "✔",
    Status.OVERDUE: "■",
    Status.NO_DATA: "○",
    Status.AT_RISK: "▲",
    Status.ON_TRACK: "→",
    Status.NOT_APPLICABLE: "",
}
APPRAISED: Final = "Đạt – đã thẩm định"
APPRAISED_SHAPE: Final = "✔✔"

STATE: Final = {
    State.DONE_ON_TIME: "Hoàn thành đúng hạn",
    State.DONE_LATE: "Hoàn thành quá hạn",
    State.OVERDUE: "Quá hạn",
    State.DUE_SOON: "Sắp đến hạn",
    State.OPEN: "Trong hạn",
}
STATE_SHAPE: Final = {
    State.DONE_ON_TIME: "✔",
    State.DONE_LATE: "✔",
    State.OVERDUE: "■",
    State.DUE_SOON: "▲",
    State.OPEN: "→",
}
REPORT_STATE: Final = {
    State.DONE_ON_TIME: "Đúng hạn",
    State.DONE_LATE: "Trễ",
    State.OVERDUE: "Chưa gửi",
    State.DUE_SOON: "Sắp đến hạn",
    State.OPEN: "Chưa đến hạn",
}
"""The same states in the words of the report calendar."""

KIND: Final = {Kind.CRITERION: "Tiêu chí", Kind.TASK: "Nhiệm vụ", Kind.REPORT: "Báo cáo"}
KINDS: Final = (Kind.CRITERION, Kind.TASK, Kind.REPORT)
"""The kinds in the order they are always told in."""
