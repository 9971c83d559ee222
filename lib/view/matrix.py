"""The matrix unit × criterion: who stands where, why, since when, on what evidence."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, Light, Status
from lib.sheet import Book, Kind
from lib.view.criterion import standings
from lib.view.lattice import MOST_COLUMNS, MOST_ROWS, Lattice, Legend, Order, Side, Spot
from lib.view.marks import APPRAISED, STATUSES, of_status
from lib.view.owed import ItemHref
from lib.view.sentences import TITLE_LETTERS, is_verdict, shortened, some, status_reason
from lib.view.tables import records
from lib.words import columns, detail, matrix, pages

MOST_LATE: Final = 12
_LEGEND: Final = (Status.OVERDUE, Status.AT_RISK, Status.NO_DATA, Status.ON_TRACK, Status.MET)
_MANDATORY: Final = Legend(matrix.MANDATORY_SIGN, "plain", matrix.MANDATORY_LEGEND)


def lattice(
    assessment: Assessment,
    book: Book,
    *,
    href: ItemHref,
    criterion_href: Callable[[str], str],
    whole: bool = False,
) -> Lattice:
    """Build the matrix of an assessment, narrowed or whole, criteria as in the sheet.

    Unless it is to be `whole`, of very many units the worst have rows, of very many criteria the
    worst have columns; heads and foot of the criteria tell of all units.
    """
    cells = assessment.cells
    items = assessment.items
    criteria = items[items["kind"] == Kind.CRITERION]
    criteria = criteria[criteria["code"].isin(cells["code"])]
    counts = standings(assessment).set_index("code").reindex(criteria["code"])
    counts = counts if whole else _worst_criteria(counts)
    criteria = criteria[criteria["code"].isin(counts.index)]
    titles = dict(zip(criteria["code"], criteria["title"], strict=True))
    told = dict(zip(assessment.units["unit"], assessment.units["label"], strict=True))
    as_of, lag = assessment.as_of, book.settings.lag_points
    listed = assessment.units if whole else worst_units(assessment.units, MOST_ROWS)
    spots = {
        (row.unit, row.code): _spot(
            row, told[row.unit], titles[row.code], status_reason(row, as_of=as_of, lag=lag), href
        )
        for row in records(
            cells[cells["unit"].isin(listed["unit"]) & cells["code"].isin(criteria["code"])]
        )
    }
    units = records(listed)
    overdue = cells[cells["status"] == Status.OVERDUE]
    late = overdue["unit"].map(told).groupby(overdue["code"], observed=True).agg(list).to_dict()
    return Lattice(
        caption=matrix.CAPTION.format(units=words.count(len(units))),
        corner=columns.UNIT,
        rows=tuple(_row(unit, href) for unit in units),
        columns=tuple(
            _column(each, late.get(each.code, []), criterion_href(each.code))
            for each in records(criteria)
        ),
        spots=tuple(
            tuple(spots.get((unit.unit, code)) for code in criteria["code"]) for unit in units
        ),
        legend=(*legend(), _MANDATORY),
        nothing=words.STATUS[Status.NOT_APPLICABLE].word,
        keys=matrix.KEYS,
        legend_head=matrix.CELLS_HEAD,
        lights_head=matrix.LIGHTS_HEAD,
        lights=lights(book.settings.red_from),
        only_alert=matrix.ONLY_RED,
        well=matrix.WELL_TOO,
        foot_head=columns.MET_ALONE,
        foot=tuple(words.share(each.met, each.total) for each in records(counts)),
        orders_head=matrix.ORDER,
        orders=_orders(listed, counts),
    )


def worst_units(units: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return all units, or the so many that are red and have most overdue, in their order."""
    if len(units) <= most:
        return units
    worst = units.assign(calm=units["light"] != Light.RED).sort_values(
        ["calm", "overdue"], ascending=[True, False], kind="stable"
    )
    return units.loc[worst.index[:most].sort_values()]


def _worst_criteria(counts: pd.DataFrame) -> pd.DataFrame:
    """Return how all criteria stand, or the so many overdue most and met least, in their order."""
    share = counts[Status.MET] / counts["total"]
    worst = counts.assign(share=share, place=range(len(counts))).sort_values(
        [Status.OVERDUE, "share"], ascending=[False, True], kind="stable"
    )
    return worst.head(MOST_COLUMNS).sort_values("place")


def left_out(assessment: Assessment) -> str | None:
    """Say that not all units have rows or not all criteria columns; None where all have."""
    units, criteria = len(assessment.units), assessment.cells["code"].nunique()
    told = [
        text.format(most=words.count(most), number=words.count(number))
        for text, most, number in (
            (matrix.TOO_MANY, MOST_ROWS, units),
            (matrix.TOO_MANY_CRITERIA, MOST_COLUMNS, criteria),
        )
        if number > most
    ]
    return " ".join(told) or None


def _orders(units: pd.DataFrame, counts: pd.DataFrame) -> tuple[Order, ...]:
    """Offer what is overdue most first, and what is met least; units stay in their groups."""
    group, light = pd.factorize(units["group"])[0], units["light"] != Light.RED
    red = units.assign(group=group, light=light)
    by = red.reset_index(drop=True).sort_values(
        ["group", "light", "overdue"], ascending=[True, True, False], kind="stable"
    )
    told = counts.reset_index(drop=True)
    share = told[Status.MET] / told["total"]
    late, weak = (
        (-told[Status.OVERDUE]).sort_values(kind="stable"),
        share.sort_values(kind="stable"),
    )
    as_ranked = tuple(range(len(units)))
    return (
        Order(matrix.AS_IN_SHEET, tuple(range(len(told))), as_ranked),
        Order(matrix.LATE_FIRST, tuple(late.index), tuple(by.index)),
        Order(matrix.WEAK_FIRST, tuple(weak.index), as_ranked),
    )


def legend() -> tuple[Legend, ...]:
    """Explain the marks, worst first."""
    marks = (Legend(*words.STATUS[status]) for status in _LEGEND)
    return (*marks, Legend(*words.APPRAISED, strong=True))


def lights(red_from: float) -> tuple[Legend, ...]:
    """Explain the units' lights, red first; a unit is red from so many items overdue."""
    red = matrix.RED_MEANING.format(number=words.count(red_from))
    meanings = words.LIGHT_MEANING | {Light.RED: red}
    marks = ((words.LIGHT[light], meanings[light]) for light in words.LIGHT_ORDER)
    return tuple(Legend(mark.shape, mark.tone, f"{mark.word}: {told}") for mark, told in marks)


def finding(assessment: Assessment, *, agency: str | None = None) -> str:
    """Say how many units are red and which criterion is overdue most; plain text.

    `agency` is whose criteria these are, where the filters leave only one agency's; the lights
    are those of all criteria nevertheless.
    """
    units, cells = assessment.units, assessment.cells
    overdue = cells.loc[cells["status"] == Status.OVERDUE, "code"].value_counts(sort=False)
    told = {
        "units": words.count(len(units)),
        "red": words.count((units["light"] == Light.RED).sum()),
        "cells": words.count(overdue.sum()),
        "worst": "",
    }
    if len(overdue):
        most = words.count(overdue.max())
        titles = dict(zip(assessment.items["code"], assessment.items["title"], strict=True))
        worst = overdue.idxmax()
        named = f"{worst} – {shortened(titles[worst], TITLE_LETTERS)}"
        told["worst"] = matrix.WORST.format(criterion=named, number=most)
    if agency is None:
        return (matrix.FINDING if len(overdue) else matrix.FINDING_NONE).format(**told)
    number = words.count(cells["code"].nunique())
    scope = matrix.OF_AGENCY.format(number=number, agency=agency)
    text = matrix.FINDING_OF_AGENCY if len(overdue) else matrix.FINDING_NONE_OF_AGENCY
    return f"{text.format(scope=scope, **told)}; {matrix.LIGHTS_WHOLE.format(**told)}"


def _row(unit: Any, href: ItemHref) -> Side:
    share, overdue = words.share(unit.met, unit.total), words.count(unit.overdue)
    mark = words.LIGHT[unit.light]
    return Side(
        group=unit.group,
        label=unit.label,
        note=share,
        href=href(unit.unit, None),
        shape=mark.shape,
        tone=mark.tone,
        word=matrix.ROW_WORD.format(light=mark.word, share=share, overdue=overdue),
        alert=int(unit.light == Light.RED),
    )


def _column(criterion: Any, late: Sequence[str], href: str) -> Side:
    """Head a column; `late` are the units overdue, `href` leads to the criterion's page."""
    red = len(late)
    must = f" ({detail.MANDATORY})" if criterion.mandatory else ""
    due = matrix.DUE.format(due=words.day(criterion.due))
    lines = [f"{criterion.code}: {criterion.title}{must}", due]
    if isinstance(criterion.agency, str):
        lines.append(matrix.FOLLOWED.format(agency=criterion.agency))
    if red:
        lines.append(matrix.LATE.format(units=some(late, MOST_LATE, pages.MORE_UNITS, slack=1)))
    lines.append(matrix.OPEN_CRITERION)
    return Side(
        group=criterion.section or words.KIND[Kind.CRITERION],
        label=criterion.code,
        note=words.count(red) if red else "",
        title=f"{criterion.code} – {criterion.title}",
        href=href,
        shape=words.STATUS[Status.OVERDUE].shape if red else "",
        tone=words.STATUS[Status.OVERDUE].tone if red else "",
        word=matrix.OVERDUE_COUNT.format(number=words.count(red)) if red else matrix.NONE_OVERDUE,
        lines=tuple(lines),
        alert=red,
        sign=matrix.MANDATORY_SIGN if criterion.mandatory else "",
        sign_word=detail.MANDATORY if criterion.mandatory else "",
    )


def _spot(cell: Any, unit: str, title: str, reason: str, href: ItemHref) -> Spot:
    status = of_status(cell.status, appraised=cell.appraised)
    return Spot(
        *STATUSES[status],
        lines=tuple(_lines(cell, unit, title, reason)),
        href=href(cell.unit, cell.code),
        strong=status == APPRAISED,
    )


def _lines(cell: Any, unit: str, title: str, reason: str) -> Sequence[str]:
    must = f" ({detail.MANDATORY})" if cell.mandatory else ""
    lines = [f"{unit} – {cell.code}: {title}{must}", reason]
    if cell.evidence:
        lines.append(matrix.EVIDENCE.format(evidence=cell.evidence))
    if cell.author:
        who = matrix.APPRAISER if is_verdict(cell) else matrix.AUTHOR
        lines.append(who.format(author=cell.author))
    if isinstance(cell.worksheet, str):
        lines.append(matrix.FROM_SHEET.format(worksheet=cell.worksheet, row=int(cell.row)))
    return lines
