"""Units and agencies to make a mess of: who bears which name when, and who is merged into whom."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tests.oracle.mess_cells import Mess, Record
from tests.oracle.text import fold

UNIT_NAMES = [
    "Tam Đa", "Hồng Lạc", "Vân Sơn", "Hồng Sơn", "Sơn Dương", "Tân Hòa", "Tân Hóa", "Đông Thọ",
    "Dông Thọ", "Hòa An", "Quý Quân", "Ấm Hạ", "Ăm Hạ", "Thuý Loan",
]  # fmt: skip
AGENCY_NAMES = [
    "Công an huyện", "Phòng Tư pháp", "Đoàn Thanh niên", "Hội Nông dân", "UBND huyện",
    "Phòng Văn hóa, Thông tin", "Đội (Thuế)",
]  # fmt: skip
KINDS = ["Xã", "Xã", "Xã", "Thị trấn", "Phường", "Đặc khu"]
GROUPS = ["Xây dựng điển hình", "Vùng cao", "Nhóm 3"]
BEFORE = [
    "UBND", "UBND xã", "TT.", "TT", "X.", "Công an xã", "CA", "HĐND phường", "Ủy ban nhân dân",
    "Đảng ủy xã", "Ủy ban MTTQ xã", "MTTQ", "ĐK", "P.", "UBND X.",
]  # fmt: skip
BEHIND = [", huyện Sơn Dương", " (xã)", " (mới)", ", Tuyên Quang", " [x]", "(cũ), huyện"]
STRANGERS = [
    "Tam Da 2", "Nơi khác", "Xã", "UBND", "Tan Hoa", "Dong Tho", "Vùng cao", "Tam Đa, Hồng Lạc",
    "Tam Đa và Hồng Lạc", "Công an huyện, Tam Đa", "Nơi khác, Tam Đa", "UBND Công an huyện",
]  # fmt: skip


@dataclass(eq=False)
class Person:
    """A row of `Đơn vị` or `Cơ quan` as the generator knows it."""

    name: str
    kind: str | None
    is_unit: bool
    group: str = ""
    aliases: list[str] = field(default_factory=list)
    valid_from: date | None = None
    valid_until: date | None = None
    into: str | None = None
    heir: "Person | None" = None
    """Whom `into` is meant to name."""


def called(mess: Mess, person: Person) -> str:
    """Write a name the way people do: full, bare, shortened, without diacritics."""
    kind = person.kind or "Xã"
    ways = [person.name] * 12 + person.aliases * 2
    if person.is_unit:
        ways += [f"{kind} {person.name}"] * 3
        ways += [f"{mess.pick(BEFORE)} {person.name}" for _ in range(5)] + [f"TT.{person.name}"]
    if mess.happens(0.04) or mess.oddly(3):
        folded = fold(person.name)
        ways = [folded, f"xa {folded}", f"Uy ban nhan dan xa {folded}", f"Thi tran {folded}"]
        ways += [person.name + mess.pick(BEHIND) for _ in range(4)]
        ways += [fold(alias) for alias in person.aliases]
    if mess.oddly(0.5):
        ways = [*STRANGERS, f"{person.name}, {mess.pick(UNIT_NAMES)}"]
    return mess.noisy(mess.pick(ways))


def units(mess: Mess, days: list[date], mergers: float) -> list[Person]:
    """Make units; some end, are merged, and hand on their names."""
    groups = GROUPS[: mess.rng.randrange(1, 4)]
    names = mess.rng.sample(UNIT_NAMES, mess.rng.randrange(2, 7))
    people = [Person(name, mess.pick([*KINDS, None]), True, mess.pick(groups)) for name in names]
    _alias(mess, people)
    _end(mess, people, days, mergers)
    if mess.happens(0.35):
        _unite(mess, people, days, groups)
    if mess.happens(0.35):
        _be_reborn(mess, people, days, groups)
    return people


def agencies(mess: Mess, days: list[date]) -> list[Person]:
    """Make agencies, which may end and be merged as units are."""
    names = mess.rng.sample(AGENCY_NAMES, mess.rng.randrange(0, 4))
    people = [Person(name, None, False) for name in names]
    _alias(mess, people)
    if people and mess.happens(0.4):
        _end(mess, people, days, 0.4)
    if people and mess.happens(0.15):
        _be_reborn(mess, people, days, [""])
    if mess.oddly():
        people.append(Person(f"{mess.pick(BEFORE)} {mess.pick(UNIT_NAMES)}", None, False))
    return people


def _alias(mess: Mess, people: list[Person]) -> None:
    for person in people:
        if mess.happens(0.2):
            person.aliases = [f"{person.name} cũ", person.name[:2] + "1"][: mess.pick([1, 2])]
        if mess.oddly():
            person.aliases = [mess.pick(UNIT_NAMES)]


def _end(mess: Mess, people: list[Person], days: list[date], mergers: float) -> None:
    """Let some end on their own days, merged into the last one or into anyone."""
    for person in people:
        if mess.happens(0.12):
            person.valid_from = mess.pick(days)
        if mess.happens(mergers):
            successor = people[-1] if mess.happens(0.6) else mess.pick(people)
            if successor is not person or mess.oddly(3):
                person.into, person.heir = called(mess, successor), successor
                if mess.happens(0.3):
                    successor.aliases = [*successor.aliases, person.name]
            if not mess.oddly(3):
                early = days[: mess.pick([2, len(days)])]
                person.valid_until = mess.pick(early) - timedelta(days=1)
        elif mess.happens(0.1):
            person.valid_until = mess.pick(days)


def _unite(mess: Mess, people: list[Person], days: list[date], groups: list[str]) -> None:
    """Merge several on one day into a new unit, one that keeps an old name, or one that stays."""
    day = mess.pick(days)
    merged = mess.rng.sample(people, mess.rng.randrange(1, len(people) + 1))[:3]
    for person in merged:
        person.valid_until = day - timedelta(days=1)
        if person.valid_from is not None and person.valid_from >= day:
            person.valid_from = None
    others = [person for person in people if person not in merged]
    unused = [name for name in UNIT_NAMES if name not in [person.name for person in people]]
    how = mess.pick(["new", "old name", "old name", "stays"])
    if how == "stays" and others:
        heir = mess.pick(others)
    else:
        name = mess.pick(unused) if how == "new" else mess.pick(merged).name
        heir = Person(name, mess.pick([*KINDS, None]), True, mess.pick(groups), valid_from=day)
        people.insert(mess.pick([0, len(people), len(people)]), heir)
    for person in merged:
        person.into, person.heir = mess.noisy(heir.name), heir
        if person.name != heir.name and mess.happens(0.4):
            heir.aliases = [*heir.aliases, person.name]


def _be_reborn(mess: Mess, people: list[Person], days: list[date], groups: list[str]) -> None:
    """End a row and begin another of the same name: the next day, after a gap or too early."""
    old = mess.pick(people)
    day = mess.pick(days)
    if old.valid_from is not None and old.valid_from >= day:
        old.valid_from = None
    old.valid_until = day - timedelta(days=1)
    gap = mess.pick([0, 0, 0, 0, 5, 40, -2 if mess.oddly(5) else 0])
    new = replace(old, group=mess.pick(groups), valid_from=day + timedelta(days=gap))
    new.kind = mess.pick([old.kind, old.kind, mess.pick(KINDS)]) if old.is_unit else None
    new.aliases = list(old.aliases) if mess.happens(0.5) else []
    new.valid_until = new.into = new.heir = None
    if mess.happens(0.7):
        old.into, old.heir = mess.noisy(old.name), new
    if mess.happens(0.3):
        others = [person for person in people if person is not old]
        later = [each for each in days if each > day + timedelta(days=gap + 1)]
        if others and later:
            new.valid_until = mess.pick(later) - timedelta(days=1)
            new.heir = mess.pick(others)
            new.into = called(mess, new.heir)
    people.insert(mess.pick([len(people), 0]), new)


def unit_record(mess: Mess, person: Person) -> Record:
    """Write a row of `Đơn vị`."""
    is_full = mess.happens(0.1)
    return {
        "Đơn vị": mess.text(f"{person.kind or 'Xã'} {person.name}" if is_full else person.name),
        "Loại": person.kind,
        "Nhóm": mess.text(person.group),
        "Thư điện tử": mess.pick([None, "a@b.vn; c@d.vn"]),
        **_life(mess, person),
    }


def agency_record(mess: Mess, person: Person) -> Record:
    """Write a row of `Cơ quan`."""
    return {
        "Cơ quan": mess.text(person.name),
        "Báo cáo định kỳ": mess.pick([None, None, "Có", True, False, "Không", 1, "x", "✓"]),
        **_life(mess, person),
    }


def _life(mess: Mess, person: Person) -> Record:
    record: Record = {"Tên gọi khác": mess.join(person.aliases) if person.aliases else None}
    if person.valid_from is not None:
        record["Hiệu lực từ"] = mess.day(person.valid_from)
    if person.valid_until is not None:
        record["Hiệu lực đến"] = mess.day(person.valid_until)
    if person.into is not None:
        record["Sáp nhập vào"] = person.into
    return record
