"""All the tables a sheet is made of: the plan's definitions, then the logs, one each or by owner."""

from collections.abc import Iterable

from lib.grid import Cell
from lib.sheet.schema import APPRAISALS, PROGRESS
from lib.template.owed import Owner, duties, names
from lib.template.plan import CODE_SEPARATOR, Table, code_texts, definitions
from lib.template.sample import SAMPLE_SETTINGS, Line, appraisal_lines, progress_lines

LONGEST_TITLE = 31
FORBIDDEN_IN_TITLES = frozenset("[]:*?/\\")
"""What Excel takes as a worksheet's title (semantics, 1)."""


def tables(*, with_sample: bool, per_owner: bool = False) -> tuple[Table, ...]:
    """Return the worksheets' tables in order, the logs empty without the illustrative progress.

    `per_owner` gives each name of a unit or agency a log worksheet of its own, with a line to fill
    in for everything it owes and has not written about; the common log keeps what is nobody's.
    """
    progress = progress_lines() if with_sample else ()
    appraised = appraisal_lines() if with_sample else ()
    logs = (
        _by_owner(progress) if per_owner else (Table(PROGRESS.title, PROGRESS, _cells(progress)),)
    )
    return (
        *(definitions(SAMPLE_SETTINGS) if with_sample else definitions()),
        *logs,
        Table(APPRAISALS.title, APPRAISALS, _cells(appraised)),
    )


def owner_title(owner: Owner) -> str | None:
    """Return the title of an owner's log: its name or its first alias that fits, else None."""
    titles = (f"{PROGRESS.title} – {name}" for name in (owner.name, *owner.aliases))
    return next((title for title in titles if _fits(title)), None)


def _fits(title: str) -> bool:
    return len(title) <= LONGEST_TITLE and not FORBIDDEN_IN_TITLES & set(title)


def _by_owner(lines: tuple[Line, ...]) -> tuple[Table, ...]:
    written: dict[str | None, list[Line]] = {}
    for line in lines:
        written.setdefault(line.owner, []).append(line)
    common = list(_cells(written.get(None, ())))
    own: list[Table] = []
    for owner in names():
        theirs = written.get(owner.name, [])
        rows = (*_cells(theirs), *_form_rows(owner, theirs))
        title = owner_title(owner)
        if title is None:
            common.extend(rows)
        else:
            own.append(Table(title, PROGRESS, rows))
    return (Table(PROGRESS.title, PROGRESS, tuple(common)), *own)


def _form_rows(owner: Owner, written: Iterable[Line]) -> tuple[tuple[Cell, ...], ...]:
    """Return a line to fill in for each code owed in a name and not written about."""
    done = {str(line.cells[2]).split(CODE_SEPARATOR)[0].upper() for line in written}
    rest = (None,) * (len(PROGRESS.columns) - 3)
    codes = dict.fromkeys(duty.code for duty in duties() if duty.owner == owner.name)
    return tuple(
        (None, owner.name, code_texts()[code], *rest) for code in codes if code not in done
    )


def _cells(lines: Iterable[Line]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(line.cells for line in lines)
