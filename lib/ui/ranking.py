"""The body of Xếp hạng."""

import streamlit as st

from lib.ui import data, parts, tables
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import ranking
from lib.view.lattice import MOST_ROWS
from lib.view.trend import trend_dates
from lib.words import pages


@drawn_once
def body(shown: Current, *, together: bool, everyone: bool) -> None:
    """Show each cohort, or all units together, as a table with bars in its rows.

    Of very many units the first and the last are shown unless it is to be `everyone`.
    """
    units, number_shown = shown.whole.units, len(shown.now.units)
    if not everyone and (few := ranking.left_out(number_shown)):
        st.markdown(few)
    if together:
        lists, number = {pages.ALL_UNITS: ranking.one_list(units)}, "overall"
    else:
        lists, number = ranking.cohorts(units, shown.book.groups), "rank"
    parts.note(pages.BAR_NOTE)
    with st.container(key="wide-sorting"):  # a phone's cards have no heads to press
        parts.note(pages.SORTING_NOTE)
    past = data.trend(shown, trend_dates(shown.book.settings.start, shown.as_of))
    for name, ranked in lists.items():
        listed = ranked[ranked["unit"].isin(shown.now.units["unit"])]
        if listed.empty:
            continue
        parts.heading(ranking.finding(name, ranked, by=number))
        if together:
            parts.note(pages.ALL_TOGETHER_NOTE)
        if not everyone:
            listed = ranking.ends(listed, max(2, MOST_ROWS * len(listed) // number_shown))
        table = ranking.ranking_table(
            listed,
            shown.whole,
            shown.whole_changes.rank_change,
            past,
            title=pages.TABLE_TITLE.format(group=name),
            href=shown.unit_href,
            together=together,
        )
        tables.cards(table, unnamed=3)
