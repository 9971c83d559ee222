"""Who is meant: units and agencies found by any of the names people write, and when.

Rows of one worksheet that bear one name are its bearers, one after another: a text says which name
is meant, and a day says which bearer (rules, 1).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from lib.problem import ProblemCode
from lib.sheet import schema
from lib.sheet.cells import Parsed
from lib.vietnamese import closest, fold, key

Spell = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Named:
    """How one unit or agency may be called, and from when until when it is there."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    is_unit: bool = True
    valid_from: date | None = None
    valid_until: date | None = None

    def is_valid(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


def _prefix(spell: Spell) -> re.Pattern[str]:
    """Match a text's longest prefix: an institution, a kind, or one and then the other."""

    def any_of(words: Iterable[str]) -> str:
        return "|".join(
            re.escape(word) + (" ?" if word.endswith(".") else " ")
            for word in sorted(map(spell, words), key=len, reverse=True)
        )

    institution, kind = any_of(schema.INSTITUTIONS), any_of(schema.KINDS)
    return re.compile(f"(?:(?:{institution})(?:{kind})|(?:{institution})|(?:{kind}))(?=.)")


_PREFIXES: dict[Spell, re.Pattern[str]] = {spell: _prefix(spell) for spell in (key, fold)}
_BRACKETS = r"()\[\]{}"
_FIRST_PART = re.compile(r"[^,(\[{]*")
_PART_ENDS = re.compile(rf"[,;{_BRACKETS}]|(?<!\w){schema.NAME_JOINER}(?!\w)")


def bare(text: str, spell: Spell = key) -> str:
    """Return a compared text without the one prefix it may have."""
    whole = spell(text)
    found = _PREFIXES[spell].match(whole)
    return whole[found.end() :] if found else whole


class Names:
    """Looks names up; `owners` stand in their order of rank: units, then agencies, upper first.

    A text may mean several owners: the bearers of a name, or the rows that carry an alias.
    """

    def __init__(self, owners: Sequence[Named]) -> None:
        self._owners = owners
        self._bearers: dict[tuple[bool, str], list[int]] = {}
        self._named: dict[tuple[bool, str], list[int]] = {}
        self._carrying: dict[tuple[bool, str], list[int]] = {}
        for number, owner in enumerate(owners):
            self._bearers.setdefault(self._name_of(number), []).append(number)
            for form in _forms(owner, key):
                self._named.setdefault((owner.is_unit, form), []).append(number)
            for alias in owner.aliases:
                self._carrying.setdefault((owner.is_unit, key(alias)), []).append(number)

    def outright(self, text: str) -> tuple[int, ...]:
        """Return whom a text names: the bearers of a name, else the rows that carry an alias.

        A text as a whole goes before one without its prefix, a unit before an agency, an upper row
        before a lower.
        """
        for form in _ways_to_read(text, key):
            if named := self._named.get(form):
                return tuple(self._bearers[self._name_of(named[0])])
        found = (self._carrying.get(form) for form in _ways_to_read(text, key))
        return tuple(next(filter(None, found), ()))

    def match(self, text: str) -> Parsed:
        """Find who is meant, all bearers; a guess counts with a notice, a stranger does not."""
        if found := self.outright(text):
            return Parsed(found)
        if found := self._named_first(text) or self._spelled_alike(text):
            return Parsed(found, ProblemCode.GUESSED_NAME, self._owners[found[0]].name)
        suggestion = closest(text, [owner.name for owner in self._owners])
        return Parsed(None, ProblemCode.UNKNOWN_NAME, suggestion)

    def on(self, text: str, meant: Sequence[int], day: date) -> int:
        """Return which of those a text means is meant on a day.

        The one valid on it; where none is, the one valid on it that has the text as an alias, else
        the next to begin, else the last to end.
        """
        candidates = (*meant, *self._also(text, meant))
        valid = [one for one in candidates if self.is_valid(one, day)]
        return valid[0] if valid else self.next(meant, day)

    def turns(self, text: str, meant: Sequence[int]) -> list[date]:
        """Return the days, in order, from which on a text may mean another of its owners."""
        owners = [self._owners[one] for one in (*meant, *self._also(text, meant))]
        begin = {owner.valid_from for owner in owners if owner.valid_from}
        end = {owner.valid_until + timedelta(days=1) for owner in owners if owner.valid_until}
        return sorted(begin | end)

    def next(self, meant: Sequence[int], day: date) -> int:
        """Return the one valid on a day, else the next to begin, else the last to end."""
        valid = [one for one in meant if self.is_valid(one, day)]
        later = [one for one in meant if (self._owners[one].valid_from or date.min) > day]
        if valid:
            return valid[0]
        if later:
            return min(later, key=lambda one: self._owners[one].valid_from or date.min)
        return max(meant, key=lambda one: self._owners[one].valid_until or date.max)

    def is_valid(self, owner: int, day: date) -> bool:
        """Tell whether an owner is there on a day, both ends included."""
        return self._owners[owner].is_valid(day)

    def is_settled(self, meant: Sequence[int]) -> bool:
        """Tell whether a text means the same owner on every day."""
        only = self._owners[meant[0]]
        return len(meant) == 1 and only.valid_from is None and only.valid_until is None

    def is_name_of(self, meant: Sequence[int], owners: Iterable[int]) -> bool:
        """Tell whether those a text means are all bearers of a name that any of some owners has.

        An alias is no such name: others may carry it too.
        """
        return any(list(meant) == self._bearers[self._name_of(owner)] for owner in owners)

    def _also(self, text: str, meant: Sequence[int]) -> Sequence[int]:
        """Return the rows of the same worksheet that have a text, as written, as an alias."""
        return self._carrying.get((self._owners[meant[0]].is_unit, key(text)), ())

    def _name_of(self, owner: int) -> tuple[bool, str]:
        named = self._owners[owner]
        return named.is_unit, bare(named.name) if named.is_unit else key(named.name)

    def _named_first(self, text: str) -> tuple[int, ...]:
        """Return whom the part before a comma or bracket names, if no other part names anyone."""
        compared = key(text)
        first = _FIRST_PART.match(compared)
        rest = compared[first.end() :] if first else ""
        if not first or not rest or any(map(self.outright, _PART_ENDS.split(rest))):
            return ()
        return self.outright(first[0])

    def _spelled_alike(self, text: str) -> tuple[int, ...]:
        """Return whom a text names but for diacritics, if that is one name alone."""
        forms = _ways_to_read(text, fold)
        found = {self.outright(name) for form in forms for name in self._alike.get(form, ())}
        return found.pop() if len(found) == 1 else ()

    @cached_property
    def _alike(self) -> dict[tuple[bool, str], set[str]]:
        """Give the names and aliases by what is left of them without diacritics."""
        alike: dict[tuple[bool, str], set[str]] = {}
        for owner in self._owners:
            for form in _forms(owner, fold):
                alike.setdefault((owner.is_unit, form), set()).add(owner.name)
            for alias in owner.aliases:
                alike.setdefault((owner.is_unit, fold(alias)), set()).add(alias)
        return alike


def _forms(owner: Named, spell: Spell) -> set[str]:
    """Return the compared forms of a name; an agency's has one alone."""
    if not owner.is_unit:
        return {spell(owner.name)}
    return {spell(owner.name), bare(owner.name, spell), spell(f"{owner.kind} {owner.name}")}


def _ways_to_read(text: str, spell: Spell) -> Iterator[tuple[bool, str]]:
    """Give whether a unit's and in which form a text may be a name, the first way first."""
    yield True, spell(text)
    yield True, bare(text, spell)
    yield False, spell(text)
