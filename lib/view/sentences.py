"""Why each light and status is what it is, in one Vietnamese sentence; safe as Markdown."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, assert_never

import pandas as pd

from lib import words
from lib.assess import Cause, Light, State, Status
from lib.sheet import Kind
from lib.sheet.schema import APPRAISALS
from lib.vietnamese import key
from lib.view.marks import link, plain
from lib.view.tables import records
from lib.words import reasons

MOST_CODES = 3
TITLE_LETTERS = 28


def light_reasons(
    units: pd.DataFrame,
    cells: pd.DataFrame,
    obligations: pd.DataFrame,
    *,
    letters: int = TITLE_LETTERS,
    href: Callable[[str], str] | None = None,
) -> pd.Series:
    """Return each unit's sentence, by unit: what is overdue, at risk, missing; titles are cut.

    With `href`, the address of a criterion's page by its code, the criteria named lead there.
    """
    overdue = obligations[obligations["is_unit"] & (obligations["state"] == State.OVERDUE)]
    kinds = pd.crosstab(overdue["owner"], overdue["kind"]).to_dict("index")
    oldest = overdue.sort_values("days_late", ascending=False, kind="stable")
    longest = oldest.drop_duplicates("owner").set_index("owner").to_dict("index")
    mandatory = cells[cells["mandatory"] & (cells["status"] == Status.OVERDUE)]
    codes = mandatory.groupby("unit", observed=True)["code"].agg(list).to_dict()
    named = {
        item.code: linked(
            item_name(item.kind, item.code, shortened(item.title, letters)),
            item.kind,
            item.code,
            href,
        )
        for item in records(overdue.drop_duplicates("code", keep="last"))
    }
    sentences = {
        row.unit: _light_reason(
            row,
            kinds.get(row.unit, {}),
            codes.get(row.unit, []),
            longest.get(row.unit),
            named,
        )
        for row in records(units)
    }
    return pd.Series(sentences, dtype=object)


def _light_reason(
    unit: Any,
    kinds: Mapping[Any, int],
    mandatory: list[str],
    longest: Mapping[Any, Any] | None,
    named: Mapping[str, str],
) -> str:
    if unit.light == Light.GREEN:
        return sentence(reasons.GREEN)
    if unit.light == Light.GREY:
        return sentence(reasons.GREY if unit.total else reasons.NO_CRITERIA)
    clauses = []
    if unit.overdue:
        clauses.append(_overdue(unit.overdue, kinds))
    if mandatory:
        told = some((named[code] for code in mandatory), MOST_CODES, reasons.AND_MORE)
        clauses.append(reasons.MANDATORY.format(criteria=told))
    if longest is not None:
        days, code = words.count(longest["days_late"]), longest["code"]
        # A code named before needs its title no second time.
        item = plain(code) if code in mandatory[:MOST_CODES] else named[code]
        clauses.append(reasons.LONGEST.format(days=days, item=item))
    if unit.light == Light.AMBER and unit.at_risk:
        clauses.append(reasons.AT_RISK.format(number=words.count(unit.at_risk)))
    if unit.light == Light.AMBER and unit.no_data:
        clauses.append(reasons.NO_DATA.format(number=words.count(unit.no_data)))
    return sentence(*clauses)


def linked(name: str, kind: Any, code: str, href: Callable[[str], str] | None) -> str:
    """Return an item's name as safe Markdown; a criterion leads to its page where `href` tells it."""
    return link(name, href(code)) if href and kind == Kind.CRITERION else plain(name)


def status_reason(cell: Any, *, as_of: date, lag: float) -> str:
    """Say why a unit stands where it does on a criterion; `cell` is a row of the cells table.

    `lag` is how many points a unit may be behind (the settings' `lag_points`).
    """
    clauses = [_status_clause(cell, as_of, lag)]
    if cell.status == Status.OVERDUE and cell.refused:
        clauses.append(_refusal_clause(cell))
    if cell.inherited:
        clauses.append(reasons.INHERITED)
    if cell.stale and not pd.isna(cell.date):
        clauses.append(reasons.STALE.format(day=words.day(cell.date)))
    return sentence(*clauses)


def _status_clause(cell: Any, as_of: date, lag: float) -> str:
    progress, due = words.percent(cell.progress), words.day(cell.due)
    match Status(cell.status):
        case Status.MET:
            template = reasons.MET_APPRAISED if cell.appraised else reasons.MET
            return template.format(day=words.day(cell.date))
        case Status.OVERDUE:
            late = words.count((pd.Timestamp(as_of) - cell.due).days)
            template = reasons.OVERDUE_NO_DATA if pd.isna(cell.progress) else reasons.OVERDUE
            return template.format(days=late, due=due, progress=progress)
        case Status.NO_DATA:
            return reasons.NEVER_REPORTED.format(due=due)
        case Status.AT_RISK:
            return _risk_clause(cell, as_of)
        case Status.ON_TRACK:
            return _on_track_clause(cell, lag)
        case Status.NOT_APPLICABLE:
            return words.STATUS[Status.NOT_APPLICABLE].word
        case never:
            assert_never(never)


def _on_track_clause(cell: Any, lag: float) -> str:
    progress, due = words.percent(cell.progress), words.day(cell.due)
    return _on_track(cell).format(
        progress=progress,
        expected=words.percent(cell.expected),
        points=_points(cell.expected - cell.progress),
        lag=_points(lag),
        due=due,
    )


def _on_track(cell: Any) -> str:
    # What a reader compares are the figures as written.
    if words.percent(cell.progress) == words.percent(cell.expected):
        return reasons.ON_TRACK_EVEN
    return reasons.ON_TRACK if cell.progress > cell.expected else reasons.ON_TRACK_WITHIN


def _points(value: float) -> str:
    return words.percent(value).removesuffix("%")


def _risk_clause(cell: Any, as_of: date) -> str:
    progress = words.percent(cell.progress)
    match Cause(cell.cause):
        case Cause.APPRAISED_NOT_MET:
            return _refusal_clause(cell)
        case Cause.DUE_UNREADABLE:
            return reasons.DUE_UNREADABLE
        case Cause.DUE_SOON:
            left, due = (cell.due - pd.Timestamp(as_of)).days, words.day(cell.due)
            template = reasons.DUE_SOON if left else reasons.DUE_TODAY
            return template.format(days=words.count(left), due=due, progress=progress)
        case Cause.BEHIND:
            return reasons.BEHIND.format(progress=progress, expected=words.percent(cell.expected))
        case never:
            assert_never(never)


def is_verdict(cell: Any) -> bool:
    """Tell whether a cell's standing entry is an appraisal itself."""
    return key(str(cell.worksheet)).startswith(key(APPRAISALS.title))


def _refusal_clause(cell: Any) -> str:
    """Say that an appraisal did not pass a criterion, and what was written since."""
    day, progress = words.day(cell.date), words.percent(cell.progress)
    if is_verdict(cell):
        return reasons.REFUSED.format(day=day)
    if cell.inherited:
        return reasons.REFUSED_BEFORE_MERGER.format(progress=progress)
    if cell.appraised:
        return reasons.REFUSED_YET_MET.format(day=day)
    return reasons.REFUSED_SINCE.format(day=day, progress=progress)


def state_reason(owed: Any, *, as_of: date) -> str:
    """Say where an obligation stands; `owed` is a row of the obligations table."""
    due, done = words.day(owed.due), words.day(owed.done)
    days = words.count(owed.days_late)
    match State(owed.state):
        case State.DONE_LATE:
            return sentence(reasons.DONE_LATE.format(done=done, days=days, due=due))
        case State.DONE_ON_TIME:
            template = reasons.DONE_NO_DUE if pd.isna(owed.due) else reasons.DONE_ON_TIME
            return sentence(template.format(done=done, due=due))
        case State.OVERDUE:
            return sentence(reasons.OWED_OVERDUE.format(days=days, due=due))
        case State.OPEN:
            template = reasons.OWED_NO_DUE if pd.isna(owed.due) else reasons.OWED_OPEN
            return sentence(template.format(due=due))
        case State.DUE_SOON:
            left = (owed.due - pd.Timestamp(as_of)).days
            template = reasons.OWED_SOON if left else reasons.OWED_TODAY
            return sentence(template.format(days=words.count(left), due=due))
        case never:
            assert_never(never)


def sentence(*clauses: str) -> str:
    """Join clauses into one sentence: a capital at the start, a full stop at the end."""
    text = reasons.CLAUSES.join(clause for clause in clauses if clause)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _overdue(total: int, kinds: Mapping[Any, int]) -> str:
    there = [(kind, kinds[kind]) for kind in words.KINDS if kinds.get(kind, 0)]
    if len(there) == 1:
        return reasons.ONLY_KIND[there[0][0]].format(number=words.count(there[0][1]))
    number = words.count(total)
    if not there:
        return reasons.OVERDUE_ITEMS.format(number=number)
    told = [reasons.OF_KIND[kind].format(number=words.count(count)) for kind, count in there]
    return reasons.OVERDUE_KINDS.format(number=number, kinds=reasons.LIST.join(told))


def some(
    told: Iterable[str], most: int, more: str, *, joint: str = reasons.LIST, slack: int = 0
) -> str:
    """Join the first of the names, and say how many `more` there are, if over the `slack`."""
    names = list(told)
    if len(names) > most + slack:
        names[most:] = [more.format(number=words.count(len(names) - most))]
    return joint.join(names)


def item_name(kind: str, code: str, title: str) -> str:
    """Name an item as a reader knows it: a report's title is only its period; plain text."""
    report = words.KIND[Kind.REPORT]
    if kind != Kind.REPORT or title.lower().startswith(report.lower()):
        return f"{code} – {title}"
    lowered = title if title[:2].isupper() else title[:1].lower() + title[1:]
    return f"{code} – {report} {lowered}"


def shortened(title: str, letters: int) -> str:
    """Cut a title after a whole word to at most so many letters; a cut one ends in an ellipsis."""
    whole = " ".join(title.split())
    if len(whole) <= letters:
        return whole
    kept = whole[:letters].rpartition(" ")[0] or whole[:letters]
    return f"{kept.rstrip(' ,;.')}…"
