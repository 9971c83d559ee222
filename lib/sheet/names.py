"""Who is meant: units and agencies found by any of the names people write (semantics, 1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lib.problem import ProblemCode
from lib.sheet import schema
from lib.sheet.cells import Parsed
from lib.vietnamese import closest, fold, key


@dataclass(frozen=True, slots=True)
class Named:
    """How one unit or agency may be called."""

    name: str
    kind: str
    aliases: tuple[str, ...]


_PREFIXES = tuple(key(prefix) for prefix in schema.NAME_PREFIXES)
_FOLDED_PREFIXES = tuple(fold(prefix) for prefix in schema.NAME_PREFIXES)


def _forms(text: str, prefixes: Iterable[str]) -> set[str]:
    """Return a compared text with and without each leading prefix it has."""
    stripped = {
        text[len(prefix) :].lstrip()
        for prefix in prefixes
        if text.startswith(prefix if prefix.endswith(".") else prefix + " ")
    }
    return ({text} | stripped) - {""}


def name_forms(text: str) -> set[str]:
    """Return the compared forms of a name: two names are the same when they share one."""
    return _forms(key(text), _PREFIXES)


def _folded_forms(text: str) -> set[str]:
    return _forms(fold(text), _FOLDED_PREFIXES)


class Names:
    """Looks names up; `owners` stand in their order of rank: units, then agencies, upper first."""

    def __init__(self, owners: Sequence[Named]) -> None:
        self._owners = owners
        self._ranks: dict[str, tuple[bool, int]] = {}
        self._guesses: dict[str, set[int]] = {}
        for number, owner in enumerate(owners):
            for is_alias, text in _ways_to_say(owner):
                rank = (is_alias, number)
                for form in name_forms(text):
                    self._ranks[form] = min(rank, self._ranks.get(form, rank))
                for form in _folded_forms(text):
                    self._guesses.setdefault(form, set()).add(number)

    def exact(self, text: str) -> int | None:
        """Return the owner a text names outright: a name beats an alias, an upper row a lower."""
        ranks = [self._ranks[form] for form in name_forms(text) if form in self._ranks]
        return min(ranks)[1] if ranks else None

    def guess(self, text: str) -> int | None:
        """Return the one owner whose name is this but for diacritics."""
        found = set().union(*(self._guesses.get(form, set()) for form in _folded_forms(text)))
        return found.pop() if len(found) == 1 else None

    def match(self, text: str) -> Parsed:
        """Find who is meant; a guess counts with a notice, a stranger gets a suggestion."""
        owner = self.exact(text)
        if owner is not None:
            return Parsed(owner)
        owner = self.guess(text)
        if owner is not None:
            return Parsed(owner, ProblemCode.GUESSED_NAME, self._owners[owner].name)
        suggestion = closest(text, [owner.name for owner in self._owners])
        return Parsed(None, ProblemCode.UNKNOWN_NAME, suggestion)


def _ways_to_say(owner: Named) -> Iterable[tuple[bool, str]]:
    yield False, owner.name
    if owner.kind:
        yield False, f"{owner.kind} {owner.name}"
    for alias in owner.aliases:
        yield True, alias
