"""The columns of lists of units and of what is owed: each told once, for screen, paper, workbook."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd

from lib import words
from lib.view.marks import LIGHTS, STATES, Marked, link
from lib.view.tables import NUMBER, Table, records, table
from lib.words import columns as said

Form = Literal["text", "whole", "decimal", "percent", "signed", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: the table's figure it shows, its head, how the figure is written.

    `of` is the figure it is a part of where both are told as one: 14/20. `letters` is its width in
    the workbook, where parts stand alone and the head is `alone`; `millimetres` that on paper.
    `long` text is a sentence rather than a name; `spare` is what a phone has no room for.
    """

    figure: str
    head: str
    form: Form = "text"
    letters: float = 0
    millimetres: float = 0
    of: str | None = None
    alone: str | None = None
    words: Mapping[Any, str] | None = None
    marked: Marked | None = None
    long: bool = False
    spare: bool = False

    @property
    def right(self) -> bool:
        """Tell whether it holds figures, which stand to the right."""
        return self.form != "text"

    @property
    def workbook_head(self) -> str:
        return self.alone or (
            said.IN_PERCENT.format(head=self.head) if self.form == "percent" else self.head
        )

    def written(self, row: Any) -> str:
        """Return the figure of a row as a reader reads it; a gap is a dash."""
        value = getattr(row, self.figure)
        if self.words is not None:
            return self.words[value]
        part = _WRITTEN[self.form](value)
        return part if self.of is None else f"{part}/{_WRITTEN[self.form](getattr(row, self.of))}"

    def value(self, row: Any) -> Any:
        """Return the figure of a row as a plain value; a gap is None."""
        value = getattr(row, self.figure)
        names = self.marked.word if self.marked else self.words
        return _VALUE[self.form](value if names is None else names[value])


def _decimal(value: float) -> str:
    return words.number(value, 0 if value == int(value) else 1)


_WRITTEN: Final[dict[Form, Callable[[Any], str]]] = {
    "text": lambda value: value if isinstance(value, str) else words.BLANK,
    "whole": words.count,
    "decimal": _decimal,
    "percent": words.percent,
    "signed": words.movement,
    "date": words.day,
}


def whole(value: Any) -> int | None:
    """Return a whole number, or None for a gap."""
    return None if pd.isna(value) else int(value)


def real(value: Any) -> float | None:
    """Return a number, or None for a gap."""
    return None if pd.isna(value) else float(value)


_VALUE: Final[dict[Form, Callable[[Any], Any]]] = {
    "text": lambda value: value if isinstance(value, str) and value else None,
    "whole": whole,
    "decimal": real,
    "percent": real,
    "signed": whole,
    "date": lambda value: None if pd.isna(value) else value.date(),
}

# Units
GROUP: Final = Column("group", said.GROUP, letters=22)
UNIT: Final = Column("label", said.UNIT, letters=22, millimetres=50)
RANK: Final = Column("rank", said.RANK, "whole", 8, 13)
MOVEMENT: Final = Column(
    "rank_change", said.MOVEMENT, "signed", 10, 12, alone=said.MOVEMENT_IN_WORDS
)
LIGHT: Final = Column("light", said.LIGHT, letters=9, millimetres=22, marked=LIGHTS)
MET: Final = Column("met", said.MET, "whole", 8, 20, of="total", alone=said.MET_ALONE)
TOTAL: Final = Column("total", said.TOTAL, "whole", 9)
APPRAISED: Final = Column("met_appraised", said.APPRAISED, "whole", 9, 20)
POINTS: Final = Column(
    "met_points", said.POINTS, "decimal", 9, 21, of="max_points", alone=said.POINTS_ALONE
)
MAX_POINTS: Final = Column("max_points", said.MAX_POINTS, "decimal", 9)
PROGRESS: Final = Column("progress", said.PROGRESS, "percent", 10, 19)
ON_TIME: Final = Column("on_time_rate", said.ON_TIME, "percent", 12, 22, spare=True)
OVERDUE: Final = Column("overdue", said.OVERDUE, "whole", 9, 15, spare=True)
AT_RISK: Final = Column("at_risk", said.AT_RISK, "whole", 9, 17)
NO_DATA: Final = Column("no_data", said.NO_DATA, "whole", 9, 17)
STALE: Final = Column("stale", said.STALE, "whole", 9)

# What is owed; `label` is added to the owner's name
STATE: Final = Column("state", said.STATE, letters=20, marked=STATES)
DAYS_LATE: Final = Column("days_late", said.DAYS_LATE, "whole", 9)
DAYS_OVERDUE: Final = Column("days_late", said.DAYS_OVERDUE, "whole", millimetres=17)
KIND: Final = Column("kind", said.KIND, letters=11, millimetres=20, words=words.KIND)
OWNER: Final = Column("label", said.OWNER, letters=32, millimetres=50)
CODE: Final = Column("code", said.CODE, letters=9, millimetres=18)
CONTENT: Final = Column("title", said.CONTENT, letters=54, millimetres=72, long=True)
AGENCY: Final = Column("agency", said.AGENCY, letters=30, millimetres=38)
DUE: Final = Column("due", said.DUE, "date", 12, 24)
DONE: Final = Column("done", said.DONE, "date", 12)


def units_table(
    units: pd.DataFrame,
    columns: Iterable[Column],
    *,
    title: str,
    href: Callable[[str], str],
    numbered: bool = True,
) -> Table:
    """Show columns of units on screen, in the order given; a unit's name leads to its page."""
    shown, listed = tuple(columns), records(units)

    def cell(column: Column, row: Any) -> str:
        if column.figure == UNIT.figure:
            return link(row.label, href(row.label))
        if column.marked:
            return column.marked.on_screen(getattr(row, column.figure))
        return column.written(row)

    spare = (column.head for column in shown if column.spare)
    return table(
        {column.head: [cell(column, row) for row in listed] for column in shown},
        title=title,
        right=[column.head for column in shown if column.right],
        narrow=[column.head for column in shown if not column.right],
        spare=(NUMBER, *spare) if numbered else (),
        numbered=numbered,
    )
