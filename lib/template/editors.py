"""Who is to edit what: a list as Excel or a text editor writes it, or the sheet's own addresses."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from lib.grid import Cell
from lib.sheet import Book
from lib.sheet.schema import AGENCIES, UNITS
from lib.template import texts
from lib.template.waiting import Bearers, bearers
from lib.vietnamese import fold, tidy

_BETWEEN: Final = re.compile(r"[;,\s]+")
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS: Final = ",;\t"
_OF_ADDRESSES: Final = ("thu dien tu", "email", "e-mail", "mail", "gmail")
_OF_NAMES: Final = ("don vi", "co quan", "ten")


class EditorsError(Exception):
    """The list of editors cannot be used; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Editor:
    """A unit or agency and an address that may write for it, and where that is said."""

    where: str
    name: str
    address: str


def csv_rows(content: bytes) -> list[list[str]]:
    """Read a CSV file whatever program wrote it: its letters by their marks, its separator by use.

    Excel writes UTF-8 with a mark, UTF-16 with tabs, or Vietnam's Windows-1258.
    """
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    return list(csv.reader(text.splitlines(), delimiter=max(_SEPARATORS, key=first.count)))


def _decoded(content: bytes) -> str:
    marked = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    if marked is None and content[1:2] == b"\0":
        marked = "utf-16-le"
    elif marked is None and content[:1] == b"\0":
        marked = "utf-16-be"
    try:
        return content.decode(marked or "utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1258", errors="replace")


def listed_editors(rows: Sequence[Sequence[Cell]], path: Path) -> tuple[Editor, ...]:
    """Read a list of names and addresses; its first line may be a head.

    A cell may hold several addresses. Raises EditorsError for a line that lacks one of the two.
    """
    name_at, address_at, editors = 0, 1, list[Editor]()
    seen = False
    for line, row in enumerate(rows, start=1):
        cells = [tidy(str(cell)) if cell is not None else "" for cell in row]
        if not any(cells):
            continue
        if not seen and not any("@" in cell for cell in cells):
            name_at, address_at = _columns(cells)
        else:
            where = texts.worded("google", "in_file").format(path=path, line=line)
            name, told = ([*cells, *[""] * (at + 1)][at] for at in (name_at, address_at))
            editors += _named(where, name, told)
        seen = True
    return tuple(editors)


def _columns(heads: Sequence[str]) -> tuple[int, int]:
    """Find the columns of names and of addresses by their heads; else they are the first two."""
    folded = [fold(head) for head in heads]
    places = enumerate(folded)
    address = next((at for at, head in places if head.startswith(_OF_ADDRESSES)), None)
    name = next((at for at, head in enumerate(folded) if head.startswith(_OF_NAMES)), None)
    return (0, 1) if address is None else (0 if name is None else name, address)


def sheet_editors(book: Book, today: date) -> tuple[Editor, ...]:
    """Take the addresses in the sheet itself, of the units and agencies that have not ended."""
    owners = book.owners
    there = owners["valid_until"].isna() | (owners["valid_until"] >= pd.Timestamp(today))
    editors: list[Editor] = []
    for owner in owners[there & owners["addresses"].notna()].itertuples():
        kind = UNITS if owner.is_unit else AGENCIES
        where = texts.worded("google", "in_sheet").format(tab=kind.title, line=owner.row)
        editors += _named(where, str(owner.name), str(owner.addresses))
    return tuple(editors)


def _named(where: str, name: str, told: str) -> Iterator[Editor]:
    addresses = [address for address in _BETWEEN.split(told) if address]
    if not name or not addresses or not all("@" in address for address in addresses):
        raise EditorsError(texts.worded("google", "bad_editors_line").format(where=where))
    for address in addresses:
        yield Editor(where, name, address)


def editors_by_owner(editors: Sequence[Editor], book: Book) -> Mapping[Bearers, tuple[str, ...]]:
    """Give each name's addresses; a name the sheet does not know outright is refused."""
    found: dict[Bearers, tuple[str, ...]] = {}
    for editor in editors:
        owners = bearers(book, editor.name)
        if not owners:
            told = {"where": editor.where, "name": editor.name}
            raise EditorsError(texts.worded("google", "unknown_owner").format(**told))
        found[owners] = (*found.get(owners, ()), editor.address)
    return found
