"""The words of the illustrative progress: what an owner writes about a step of its work."""

from dataclasses import dataclass
from datetime import date

from lib.grid import Cell
from lib.sheet.schema import DEFAULT_KIND, PERIODS, TASKS, Worksheet
from lib.template import texts
from lib.template.owed import Duty, Owner
from lib.template.plan import code_texts
from lib.template.story import Stage, Step, between, share


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a log, where it belongs in time, and whose it is (None: nobody known)."""

    after: date
    place: int
    owner: str | None
    cells: tuple[Cell, ...]


def told(owner: Owner, duty: Duty, step: Step, place: int, obstacle: str | None) -> Line:
    """Return the log line of one step, with what is in the way of the next."""
    keys = (owner.name, duty.code, step.day)
    evidence, author = _proof(owner, duty, step, *keys)
    cells = (
        step.day,
        _written_name(owner, *keys),
        written_code(duty.code, *keys),
        *_outcome(duty.kind, step, *keys),
        evidence,
        obstacle,
        author,
        _remark(owner, duty, step),
    )
    return Line(step.day, place, owner.name, cells)


def _remark(owner: Owner, duty: Duty, step: Step) -> str | None:
    if duty.kind is not PERIODS or step.day <= duty.due:
        return None
    return texts.message("late" if owner.is_unit else "late_agency")


def written_code(code: str, *keys: object) -> str:
    """Return a code as chosen from the dropdown, or now and then typed by hand."""
    chance = share(*keys, "code")
    if chance < 0.03:
        return code.lower()
    return code if chance < 0.25 else code_texts()[code]


def _kind(owner: Owner) -> str:
    return (owner.kind or DEFAULT_KIND).lower()


def _written_name(owner: Owner, *keys: object) -> str:
    chance = share(*keys, "name")
    if not owner.is_unit:
        return owner.aliases[0] if owner.aliases and chance < 0.1 else owner.name
    if chance < 0.03:
        return texts.message("office").format(kind=_kind(owner), name=owner.name)
    if chance < 0.06:
        return texts.message("police").format(kind=_kind(owner), name=owner.name)
    return f"{owner.kind} {owner.name}" if chance < 0.1 else owner.name


def _outcome(kind: Worksheet, step: Step, *keys: object) -> tuple[Cell, Cell]:
    """Return the result word and the percent."""
    chance = share(*keys, "outcome")
    if step.stage is Stage.DONE:
        if kind is PERIODS:
            return texts.message("sent"), None
        word = "done_task" if kind is TASKS else "done"
        return texts.message(word), 100 if chance < 0.3 else None
    if step.stage is Stage.STUCK:
        return texts.message("not_met"), step.percent
    if step.stage is Stage.BEGUN and chance < 0.12:
        return texts.message("not_begun"), None
    return texts.message("moving_too" if chance > 0.9 else "moving"), step.percent


def _proof(owner: Owner, duty: Duty, step: Step, *keys: object) -> tuple[str, str]:
    """Return the evidence and who wrote it."""
    details = {
        "number": 8 + step.day.timetuple().tm_yday // 2 + between(0, 9, *keys, "number"),
        "day": f"{step.day:%d/%m/%Y}",
        "count": between(2, 14, *keys, "count"),
        "people": 10 * between(4, 42, *keys, "people"),
        "kind": _kind(owner),
    }
    if duty.kind is PERIODS:
        suffix = "" if owner.is_unit else "_agency"
        evidence, author = (
            texts.message(f"report_{part}{suffix}") for part in ("evidence", "author")
        )
    else:
        item = texts.item(duty.code)
        evidence, author = item[_EVIDENCE[step.stage]], item["author"]
    return evidence.format(**details), author.format(**details)


_EVIDENCE = {
    Stage.BEGUN: "begun",
    Stage.MOVING: "moving",
    Stage.STUCK: "moving",
    Stage.DONE: "done",
}
