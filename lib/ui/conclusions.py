"""The body of Kết luận họp: proposals to change, strike out and add to; what comes of them.

What is typed is the reader's own and kept in the session: a sheet that changes meanwhile adds to it
only when asked.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import streamlit as st

from lib import words
from lib.export.layout import Layout, layout
from lib.export.task_rows import free_codes, pasted
from lib.grid import a1
from lib.sheet.cells import parse_date
from lib.sheet.schema import TASKS
from lib.sheet.tabs import recognised
from lib.ui import components, data, exports, parts
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import conclusions
from lib.view.conclusions import Conclusion
from lib.view.directions import next_deadline
from lib.view.marks import plain
from lib.words import conclusions as said

DRAFTS: Final = "conclusions"
SHOWN_ON_PHONE: Final = 5


@dataclass(slots=True)
class Draft:
    """What one reader makes of the proposals of one date and choice, in the order of lines.

    `seen` are the proposals taken up: those that came later are added when asked for.
    """

    name: str
    lines: dict[int, Conclusion] = field(default_factory=dict)
    seen: set[Conclusion] = field(default_factory=set)

    def propose(self, *proposals: Conclusion) -> None:
        self.seen |= {*proposals}
        for each in proposals:
            self.add(each)

    def add(self, start: Conclusion) -> None:
        self.lines[len(self.lines) + 1] = start


def show(shown: Current) -> None:
    """Let the reader change the proposals, then offer them as rows and as a notice."""
    st.fragment(_body)(shown)


def _body(shown: Current) -> None:
    sheet, proposed = _sheet(shown), _proposed(shown)
    parts.note(said.INTRODUCTION.format(worksheet=plain(sheet.title)))
    exports.ask_about_meeting(shown)
    draft = _draft(shown, proposed)
    held_on = _held_on(shown)
    with st.container(key=f"list-m{SHOWN_ON_PHONE}-{draft.name}"):
        kept = _lines(shown, draft, proposed, held_on)
    with st.container(horizontal=True):
        own = Conclusion("", (), words.day(next_deadline(shown.book, shown.as_of)[0]))
        st.button(said.ADD, icon=":material/add:", key="them-viec", on_click=draft.add, args=(own,))
        if more := [each for each in proposed if each not in draft.seen]:
            label = said.PROPOSED_SINCE.format(number=words.count(len(more)))
            st.button(label, key="them-de-nghi", on_click=draft.propose, args=tuple(more))
    _outcome(shown, sheet, kept, held_on, dropped=len(draft.lines) - len(kept))


@drawn_once
def _sheet(shown: Current) -> Layout:
    return layout(recognised(shown.grids), TASKS)


@drawn_once
def _proposed(shown: Current) -> tuple[Conclusion, ...]:
    return conclusions.proposed(shown.now, shown.book)


def _draft(shown: Current, proposed: tuple[Conclusion, ...]) -> Draft:
    drafts: dict[str, Draft] = st.session_state.setdefault(DRAFTS, {})
    about = shown.filters.href(words.day(shown.as_of), as_of=None, previous=None)
    if about not in drafts:
        drafts[about] = Draft(f"kl{len(drafts) + 1}")
        drafts[about].propose(*proposed)
    return drafts[about]


def _held_on(shown: Current) -> date:
    """Let the reader say when the meeting is; a text that is no day leaves the as-of date."""
    usual = words.day(shown.as_of)
    text = st.text_input(
        said.HELD_ON, usual, key=f"ngay-hop-{usual}", width=200, persist_state="session"
    )
    held_on = parse_date(text, year=shown.as_of.year).value
    if held_on is None:
        st.warning(said.NOT_A_DAY.format(text=plain(text), day=usual))
    return held_on or shown.as_of


def _lines(
    shown: Current, draft: Draft, proposed: tuple[Conclusion, ...], held_on: date
) -> tuple[Conclusion, ...]:
    """Show each line to change and return those kept."""
    options = conclusions.whom(shown.whole, shown.book)
    kept = []
    for number, start in draft.lines.items():
        with st.container(border=True, key=f"{draft.name}-{number}", gap="xsmall"):
            line = _line(f"{draft.name}-{number}", number, start, options)
            if line is None:
                continue
            kept.append(line)
            if start in draft.seen and start not in proposed:
                parts.note(said.NO_LONGER)
            if told := conclusions.faults(line, held_on=held_on):
                listed = plain("; ".join(told))
                st.warning(said.TO_MEND.format(number=number, faults=listed))
    return tuple(kept)


def _line(key: str, number: int, start: Conclusion, options: tuple[str, ...]) -> Conclusion | None:
    """Show one line; None where it is struck out."""
    known = [name for name in start.who if name in options]
    kept, what, who, until = st.columns([2.4, 8, 6, 3], gap="small", vertical_alignment="center")
    with kept:
        keep = st.checkbox(
            said.KEPT.format(number=number), value=True, key=f"{key}-giu", persist_state="session"
        )
    if not keep:
        what.markdown(f"~~{plain(st.session_state.get(f'{key}-viec', start.what))}~~")
        return None
    with what:
        text = st.text_area(
            said.WHAT.format(number=number),
            start.what,
            height="content",
            key=f"{key}-viec",
            label_visibility="collapsed",
            persist_state="session",
        )
    with who:
        names = st.multiselect(
            said.WHO,
            options,
            known,
            key=f"{key}-ai",
            placeholder=said.CHOOSE,
            select_all=False,
            persist_state="session",
        )
    with until:
        day = st.text_input(said.UNTIL, start.until, key=f"{key}-han", persist_state="session")
    return Conclusion(text or "", tuple(names), day or "")


def _outcome(
    shown: Current,
    sheet: Layout,
    kept: tuple[Conclusion, ...],
    held_on: date,
    *,
    dropped: int,
) -> None:
    """Offer what is kept as rows for the sheet and as a notice."""
    if not kept:
        st.markdown(said.NONE_KEPT)
        return
    number, without = words.count(len(kept)), words.count(dropped)
    parts.heading(said.KEPT_COUNT.format(number=number, dropped=without))
    codes = free_codes(sheet, shown.book, len(kept))
    left, right = st.columns([3, 2], gap="medium")
    with left, parts.card(said.ROWS.format(worksheet=plain(sheet.title))):
        if already := conclusions.given_on(shown.book, held_on):
            told = plain(", ".join(already))
            count, day = words.count(len(already)), words.day(held_on)
            st.warning(said.ALREADY.format(number=count, day=day, codes=told))
        _rows(shown, sheet, codes, kept, held_on)
    with right:
        exports.notice_card(shown, kept, codes, held_on)


def _rows(
    shown: Current,
    sheet: Layout,
    codes: list[str],
    kept: tuple[Conclusion, ...],
    held_on: date,
) -> None:
    cell = a1(sheet.free_row, 1)
    where = (said.PASTE if sheet.headed else said.PASTE_HEADS).format(
        cell=cell, worksheet=plain(sheet.title)
    )
    href = data.cell_href(shown, sheet.title, cell) if sheet.headed else None
    st.markdown(f"{where} [{said.OPEN_CELL}]({href})" if href else where)
    title = (said.ROWS_COUNTS if len(codes) > 1 else said.ROWS_COUNT).format(
        number=words.count(len(codes)), first=codes[0], last=codes[-1]
    )
    text = pasted(sheet, codes, kept, held_on=held_on)
    label = said.COPY_FOR.format(worksheet=sheet.title)
    components.copyable(title, text, button=said.COPY, label=label)
