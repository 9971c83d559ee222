"""What lights, statuses, states and kinds are called, each with the shape that stands beside it."""

from typing import Final

# The keys are the enums' own values, so that a member of the enum finds its word.
LIGHT: Final = {"green": "Xanh", "amber": "Vàng", "red": "Đỏ", "grey": "Xám"}
LIGHT_SHAPE: Final = {"green": "●", "amber": "▲", "red": "■", "grey": "○"}
LIGHT_ORDER: Final = ("red", "amber", "green", "grey")
"""Red first, as leaders ask."""
LIGHT_MEANING: Final = {
    "red": "quá hạn nhiều mục hoặc quá hạn tiêu chí bắt buộc",
    "amber": "có mục quá hạn, nguy cơ chậm hoặc chưa báo cáo",
    "green": "không quá hạn, không chậm, đủ số liệu",
    "grey": "chưa báo cáo tiêu chí nào, chưa có gì quá hạn hay sắp đến hạn",
}

STATUS: Final = {
    "met": "Đạt",
    "overdue": "Quá hạn",
    "no_data": "Chưa báo cáo",
    "at_risk": "Nguy cơ chậm",
    "on_track": "Đúng tiến độ",
    "not_applicable": "Không áp dụng",
}
STATUS_SHAPE: Final = {
    "met": "✔",
    "overdue": "■",
    "no_data": "○",
    "at_risk": "▲",
    "on_track": "→",
    "not_applicable": "",
}
APPRAISED: Final = "Đạt – đã thẩm định"
APPRAISED_SHAPE: Final = "✔✔"

STATE: Final = {
    "done_on_time": "Hoàn thành đúng hạn",
    "done_late": "Hoàn thành quá hạn",
    "overdue": "Quá hạn",
    "due_soon": "Sắp đến hạn",
    "open": "Trong hạn",
}
STATE_SHAPE: Final = {
    "done_on_time": "✔",
    "done_late": "✔",
    "overdue": "■",
    "due_soon": "▲",
    "open": "→",
}
REPORT_STATE: Final = {
    "done_on_time": "Đúng hạn",
    "done_late": "Trễ",
    "overdue": "Chưa gửi",
    "due_soon": "Sắp đến hạn",
    "open": "Chưa đến hạn",
}
"""The same states in the words of the report calendar."""

KIND: Final = {"criterion": "Tiêu chí", "task": "Nhiệm vụ", "report": "Báo cáo"}
KINDS: Final = ("criterion", "task", "report")
"""The kinds in the order they are always told in."""
