"""The body of Xếp hạng."""

import pandas as pd
import streamlit as st

from lib.ui import parts
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import charts, ranking
from lib.words import pages


@drawn_once
def body(shown: Current, *, together: bool) -> None:
    """Show each cohort, or all units together, as bars and as a table."""
    units = shown.whole.units
    if together:
        lists, number = {pages.ALL_UNITS: ranking.one_list(units)}, "overall"
    else:
        lists, number = ranking.cohorts(units, shown.book.groups), "rank"
    parts.note(pages.BAR_NOTE.format(moves="" if together else pages.BAR_NOTE_MOVES))
    for name, ranked in lists.items():
        listed = ranked[ranked["unit"].isin(shown.now.units["unit"])]
        if listed.empty:
            continue
        parts.heading(ranking.finding(name, ranked, by=number))
        if together:
            parts.note(pages.ALL_TOGETHER_NOTE)
        with st.grid(2, min_column_width=640, gap="medium"):
            _bars_and_table(shown, name, listed, number)


def _bars_and_table(shown: Current, name: str, units: pd.DataFrame, number: str) -> None:
    moved, together = shown.whole_changes.rank_change, number == "overall"
    parts.show_chart(
        charts.ranking_chart(units, None if together else moved, number=number),
        alt=pages.RANKING_ALT.format(group=name),
    )
    title = pages.TABLE_TITLE.format(group=name)
    table = ranking.ranking_table(
        units, moved, title=title, href=shown.unit_href, together=together
    )
    parts.show_table(table)
