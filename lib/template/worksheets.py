"""All the tables a sheet is made of: the plan's definitions, then the logs, one each or by owner."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lib.grid import Cell
from lib.sheet import Book, read
from lib.sheet.schema import APPRAISALS, PROGRESS, TASKS, Worksheet
from lib.template.plan import OWN_LOG, Table, definitions, position
from lib.template.sample import (
    SAMPLE_SETTINGS,
    Line,
    appraisal_lines,
    decided_tasks,
    progress_lines,
)
from lib.template.waiting import (
    ANY_DAY,
    CODE,
    bearers,
    codes_in,
    owed_codes,
    plan_book,
    waiting_lines,
)

LONGEST_TITLE = 31
FORBIDDEN_IN_TITLES = frozenset("[]:*?/\\")
"""What Excel takes as a worksheet's title (rules, 1)."""


def tables(
    *, with_sample: bool, per_owner: bool = False, plan: tuple[Table, ...] | None = None
) -> tuple[Table, ...]:
    """Return the worksheets' tables in order, the logs empty without the illustrative progress.

    `per_owner` gives each name of a unit or agency a log worksheet of its own, with a line to fill
    in for everything it owes and has not written about; the common log keeps what is nobody's.
    `plan` are other definitions than the shipped ones.
    """
    book = plan_book() if plan is None else read([table.grid() for table in plan], today=ANY_DAY)
    progress = progress_lines() if with_sample else ()
    appraised = appraisal_lines() if with_sample else ()
    logs = (
        _by_owner(progress, book)
        if per_owner
        else (Table(PROGRESS.title, PROGRESS, _cells(progress)),)
    )
    return (
        *(
            map(_with_decisions, definitions(SAMPLE_SETTINGS))
            if with_sample
            else plan or definitions()
        ),
        *logs,
        Table(APPRAISALS.title, APPRAISALS, _cells(appraised)),
    )


def _with_decisions(table: Table) -> Table:
    return replace(table, rows=table.rows + decided_tasks()) if table.kind is TASKS else table


def owner_title(
    names: Iterable[str],
    *,
    longest: int = LONGEST_TITLE,
    forbidden: frozenset[str] = FORBIDDEN_IN_TITLES,
) -> str | None:
    """Return the title of an owner's log: the first of its names that fits, else None."""
    titles = (f"{PROGRESS.title} – {name}" for name in names)
    return next((one for one in titles if len(one) <= longest and not forbidden & set(one)), None)


def _by_owner(lines: tuple[Line, ...], book: Book) -> tuple[Table, ...]:
    written: dict[str | None, list[Line]] = {}
    for line in lines:
        written.setdefault(line.owner, []).append(line)
    common = list(_cells(written.get(None, ())))
    own: list[Table] = []
    for name in book.owners["name"].unique():
        theirs = written.get(name, [])
        aliases = book.owners.loc[book.owners["name"] == name, "aliases"].sum()
        title = owner_title((name, *aliases))
        kind = PROGRESS if title is None else OWN_LOG
        rows = (*_arranged(theirs, kind), *_form_rows(book, name, theirs, kind))
        if title is None:
            common.extend(rows)
        else:
            owed = owed_codes(book, bearers(book, name))
            own.append(Table(title, OWN_LOG, rows, owed))
    return (Table(PROGRESS.title, PROGRESS, tuple(common)), *own)


def _arranged(lines: Iterable[Line], kind: Worksheet) -> Iterator[tuple[Cell, ...]]:
    places = [position(PROGRESS, column.header) for column in kind.columns]
    for line in lines:
        yield tuple(line.cells[at] for at in places)


def _form_rows(
    book: Book, name: str, written: Iterable[Line], kind: Worksheet
) -> Iterator[tuple[Cell, ...]]:
    """Return a line to fill in for each code owed in a name and not written about."""
    place = position(PROGRESS, CODE)
    done = codes_in((line.cells[place] for line in written), book)
    for line in waiting_lines(book, bearers(book, name), done):
        yield tuple(line.get(column.header) for column in kind.columns)


def _cells(lines: Iterable[Line]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(line.cells for line in lines)
