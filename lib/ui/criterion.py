"""The body of Tiêu chí: the criteria to choose from, or one with who has it and who lacks it."""

from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from lib import words
from lib.assess import Status
from lib.sheet import Kind
from lib.ui import components, data, parts, tables
from lib.ui.addresses import demand, item_href
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import criterion
from lib.view import reminders as texts
from lib.view.charts import units_met_chart
from lib.view.item import item_number
from lib.view.marks import plain
from lib.view.narrowing import narrowed
from lib.view.tables import row
from lib.view.trend import trend_dates
from lib.words import criterion as said

SHOWN_ON_PHONE: Final = 10


@drawn_once
def body(shown: Current, code: str | None) -> bytes | None:
    """Show a criterion, or those to choose from; return the reminders it asks for."""
    if code is None:
        _choose(shown)
        return None
    number = item_number(shown.book, code)
    found = None if number is None else row(shown.whole.items, number)
    if found is None or found["kind"] != Kind.CRITERION:
        st.warning(said.UNKNOWN.format(code=plain(code)))
        _choose(shown)
        return None
    return _one(shown, found)


def _choose(shown: Current) -> None:
    listed = criterion.standings(shown.now)
    parts.heading(criterion.finding(listed), said.CHOOSE if len(listed) else None)
    known = set(shown.whole.agencies["agency"])

    def agency_href(name: str) -> str:
        return shown.agency_href(name) if name in known else ""

    tables.first_rows(
        criterion.criteria_table(listed, href=shown.criterion_href, agency_href=agency_href)
    )


def _one(shown: Current, item: pd.Series) -> bytes | None:
    code, agency = item["code"], item["agency"]
    whole, labels, href = shown.whole, shown.whole.labels, item_href(shown)
    now, before = (_of(shown, table.cells, code) for table in (shown.whole, shown.whole_before))
    parts.heading(criterion.name(code, item["title"]))
    known = agency in set(whole.agencies["agency"])
    st.markdown(criterion.facts(item, href=shown.agency_href(agency) if known else None))
    parts.links((said.SEE_ALL, shown.criterion_href()))
    if now.empty:
        st.markdown(said.NOBODY_ASKED)
        return None
    tables.figures(criterion.figures(now, before))
    parts.heading(criterion.heading(now))
    if (chase := criterion.chase(now, labels, agency)) is not None:
        st.markdown(chase)
    lag = shown.book.settings.lag_points
    lacking = criterion.lacking_table(now, labels, code=code, as_of=shown.as_of, lag=lag, href=href)
    tables.cards(lacking, phone=SHOWN_ON_PHONE)
    if (now["status"] == Status.MET).any():
        st.markdown(criterion.have(now, labels, code=code, href=href))
    _months(shown, code)
    return _reminders(shown, code)


def _of(shown: Current, cells: pd.DataFrame, code: str) -> pd.DataFrame:
    """Keep the cells of one criterion, of the units the filters of groups and units leave."""
    kept = cells[cells["code"] == code]
    chosen = shown.filters
    if chosen.group or chosen.unit:
        units = narrowed(shown.whole, group=chosen.group, unit=chosen.unit).units
        kept = kept[kept["bearer"].isin(units["bearer"])]
    return kept


def _months(shown: Current, code: str) -> None:
    dates = trend_dates(shown.book.settings.start, shown.as_of)
    past = data.trend(shown, dates, code=code)
    chosen = shown.filters
    if chosen.group:
        past = past[past["group"] == chosen.group]
    if chosen.unit:
        past = past[past["label"] == chosen.unit]
    points = past.groupby("date", as_index=False)[["met", "total"]].sum()
    if len(points) < 2 or not points["total"].iloc[-1]:
        return
    title, alt = criterion.trend_words(points)
    parts.show_chart(units_met_chart(points), title=title, alt=alt)


def _reminders(shown: Current, code: str) -> bytes | None:
    owed = shown.now.obligations if not shown.filters.agency else shown.whole.obligations
    ready = texts.reminders(
        replace(shown.whole, obligations=owed[owed["code"] == code]), shown.book, demand()
    )
    if not ready:
        return None
    parts.heading(said.REMINDERS.format(number=words.count(len(ready))))
    return components.packed_reminders(ready[: tables.MOST_ROWS])
