"""Who is meant: units and agencies found by name, and which bearer of it (1, Names)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from lib.sheet import schema
from tests.oracle.text import fold, key

BRACKETS = "()[]{}"


@dataclass(eq=False)
class Owner:
    """A unit or an agency, as its definition row says."""

    name: str
    is_unit: bool
    row: int
    kind: str | None = None
    group: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    successor: "Owner | None" = None
    """Whom it is merged into from the day after `valid_until`, which is then there."""
    aliases: list[str] = field(default_factory=list)
    reports: bool = True

    def is_valid(self, day: date) -> bool:
        """Tell whether it is valid on a day, both ends included (2)."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_until is None or day <= self.valid_until)

    def overlaps(self, other: "Owner") -> bool:
        """Tell whether both are valid on some day."""
        starts = [day for day in (self.valid_from, other.valid_from) if day]
        ends = [day for day in (self.valid_until, other.valid_until) if day]
        return not starts or not ends or max(starts) <= min(ends)

    def merger_day(self) -> date | None:
        """Give the first day on which it is merged into its successor (3)."""
        if self.successor is None or self.valid_until is None:
            return None
        return self.valid_until + timedelta(days=1)

    def is_merged(self, day: date | None) -> bool:
        """Tell whether the merger is in effect; with no day asked: whether it ever will be."""
        merger = self.merger_day()
        return merger is not None and (day is None or day >= merger)

    def names(self) -> list[str]:
        """List the name and, of a unit, the full kind-and-name."""
        return [self.name, f"{self.kind} {self.name}"] if self.kind else [self.name]


@dataclass(frozen=True)
class Named:
    """Whom a text names: all bearers of a name, or the rows that carry an alias."""

    rows: tuple[Owner, ...]
    written: str
    is_alias: bool = False
    is_guess: bool = False
    meant: frozenset[str] = frozenset()
    """The names a guess takes the text for."""

    @property
    def is_unit(self) -> bool:
        return self.rows[0].is_unit


@cache
def prefixes(write: Callable[[str], str]) -> list[str]:
    """List what may stand before a unit's name, the longest first, by `key` or by `fold`."""
    kinds = [write(kind) + ("" if kind.endswith(".") else " ") for kind in schema.KINDS]
    institutions = [write(institution) + " " for institution in schema.INSTITUTIONS]
    both = [institution + kind for institution in institutions for kind in kinds]
    return sorted(kinds + institutions + both, key=len, reverse=True)


@cache
def bare(name: str, write: Callable[[str], str] = key) -> str:
    """Take one prefix off, the longest that leaves something."""
    written = write(name)
    for prefix in prefixes(write):
        if written.startswith(prefix) and written[len(prefix) :].strip():
            return written[len(prefix) :].strip()
    return written


def forms(owner: Owner, write: Callable[[str], str] = key) -> set[str]:
    """List how an owner's name may stand in a text: an agency's only as a whole."""
    if not owner.is_unit:
        return {write(owner.name)}
    return {write(name) for name in owner.names()} | {bare(owner.name, write)}


def is_same_name(owner: Owner, other: Owner) -> bool:
    """Tell one name: `Xã A` and `Thị trấn A` are the same."""
    return bool(forms(owner) & forms(other))


def is_defined_twice(owner: Owner, other: Owner) -> bool:
    """Tell names that may not both be defined (1, One name, several bearers).

    Bearers of one worksheet may not be valid on the same day; an agency may never bear a unit's
    name, nor one that is a unit's with a prefix taken off.
    """
    if owner.is_unit == other.is_unit:
        return is_same_name(owner, other) and owner.overlaps(other)
    return bool({key(owner.name), bare(owner.name)} & forms(other))


def find(text: str, owners: list[Owner]) -> Named | None:
    """Find whom a text names among `owners` (units first), outright or by a guess."""
    return find_outright(text, owners) or _first_part(text, owners) or _alike(text, owners)


def find_outright(text: str, owners: list[Owner]) -> Named | None:
    """Find a name, else an alias; a text equal as a whole goes before one without its prefix."""
    units = [owner for owner in owners if owner.is_unit]
    agencies = [owner for owner in owners if not owner.is_unit]
    whole, rest = key(text), bare(text)
    for written, some in ((whole, units), (rest, units), (whole, agencies)):
        for owner in some:
            if written in forms(owner):
                bearers = [other for other in some if is_same_name(owner, other)]
                return Named(tuple(bearers), text)
    for written, some in ((whole, units), (rest, units), (whole, agencies)):
        carriers = [owner for owner in some if written in map(key, owner.aliases)]
        if carriers:
            return Named(tuple(carriers), text, is_alias=True)
    return None


def _first_part(text: str, owners: list[Owner]) -> Named | None:
    """Guess by the part before the first comma or bracket: `Tam Đa, huyện Sơn Dương`.

    Not where another part of the text is a name outright too.
    """
    first = re.split(r"[,(\[{]", text, maxsplit=1)[0]
    found = find_outright(first, owners) if first != text else None
    joiner = rf"\b{schema.NAME_JOINER}\b"
    others = re.split(rf"[,;()\[\]{{}}]|{joiner}", key(text))
    if key(others[0]) == key(first):
        others = others[1:]
    if found is None or any(find_outright(other, owners) for other in others):
        return None
    return _guess(found, text)


def _alike(text: str, owners: list[Owner]) -> Named | None:
    """Guess by the one single name that is equal once all diacritics are removed."""
    found: list[tuple[str, Named]] = []
    for owner in owners:
        written = {fold(text), bare(text, fold)} if owner.is_unit else {fold(text)}
        names = [owner.name] * bool(written & forms(owner, fold))
        names += [alias for alias in owner.aliases if fold(alias) in written]
        for name in names:
            named = find_outright(name, owners)
            assert named is not None
            found.append((name, named))
    if len({named.rows for _, named in found}) != 1:
        return None
    return _guess(found[0][1], text, *[name for name, _ in found])


def _guess(named: Named, text: str, *names: str) -> Named:
    meant = frozenset([*names, *[owner.name for owner in named.rows]])
    return Named(named.rows, text, named.is_alias, is_guess=True, meant=meant)


def bearer(named: Named, day: date, owners: list[Owner]) -> Owner:
    """Choose whom a name in a log row means on its day (1, One name, several bearers)."""
    for owner in named.rows:
        if owner.is_valid(day):
            return owner
    for owner in owners:
        carries = key(named.written) in map(key, owner.aliases)
        if owner.is_unit == named.is_unit and owner.is_valid(day) and carries:
            return owner
    return next_or_last(named, day)


def heir(named: Named, day: date) -> Owner:
    """Choose whom a name in `Sáp nhập vào` means on the first day of the merger."""
    for owner in named.rows:
        if owner.is_valid(day):
            return owner
    return next_or_last(named, day)


def next_or_last(named: Named, day: date) -> Owner:
    """Choose the next to begin after a day, else the last to end; none is valid on it."""
    later = [owner for owner in named.rows if owner.valid_from and owner.valid_from > day]
    if later:
        return min(later, key=lambda owner: owner.valid_from or date.max)
    return max(named.rows, key=lambda owner: owner.valid_until or date.max)


def in_charge(named: Named, day: date, owners: list[Owner]) -> Owner:
    """Choose the agency that stands on a day for the one named (2).

    For one valid no longer that is the first valid one along its mergers, else the last of them.
    """
    chosen = bearer(named, day, owners)
    if chosen.valid_until is None or day <= chosen.valid_until:
        return chosen
    chain = [chosen]
    while chain[-1].successor is not None:
        chain.append(chain[-1].successor)
    return next((agency for agency in chain if agency.is_valid(day)), chain[-1])


@dataclass
class Asked:
    """Whom a list names: units and agencies directly, and those its groups stand for."""

    direct: list[Owner] = field(default_factory=list)
    through_group: list[Owner] = field(default_factory=list)

    def names(self, owner: Owner, day: date | None) -> bool:
        """Tell whether the list asks `owner` on a day (None: validity dates aside).

        One named directly stands for the one it is merged into as well, once it is.
        """
        if owner in self.through_group:
            return True
        for named in self.direct:
            stand_in: Owner | None = named
            while stand_in is not None:
                if stand_in is owner:
                    return True
                stand_in = stand_in.successor if stand_in.is_merged(day) else None
        return False


def mergers_in_circle(owners: list[Owner]) -> list[Owner]:
    """List the owners whose chain of mergers comes back to themselves."""
    circle = []
    for owner in owners:
        seen: list[Owner] = []
        follower = owner.successor
        while follower is not None and follower not in seen:
            seen.append(follower)
            follower = follower.successor
        if owner in seen:
            circle.append(owner)
    return circle
