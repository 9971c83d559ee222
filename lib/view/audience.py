"""Who looks, and what of a sheet they may see: all, all but what others say, or the lights alone."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from lib.assess import Assessment
from lib.problem import Problem, ProblemCode
from lib.sheet import Book
from lib.sheet.schema import SETTINGS
from lib.vietnamese import key
from lib.view import gaps

_BETWEEN: Final = re.compile(r"[;,\s]+")


class Role(StrEnum):
    """Leaders and the standing agency see all; a unit or agency, what others say withheld."""

    ALL = "all"
    OWN = "own"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees the same: a role, and for `OWN` the owners (numbers in the Book) that are theirs.

    Evidence, notes, obstacles, who wrote and what stands in a wrong row are seen of one's own only;
    that a row is wrong, and what the sheet lacks, is everyone's to know.
    """

    role: Role = Role.ALL
    owners: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """Name the audience among all others of a content."""
        return f"{self.role}{self.owners}"


EVERYTHING: Final = Audience()


def sees_words(audience: Audience, owner: int) -> bool:
    """Tell whether an audience sees what an owner says: its evidence, notes, who wrote them."""
    return audience.role is Role.ALL or owner in audience.owners


def addresses(text: str | None) -> frozenset[str]:
    """Return the addresses written in a cell, in lower case."""
    return frozenset(one.casefold() for one in _BETWEEN.split(text or "") if "@" in one)


def people(book: Book) -> dict[str, Audience]:
    """Return by address what audience it is: of the owners that name it, and those merged into them.

    The standing agency's own see all.
    """
    named: dict[str, set[int]] = {}
    for owner, text in zip(book.owners.index, book.owners["addresses"], strict=True):
        for address in addresses(text):
            named.setdefault(address, set()).add(int(owner))
    standing = book.settings.standing_agency
    meant = set((book.names.match(standing).value if standing else None) or ())
    merged: dict[int, list[int]] = {}
    for owner, heir in enumerate(book.owners["successor"].tolist()):
        merged.setdefault(heir, []).append(owner)
    return {
        address: EVERYTHING if own & meant else Audience(Role.OWN, _with_merged(own, merged))
        for address, own in named.items()
    }


def in_book(audience: Audience, book: Book, earlier: Book) -> Audience:
    """Return who the audience of a sheet is in an earlier reading of it, whose numbers are others.

    Owners are the same who have the same name from the same day on; of others nothing is theirs.
    """
    known = {who: number for number, who in enumerate(_who(earlier))}
    there = (known.get(who) for number, who in enumerate(_who(book)) if number in audience.owners)
    return replace(audience, owners=tuple(sorted(number for number in there if number is not None)))


def _who(book: Book) -> Iterator[tuple[object, ...]]:
    owners = book.owners
    names = map(key, owners["name"])
    return zip(names, owners["is_unit"], owners["valid_from"].astype(str), strict=True)


def _with_merged(own: set[int], merged: Mapping[int, list[int]]) -> tuple[int, ...]:
    found, waiting = set(own), list(own)
    while waiting:
        more = set(merged.get(waiting.pop(), ())) - found
        found |= more
        waiting += more
    return tuple(sorted(found))


def withheld(
    book: Book, audience: Audience, keepers: Callable[[], dict[Problem, str | None]]
) -> Book:
    """Leave out of a Book what its audience may not see; `keepers` names whose a problem is."""
    if audience.role is Role.ALL:
        return book
    own, entries, told = audience.owners, book.entries, book.obstacles
    hidden = ~entries["owner"].isin(own)
    texts = {name: entries[name].where(~hidden, None) for name in ("evidence", "author", "note")}
    names = set(book.owners.loc[list(own), "name"])
    whose = keepers() if book.problems else {}
    return replace(
        book,
        owners=book.owners.assign(addresses=None),
        entries=entries.assign(**texts),
        obstacles=told[told["owner"].isin(own)].reset_index(drop=True),
        problems=tuple(
            problem
            if whose.get(problem) in names or _of_the_sheet(problem)
            else replace(problem, value=None, suggestion=None)
            for problem in book.problems
            if problem.code not in _OF_TITLES
        ),
    )


_OF_TITLES: Final = (ProblemCode.UNKNOWN_WORKSHEET, ProblemCode.MISPLACED_WORKSHEET)
"""Titles of worksheets that are not read may say anything."""


def _of_the_sheet(problem: Problem) -> bool:
    """Tell whether a problem is of the sheet as a whole, which every screen and file warns of."""
    return problem.code in gaps.GAPS or key(problem.worksheet) == key(SETTINGS.title)


def seen_by(assessment: Assessment, audience: Audience) -> Assessment:
    """Leave out of an Assessment what its audience may not see."""
    if audience.role is Role.ALL:
        return assessment
    cells, told = assessment.cells, assessment.obstacles
    hidden = ~cells["bearer"].isin(audience.owners)
    texts = {name: cells[name].where(~hidden, "") for name in ("evidence", "author")}
    if audience.role is Role.PUBLIC:
        texts["worksheet"] = cells["worksheet"].where(~hidden, None)
    return replace(
        assessment,
        cells=cells.assign(**texts),
        obstacles=told[told["bearer"].isin(audience.owners)].reset_index(drop=True),
    )
