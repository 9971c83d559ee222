"""Writes the sheet as a workbook (.xlsx): all at once, never over a file that is there."""

import io
import os
import uuid
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from lib.sheet.schema import INSTRUCTIONS
from lib.steady import steady
from lib.template import lists, texts
from lib.template.plan import Table
from lib.template.styles import add_styles
from lib.template.validations import define_names
from lib.template.workbook_tabs import write_instructions, write_lists, write_table
from lib.template.worksheets import tables

_ANY_DAY = date(2024, 1, 1)


def write_workbook(
    path: Path,
    *,
    with_sample: bool,
    per_owner: bool = False,
    plan: tuple[Table, ...] | None = None,
) -> None:
    """Write the plan's workbook to a new file, with the illustrative progress if asked.

    `per_owner` gives each unit and agency a log worksheet of its own; `plan` are other definitions
    than the shipped ones.

    The same call gives the same bytes. Raises FileExistsError when the path exists, leaving the
    file alone, and OSError when it cannot be written; in both cases nothing is left behind.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    _place(path, workbook_bytes(with_sample=with_sample, per_owner=per_owner, plan=plan))


def workbook_bytes(
    *, with_sample: bool, per_owner: bool = False, plan: tuple[Table, ...] | None = None
) -> bytes:
    """Return the workbook's content."""
    book = Workbook()
    book.properties.title = texts.message("workbook_title")
    book.properties.creator = texts.message("workbook_title")
    add_styles(book)
    book.calculation.fullCalcOnLoad = True
    book.remove(book.worksheets[0])
    write_instructions(book.create_sheet(INSTRUCTIONS))
    for table in tables(with_sample=with_sample, per_owner=per_owner, plan=plan):
        write_table(book.create_sheet(table.title), table)
    write_lists(book.create_sheet(lists.TITLE))
    define_names(book)
    content = io.BytesIO()
    book.save(content)
    return steady(content.getvalue(), _ANY_DAY)


def _place(path: Path, content: bytes) -> None:
    """Put a finished file under its name in one step, unless the name has been taken meanwhile."""
    draft = path.with_name(f".{path.stem}-{uuid.uuid4().hex}.tmp")
    try:
        with open(draft, "xb", opener=_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _name(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    """Create a file that only its owner may read: it will hold addresses and names."""
    return os.open(path, flags, 0o600)


def _name(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        draft.rename(path)
