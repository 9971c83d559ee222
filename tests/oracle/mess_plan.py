"""A plan to make a mess of: criteria, tasks, periods and settings about its people and days."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from lib.sheet.schema import Setting
from tests.oracle.mess_cells import Mess, Record, days_from
from tests.oracle.mess_people import (
    Person,
    agencies,
    agency_record,
    called,
    unit_record,
    units,
)

CODES = [
    "TC01", "TC02", "TC 3", "TC1", "TC1.1", "TC11", "4", "NV.1", "NV02", "BC-9", "BC10", "2.1",
]  # fmt: skip
ODD_YEARS = [204, 1, 9999, "204", 1999, 2100, 2000, 2099, 2025, 2023, 2024.5, -1]


@dataclass
class Plan:
    """What the worksheets say, and the days it is about."""

    today: date
    days: list[date]
    dues: list[date] = field(default_factory=list)
    is_steady: bool = False
    """Round distances between start, days and deadlines: progress meets what is expected."""
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
    made.units = units(mess, made.days, mess.pick([0.1, 0.2, 0.8]))
    made.agencies = agencies(mess, made.days)
    made.records["Đơn vị"] = [unit_record(mess, person) for person in made.units]
    made.records["Cơ quan"] = [agency_record(mess, person) for person in made.agencies]
    for title in ("Đơn vị", "Cơ quan"):
        if made.records[title] and mess.oddly(2):
            made.records[title].append(dict(mess.pick(made.records[title])))
    _items(mess, made)
    made.records["Cấu hình"] = _settings(mess, made, start)
    return made


def _asked(mess: Mess, made: Plan, words: list[str]) -> str:
    names = [called(mess, person) for person in made.units + made.agencies]
    choices = names + [mess.noisy(person.group) for person in made.units] + words
    return mess.join([mess.pick(choices) for _ in range(mess.pick([1, 1, 2, 3, 4]))])


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
    if mess.oddly(2):
        record["Áp dụng cho"] = mess.pick(["Nơi khác", "Nơi khác; Công an huyện", "; ;", "vùng xa"])
    if mess.happens(0.4):
        names = [called(mess, person) for person in made.agencies] or ["Phòng lạ"]
        record["Cơ quan theo dõi"] = mess.pick([*names, *names, "Phòng lạ"])
    return record


def _task(mess: Mess, made: Plan, words: list[str]) -> Record:
    record: Record = {"Chủ trì": _asked(mess, made, words * 2)}
    if mess.happens(0.2):
        record["Phối hợp"] = _asked(mess, made, words)
    if mess.happens(0.4):
        record["Ngày giao"] = mess.day(mess.pick(made.days))
    if mess.happens(0.7):
        record["Hạn"] = mess.day(mess.pick(made.days)) if not mess.oddly(2) else "quý III"
    if mess.happens(0.3):
        day = mess.pick(made.days)
        record["Ngày hoàn thành"] = mess.last_year(day) if mess.oddly(3) else mess.day(day)
    return record


def _period(mess: Mess, made: Plan, words: list[str]) -> Record:
    record: Record = {"Loại": "Tháng", "Trước ngày": mess.day(mess.pick(made.days))}
    if mess.happens(0.5):
        record["Đối tượng"] = _asked(mess, made, words * 2)
    return record


def _settings(mess: Mess, made: Plan, start: date) -> list[Record]:
    values: Record = {
        Setting.NAME: "Kế hoạch 2024",
        Setting.YEAR: mess.pick(ODD_YEARS if mess.oddly(4) else [2024, "2024", 2024.0, None]),
        Setting.AREA: "Huyện  Sơn Dương",
        Setting.STANDING_AGENCY: mess.pick(
            [called(mess, person) for person in made.agencies] + ["Phòng lạ"]
        ),
        Setting.START: mess.day(
            start if made.is_steady or mess.happens(0.7) else mess.pick(made.days)
        ),
        Setting.END: mess.day(start + timedelta(days=-3 if mess.oddly(4) else 200)),
        Setting.AS_OF: mess.day(mess.pick(made.days)),
        Setting.PREVIOUS: mess.day(mess.pick(made.days)),
        Setting.DUE_SOON: mess.number(mess.pick([7, 1, 0, 30, 6.5])),
        Setting.STALE: mess.number(mess.pick([31, 7, 0, 30.5])),
        Setting.LAG: mess.number(mess.pick([20, 0, 33.3, 50, 10])),
        Setting.RED_FROM: mess.number(mess.pick([3, 1, 2, 2.5])),
        Setting.ILLUSTRATIVE: mess.pick(["Có", True, False, "Không", 1]),
        Setting.PLAN_DATE: mess.day(start),
        Setting.RECIPIENTS: "Như trên; Lưu VT",
    }
    if mess.oddly(2):
        values[Setting.START] = mess.pick(["1/1/2000", "1/3/2023", "15 tháng 9", date(2000, 2, 29)])
    records: list[Record] = []
    for item, value in values.items():
        if mess.happens(0.5) or (made.is_steady and item is Setting.START):
            cell = mess.wild() if mess.oddly() else value
            records.append({"Mục": mess.text(str(item)), "Giá trị": cell})
        if mess.oddly(0.3):
            records.append({"Mục": str(item), "Giá trị": value})
    return records
