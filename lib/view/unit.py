"""One unit: its figures, what it still lacks, each criterion as it sees it and as it was judged."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment, Status
from lib.view import marks
from lib.view.marks import plain
from lib.view.owed import ItemHref, item_link
from lib.view.sentences import state_reason, status_reason
from lib.view.tables import NUMBER, Figure, Table, records, table
from lib.view.trail import Said
from lib.words import detail


def units_table(units: pd.DataFrame, *, href: Callable[[str], str]) -> Table:
    """List units to choose from, in the order given."""
    listed = records(units)
    first, last = (listed[0].label, listed[-1].label) if listed else ("", "")
    return table(
        {
            detail.UNIT: [marks.link(row.label, href(row.label)) for row in listed],
            detail.LIGHT: [marks.light(row.light) for row in listed],
            detail.REACHED: [words.share(row.met, row.total) for row in listed],
        },
        title=detail.UNITS_BETWEEN.format(first=first, last=last),
        right=(detail.REACHED,),
        narrow=(detail.UNIT, detail.LIGHT),
        numbered=False,
    )


def figures(now: Assessment, before: Assessment, unit: str, moved: Any) -> tuple[Figure, ...]:
    """Tell a unit's criteria met, progress, rank, punctuality and items overdue, with changes."""
    row = _row(now, unit)
    earlier = _row(before, unit)
    cohort = int((now.units["group"] == row.group).sum())

    def change(column: str) -> float | None:
        return None if earlier is None else getattr(row, column) - getattr(earlier, column)

    def points(column: str) -> str | None:
        return words.points(getattr(row, column), getattr(earlier, column, None))

    return (
        Figure(
            detail.MET,
            words.share(row.met, row.total),
            _signed(change("met")),
            "up",
            detail.APPRAISED_NOTE.format(appraised=words.count(row.met_appraised)),
        ),
        Figure(detail.PROGRESS, words.percent(row.progress), points("progress"), "up"),
        Figure(
            detail.RANK,
            detail.RANK_OF.format(rank=words.count(row.rank), number=words.count(cohort)),
            None if pd.isna(moved) else _signed(moved, detail.PLACES),
            "up",
        ),
        Figure(detail.ON_TIME, words.percent(row.on_time_rate), points("on_time_rate"), "up"),
        Figure(detail.OVERDUE, words.count(row.overdue), _signed(change("overdue")), "down"),
    )


def missing(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the criteria a unit has not met: mandatory, then overdue, then nearest due first."""
    lacking = cells[cells["status"] != Status.MET]
    ordered = lacking.assign(overdue=lacking["status"] == Status.OVERDUE).sort_values(
        ["mandatory", "overdue", "due"],
        ascending=[False, False, True],
        kind="stable",
        na_position="last",
    )
    return ordered.drop(columns="overdue")


def missing_heading(cells: pd.DataFrame, *, agency: str | None = None) -> str:
    """Say how many criteria are missing, and how many of them are mandatory; plain text.

    `agency` is whose criteria these are, where the filters leave only one agency's.
    """
    if cells.empty:
        return detail.NO_CRITERIA
    text = _missing(cells)
    return text if agency is None else detail.OF_AGENCY.format(text=text, agency=agency)


def _missing(cells: pd.DataFrame) -> str:
    lacking = cells[cells["status"] != Status.MET]
    mandatory = int(lacking["mandatory"].sum())
    if lacking.empty:
        return detail.MISSING_NONE.format(number=words.count(len(cells)))
    text = detail.MISSING_MANDATORY if mandatory else detail.MISSING
    return text.format(number=words.count(len(lacking)), mandatory=words.count(mandatory))


def missing_table(
    cells: pd.DataFrame, titles: dict[str, str], *, as_of: date, lag: float, href: ItemHref
) -> Table:
    """List what a unit lacks, by when, and why."""
    listed = records(missing(cells))
    return table(
        {
            detail.CRITERION: [_criterion(row, titles, href) for row in listed],
            detail.DUE: [words.day(row.due) for row in listed],
            detail.STATUS: [marks.status(row.status) for row in listed],
            detail.WHY: [status_reason(row, as_of=as_of, lag=lag) for row in listed],
        },
        title=missing_heading(cells),
        right=(detail.DUE,),
        narrow=(detail.STATUS,),
        spare=(NUMBER,),
    )


def criteria_table(
    cells: pd.DataFrame,
    titles: dict[str, str],
    own: dict[str, Said],
    judged: dict[str, Said],
    *,
    href: ItemHref,
) -> Table:
    """List each criterion: status, the unit's own word beside the appraisal's, evidence."""
    listed = records(cells)
    return table(
        {
            detail.CRITERION: [_criterion(row, titles, href) for row in listed],
            detail.STATUS: [_status(row) for row in listed],
            detail.SELF: [said(own.get(row.code), refused=row.refused) for row in listed],
            detail.APPRAISAL: [_verdict(row, judged.get(row.code)) for row in listed],
            detail.EVIDENCE: [_evidence(row, own) for row in listed],
        },
        title=detail.CRITERIA_TABLE,
        narrow=(detail.APPRAISAL,),
        spare=(NUMBER, detail.EVIDENCE),
    )


def said(own: Said | None, *, refused: bool) -> str:
    """Write a unit's own word on an item; one that says met though it is refused is marked."""
    if own is None:
        return words.BLANK
    day = words.day(own.day)
    if not own.met:
        progress = words.percent(own.progress)
        return detail.SAID_PROGRESS_ON.format(word=detail.UNDER_WAY, progress=progress, day=day)
    text = detail.SAID_ON.format(word=detail.REACHED, day=day)
    if refused:
        return f"{text} {marks.tone(f'▲ {detail.DIFFERS}', 'amber')}"
    return text


def verdict(judged: Said | None) -> str:
    """Write an appraisal's verdict and day."""
    if judged is None:
        return words.BLANK
    return _judged(judged.met, words.day(judged.day))


def _verdict(cell: Any, judged: Said | None) -> str:
    """Write the verdict on a criterion, one that came with a merger where it is what counts."""
    if cell.refused and (judged is None or judged.met):
        return _judged(False, detail.INHERITED)
    if judged is None and cell.inherited and cell.appraised and cell.status == Status.MET:
        return _judged(True, detail.INHERITED)
    return verdict(judged)


def _judged(met: bool, when: str) -> str:
    word = detail.REACHED if met else detail.NOT_REACHED
    shape, tone = ("✔✔", "green") if met else ("✘", "red")
    return marks.tone(f"**{shape}** {detail.SAID_ON.format(word=word, day=when)}", tone)


def owed_table(owed: pd.DataFrame, *, title: str, as_of: date, href: ItemHref) -> Table:
    """List an owner's tasks and reports: overdue first, then due soon, open, done."""
    listed = records(owed)
    return table(
        {
            detail.KIND: [words.KIND[row.kind] for row in listed],
            detail.ITEM: [item_link(row, href) for row in listed],
            detail.STATE: [marks.state(row.state) for row in listed],
            detail.DETAIL: [state_reason(row, as_of=as_of) for row in listed],
        },
        title=title,
        narrow=(detail.KIND, detail.STATE),
        spare=(NUMBER, detail.KIND),
    )


def _row(assessment: Assessment, unit: str) -> Any:
    found = records(assessment.units[assessment.units["unit"] == unit])
    return found[0] if found else None


def _criterion(row: Any, titles: dict[str, str], href: ItemHref) -> str:
    name = marks.link(f"{row.code} – {titles[row.code]}", href(row.unit, row.code))
    return f"{name} {marks.tone(f'**({detail.MANDATORY})**', 'red')}" if row.mandatory else name


def _status(row: Any) -> str:
    status = marks.status(row.status)
    return f"{status} ({detail.INHERITED})" if row.inherited else status


def _evidence(row: Any, own: dict[str, Said]) -> str:
    written = own.get(row.code)
    return plain(row.evidence or (written.evidence if written else ""))


def _signed(value: Any, unit: str = "{places}") -> str | None:
    return None if value is None or pd.isna(value) else unit.format(places=words.signed(value))
