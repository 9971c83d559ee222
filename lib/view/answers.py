"""What leaders ask first, a sentence each: who is last and why, the weakest, who is silent, what moved."""

from collections.abc import Callable
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, State, Status
from lib.sheet import Kind
from lib.view import changed, criterion, ranking
from lib.view.marks import link, plain
from lib.view.narrowing import Shown
from lib.view.owed import in_state
from lib.view.sentences import item_name, linked, shortened, some
from lib.view.tables import records
from lib.words import answers as said
from lib.words import pages

Href = Callable[[str], str]
MOST_NAMES: Final = 6
LETTERS: Final = 48


def answers(shown: Shown, *, href: Href, criterion_href: Href) -> tuple[str, ...]:
    """Answer the four questions for what a reader sees; each is a line of safe Markdown.

    `href` leads to an owner by its screen name, `criterion_href` to a criterion by its code.
    """
    told = (
        (said.LAST, _last(shown, href, criterion_href)),
        (said.WEAKEST, _weakest(shown.now, criterion_href)),
        (said.REPORTS, _reports(shown, href)),
        (said.SINCE.format(day=words.day(shown.previous)), _moved(shown, href)),
    )
    return tuple(said.LINE.format(head=head, told=text) for head, text in told if text)


def _last(shown: Shown, href: Href, criterion_href: Href) -> str:
    """Name who is last in each group shown, and why; a single unit is told its own rank."""
    whole, units = shown.whole, shown.now.units
    titles = dict(zip(shown.book.items["code"], shown.book.items["title"], strict=True))
    cohorts = ranking.cohorts(whole.units, shown.book.groups)
    if len(units) == 1:
        only = records(units)[0]
        if pd.isna(only.rank):
            return ""
        told = _figures(only, whole, titles, criterion_href) | {
            "unit": link(only.label, href(only.label)),
            "rank": words.count(only.rank),
            "total": words.count(len(cohorts[only.group])),
        }
        return said.ONE_UNIT.format(**told)
    clauses = []
    for group, members in cohorts.items():
        last = ranking.last(members) if group in set(units["group"]) else members.head(0)
        if last.empty:
            continue
        names = [link(label, href(label)) for label in last["label"]]
        listed = some(names, MOST_NAMES, pages.MORE_UNITS, slack=1)
        first = records(last.sort_values("overdue", ascending=False, kind="stable"))[0]
        figures = _figures(first, whole, titles, criterion_href)
        clauses.append(said.LAST_OF.format(units=listed, **figures))
    return said.LIST.join(clauses) or (said.NOBODY_LAST if len(units) else "")


def _figures(unit: Any, whole: Assessment, titles: dict[str, str], href: Href) -> dict[str, str]:
    late = in_state(whole.obligations, State.OVERDUE)
    late = late[late["owner"] == unit.unit]
    why = ""
    if len(late):
        oldest = records(late.sort_values("days_late", ascending=False, kind="stable"))[0]
        item = _short(oldest.kind, oldest.code, titles[oldest.code])
        why = said.OVERDUE.format(
            number=words.count(len(late)),
            days=words.count(oldest.days_late),
            item=linked(item, oldest.kind, oldest.code, href),
        )
    else:
        for told, number in ((said.AT_RISK, unit.at_risk), (said.NO_DATA, unit.no_data)):
            why += told.format(number=words.count(number)) if number else ""
    return {"group": plain(unit.group), "share": words.share(unit.met, unit.total), "why": why}


def _weakest(now: Assessment, href: Href) -> str:
    """Name the criterion the fewest have, and the one overdue for most where it is another."""
    listed = criterion.standings(now)
    if listed.empty:
        return ""
    weak = records(listed.head(1))[0]
    if weak.met == weak.total:
        return said.ALL_MET
    told = [
        said.WEAK.format(
            item=_criterion(weak, href),
            share=words.share(weak.met, weak.total),
            due=words.day(weak.due),
        )
    ]
    late = records(listed.sort_values(Status.OVERDUE, ascending=False, kind="stable").head(1))[0]
    if late.overdue and late.code != weak.code:
        number = words.count(late.overdue)
        told.append(said.MOST_LATE.format(item=_criterion(late, href), number=number))
    return said.LIST.join(told)


def _criterion(row: Any, href: Href) -> str:
    return link(_short(Kind.CRITERION, row.code, row.title), href(row.code))


def _reports(shown: Shown, href: Href) -> str:
    """Name who has not sent the newest report that was due, and count what is owed of older ones."""
    owed = shown.now.obligations
    owed = owed[owed["kind"] == Kind.REPORT]
    past = owed[owed["due"] < pd.Timestamp(shown.as_of)]
    if owed.empty:
        return ""
    if past.empty:
        return said.NO_REPORTS
    newest, clauses = past["due"].max(), []
    titles = dict(zip(shown.book.items["code"], shown.book.items["title"], strict=True))
    missing = in_state(past, State.OVERDUE)
    last = past[past["due"] == newest]
    for code in last["code"].unique():
        absent = missing[(missing["code"] == code) & (missing["due"] == newest)]["owner"]
        item = plain(item_name(Kind.REPORT, code, titles[code]))
        labels = [shown.whole.labels.get(owner, owner) for owner in absent]
        names = [link(label, href(label)) for label in labels]
        template = said.MISSING if names else said.SENT
        clauses.append(
            template.format(
                item=item,
                due=words.day(newest),
                number=words.count(len(names)),
                owners=some(names, MOST_NAMES, pages.MORE_UNITS, slack=1),
            )
        )
    if older := int((missing["due"] < newest).sum()):
        clauses.append(said.OLDER.format(number=words.count(older)))
    return said.LIST.join(clauses)


def _moved(shown: Shown, href: Href) -> str:
    """Say what moved since the earlier date: ranks, with who moved most, criteria, items overdue."""
    units = set() if shown.filters.agency else set(shown.now.units["unit"])
    up, down = changed.moves_of(shown.changes, units)
    clauses = []
    for moves, several in ((up, said.UP), (down, said.DOWN)):
        if moves.empty:
            continue
        most = moves[moves == moves.iloc[0]]
        labels = [shown.whole.labels[unit] for unit in most.index]
        names = some([link(label, href(label)) for label in labels], 2, pages.MORE_UNITS, slack=1)
        template = several if len(moves) > len(most) else said.ALL_MOVED[several]
        clauses.append(
            template.format(
                number=words.count(len(moves)), units=names, places=words.movement(moves.iloc[0])
            )
        )
    affected = changed.affected(shown.now, shown.changes)
    counts = zip(
        (said.NEWLY_MET, said.LOST, said.NEWLY_OVERDUE, said.CLEARED), affected, strict=True
    )
    clauses += [text.format(number=words.count(len(of))) for text, of in counts if len(of)]
    return said.LIST.join(clauses) or said.NOTHING_MOVED


def _short(kind: str, code: str, title: str) -> str:
    return item_name(kind, code, shortened(title, LETTERS))
