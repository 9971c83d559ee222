"""Owners as official papers name them: xã Tam Đa, thị trấn Sơn Dương, UBND xã Tân Thanh."""

import re
from collections.abc import Iterable
from typing import Any, Final

from lib import words
from lib.assess import Assessment
from lib.sheet import Book, schema
from lib.vietnamese import key
from lib.view.tables import row
from lib.words import naming as said
from lib.words import pages

_KIND: Final = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, said.KINDS))}) |(?:{'|'.join(map(re.escape, said.DOTTED))}) ?)"
)
_UNIT: Final = re.compile(
    rf"({said.COMMITTEE_SHORT.format(unit='')})?({'|'.join(map(str.strip, said.LED))}) (.+)"
)


def in_text(owner: Any) -> str:
    """Name an owner inside a sentence: a unit with its kind in full, told once."""
    name, kind = line(owner["name"]), line(owner["kind"]).lower()
    kind = said.IN_FULL.get(kind, kind)
    if not owner["is_unit"] or is_institution(name):
        return name
    begun = _KIND.match(name.casefold())
    if begun and begun.end() < len(name):
        told = begun[0].strip()
        kind, name = kind or said.IN_FULL.get(told, told), name[begun.end() :]
    elif name.casefold().startswith(f"{kind} "):
        name = name[len(kind) + 1 :]
    return f"{kind} {name}" if kind else name


def acting(owner: Any) -> str:
    """Name who acts for an owner: a commune's committee, else the owner itself."""
    return _of_committee(owner, said.COMMITTEE_SHORT)


def written_to(owner: Any) -> str:
    """Name whom a letter to an owner is addressed to, in full."""
    return _of_committee(owner, said.COMMITTEE)


def _of_committee(owner: Any, committee: str) -> str:
    named = in_text(owner)
    led = owner["is_unit"] and not is_institution(named) and named.startswith(said.LED)
    return committee.format(unit=named) if led else named


def is_institution(name: str) -> bool:
    """Tell whether a name is that of a unit's institution: UBND xã Tân Thanh."""
    return key(name).startswith(tuple(f"{key(word)} " for word in schema.INSTITUTIONS))


def bearers(book: Book, now: Assessment) -> dict[str, Any]:
    """Return each owner by its name in the sheet; of a name's several the one there on the date."""
    there = [*now.units["bearer"], *now.agencies["bearer"]]
    order = [*book.owners.index.difference(there), *there]
    return {str(book.owners.at[number, "name"]): row(book.owners, number) for number in order}


def together(names: Iterable[str], *, most: int) -> str:
    """Join names inside a sentence, units of a kind behind one head: các xã Tam Đa, Đại Phú.

    Those beyond the most are counted.
    """
    told, heads = list(names), dict[tuple[str, str], list[str]]()
    for name in told[:most]:
        found = _UNIT.fullmatch(name)
        heads.setdefault((found[1] or "", found[2]) if found else ("", name), []).append(
            found[3] if found else name
        )
    parts = [_of_kind(*head, bare) for head, bare in heads.items()]
    # Where a part has a comma of its own, another sign stands between the parts.
    shown = (said.BETWEEN if "," in "".join(parts) else ", ").join(parts)
    if len(told) <= most:
        return shown
    return f"{shown} {pages.MORE_UNITS.format(number=words.count(len(told) - most))}"


def _of_kind(committee: str, kind: str, names: list[str]) -> str:
    if kind in names:
        return kind
    if len(names) == 1:
        return f"{committee}{kind} {names[0]}"
    return said.SEVERAL.format(committee=committee, kind=kind, names=", ".join(names))


def capital(text: str) -> str:
    """Begin a sentence with a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def line(text: object) -> str:
    """Return text with every run of spaces and breaks as one space."""
    return " ".join(str(text or "").split())
