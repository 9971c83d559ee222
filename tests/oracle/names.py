"""Who is meant: units, agencies and groups found by name (semantics section 1, Names)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from lib.sheet import schema
from tests.oracle.text import fold, key


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
    aliases: list[str] = field(default_factory=list)
    reports: bool = True

    def is_valid(self, as_of: date) -> bool:
        """Tell whether a unit is valid on a day, both ends included (2); agencies always are."""
        started = self.valid_from is None or self.valid_from <= as_of
        return started and (self.valid_until is None or as_of <= self.valid_until)

    def is_merged(self, as_of: date | None) -> bool:
        """Tell whether the merger is in effect: from the day after `Hiệu lực đến` (3).

        With no day asked: whether it ever will be, that is, whether there is that date.
        """
        if self.successor is None or self.valid_until is None:
            return False
        return as_of is None or as_of > self.valid_until

    def names(self) -> list[str]:
        """List the bare name and the full kind-and-name."""
        return [self.name, f"{self.kind} {self.name}"] if self.kind else [self.name]


@cache
def forms(name: str, write: Callable[[str], str] = key) -> frozenset[str]:
    """Write a name with and without one leading prefix, by `key` or, in a guess, by `fold`."""
    written = write(name)
    bare = {written}
    for prefix in schema.NAME_PREFIXES:
        start = write(prefix) if prefix.endswith(".") else write(prefix) + " "
        if written.startswith(start) and written[len(start) :].strip():
            bare.add(written[len(start) :].strip())
    return frozenset(bare)


def find(name: str, owners: list[Owner]) -> tuple[Owner | None, bool]:
    """Find whom a name means among `owners` (units first); the second value says it is a guess."""
    found = find_exactly(name, owners)
    if found is not None:
        return found, False
    wanted = forms(name, fold)
    candidates = [
        owner
        for owner in owners
        if any(wanted & forms(known, fold) for known in owner.names() + owner.aliases)
    ]
    return (candidates[0], True) if len(candidates) == 1 else (None, False)


def find_exactly(name: str, owners: list[Owner]) -> Owner | None:
    """Find an owner by name, else by alias; units stand before agencies, upper rows first."""
    wanted = forms(name)
    for owner in owners:
        if any(wanted & forms(known) for known in owner.names()):
            return owner
    for owner in owners:
        if any(wanted & forms(known) for known in owner.aliases):
            return owner
    return None


def is_same_name(owner: Owner, other: Owner) -> bool:
    """Tell a name defined twice: `Xã A` and `Thị trấn A` are the same name."""
    return any(forms(a) & forms(b) for a in owner.names() for b in other.names())


@dataclass
class Asked:
    """Whom a list names: units and agencies directly, and those its groups stand for."""

    direct: list[Owner] = field(default_factory=list)
    through_group: list[Owner] = field(default_factory=list)

    def names(self, owner: Owner, as_of: date | None) -> bool:
        """Tell whether the list asks `owner` on a day (None: validity dates aside).

        A unit named directly stands for the unit it is merged into as well, once it is.
        """
        if owner in self.through_group:
            return True
        for named in self.direct:
            stand_in: Owner | None = named
            while stand_in is not None:
                if stand_in is owner:
                    return True
                stand_in = stand_in.successor if stand_in.is_merged(as_of) else None
        return False


def mergers_in_circle(units: list[Owner]) -> list[Owner]:
    """List the units whose chain of mergers comes back to themselves."""
    circle = []
    for unit in units:
        seen: list[Owner] = []
        follower = unit.successor
        while follower is not None and follower not in seen:
            seen.append(follower)
            follower = follower.successor
        if unit in seen:
            circle.append(unit)
    return circle
