"""Log rows over a few days: most count, many collide, some are nonsense."""

from datetime import date, timedelta

from lib.grid import Cell, Grid
from lib.sheet import schema
from tests.oracle.mess_cells import Mess, Record
from tests.oracle.mess_definitions import Person, Plan, called

CONSISTENT: list[tuple[Cell, Cell]] = [
    ("Đạt", None), ("Đạt", 100), ("Đạt", 1), ("Hoàn thành", "100%"), (True, None), ("x", 1.0),
    ("Đã gửi", None), ("Đang thực hiện", 0.455), ("Đang làm", 60), ("Đang làm", "85,5 %"),
    ("Chưa đạt", 50), ("Chưa đạt", None), ("Chưa làm", None), ("Chưa làm", 0), (None, 100),
    (None, 45.5), (None, "0,5%"), ("Cơ bản đạt", 99.7), ("Đang làm", "0.285"), ("Đạt", "1"),
    ("✔\ufe0f", ""), ("Đang làm", 0), (None, 0.999),
]  # fmt: skip
DOUBTFUL: list[tuple[Cell, Cell]] = [
    ("Đạt", 80), ("Đạt", 99.9), ("Chưa đạt", 100), ("Đang làm", 1), ("Chưa làm", 20), (None, 1),
    (None, None), ("Đạt", "nhiều"), (None, "nhiều"), ("tốt", 80), ("tốt", 100), ("tốt", None),
    ("Đạt", 120), (None, -5), ("Đang làm", True), ("Đang làm", "#REF!"), ("#REF!", 40),
    ("Đạt", "#N/A"), ("Chưa làm", "?"), (1, 50), (False, 30), ("Chưa làm", 1), ("Đang làm", "100"),
    ("Đạt", date(2024, 9, 1)), (None, "1%"), ("Đang làm", "150%"), ("Đạt", "0,5"),
]  # fmt: skip

EXPECTED: list[Cell] = [30, 50, 40, 25, 5, 15, 29.9, 49.9, 70, 73, 72.9, 83, 93, 92.9]
"""What is just expected, or just not, on a round day of a steady plan."""


def log_grids(mess: Mess, made: Plan) -> list[Grid]:
    """Make both logs, each of one or several worksheets."""
    rows = [_progress(mess, made) for _ in range(mess.rng.randrange(6, 40))]
    rows += [dict(mess.pick(rows)) for _ in range(2)]
    appraisals = [_appraisal(mess, made) for _ in range(mess.rng.randrange(0, 9))]
    grids = _spread(mess, made, schema.PROGRESS, rows)
    if appraisals:
        grids += _spread(mess, made, schema.APPRAISALS, appraisals)
    return grids


def _spread(mess: Mess, made: Plan, shape: schema.Worksheet, rows: list[Record]) -> list[Grid]:
    """Lay a log out; now and then some rows stand in a worksheet of their own."""
    dash = mess.pick([" – ", "-", " — ", " - "])
    grids = []
    if mess.happens(0.2):
        title = mess.pick(["đợt 2", "Nơi khác", "Tam Đa", "tam da", "Tan Hoa"])
        cut = mess.rng.randrange(len(rows))
        grids.append(mess.grid(mess.noisy(shape.title + dash + title), shape, rows[cut:]))
        rows = rows[:cut]
    if mess.happens(0.25):
        owner = mess.pick(made.units + made.agencies)
        own = [_owned(mess, made, row, owner) for row in rows[: mess.rng.randrange(1, 8)]]
        title = mess.noisy(shape.title) + dash + called(mess, owner)
        places = shape
        if mess.happens(0.3):
            kept = tuple(column for column in shape.columns if column.header != "Đơn vị")
            places = schema.Worksheet(shape.title, kept, log=True)
        grids.append(mess.grid(title, places, own))
    if rows or not grids:
        grids.insert(mess.pick([0, len(grids)]), mess.grid(mess.noisy(shape.title), shape, rows))
    return grids


def _owned(mess: Mess, made: Plan, row: Record, owner: Person) -> Record:
    name = mess.pick([None, None, called(mess, owner), row["Đơn vị"] if mess.oddly(3) else ""])
    return {**row, "Đơn vị": name}


def _code(mess: Mess, code: str) -> Cell:
    if mess.oddly(0.5):
        return mess.wild()
    if code == "4" and mess.happens(0.7):
        return mess.pick([4, 4.0])
    if code == "2.1" and mess.happens(0.3):
        return 2.1
    ways = [code] * 6 + [code.lower(), code.replace(" ", ""), f"{code} – Tuyên truyền"]
    ways += [f"{code}: Họp", f"{code} họp dân", f"{code}-a", code.replace(".", "")]
    return mess.noisy(mess.pick(ways))


def _event(mess: Mess, made: Plan) -> Record:
    """Say who, when and about what: few days and few pairs, so that entries collide."""
    people = made.units[:3] * 2 + made.units + made.agencies
    kind, code = mess.pick(made.codes[:2] + made.codes)
    if kind == "Tiêu chí":
        people = made.units[:3] + made.units
    day = mess.pick(made.days) + timedelta(days=mess.pick([0, 0, 0, 0, 1, -1, -32]))
    return {
        "Ngày": None if mess.oddly(0.5) else mess.day(day),
        "Đơn vị": None if mess.oddly(0.5) else called(mess, mess.pick(people)),
        "Mã": None if mess.oddly(0.5) else _code(mess, code),
    }


def _progress(mess: Mess, made: Plan) -> Record:
    result, percent = mess.pick(DOUBTFUL if mess.happens(0.15) else CONSISTENT)
    if made.is_steady and mess.happens(0.6):
        result, percent = "Đang làm", mess.pick(EXPECTED)
    record = _event(mess, made)
    is_word = isinstance(result, str) and not result.startswith("#")
    record["Kết quả"] = mess.noisy(str(result)) if is_word else result
    record["Tiến độ (%)"] = percent
    record["Minh chứng"] = mess.pick([None, None, "Công văn 12", ""])
    record["Ghi chú"] = mess.pick([None, None, "ghi chú"])
    if mess.oddly(2):
        blank: Record = dict.fromkeys(schema.FORM_COLUMNS, mess.pick([None, "", False, "\u200b"]))
        record = {**record, **blank}
    return record


def _appraisal(mess: Mess, made: Plan) -> Record:
    words: list[Cell] = ["Đạt", "Đạt", "Chưa đạt", "Không đạt", "Chưa đạt", True, "x"]
    if mess.oddly(3):
        words = ["Đang làm", "tốt", None, False, 1, "#REF!", "Chưa làm"]
    return {**_event(mess, made), "Kết quả": mess.pick(words), "Người thẩm định": "A"}
