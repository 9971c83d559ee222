"""The sections of Chất lượng số liệu: what to mend, by whom, and who has been silent."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from lib import words
from lib.sheet import tabs
from lib.template import lists
from lib.ui import parts, tables
from lib.ui.addresses import item_href, place
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import marks, memory, quality
from lib.view import silence as silences
from lib.view.audience import Role
from lib.view.quality import Finding
from lib.view.sheet_rows import written_rows
from lib.words import memory as said_memory
from lib.words import quality as said
from lib.words import reasons

SHOWN_ON_PHONE: Final = 6
SILENT_ON_PHONE: Final = 5


@drawn_once
def body(shown: Current) -> None:
    """Show what is wrong in the sheet, who can mend it, who has not written."""
    findings, silent_owners = found(shown), silent(shown)
    figures(shown, findings, silent_owners)
    unread(shown)
    to_mend(shown, findings)
    later(shown)
    rewritten(shown)
    ahead(shown)
    silence(shown, silent_owners)


def every(shown: Current) -> tuple[Finding, ...]:
    """Return all problems, with the words of others' rows withheld from who may not see them."""
    problems = shown.book.problems
    there = tabs.recognised(shown.grids)
    told = quality.findings(problems, written_rows(there, shown.book, problems))
    if shown.audience.role is Role.ALL:
        return told
    own = set(shown.book.owners.loc[list(shown.audience.owners), "name"])
    return tuple(each if each.keeper in own else replace(each, row="") for each in told)


def found(shown: Current) -> tuple[Finding, ...]:
    """Return the problems that the owners under the filters can mend."""
    told, chosen = every(shown), shown.filters
    if not chosen.narrowing:
        return told
    if chosen.agency is None:
        return quality.kept(told, set(shown.now.units["unit"]), standing=False)
    is_standing = chosen.agency == shown.whole.standing_agency
    return quality.kept(told, {chosen.agency}, standing=is_standing)


def silent(shown: Current) -> pd.DataFrame:
    """Return which owners under the filters have not written for too long."""
    now, chosen = shown.now, shown.filters
    units = now.units.head(0) if chosen.agency else now.units
    agencies = now.agencies if chosen.agency or not chosen.narrowing else now.agencies.head(0)
    stale = shown.book.settings.stale_days
    owed = shown.whole.obligations
    return silences.silence(shown.book, units, agencies, owed, as_of=shown.as_of, stale_days=stale)


def figures(shown: Current, findings: Sequence[Finding], silence: pd.DataFrame) -> None:
    """Show how much is lost, to check, and silent."""
    told = quality.figures(findings, silence, stale_days=shown.book.settings.stale_days)
    tables.figures(told)


def to_mend(shown: Current, findings: Sequence[Finding]) -> None:
    """Show what is to be mended, grouped by who can."""
    if not findings:
        parts.heading(said.NONE)
        return
    agency = shown.whole.standing_agency or said.STANDING_AGENCY
    first = quality.whole_sheets(findings)
    _group(shown, first, said.FIRST, agency)
    folded = quality.brought_about(shown.book.problems)
    if later := sum(each.problem.code in folded for each in findings):
        st.markdown(said.BROUGHT_ABOUT.format(number=words.count(later)))
    findings = [each for each in findings if each not in first and each.problem.code not in folded]
    order = {name: at for at, name in enumerate(shown.book.owners["name"])}
    owned = sorted(
        (each for each in findings if each.keeper is not None),
        key=lambda each: order.get(each.keeper or "", 0),
    )
    unclear = [each for each in findings if each.unclear]
    standing = [each for each in findings if each.keeper is None and not each.unclear]
    _group(shown, owned, said.OWNERS, agency, named=True)
    _group(shown, unclear, said.UNCLEAR, agency)
    _group(shown, standing, said.STANDING, agency)


def unread(shown: Current) -> None:
    """Name the worksheets that are not read, to whoever sees the whole sheet."""
    titles = tabs.unread(tabs.recognised(shown.grids), besides=(lists.TITLE,))
    if titles and shown.audience.role is Role.ALL and not shown.filters.narrowing:
        named = reasons.LIST.join(f"«{marks.plain(title)}»" for title in titles)
        st.warning(said.UNREAD.format(titles=named))


def later(shown: Current) -> None:
    """Count the lines dated after the day shown: they are right, but do not count yet."""
    days = shown.book.entries["day"]
    after = days[days > pd.Timestamp(shown.as_of)]
    if len(after) and not shown.filters.narrowing:
        told = said.LATER.format(
            number=words.count(len(after)),
            day=words.day(shown.as_of),
            newest=words.day(after.max()),
        )
        parts.note(told)


def rewritten(shown: Current) -> None:
    """Show what the last meeting's sheet said otherwise, and what keeps memory from telling."""
    if shown.recollection.trouble:
        st.warning(shown.recollection.trouble)
    if shown.recollection.passed_over:
        st.markdown(marks.tone(memory.passed_over(shown.recollection.passed_over), "amber"))
    told = shown.remembered and shown.remembered.rewritten
    if shown.recollection.recalling:
        parts.note(said_memory.READING)
    if not told:
        if shown.recollection.recalling:
            return
        if sentence := memory.sentence(shown):
            st.markdown(sentence)
        return
    days = {"previous": words.day(shown.previous), "known": words.day(told.known)}
    parts.heading(memory.heading(told, previous=shown.previous), said_memory.NOTE.format(**days))
    items = shown.book.items
    titles = dict(zip(items["code"], zip(items["kind"], items["title"], strict=True), strict=True))
    order = [*shown.whole.units["unit"], *shown.whole.agencies["agency"]]
    table = memory.rewritten_table(
        told, titles, shown.whole.labels, order, href=item_href(shown), place=place(shown)
    )
    tables.cards(table)
    _more(told.number, len(table))


def ahead(shown: Current) -> None:
    """Show the rows that were in the sheet before the day they are dated."""
    told = shown.remembered
    if told is None or told.written_ahead.empty:
        return
    number = len(told.written_ahead)
    heading = said_memory.AHEAD_HEADING.format(number=words.count(number))
    parts.heading(heading, said_memory.AHEAD_NOTE)
    named = shown.whole.labels
    table = memory.ahead_table(told, named, href=item_href(shown), place=place(shown))
    tables.cards(table)
    _more(number, len(table))


def _more(number: int, listed: int) -> None:
    if number > listed:
        st.markdown(said_memory.MORE.format(number=words.count(number - listed)))


def silence(shown: Current, silence: pd.DataFrame) -> None:
    """Show who has not written for how long."""
    if silence.empty:
        return
    stale = words.count(shown.book.settings.stale_days)
    title = said.SILENCE.format(number=words.count(len(silence)), days=stale)
    parts.heading(title, said.SILENCE_NOTE.format(day=words.day(shown.as_of)))
    named, href = shown.whole.labels, item_href(shown)
    listed = silences.silence_table(silence, named, title=title, href=href)
    tables.first_rows(listed, phone=SILENT_ON_PHONE)


def _group(
    shown: Current, findings: Sequence[Finding], title: str, agency: str, *, named: bool = False
) -> None:
    if not findings:
        return
    text = title.format(agency=agency, number=words.count(len(findings)))
    parts.heading(text)
    known = shown.whole.labels
    listed = quality.by_harm(findings)
    tables.cards(
        quality.findings_table(listed, known, title=text, place=place(shown), named=named),
        unnamed=2 if named else 1,
        phone=SHOWN_ON_PHONE,
    )
    if len(findings) > quality.MOST_SHOWN:
        st.markdown(said.MORE.format(number=words.count(len(findings) - quality.MOST_SHOWN)))
