"""What lights, statuses, states and kinds are called, and the shape and tone beside each word."""

from typing import Final, NamedTuple

from lib.assess import Light, State, Status
from lib.sheet import Kind


class Mark(NamedTuple):
    """How a value is told: a shape and a word, in one of the palette's tones."""

    shape: str
    tone: str
    word: str

    @property
    def on_paper(self) -> str:
        return f"{self.shape} {self.word}"


# The keys are the enums' own values, so that a member of the enum finds its mark.
LIGHT: Final = {
    Light.GREEN: Mark("●", "green", "Xanh"),
    Light.AMBER: Mark("▲", "amber", "Vàng"),
    Light.RED: Mark("■", "red", "Đỏ"),
    Light.GREY: Mark("○", "grey", "Xám"),
}
LIGHT_ORDER: Final = (Light.RED, Light.AMBER, Light.GREEN, Light.GREY)
"""Red first, as leaders ask."""
LIGHT_MEANING: Final = {
    Light.RED: "quá hạn nhiều mục hoặc quá hạn tiêu chí bắt buộc",
    Light.AMBER: "có mục quá hạn, nguy cơ chậm hoặc chưa báo cáo",
    Light.GREEN: "không quá hạn, không chậm, đủ số liệu",
    Light.GREY: "chưa báo cáo tiêu chí nào, chưa có gì quá hạn hay sắp đến hạn",
}

STATUS: Final = {
    Status.MET: Mark("✔", "green", "Đạt"),
    Status.ON_TRACK: Mark("→", "blue", "Đúng tiến độ"),
    Status.AT_RISK: Mark("▲", "amber", "Nguy cơ chậm"),
    Status.OVERDUE: Mark("■", "red", "Quá hạn"),
    Status.NO_DATA: Mark("○", "grey", "Chưa báo cáo"),
    Status.NOT_APPLICABLE: Mark("", "grey", "Không áp dụng"),
}
APPRAISED: Final = Mark("✔✔", "green", "Đạt – đã thẩm định")

STATE: Final = {
    State.DONE_ON_TIME: Mark("✔", "green", "Hoàn thành đúng hạn"),
    State.DONE_LATE: Mark("✔", "amber", "Hoàn thành quá hạn"),
    State.OVERDUE: Mark("■", "red", "Quá hạn"),
    State.DUE_SOON: Mark("▲", "amber", "Sắp đến hạn"),
    State.OPEN: Mark("→", "blue", "Trong hạn"),
}
REPORT_STATE: Final = {
    State.DONE_ON_TIME: Mark("✔", "green", "Gửi đúng hạn"),
    State.DONE_LATE: Mark("✔", "amber", "Gửi quá hạn"),
    State.OVERDUE: Mark("■", "red", "Quá hạn, chưa gửi"),
    State.DUE_SOON: Mark("▲", "amber", "Sắp đến hạn"),
    State.OPEN: Mark("→", "blue", "Trong hạn"),
}
"""The same states in the words of the report calendar."""
REPORT_WRITTEN_LATE: Final = Mark("✔▲", "green", "Gửi đúng hạn, ghi vào sổ sau hạn")

KIND: Final = {Kind.CRITERION: "Tiêu chí", Kind.TASK: "Nhiệm vụ", Kind.REPORT: "Báo cáo"}
KINDS: Final = (Kind.CRITERION, Kind.TASK, Kind.REPORT)
"""The kinds in the order they are always told in."""
