"""A plan to make a mess of: units, agencies, groups, criteria, tasks, periods, settings."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from lib.sheet.schema import Setting
from tests.oracle.mess_cells import Mess, Record, days_from

UNIT_NAMES = [
    "Tam Đa", "Hồng Lạc", "Vân Sơn", "Hồng Sơn", "Sơn Dương", "Tân Hòa", "Tân Hóa", "Đông Thọ",
    "Dông Thọ", "Hòa An", "Quý Quân", "Ấm Hạ", "Ăm Hạ", "Thuý Loan",
]  # fmt: skip
AGENCY_NAMES = ["Công an huyện", "Phòng Tư pháp", "Đoàn Thanh niên", "Hội Nông dân"]
KINDS = ["Xã", "Xã", "Xã", "Thị trấn", "Phường", "Đặc khu"]
GROUPS = ["Xây dựng điển hình", "Vùng cao", "Nhóm 3"]
CODES = ["TC01", "TC02", "TC 3", "TC1", "4", "NV.1", "NV02", "BC-9", "BC10", "2.1"]


@dataclass
class Person:
    """A unit or an agency as the generator knows it."""

    name: str
    kind: str | None
    is_unit: bool
    group: str = ""
    aliases: list[str] = field(default_factory=list)


@dataclass
class Plan:
    """What the worksheets say, and the days it is about."""

    today: date
    days: list[date]
    dues: list[date] = field(default_factory=list)
    is_steady: bool = False
    """Round distances between start, days and deadlines: progress meets what is expected."""
    mergers: float = 0.3
    """How often a unit is merged into another."""
    units: list[Person] = field(default_factory=list)
    agencies: list[Person] = field(default_factory=list)
    codes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and code of each item."""
    records: dict[str, list[Record]] = field(default_factory=dict)


def plan(mess: Mess) -> Plan:
    """Make a plan."""
    start = date(2024, mess.pick([1, 3, 6]), mess.pick([1, 15]))
    near = [start + timedelta(days=mess.rng.randrange(1, 250)) for _ in range(3)]
    days = sorted(near + days_from(near[0], 1) + days_from(near[1], 7, 31))
    made = Plan(today=mess.pick(days) + timedelta(days=mess.pick([0, 0, 1, 40, 200])), days=days)
    made.dues = [*days, *days, start + timedelta(days=100), start + timedelta(days=400), start]
    made.dues += days_from(start, 100, 300, 400)
    if mess.happens(0.2):
        made.is_steady = True
        made.days = days_from(start, 10, 20, 40, 50, 93)
        made.dues = days_from(start, 100, 100, 200)
    made.mergers = mess.pick([0.2, 0.2, 0.8])
    _owners(mess, made)
    _items(mess, made)
    made.records["Cấu hình"] = _settings(mess, made, start)
    return made


def called(mess: Mess, person: Person) -> str:
    """Write a name the way people do: full, bare, shortened, without diacritics."""
    from tests.oracle.text import fold

    kind = person.kind or "Xã"
    ways = [person.name] * 12 + [f"{kind} {person.name}"] * 3 + person.aliases * 2
    ways += [f"UBND {person.name}", f"UBND xã {person.name}", f"TT. {person.name}"]
    ways += [f"TT.{person.name}", f"X.{person.name}", f"Công an xã {person.name}"]
    ways += [f"Đặc khu {person.name}"] if mess.oddly() else []
    if mess.oddly(3):
        ways = [fold(person.name), f"xa {fold(person.name)}", f"Thi tran {fold(person.name)}"]
    if mess.oddly(0.5):
        ways = ["Tam Da 2", "Nơi khác", "Xã", "Tan Hoa", "Dong Tho", "Vùng cao"]
    return mess.noisy(mess.pick(ways))


def _owners(mess: Mess, made: Plan) -> None:
    names = mess.rng.sample(UNIT_NAMES, mess.rng.randrange(2, 7))
    groups = GROUPS[: mess.rng.randrange(1, 4)]
    for name in names:
        made.units.append(Person(name, mess.pick([*KINDS, None]), True, mess.pick(groups)))
    for name in mess.rng.sample(AGENCY_NAMES, mess.rng.randrange(0, 3)):
        made.agencies.append(Person(name, None, False))
    for person in made.units + made.agencies:
        if mess.happens(0.2):
            person.aliases = [f"{person.name} cũ", person.name[:2] + "1"][: mess.pick([1, 2])]
        if mess.oddly():
            person.aliases = [mess.pick(UNIT_NAMES)]
    made.records["Đơn vị"] = [_unit(mess, made, person) for person in made.units]
    made.records["Cơ quan"] = [_agency(mess, person) for person in made.agencies]
    for title in ("Đơn vị", "Cơ quan"):
        if made.records[title] and mess.oddly(2):
            made.records[title].append(dict(mess.pick(made.records[title])))


def _unit(mess: Mess, made: Plan, person: Person) -> Record:
    is_full = mess.happens(0.1)
    record: Record = {
        "Đơn vị": mess.text(f"{person.kind or 'Xã'} {person.name}" if is_full else person.name),
        "Loại": person.kind,
        "Nhóm": mess.text(person.group),
        "Tên gọi khác": mess.join(person.aliases) if person.aliases else None,
    }
    if mess.happens(0.15):
        record["Hiệu lực từ"] = mess.day(mess.pick(made.days))
    if mess.happens(made.mergers):
        anyone = made.units + made.agencies * mess.oddly()
        successor = made.units[-1] if mess.happens(0.6) else mess.pick(anyone)
        if successor is not person or mess.oddly(3):
            record["Sáp nhập vào"] = called(mess, successor)
        if not mess.oddly(3):
            early = made.days[: mess.pick([2, len(made.days)])]
            record["Hiệu lực đến"] = mess.day(mess.pick(early) - timedelta(days=1))
    elif mess.happens(0.1):
        record["Hiệu lực đến"] = mess.day(mess.pick(made.days))
    return record


def _agency(mess: Mess, person: Person) -> Record:
    return {
        "Cơ quan": mess.text(person.name),
        "Báo cáo định kỳ": mess.pick([None, None, "Có", True, False, "Không", 1, "x", "✓"]),
        "Tên gọi khác": mess.join(person.aliases) if person.aliases else None,
    }


def _asked(mess: Mess, made: Plan, words: list[str]) -> str:
    names = [called(mess, person) for person in made.units + made.agencies]
    choices = names + [mess.noisy(person.group) for person in made.units] + words
    return mess.join([mess.pick(choices) for _ in range(mess.pick([1, 1, 2, 3]))])


def _items(mess: Mess, made: Plan) -> None:
    codes = mess.rng.sample(CODES, len(CODES))
    words = ["Tất cả đơn vị", "Tất cả cơ quan", "Tất cả", "tất cả"]
    kinds = {"Tiêu chí": mess.rng.randrange(1, 5), "Nhiệm vụ": mess.rng.randrange(0, 3)}
    kinds["Kỳ báo cáo"] = mess.rng.randrange(0, 4)
    makers = {"Tiêu chí": _criterion, "Nhiệm vụ": _task, "Kỳ báo cáo": _period}
    for title, count in kinds.items():
        made.records[title] = []
        for _ in range(count):
            code = codes.pop()
            made.codes.append((title, code))
            record = makers[title](mess, made, words)
            record["Mã"] = int(code) if code == "4" and mess.happens(0.5) else mess.text(code)
            record[title] = mess.text(f"Nội dung {code}")
            made.records[title].append(record)
        if made.records[title] and mess.oddly():
            made.records[title].append(dict(mess.pick(made.records[title])))


def _criterion(mess: Mess, made: Plan, words: list[str]) -> Record:
    record: Record = {
        "Nhóm tiêu chí": "Chung",
        "Điểm": mess.number(mess.pick([1, 2, 0.1, 0.7, 1.5, 3])) if mess.happens(0.6) else None,
        "Bắt buộc": mess.pick([None, None, None, "x", True, False, "Có", "Không"]),
    }
    if mess.happens(0.8):
        record["Hạn"] = mess.day(mess.pick(made.dues))
    if mess.happens(0.05):
        record["Hạn"] = "quý III"
    if mess.happens(0.4):
        record["Áp dụng cho"] = _asked(mess, made, words if mess.oddly() else [])
    if mess.happens(0.4):
        agencies = [called(mess, person) for person in made.agencies] or ["Phòng lạ"]
        record["Cơ quan theo dõi"] = mess.pick([*agencies, *agencies, "Phòng lạ"])
    return record


def _task(mess: Mess, made: Plan, words: list[str]) -> Record:
    record: Record = {"Chủ trì": _asked(mess, made, words * 2)}
    if mess.happens(0.2):
        record["Phối hợp"] = _asked(mess, made, words)
    if mess.happens(0.7):
        record["Hạn"] = mess.day(mess.pick(made.days))
    if mess.happens(0.3):
        record["Ngày hoàn thành"] = mess.day(mess.pick(made.days))
    return record


def _period(mess: Mess, made: Plan, words: list[str]) -> Record:
    record: Record = {"Loại": "Tháng", "Trước ngày": mess.day(mess.pick(made.days))}
    if mess.happens(0.5):
        record["Đối tượng"] = _asked(mess, made, words * 2)
    return record


def _settings(mess: Mess, made: Plan, start: date) -> list[Record]:
    values: Record = {
        Setting.NAME: "Kế hoạch 2024",
        Setting.YEAR: mess.pick([2024, "2024", 2024.0, None, 2024.5 if mess.oddly(9) else 2024]),
        Setting.AREA: "Huyện  Sơn Dương",
        Setting.STANDING_AGENCY: mess.pick(
            [called(mess, person) for person in made.agencies] + ["Phòng lạ"]
        ),
        Setting.START: mess.day(
            start if made.is_steady or mess.happens(0.7) else mess.pick(made.days)
        ),
        Setting.END: mess.day(start + timedelta(days=200)),
        Setting.AS_OF: mess.day(mess.pick(made.days)),
        Setting.PREVIOUS: mess.day(mess.pick(made.days)),
        Setting.DUE_SOON: mess.number(mess.pick([7, 1, 0, 30, 6.5])),
        Setting.STALE: mess.number(mess.pick([31, 7, 0, 30.5])),
        Setting.LAG: mess.number(mess.pick([20, 0, 33.3, 50, 10])),
        Setting.RED_FROM: mess.number(mess.pick([3, 1, 2, 2.5])),
        Setting.ILLUSTRATIVE: mess.pick(["Có", True, False, "Không", 1]),
    }
    records: list[Record] = []
    for item, value in values.items():
        if mess.happens(0.5) or (made.is_steady and item is Setting.START):
            cell = mess.wild() if mess.oddly() else value
            records.append({"Mục": mess.text(str(item)), "Giá trị": cell})
        if mess.oddly(0.3):
            records.append({"Mục": str(item), "Giá trị": value})
    return records
