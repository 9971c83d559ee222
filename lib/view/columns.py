"""The columns of lists: each told once, for screen, paper and workbook."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import pandas as pd

from lib import words
from lib.view.marks import link, on_screen, plain, tally
from lib.view.tables import Table, records
from lib.words import Mark
from lib.words import columns as said

Form = Literal["text", "whole", "decimal", "percent", "signed", "date", "iso"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: which figure of a row it shows, its head, how the figure is written.

    The figure is an attribute of the rows, or what a function says of one; `of` is the figure it is
    a part of where both are told as one: 14/20. `letters` is its width in the workbook, where parts
    stand alone and the head is `alone`; `millimetres` that on paper. `long` text is a sentence
    rather than a name. On screen `narrow` text never wraps, `spare` is what a phone has no room
    for, and a `safe` figure is Markdown as it stands.
    """

    figure: str | Callable[[Any], Any]
    head: str
    form: Form = "text"
    letters: float = 0
    millimetres: float = 0
    of: str | None = None
    alone: str | None = None
    words: Mapping[Any, str] | None = None
    marked: Mapping[Any, Mark] | None = None
    long: bool = False
    narrow: bool = False
    spare: bool = False
    safe: bool = False

    @property
    def right(self) -> bool:
        """Tell whether it holds figures, which stand to the right."""
        return self.form != "text"

    @property
    def workbook_head(self) -> str:
        return self.alone or (
            said.IN_PERCENT.format(head=self.head) if self.form == "percent" else self.head
        )

    def figure_of(self, row: Any) -> Any:
        """Return the figure of a row as it is there."""
        return getattr(row, self.figure) if isinstance(self.figure, str) else self.figure(row)

    def written(self, row: Any) -> str:
        """Return the figure of a row as a reader reads it; a gap is a dash."""
        value = self.figure_of(row)
        if self.words is not None:
            return self.words[value]
        part = _WRITTEN[self.form](value)
        return part if self.of is None else f"{part}/{_WRITTEN[self.form](getattr(row, self.of))}"

    def on_screen(self, row: Any) -> str:
        """Return the figure of a row as safe Markdown."""
        if self.safe:
            return self.figure_of(row)
        if self.marked is not None:
            return on_screen(self.marked[self.figure_of(row)])
        raw = self.form == "text" and self.words is None
        return plain(self.written(row)) if raw else self.written(row)

    def value(self, row: Any) -> Any:
        """Return the figure of a row as a plain value; a gap is None."""
        value = self.figure_of(row)
        if value is not None and self.marked is not None:
            value = self.marked[value].word
        elif value is not None and self.words is not None:
            value = self.words[value]
        return _VALUE[self.form](value)


_WRITTEN: Final[dict[Form, Callable[[Any], str]]] = {
    "text": lambda value: value if isinstance(value, str) else words.BLANK,
    "whole": words.count,
    "decimal": words.decimal,
    "percent": words.percent,
    "signed": words.movement,
    "date": words.day,
    "iso": lambda value: value.isoformat(),
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
    "iso": lambda value: value,
}

NUMBER: Final = Column("place", said.NUMBER, "whole", millimetres=12, spare=True)
"""The running number; on screen it counts by itself."""
NUMBER_KEPT: Final = replace(NUMBER, spare=False)

# Units
GROUP: Final = Column("group", said.GROUP, letters=22)
UNIT: Final = Column("label", said.UNIT, letters=22, millimetres=50, narrow=True)
RANK: Final = Column("rank", said.RANK, "whole", 8, 13)
OVERALL: Final = Column("overall", said.OVERALL, "whole")
RANKS: Final = Column("course", said.RANKS, narrow=True)
MOVEMENT: Final = Column(
    "rank_change", said.MOVEMENT, "signed", 10, 12, alone=said.MOVEMENT_IN_WORDS
)
LIGHT: Final = Column(
    "light", said.LIGHT, letters=9, millimetres=22, marked=words.LIGHT, narrow=True
)
MET: Final = Column("met", said.MET, "whole", 8, 20, of="total", alone=said.MET_ALONE)
NEEDED: Final = Column("needed", said.NEEDED, "whole")
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
STATE: Final = Column("state", said.STATE, letters=20, marked=words.STATE, narrow=True)
DAYS_LATE: Final = Column("days_late", said.DAYS_LATE, "whole", 9)
DAYS_OVERDUE: Final = Column("days_late", said.DAYS_OVERDUE, "whole", millimetres=17)
KIND: Final = Column("kind", said.KIND, letters=11, millimetres=20, words=words.KIND, narrow=True)
OWNER: Final = Column("label", said.OWNER, letters=32, millimetres=50)
CODE: Final = Column("code", said.CODE, letters=9, millimetres=18)
CONTENT: Final = Column("title", said.CONTENT, letters=54, millimetres=72, long=True)
AGENCY: Final = Column("agency", said.AGENCY, letters=30, millimetres=38)
DUE: Final = Column("due", said.DUE, "date", 12, 24)
DONE: Final = Column("done", said.DONE, "date", 12)


def saying(
    head: str,
    say: Callable[[Any], str],
    form: Form = "text",
    *,
    narrow: bool = False,
    spare: bool = False,
) -> Column:
    """Return a column for screens alone, of which a function says each row's safe Markdown."""
    return Column(say, head, form, narrow=narrow, spare=spare, safe=True)


def tallied(figure: str, head: str) -> Column:
    """Return a column for screens alone that counts what a phone can spare; none is a dash."""
    return saying(head, lambda row: tally(getattr(row, figure)), "whole", spare=True)


def unit_links(href: Callable[[str], str]) -> Column:
    """Return the column of units' names, each leading to the unit's page."""
    return replace(UNIT, figure=lambda row: link(row.label, href(row.label)), safe=True)


def screen(rows: pd.DataFrame | Iterable[Any], columns: Iterable[Column], *, title: str) -> Table:
    """Show columns of rows on screen, in the order given."""
    listed = records(rows) if isinstance(rows, pd.DataFrame) else list(rows)
    shown = tuple(columns)

    def cells(column: Column) -> list[str]:
        if column.figure == NUMBER.figure:
            return [words.count(place) for place in range(1, len(listed) + 1)]
        return [column.on_screen(row) for row in listed]

    return Table(
        pd.DataFrame({column.head: pd.Series(cells(column), dtype=str) for column in shown}),
        title,
        right=tuple(column.head for column in shown if column.right),
        narrow=tuple(column.head for column in shown if column.narrow),
        spare=tuple(column.head for column in shown if column.spare),
    )
