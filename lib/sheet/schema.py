"""The sheet's shape in its own words: worksheets, columns, results, settings (rules, 1)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Reading(StrEnum):
    """How a column's cells are read."""

    TEXT = "text"
    NAME = "name"
    NAMES = "names"
    AGENCY = "agency"
    CODE = "code"
    DATE = "date"
    PERCENT = "percent"
    POINTS = "points"
    RESULT = "result"
    YES_NO = "yes_no"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, how its cells are read, whether rows need it."""

    header: str
    reading: Reading = Reading.TEXT
    required: bool = False


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A kind of worksheet: its title and columns; `log` ones may be spread over several tabs."""

    title: str
    columns: tuple[Column, ...]
    required: bool = False
    log: bool = False


class Field:
    """Every column's header; a column is named nowhere else."""

    SETTING: Final = "Mục"
    VALUE: Final = "Giá trị"
    NOTE: Final = "Ghi chú"
    OWNER: Final = "Đơn vị"
    KIND: Final = "Loại"
    GROUP: Final = "Nhóm"
    VALID_FROM: Final = "Hiệu lực từ"
    VALID_UNTIL: Final = "Hiệu lực đến"
    MERGED_INTO: Final = "Sáp nhập vào"
    ALIASES: Final = "Tên gọi khác"
    ADDRESSES: Final = "Thư điện tử"
    AGENCY: Final = "Cơ quan"
    ROLE: Final = "Vai trò"
    REPORTS: Final = "Báo cáo định kỳ"
    CODE: Final = "Mã"
    SECTION: Final = "Nhóm tiêu chí"
    CRITERION: Final = "Tiêu chí"
    FOLLOWED_BY: Final = "Cơ quan theo dõi"
    POINTS: Final = "Điểm"
    DUE: Final = "Hạn"
    MANDATORY: Final = "Bắt buộc"
    APPLIES_TO: Final = "Áp dụng cho"
    BASIS: Final = "Căn cứ"
    TASK: Final = "Nhiệm vụ"
    LED_BY: Final = "Chủ trì"
    PARTNERS: Final = "Phối hợp"
    GIVEN: Final = "Ngày giao"
    COMPLETED: Final = "Ngày hoàn thành"
    PERIOD: Final = "Kỳ báo cáo"
    BEFORE: Final = "Trước ngày"
    ASKED_OF: Final = "Đối tượng"
    DAY: Final = "Ngày"
    RESULT: Final = "Kết quả"
    PERCENT: Final = "Tiến độ (%)"
    EVIDENCE: Final = "Minh chứng"
    OBSTACLE: Final = "Khó khăn kiến nghị"
    WRITTEN_BY: Final = "Người nhập"
    APPRAISED_BY: Final = "Người thẩm định"


def _required(header: str, reading: Reading = Reading.TEXT) -> Column:
    return Column(header, reading, required=True)


_OF_OWNERS = (
    Column(Field.VALID_FROM, Reading.DATE),
    Column(Field.VALID_UNTIL, Reading.DATE),
    Column(Field.MERGED_INTO, Reading.NAME),
    Column(Field.ALIASES),
    Column(Field.ADDRESSES),
    Column(Field.NOTE),
)
_OF_LOGS = (
    _required(Field.DAY, Reading.DATE),
    _required(Field.OWNER, Reading.NAME),
    _required(Field.CODE, Reading.CODE),
)
SETTINGS = Worksheet(
    "Cấu hình",
    (_required(Field.SETTING), _required(Field.VALUE, Reading.SETTING), Column(Field.NOTE)),
)
UNITS = Worksheet(
    "Đơn vị",
    (
        _required(Field.OWNER),
        Column(Field.KIND),
        _required(Field.GROUP),
        *_OF_OWNERS,
    ),
    required=True,
)
AGENCIES = Worksheet(
    "Cơ quan",
    (
        _required(Field.AGENCY),
        Column(Field.ROLE),
        Column(Field.REPORTS, Reading.YES_NO),
        *_OF_OWNERS,
    ),
)
CRITERIA = Worksheet(
    "Tiêu chí",
    (
        _required(Field.CODE),
        Column(Field.SECTION),
        _required(Field.CRITERION),
        Column(Field.FOLLOWED_BY, Reading.AGENCY),
        Column(Field.POINTS, Reading.POINTS),
        Column(Field.DUE, Reading.DATE),
        Column(Field.MANDATORY, Reading.YES_NO),
        Column(Field.APPLIES_TO, Reading.NAMES),
        Column(Field.BASIS),
    ),
    required=True,
)
TASKS = Worksheet(
    "Nhiệm vụ",
    (
        _required(Field.CODE),
        _required(Field.TASK),
        _required(Field.LED_BY, Reading.NAMES),
        Column(Field.PARTNERS, Reading.NAMES),
        Column(Field.GIVEN, Reading.DATE),
        Column(Field.DUE, Reading.DATE),
        Column(Field.COMPLETED, Reading.DATE),
        Column(Field.BASIS),
    ),
)
PERIODS = Worksheet(
    "Kỳ báo cáo",
    (
        _required(Field.CODE),
        Column(Field.KIND),
        _required(Field.PERIOD),
        _required(Field.BEFORE, Reading.DATE),
        Column(Field.ASKED_OF, Reading.NAMES),
        Column(Field.BASIS),
    ),
)
PROGRESS = Worksheet(
    "Tiến độ",
    (
        *_OF_LOGS,
        Column(Field.RESULT, Reading.RESULT),
        Column(Field.PERCENT, Reading.PERCENT),
        Column(Field.EVIDENCE),
        Column(Field.OBSTACLE),
        Column(Field.WRITTEN_BY),
        Column(Field.NOTE),
    ),
    required=True,
    log=True,
)
APPRAISALS = Worksheet(
    "Thẩm định",
    (
        *_OF_LOGS,
        _required(Field.RESULT, Reading.RESULT),
        Column(Field.APPRAISED_BY),
        Column(Field.NOTE),
    ),
    log=True,
)
WORKSHEETS = (SETTINGS, UNITS, AGENCIES, CRITERIA, TASKS, PERIODS, PROGRESS, APPRAISALS)
INSTRUCTIONS = "Hướng dẫn"

OWNER = Field.OWNER
"""The column that an owner's own log worksheet may do without."""

FORM_COLUMNS = (Field.DAY, Field.RESULT, Field.PERCENT, Field.EVIDENCE, Field.OBSTACLE)
"""A log row blank in all of these is a form line not filled in yet."""

INSTITUTIONS = (
    "UBND",
    "Ủy ban nhân dân",
    "Công an",
    "CA",
    "Đảng ủy",
    "HĐND",
    "MTTQ",
    "Ủy ban MTTQ",
)
KINDS = ("xã", "X.", "phường", "P.", "thị trấn", "TT", "TT.", "đặc khu", "ĐK")
"""What may stand before a unit's name: an institution, a kind, or one and then the other."""

NAME_JOINER = "và"
"""Beside commas, semicolons and brackets, what stands between two names in one cell."""

CODE_JOINERS = ("và", "đến", "tới")
"""Words between two codes in one cell."""

LIST_SEPARATOR = ";"
ALL_UNITS = "Tất cả đơn vị"
ALL_AGENCIES = "Tất cả cơ quan"
EVERYONE = "Tất cả"

RESULT_WORDS = {
    "met": (
        "Đạt",
        "Hoàn thành",
        "Đã hoàn thành",
        "Đã đạt",
        "Đã gửi",
        "Đã nộp",
        "Đã báo cáo",
        "Xong",
        "x",
        "✓",
        "✔",
    ),
    "in_progress": ("Đang thực hiện", "Đang làm", "Đang triển khai", "Cơ bản đạt"),
    "not_met": ("Chưa đạt", "Không đạt", "Chưa hoàn thành"),
    "not_started": ("Chưa thực hiện", "Chưa làm", "Chưa triển khai"),
}
RESULT_BEGINNINGS = {"not_met": ("chưa", "không", "ko"), "in_progress": ("đang",)}
"""Words with which a text begins that is no result word, and the result it is taken for."""

NO_VERDICT = ("Chưa thẩm định", "Đang thẩm định")
"""Texts that begin so are an appraisal not made yet."""

RESULT_NAMES = tuple(word for words in RESULT_WORDS.values() for word in words if len(word) > 1)
YES_WORDS = ("Có", "x", "✓", "✔", "1")
ERROR_CELLS = (
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#ERROR!",
    "Loading...",
)
DEFAULT_KIND = "Xã"
KIND_LABELS = {"Thị trấn": "TT", "Phường": "P."}
"""How a unit's kind stands before its name on screen; a kind not listed stands as written."""


class Setting(StrEnum):
    """The settings: what `Cấu hình` may answer."""

    NAME = "Tên kế hoạch"
    YEAR = "Năm"
    AREA = "Địa bàn"
    STANDING_AGENCY = "Cơ quan thường trực"
    START = "Ngày bắt đầu"
    END = "Ngày kết thúc"
    AS_OF = "Ngày số liệu"
    PREVIOUS = "Ngày họp trước"
    DUE_SOON = "Sắp đến hạn (ngày)"
    STALE = "Số liệu cũ sau (ngày)"
    LAG = "Chậm so với tiến độ (điểm %)"
    RED_FROM = "Đỏ khi quá hạn từ (mục)"
    ILLUSTRATIVE = "Số liệu minh họa"
    SUPERIOR_BODY = "Cơ quan chủ quản"
    ISSUING_BODY = "Cơ quan ban hành"
    PLACE_NAME = "Địa danh"
    PLAN_NUMBER = "Số kế hoạch"
    PLAN_DATE = "Ngày kế hoạch"
    ADDRESSEE = "Kính gửi"
    RECIPIENTS = "Nơi nhận"
    SIGNER_OFFICE = "Chức vụ người ký"
    SIGNER = "Người ký"


DOCUMENT_SETTINGS = (
    Setting.SUPERIOR_BODY,
    Setting.ISSUING_BODY,
    Setting.PLACE_NAME,
    Setting.PLAN_NUMBER,
    Setting.PLAN_DATE,
    Setting.ADDRESSEE,
    Setting.RECIPIENTS,
    Setting.SIGNER_OFFICE,
    Setting.SIGNER,
)
"""Settings for documents only: text as it stands, a date as dd/mm/yyyy."""


DUE_SOON_DAYS = 7
STALE_DAYS = 31
LAG_POINTS = 20
RED_FROM = 3
