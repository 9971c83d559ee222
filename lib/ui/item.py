"""One item opened on its owner's page: standing, facts, history, each with its row in the sheet."""

import streamlit as st

from lib import words
from lib.sheet import Kind
from lib.ui import parts, tables
from lib.ui.addresses import item_href, place
from lib.ui.current import Current
from lib.view import item, marks
from lib.view.marks import plain
from lib.view.memory import seen
from lib.view.sentences import item_name, sentence
from lib.view.tables import row
from lib.view.trail import newest_words, predecessors, trail, trail_table
from lib.words import detail


def show(shown: Current, owner: int, code: str | None) -> None:
    """Show the item of this code; none where the code is None."""
    if code is None:
        return
    owned = row(shown.book.owners, owner)
    name, label = owned["name"], owned["label"]
    number = item.item_number(shown.book, code)
    lag = shown.book.settings.lag_points
    standing = None if number is None else item.standing(shown.whole, name, code, lag=lag)
    with st.container(border=True, key="item"):
        if number is None or standing is None:
            st.markdown(detail.ITEM_UNKNOWN.format(owner=plain(label), code=plain(code)))
        else:
            late = seen(shown.memory, name, code)
            told = f"{standing} {marks.tone(f'▲ {sentence(late)}', 'amber')}" if late else standing
            _open(shown, owner, number, told)
        parts.links(*_to_criterion(shown, number), (detail.CLOSE, item_href(shown)(name, None)))


def _to_criterion(shown: Current, number: int | None) -> list[tuple[str, str]]:
    """Lead from a unit's criterion to how all units stand on it."""
    if number is None or (found := row(shown.book.items, number))["kind"] != Kind.CRITERION:
        return []
    code = found["code"]
    return [(detail.SEE_CRITERION.format(code=code), shown.criterion_href(code))]


def _open(shown: Current, owner: int, number: int, standing: str) -> None:
    book, as_of, where = shown.book, shown.as_of, place(shown)
    found = row(book.items, number)
    code = found["code"]
    parts.heading(item_name(found["kind"], code, found["title"]))
    st.markdown(standing)
    own = newest_words(book, owner, as_of=as_of, appraisal=False).get(code)
    judged = newest_words(book, owner, as_of=as_of, appraisal=True).get(code)
    old = predecessors(book, owner, as_of)
    entries = trail(book, [owner, *old], number, as_of=as_of)
    st.markdown(item.facts_line(shown.whole.items, number, own=own, judged=judged, place=where))
    completed = item.completed_on(book, number, as_of)
    if completed is not None:
        st.markdown(f"{detail.COMPLETED}: **{words.day(completed)}**")
    if entries.empty:
        st.markdown(detail.NO_HISTORY.format(day=words.day(as_of)))
        return
    title = detail.HISTORY_TABLE.format(code=code)
    st.markdown(f"**{plain(title)}**")
    tables.cards(trail_table(entries, title=title, place=where, several=bool(old)))
