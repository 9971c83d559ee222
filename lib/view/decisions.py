"""What meetings decided: tasks with a day given (rules, 5), one line each, and what became of them.

The last meeting's are those given from the previous date on and before the as-of date, whose own
are for the next meeting to ask about; of earlier ones those count that are still open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, State
from lib.sheet import Kind
from lib.view import columns, marks
from lib.view.columns import saying, screen
from lib.view.marks import plain
from lib.view.sentences import shortened, some
from lib.view.tables import Table, records
from lib.words import decisions as said

MOST_NAMES: Final = 4
MOST_DEADLINES: Final = 3
_DONE: Final = (State.DONE_ON_TIME, State.DONE_LATE)
_COUNTED: Final = (
    (said.DONE, _DONE),
    (said.OVERDUE, (State.OVERDUE,)),
    (said.RUNNING, (State.DUE_SOON, State.OPEN)),
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided: whose it is, and how it stands as a whole.

    `state` is the worst of its owners', `days_late` the most of them, `done` the last one's day (NaT
    like `due` where there is none);
    `waiting` are the owners, by name, who have not done it; `deadlines` those that it was seen to
    have one after another, none where its own was not moved.
    """

    code: str
    title: str
    given: pd.Timestamp
    due: Any
    done: Any
    state: State
    days_late: float
    owners: tuple[str, ...]
    waiting: tuple[str, ...]
    deadlines: tuple[date | None, ...] = ()


Moved = Mapping[str, tuple[date | None, ...]]
_NONE_MOVED: Final[Moved] = {}


def decisions(
    now: Assessment, *, previous: date, moved: Moved = _NONE_MOVED
) -> tuple[Decision, ...]:
    """Return what was decided at the last meeting, and earlier and is still open; worst first.

    `moved` are the deadlines, by code, of what was promised several times.
    """
    owed = now.obligations
    given = owed[(owed["kind"] == Kind.TASK) & (owed["given"] < pd.Timestamp(now.as_of))]
    made = (
        replace(_decision(lines), deadlines=moved.get(str(code), ()))
        for code, lines in given.groupby("code", sort=False)
    )
    return tuple(one for one in made if one.waiting or one.given >= pd.Timestamp(previous))


def any_given(now: Assessment) -> bool:
    """Tell whether the sheet says of any task when it was given."""
    return bool(now.items["given"].notna().any())


def _decision(lines: pd.DataFrame) -> Decision:
    """Make one of all its owners' lines, which come worst first."""
    first, waiting = records(lines.head(1))[0], ~lines["state"].isin(_DONE)
    late = not waiting.any() and (lines["state"] == State.DONE_LATE).any()
    return Decision(
        code=first.code,
        title=first.title,
        given=first.given,
        due=first.due,
        done=lines["done"].max(),
        state=State.DONE_LATE if late else State(first.state),
        days_late=lines["days_late"].max(),
        owners=tuple(lines["owner"]),
        waiting=tuple(lines.loc[waiting, "owner"]),
    )


def finding(told: Iterable[Decision], *, previous: date) -> str:
    """Say how many things were decided and what became of them; plain text."""
    made = list(told)
    last = [one for one in made if one.given >= pd.Timestamp(previous)]
    earlier = [one for one in made if one.given < pd.Timestamp(previous)]
    moved = sum(bool(one.deadlines) for one in made)
    told_moved = f"; {said.MOVED_ALL.format(number=words.count(moved))}" if moved else ""
    day, number = words.day(previous), words.count(len(last))
    if not last:
        nothing = said.NONE_LAST.format(day=day)
        return f"{nothing}; {_earlier(earlier) or said.ALL_DONE}{told_moved}"
    one_day = all(one.given == pd.Timestamp(previous) for one in last)
    what = (said.LAST if one_day else said.LAST_FROM).format(number=number, day=day)
    sentence = said.OUTCOMES.format(what=what, outcomes=_outcomes(last))
    before = f"; {_earlier(earlier)}" if earlier else ""
    return f"{sentence}{before}{told_moved}"


def _earlier(earlier: list[Decision]) -> str:
    if not earlier:
        return ""
    late = [one for one in earlier if one.state is State.OVERDUE]
    all_late = len(late) == len(earlier)
    template = said.EARLIER_LATE if all_late else said.EARLIER
    what = template.format(number=words.count(len(earlier)))
    if all_late:
        return what
    return said.OF_THEM.format(what=what, outcomes=_outcomes(late)) if late else what


def _outcomes(told: list[Decision]) -> str:
    counts = ((text, sum(one.state in states for one in told)) for text, states in _COUNTED)
    return ", ".join(text.format(number=words.count(number)) for text, number in counts if number)


def table(
    told: Iterable[Decision], labels: dict[str, str], *, as_of: date, href: Any, letters: int
) -> Table:
    """List decisions: what, whose, when given, what became of it; longer titles are cut.

    `href` gives an owner's address by its screen name.
    """

    def who(one: Decision) -> str:
        if len(one.owners) > 1:
            return said.SEVERAL.format(number=words.count(len(one.owners)))
        label = labels[one.owners[0]]
        return marks.link(label, href(label))

    shown = (
        columns.NUMBER,
        saying(said.WHAT, lambda one: plain(f"{one.code} – {shortened(one.title, letters)}")),
        saying(said.WHO, who),
        saying(said.GIVEN, lambda one: words.day(one.given), narrow=True),
        saying(said.OUTCOME, lambda one: _outcome(one, labels, as_of)),
    )
    return screen(told, shown, title=said.TABLE)


def _outcome(one: Decision, labels: dict[str, str], as_of: date) -> str:
    mark = words.STATE[one.state]
    told = marks.tone(f"**{mark.shape}** {_word(one, as_of)}", mark.tone)
    if one.deadlines:
        told = f"{told}; {marks.tone(_promised(one), 'amber')}"
    if len(one.owners) == 1:
        return told
    done = len(one.owners) - len(one.waiting)
    share = said.OF_SEVERAL.format(share=words.share(done, len(one.owners)))
    parts = [told, share]
    if one.waiting:
        names = some((plain(labels[owner]) for owner in one.waiting), MOST_NAMES, said.MORE)
        parts.append(said.WAITING.format(names=names))
    return "; ".join(parts)


def _promised(one: Decision) -> str:
    """Say how often the deadline was moved, from which day to which; of many the first and last."""
    last_year = max(day.year for day in one.deadlines if day)

    def told(day: date | None) -> str:
        if day is None:
            return said.NO_DUE
        return words.day_month(day) if day.year == last_year else words.day(day)

    days = [*map(told, one.deadlines)]
    if len(days) > MOST_DEADLINES:
        days[1:-1] = [said.BETWEEN]
    times = words.count(len(one.deadlines) - 1)
    return said.MOVED.format(times=times, days=" → ".join(days))


def _word(one: Decision, as_of: date) -> str:
    template = said.OUTCOME_OF[one.state]
    if pd.isna(one.due):
        template = said.OPEN_WITHOUT_DUE if one.waiting else said.DONE_WITHOUT_DUE
    left = None if pd.isna(one.due) else (one.due - pd.Timestamp(as_of)).days
    return template.format(
        days=words.count(one.days_late),
        left=words.count(left),
        due=words.day(one.due),
        done=words.day(one.done),
    )
