"""How a piece of work goes in the illustrative progress: when it starts, moves and is done.

Nothing is random: every choice follows from the names of the owner and the code, so that the
same plan always tells the same story, and adding a unit leaves the others' stories alone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2b

AS_OF = date(2024, 9, 15)
PREVIOUS = date(2024, 8, 15)
PLAN_START = date(2024, 1, 1)
HIGHEST_UNMET = 95


@dataclass(frozen=True, slots=True)
class Pace:
    """How an owner works: its progress against the expected one and its punctuality.

    `lead` is how many days before a deadline it is done at the earliest and at the latest;
    `late` the share of what it does late, by up to `lateness` days; `early` the share of later
    deadlines already met; `hesitation` how many days may pass before it begins.
    """

    speed: float
    lead: tuple[int, int]
    late: float
    lateness: int
    early: float
    hesitation: int
    rounds: tuple[float, float, float, float]


PACES = {
    "leader": Pace(1.02, (7, 26), 0.02, 3, 0.50, 10, (0.2, 0.3, 1.0, 1.0)),
    "steady": Pace(0.97, (2, 16), 0.10, 5, 0.28, 34, (0.3, 0.3, 0.6, 1.0)),
    "slow": Pace(0.87, (0, 7), 0.19, 9, 0.10, 34, (0.3, 0.35, 0.45, 0.9)),
    "laggard": Pace(0.76, (0, 4), 0.30, 16, 0.03, 40, (0.2, 0.3, 0.4, 0.6)),
    "new": Pace(0.95, (2, 6), 0.0, 0, 0.0, 0, (0.0, 0.0, 0.0, 0.0)),
}
"""`rounds`: the share of open items brought up to date in early June, July, August, September."""

_ROUNDS = (date(2024, 6, 3), date(2024, 7, 2), date(2024, 8, 2), date(2024, 9, 3))
_ROUND_DAYS = 9


class Turn(StrEnum):
    """What a line of `turns.csv` says against the usual course."""

    OPEN = "open"
    BLANK = "blank"
    FINISH = "finish"


class Stage(StrEnum):
    """How far a piece of work is when a line is written."""

    BEGUN = "begun"
    MOVING = "moving"
    STUCK = "stuck"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Work:
    """What an owner owes: who, which code, from when it is worked on, its last day in time."""

    owner: str
    code: str
    begins: date
    due: date
    earliest: date | None


@dataclass(frozen=True, slots=True)
class Step:
    """One line to come in the log."""

    day: date
    stage: Stage
    percent: int | None


def share(*keys: object) -> float:
    """Return a number from 0 up to 1 that always is the same for the same keys."""
    digest = blake2b("|".join(map(str, keys)).encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / 2**48


def between(low: int, high: int, *keys: object) -> int:
    """Return a whole number from low to high, always the same for the same keys."""
    return low + int(share(*keys) * (high - low + 1))


def workday(day: date) -> date:
    """Return the day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def finished(work: Work, pace: Pace) -> date | None:
    """Return the day the work is done in its usual course, None when it is still open."""
    owner, code = work.owner, work.code
    if work.due < AS_OF:
        late = share(owner, code, "late") < pace.late and pace.lateness > 0
        if late:
            day = work.due + timedelta(days=between(1, pace.lateness, owner, code, "lateness"))
        else:
            day = work.due - timedelta(days=between(*pace.lead, owner, code, "lead"))
        return workday(max(day, work.earliest or work.begins))
    if work.earliest is None or share(owner, code, "early") >= pace.early:
        return None
    span = (AS_OF - work.earliest).days - 3
    if span < 0:
        return None
    return workday(work.earliest + timedelta(days=between(0, span, owner, code, "early day")))


def sent(owner: str, code: str, due: date, pace: Pace) -> date:
    """Return the day a report is sent in its usual course."""
    if share(owner, code, "late") < pace.late and pace.lateness > 0:
        return due + timedelta(days=between(1, pace.lateness, owner, code, "lateness"))
    return workday(due - timedelta(days=between(0, 5, owner, code, "lead")))


def steps(work: Work, pace: Pace, done: date | None, ceiling: int | None) -> tuple[Step, ...]:
    """Return the lines of one piece of work in time order, one a day at most.

    `ceiling` is the percent an item that does not get done has reached by the as-of date.
    """
    begun = workday(
        work.begins + timedelta(days=between(0, pace.hesitation, work.owner, work.code, "begin"))
    )
    days = [begun, *_round_days(work, pace)]
    last = done or AS_OF
    days = [day for day in days if begun <= day < last - timedelta(days=3 if done else 0)]
    found: list[Step] = []
    for number, day in enumerate(days):
        if found and day <= found[-1].day:
            continue
        percent = _percent(work, pace, day, first=number == 0, ceiling=ceiling)
        percent = max(percent, found[-1].percent or 0) if found else percent
        found.append(Step(day, Stage.MOVING if found else Stage.BEGUN, percent))
    if done:
        found.append(Step(done, Stage.DONE, None))
    return tuple(found)


def _round_days(work: Work, pace: Pace) -> list[date]:
    keys = (work.owner, work.code)
    return [
        workday(start + timedelta(days=between(0, _ROUND_DAYS, *keys, start)))
        for start, part in zip(_ROUNDS, pace.rounds, strict=True)
        if share(*keys, start, "round") < part
    ]


def _percent(work: Work, pace: Pace, day: date, *, first: bool, ceiling: int | None) -> int:
    keys = (work.owner, work.code, day)
    if first:
        return min(5 * between(1, 5, *keys, "first"), ceiling or 25)
    expected = 100 * (day - PLAN_START).days / max(1, (work.due - PLAN_START).days)
    if ceiling is not None:
        expected = ceiling * (day - PLAN_START).days / (AS_OF - PLAN_START).days
        return min(ceiling, 5 * round(expected / 5))
    percent = 5 * round((expected * pace.speed + between(-3, 4, *keys)) / 5)
    return max(5, min(HIGHEST_UNMET, percent))
