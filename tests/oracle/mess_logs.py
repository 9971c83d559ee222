"""Log rows over a few days: most count, many collide, some are nonsense."""

from datetime import date, timedelta

from lib.grid import Cell, Grid
from lib.sheet import schema
from tests.oracle.mess_cells import Mess, Record
from tests.oracle.mess_people import Person, called
from tests.oracle.mess_plan import Plan

CONSISTENT: list[tuple[Cell, Cell]] = [
    ("Đạt", None), ("Đạt", 100), ("Đạt", 1), ("Hoàn thành", "100%"), (True, None), ("x", 1.0),
    ("Đã gửi", None), ("Đang thực hiện", 0.455), ("Đang làm", 60), ("Đang làm", "85,5 %"),
    ("Chưa đạt", 50), ("Chưa đạt", None), ("Chưa làm", None), ("Chưa làm", 0), (None, 100),
    (None, 45.5), (None, "0,5%"), ("Cơ bản đạt", 99.7), ("Đang làm", "0.285"), ("Đạt", "1"),
    ("✔\ufe0f", ""), ("Đang làm", 0), (None, 0.999), ("Hoàn thành 100%", None), ("Đạt.", None),
    ("Đang làm (50 %)", None), ("Đang làm, 30%", 30), ("Chưa đạt: 45,5%", ""), ("Đạt (100%)!", 1),
    ("Không đạt yêu cầu", 40), ("Đang thi công", 35),
]  # fmt: skip
DOUBTFUL: list[tuple[Cell, Cell]] = [
    ("Đạt", 80), ("Đạt", 99.9), ("Chưa đạt", 100), ("Đang làm", 1), ("Chưa làm", 20), (None, 1),
    (None, None), ("Đạt", "nhiều"), (None, "nhiều"), ("tốt", 80), ("tốt", 100), ("tốt", None),
    ("Đạt", 120), (None, -5), ("Đang làm", True), ("Đang làm", "#REF!"), ("#REF!", 40),
    ("Đạt", "#N/A"), ("Chưa làm", "?"), (1, 50), (False, 30), ("Chưa làm", 1), ("Đang làm", "100"),
    ("Đạt", date(2024, 9, 1)), (None, "1%"), ("Đang làm", "150%"), ("Đạt", "0,5"),
    ("Đạt 80%", None), ("Đạt 100%", "nhiều"), ("Đạt 80%", "?"), ("Đang làm 70%", 60), ("x 100%", 90),
    ("Đang làm (60%)", "#N/A"), ("Chưa làm 20%", None), ("Chưa làm 0%", 20), ("Đang làm 100%", None),
    ("Đang làm 1%", 1), ("Hoàn thành 120%", None), ("Đang làm 120%", 20), ("Đạt 99,5%", 100),
    ("Chưa đạt (thiếu hồ sơ)", None), ("Ko đạt", 70), ("Chưa làm gì", 30), ("Đang xin ý kiến 50%", None),
    ("Chưa", None), ("Đạt yêu cầu", 90), ("Dat", 100), ("hoan thanh;", None), ("Xong rồi", 80),
    ("Không", None), ("chua dat", 50), ("Gần đạt", None), ("Chưa thẩm định", None), ("Hoàn thành...", 100),
]  # fmt: skip

EXPECTED: list[Cell] = [30, 50, 40, 25, 5, 15, 29.9, 49.9, 70, 73, 72.9, 83, 93, 92.9]
"""What is just expected, or just not, on a round day of a steady plan."""


APPRAISED: list[Cell] = [
    "Đạt", "Đạt", "Đạt", "Chưa đạt", "Không đạt", "Chưa đạt", "Ko đạt", True, "x", "Đạt 100%",
]  # fmt: skip
HARDLY_APPRAISED: list[Cell] = [
    "Đang làm", "tốt", None, False, 1, "#REF!", "Chưa làm", "Chưa thẩm định", "Đang thẩm định hồ sơ",
    "Đạt 80%", "Đang xem xét", "Chưa đạt 50%", "Đạt yêu cầu", "Không đạt (thiếu)", "Chua dat",
]  # fmt: skip
STORY: list[tuple[str, Cell, Cell]] = [
    ("Tiến độ", "Đang làm", 60), ("Tiến độ", "Chưa đạt", 45), ("Tiến độ", "Đạt", None),
    ("Tiến độ", "Đạt", None), ("Thẩm định", "Chưa đạt", None), ("Thẩm định", "Chưa đạt", None),
    ("Thẩm định", "Đạt", None), ("Tiến độ", "Hoàn thành 100%", None),
]  # fmt: skip
"""What happens to one code of one owner, in any order: refusals, then what is written after."""


def log_grids(mess: Mess, made: Plan) -> list[Grid]:
    """Make both logs, each of one or several worksheets."""
    rows = [_progress(mess, made) for _ in range(mess.rng.randrange(6, 40))]
    rows += [dict(mess.pick(rows)) for _ in range(2)]
    appraisals = [_appraisal(mess, made) for _ in range(mess.rng.randrange(0, 9))]
    for _ in range(mess.pick([0, 1, 2, 3, 4])):
        told = _merger(mess, made) if mess.happens(0.5) else _story(mess, made)
        rows += [record for title, record in told if title == "Tiến độ"]
        appraisals += [record for title, record in told if title == "Thẩm định"]
    if mess.happens(0.5):
        mess.rng.shuffle(rows)
    grids = _spread(mess, made, schema.PROGRESS, rows)
    if appraisals:
        grids += _spread(mess, made, schema.APPRAISALS, appraisals)
    return grids


def _merger(mess: Mess, made: Plan) -> list[tuple[str, Record]]:
    """Tell of one code by all who are merged into one, and by their heir before and after."""
    heirs = [person.heir for person in made.units + made.agencies if person.heir]
    codes = [code for kind, code in made.codes if kind == "Tiêu chí"] or [made.codes[0][1]]
    if not heirs:
        return _story(mess, made)
    heir, code = mess.pick(heirs), mess.pick([codes[-1], *codes])
    merged = [person for person in made.units + made.agencies if person.heir is heir]
    cast = [*merged, *[each for each in made.units if each.heir in merged]]
    eve = min([person.valid_until for person in merged if person.valid_until], default=None)
    told: list[tuple[str, Record]] = []
    for person in [heir, *cast * mess.pick([1, 1, 2]), *[heir] * mess.pick([0, 0, 0, 1, 2])]:
        title, result, percent = mess.pick(STORY)
        last = person.valid_until or (eve if not told and eve else made.days[-1])
        day = mess.pick([day for day in made.days if day <= last] or [last])
        record: Record = {"Ngày": mess.day(day), "Mã": code, "Kết quả": result}
        record["Đơn vị"] = person.name
        told.append((title, {**record, "Tiến độ (%)": percent} if percent else record))
    return told


def _story(mess: Mess, made: Plan) -> list[tuple[str, Record]]:
    """Tell of one code, by one owner or by those merged with it, over the plan's days."""
    criteria = [code for kind, code in made.codes if kind == "Tiêu chí"]
    code = mess.pick(criteria or [code for _, code in made.codes])
    merged = [person for person in made.units if person.into]
    person = mess.pick(merged or made.units) if mess.happens(0.6) else mess.pick(made.units)
    others = [person, person, mess.pick(made.units)] if mess.happens(0.5) else [person]
    told = []
    for day in sorted(mess.pick(made.days) for _ in range(mess.rng.randrange(2, 6))):
        title, result, percent = mess.pick(STORY)
        record: Record = {"Ngày": mess.day(day), "Mã": code, "Kết quả": result}
        record["Đơn vị"] = mess.pick(others).name
        told.append((title, {**record, "Tiến độ (%)": percent} if percent else record))
    return told


def _spread(mess: Mess, made: Plan, shape: schema.Worksheet, rows: list[Record]) -> list[Grid]:
    """Lay a log out; now and then some rows stand in a worksheet of their own."""
    dash = mess.pick([" – ", "-", " — ", " - "])
    grids = []
    if mess.happens(0.2):
        title = mess.pick(["đợt 2", "Nơi khác", "Tam Đa", "tam da", "Tan Hoa", "Tam Đa (xã)"])
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
    stranger = mess.oddly(3) or mess.happens(0.1)
    name = mess.pick([None, None, called(mess, owner), row["Đơn vị"] if stranger else ""])
    return {**row, "Đơn vị": name}


def _code(mess: Mess, made: Plan, code: str) -> Cell:
    if mess.oddly(0.5):
        return mess.wild()
    if mess.oddly(1):
        other = mess.pick(made.codes)[1]
        between = mess.pick(["-", ", ", " và ", "; ", " đến ", " – ", "/", " tới ", " + "])
        ways = [f"{code}{between}{other}", f"{code} ({other})", f"{code} ({other}), {code}"]
        ways += [f"{code} (TC99)", f"TC99{between}{code}", f"Nội dung {code}", f"nội dung {code} "]
        return mess.pick([*ways, code.replace("0", ""), code.replace("TC", "TC0"), "TC"])
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
    written = mess.last_year(day) if mess.oddly() else mess.day(day)
    return {
        "Ngày": None if mess.oddly(0.5) else written,
        "Đơn vị": None if mess.oddly(0.5) else called(mess, mess.pick(people)),
        "Mã": None if mess.oddly(0.5) else _code(mess, made, code),
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
    if mess.happens(0.15):
        record["Khó khăn kiến nghị"] = mess.pick(["Thiếu vốn", "Chậm mặt  bằng", "a\nb", 5, True])
        if mess.happens(0.4):
            record["Kết quả"] = record["Tiến độ (%)"] = None
            record["Mã"] = mess.pick([None, record["Mã"], record["Mã"], ""])
    elif mess.oddly(0.5):
        record["Khó khăn kiến nghị"] = mess.pick(["#N/A", "", False, " "])
    if mess.oddly(2):
        blank: Record = dict.fromkeys(schema.FORM_COLUMNS, mess.pick([None, "", False, "\u200b"]))
        record = {**record, **blank}
    return record


def _appraisal(mess: Mess, made: Plan) -> Record:
    words = HARDLY_APPRAISED if mess.oddly(4) else APPRAISED
    return {**_event(mess, made), "Kết quả": mess.pick(words), "Người thẩm định": "A"}
