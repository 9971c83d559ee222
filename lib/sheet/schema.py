"""The sheet's shape in its own words: worksheets, columns, results, settings (semantics, 1)."""

from dataclasses import dataclass
from enum import StrEnum


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


def _required(header: str, reading: Reading = Reading.TEXT) -> Column:
    return Column(header, reading, required=True)


SETTINGS = Worksheet(
    "Cấu hình",
    (_required("Mục"), _required("Giá trị", Reading.SETTING), Column("Ghi chú")),
)
UNITS = Worksheet(
    "Đơn vị",
    (
        _required("Đơn vị"),
        Column("Loại"),
        _required("Nhóm"),
        Column("Hiệu lực từ", Reading.DATE),
        Column("Hiệu lực đến", Reading.DATE),
        Column("Sáp nhập vào", Reading.NAME),
        Column("Tên gọi khác"),
        Column("Thư điện tử"),
        Column("Ghi chú"),
    ),
    required=True,
)
AGENCIES = Worksheet(
    "Cơ quan",
    (
        _required("Cơ quan"),
        Column("Vai trò"),
        Column("Báo cáo định kỳ", Reading.YES_NO),
        Column("Hiệu lực từ", Reading.DATE),
        Column("Hiệu lực đến", Reading.DATE),
        Column("Sáp nhập vào", Reading.NAME),
        Column("Tên gọi khác"),
        Column("Thư điện tử"),
        Column("Ghi chú"),
    ),
)
CRITERIA = Worksheet(
    "Tiêu chí",
    (
        _required("Mã"),
        Column("Nhóm tiêu chí"),
        _required("Tiêu chí"),
        Column("Cơ quan theo dõi", Reading.AGENCY),
        Column("Điểm", Reading.POINTS),
        Column("Hạn", Reading.DATE),
        Column("Bắt buộc", Reading.YES_NO),
        Column("Áp dụng cho", Reading.NAMES),
        Column("Căn cứ"),
    ),
    required=True,
)
TASKS = Worksheet(
    "Nhiệm vụ",
    (
        _required("Mã"),
        _required("Nhiệm vụ"),
        _required("Chủ trì", Reading.NAMES),
        Column("Phối hợp", Reading.NAMES),
        Column("Ngày giao", Reading.DATE),
        Column("Hạn", Reading.DATE),
        Column("Ngày hoàn thành", Reading.DATE),
        Column("Căn cứ"),
    ),
)
PERIODS = Worksheet(
    "Kỳ báo cáo",
    (
        _required("Mã"),
        Column("Loại"),
        _required("Kỳ báo cáo"),
        _required("Trước ngày", Reading.DATE),
        Column("Đối tượng", Reading.NAMES),
        Column("Căn cứ"),
    ),
)
PROGRESS = Worksheet(
    "Tiến độ",
    (
        _required("Ngày", Reading.DATE),
        _required("Đơn vị", Reading.NAME),
        _required("Mã", Reading.CODE),
        Column("Kết quả", Reading.RESULT),
        Column("Tiến độ (%)", Reading.PERCENT),
        Column("Minh chứng"),
        Column("Khó khăn kiến nghị"),
        Column("Người nhập"),
        Column("Ghi chú"),
    ),
    required=True,
    log=True,
)
APPRAISALS = Worksheet(
    "Thẩm định",
    (
        _required("Ngày", Reading.DATE),
        _required("Đơn vị", Reading.NAME),
        _required("Mã", Reading.CODE),
        _required("Kết quả", Reading.RESULT),
        Column("Người thẩm định"),
        Column("Ghi chú"),
    ),
    log=True,
)
WORKSHEETS = (SETTINGS, UNITS, AGENCIES, CRITERIA, TASKS, PERIODS, PROGRESS, APPRAISALS)
INSTRUCTIONS = "Hướng dẫn"

OWNER = "Đơn vị"
"""The column that an owner's own log worksheet may do without."""

FORM_COLUMNS = ("Ngày", "Kết quả", "Tiến độ (%)", "Minh chứng", "Khó khăn kiến nghị")
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
    """The items of `Cấu hình`."""

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
"""Items for documents only: text as it stands, a date as dd/mm/yyyy."""


DUE_SOON_DAYS = 7
STALE_DAYS = 31
LAG_POINTS = 20
RED_FROM = 3
