"""One unit: its figures, what it must do and still lacks, each criterion as it sees it and as it was judged."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, State, Status
from lib.assess.memory import Remembered
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen
from lib.view.marks import plain
from lib.view.memory import among, seen
from lib.view.owed import ItemHref, in_state, item_links
from lib.view.reminded import NOTHING, Reminded
from lib.view.sentences import sentence, state_reason, status_reason
from lib.view.tables import Figure, Table, records
from lib.view.trail import Proof, Said
from lib.words import columns as heads
from lib.words import detail

_MUST: Final = marks.tone(f"**({detail.MANDATORY})**", "red")


def units_table(units: pd.DataFrame, *, href: Callable[[str], str]) -> Table:
    """List units to choose from, in the order given."""
    labels = units["label"].tolist() or [""]
    title = detail.UNITS_BETWEEN.format(first=labels[0], last=labels[-1])
    met = replace(columns.MET, head=heads.MET_ALONE)
    return screen(units, (columns.unit_links(href), columns.LIGHT, met), title=title)


def figures(
    now: Assessment, before: Assessment, unit: str, moved: Any, *, late: int = 0
) -> tuple[Figure, ...]:
    """Tell a unit's criteria met, progress, rank, punctuality and items overdue, with changes.

    `late` of its reports on time were written late.
    """
    row = _row(now, unit)
    earlier = _row(before, unit)
    cohort = int((now.units["group"] == row.group).sum())

    def change(column: str) -> float | None:
        return None if earlier is None else getattr(row, column) - getattr(earlier, column)

    def points(column: str) -> str | None:
        return words.points(getattr(row, column), getattr(earlier, column, None))

    appraised = detail.APPRAISED_NOTE.format(appraised=words.count(row.met_appraised))
    places = _signed(moved, detail.PLACES)
    share = words.share(row.met, row.total)
    return (
        Figure(heads.MET, share, _signed(change("met")), "up", appraised),
        Figure(detail.PROGRESS, words.percent(row.progress), points("progress"), "up"),
        Figure(detail.RANK, words.share(row.rank, cohort), places, "up"),
        Figure(
            heads.ON_TIME,
            words.percent(row.on_time_rate),
            points("on_time_rate"),
            "up",
            among(late, "") or None,
        ),
        Figure(heads.OVERDUE, words.count(row.overdue), _signed(change("overdue"))),
    )


def to_do_heading(owed: pd.DataFrame, wrong: int) -> str:
    """Count what an owner must do now: what is overdue, due soon, and its own wrong rows."""
    counts = (
        (detail.TO_DO_OVERDUE, len(in_state(owed, State.OVERDUE))),
        (detail.TO_DO_SOON, len(in_state(owed, State.DUE_SOON))),
        (detail.TO_DO_ROWS, wrong),
    )
    told = [text.format(number=words.count(number)) for text, number in counts if number]
    return detail.TO_DO.format(told=", ".join(told)) if told else detail.TO_DO_NOTHING


def to_do_table(
    owed: pd.DataFrame,
    cells: pd.DataFrame,
    proofs: Mapping[str, Proof],
    *,
    title: str,
    as_of: date,
    lag: float,
    href: ItemHref,
    reminded: Reminded = NOTHING,
) -> Table:
    """List what a unit must do now, of criteria with how far it is, and the last evidence of each.

    `cells` are the unit's.
    """
    by_code = {cell.code: cell for cell in records(cells)}
    link = item_links(columns.CONTENT.head, href)

    def what(row: Any) -> str:
        must = row.code in by_code and by_code[row.code].mandatory
        return f"{link.on_screen(row)} {_MUST}" if must else link.on_screen(row)

    def reason(row: Any) -> str:
        if row.code in by_code:
            return _how_far(by_code[row.code], as_of=as_of, lag=lag)
        return state_reason(row, as_of=as_of)

    shown = (
        columns.NUMBER,
        replace(columns.KIND, spare=True),
        saying(columns.CONTENT.head, what),
        columns.STATE,
        saying(heads.DETAIL, reason),
        *_proof(owed["code"], proofs),
        *reminded.columns(owed),
    )
    return screen(owed, shown, title=title)


def way_out(owed: pd.DataFrame, mandatory: Collection[str], *, red_from: float) -> str | None:
    """Say what turns a red light amber, or None where it is not red; plain text.

    `owed` is all that the unit owes, `mandatory` the codes of the mandatory criteria. The light is
    red from `red_from` items overdue, or from one mandatory criterion overdue.
    """
    late = in_state(owed, State.OVERDUE)
    first = [code for code in late["code"] if code in mandatory]
    if not first and len(late) < red_from:
        return None
    more = math.floor(len(late) - len(first) - red_from + 1)
    if not first:
        number = words.count(more)
        what = detail.FINISH_ANY.format(number=number, total=words.count(len(late)))
        return detail.WAY_OUT.format(what=detail.FINISH.format(items=what))
    items = [", ".join(first)]
    if more > 0:
        items.append(detail.FINISH_MORE.format(number=words.count(more)))
    return detail.WAY_OUT.format(what=detail.FINISH.format(items=detail.AND.join(items)))


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


def lacking_table(
    cells: pd.DataFrame,
    titles: dict[str, str],
    proofs: Mapping[str, Proof],
    *,
    as_of: date,
    lag: float,
    href: ItemHref,
) -> Table:
    """List what a unit lacks: by when, why and how far, and the last evidence of each."""
    shown = (
        columns.NUMBER,
        _criteria(titles, href),
        columns.DUE,
        saying(heads.STATE, lambda row: marks.status(row.status), narrow=True),
        saying(heads.WHY, lambda row: _how_far(row, as_of=as_of, lag=lag)),
        *_proof(cells["code"], proofs),
    )
    return screen(missing(cells), shown, title=missing_heading(cells))


def met_heading(cells: pd.DataFrame) -> str:
    """Say how many criteria are met and how many of these are not appraised; plain text."""
    met = cells[cells["status"] == Status.MET]
    waiting = words.count((~met["appraised"]).sum())
    if met["appraised"].all():
        return detail.MET_ALL_APPRAISED.format(number=words.count(len(met)))
    return detail.MET_NOT_APPRAISED.format(number=words.count(len(met)), waiting=waiting)


def met(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the criteria a unit has met, those not appraised first."""
    reached = cells[cells["status"] == Status.MET]
    return reached.sort_values("appraised", kind="stable")


def criteria_table(
    cells: pd.DataFrame,
    titles: dict[str, str],
    own: dict[str, Said],
    judged: dict[str, Said],
    *,
    href: ItemHref,
) -> Table:
    """List each criterion: status, the unit's own word beside the appraisal's, evidence."""
    shown = (
        columns.NUMBER,
        _criteria(titles, href),
        saying(heads.STATE, _status),
        saying(detail.SELF, lambda row: said(own.get(row.code), refused=row.refused)),
        saying(detail.APPRAISAL, lambda row: _verdict(row, judged.get(row.code)), narrow=True),
        saying(heads.EVIDENCE, lambda row: _evidence(row, own), spare=True),
    )
    return screen(cells, shown, title=detail.CRITERIA_TABLE)


def said(own: Said | None, *, refused: bool) -> str:
    """Write a unit's own word on an item; one that says met though it is refused is marked."""
    if own is None:
        return words.BLANK
    day = words.day(own.day)
    if not own.met:
        progress = words.percent(own.progress)
        return f"{detail.UNDER_WAY} {progress}, {day}"
    text = f"{detail.REACHED}, {day}"
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
    return marks.tone(f"**{shape}** {word}, {when}", tone)


def owed_table(
    owed: pd.DataFrame,
    *,
    title: str,
    as_of: date,
    href: ItemHref,
    reminded: Reminded = NOTHING,
    memory: Remembered | None = None,
) -> Table:
    """List an owner's tasks and reports: overdue first, then due soon, open, done.

    `memory` tells which were written late.
    """

    def reason(row: Any) -> str:
        late = seen(memory, row.owner, row.code)
        told = state_reason(row, as_of=as_of)
        return f"{told} {marks.tone(f'▲ {sentence(late)}', 'amber')}" if late else told

    shown = (
        columns.NUMBER,
        replace(columns.KIND, spare=True),
        item_links(columns.CONTENT.head, href),
        columns.STATE,
        saying(heads.DETAIL, reason),
        *reminded.columns(owed),
    )
    return screen(owed, shown, title=title)


def rest_heading(owed: pd.DataFrame) -> str:
    """Count the tasks and reports that ask for nothing now: not due, done; plain text."""
    done = len(in_state(owed, State.DONE_ON_TIME, State.DONE_LATE))
    counts = ((detail.REST_OPEN, len(owed) - done), (detail.REST_DONE, done))
    told = [text.format(number=words.count(number)) for text, number in counts if number]
    return detail.REST.format(told=", ".join(told))


def _row(assessment: Assessment, unit: str) -> Any:
    found = records(assessment.units[assessment.units["unit"] == unit])
    return found[0] if found else None


def _criteria(titles: dict[str, str], href: ItemHref) -> Column:
    """Return the column of a unit's criteria, each leading to the item on the unit's page."""

    def criterion(row: Any) -> str:
        name = marks.link(f"{row.code} – {titles[row.code]}", href(row.unit, row.code))
        return f"{name} {_MUST}" if row.mandatory else name

    return saying(heads.CRITERION, criterion)


def _how_far(cell: Any, *, as_of: date, lag: float) -> str:
    """Say why a criterion stands as it does, and always how far it is."""
    told, progress = status_reason(cell, as_of=as_of, lag=lag), words.percent(cell.progress)
    if pd.isna(cell.progress) or progress in told:
        return told
    return f"{told} {detail.SO_FAR.format(progress=progress)}"


def _proof(codes: Iterable[str], proofs: Mapping[str, Proof]) -> tuple[Column, ...]:
    """Return the column of the last evidence of each item; none where there is none at all."""
    if proofs.keys().isdisjoint(codes):
        return ()

    def told(row: Any) -> str:
        if row.code not in proofs:
            return words.BLANK
        return f"{words.day(proofs[row.code].day)}: {plain(proofs[row.code].text)}"

    return (saying(detail.LAST_EVIDENCE, told),)


def _status(row: Any) -> str:
    status = marks.status(row.status)
    return f"{status} ({detail.INHERITED})" if row.inherited else status


def _evidence(row: Any, own: dict[str, Said]) -> str:
    written = own.get(row.code)
    return plain(row.evidence or (written.evidence if written else ""))


def _signed(value: Any, unit: str = "{places}") -> str | None:
    return None if value is None or pd.isna(value) else unit.format(places=words.signed(value))
