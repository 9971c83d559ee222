"""The plan's settings and their defaults (rules, 1)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from lib.problem import ProblemCode
from lib.sheet import cells, schema
from lib.sheet.cells import Parsed, RawCell
from lib.sheet.findings import MISSING, NOTHING, Findings
from lib.sheet.schema import Field, Setting
from lib.sheet.table import Table
from lib.vietnamese import key

_KNOWN = {key(setting.value): setting for setting in Setting}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the standing agency set for the plan; `previous` is None where the sheet leaves it.

    `standing_agency` is the agency's name as written; `earliest` the first day that a log row may
    have, None where neither the year nor the first day of the plan is known; `documents` holds the
    settings that only documents need.
    """

    name: str | None
    year: int
    area: str | None
    standing_agency: str | None
    start: date
    end: date
    as_of: date
    previous: date | None
    due_soon_days: float
    stale_days: float
    lag_points: float
    red_from: float
    illustrative: bool
    earliest: date | None
    documents: Mapping[Setting, str] = field(default_factory=dict)

    def parse_date(self, cell: RawCell) -> Parsed:
        """Read a day of the plan's sheet: one without its year is of the plan's first that fits."""
        return cells.parse_date(cell, year=self.year, start=self.start)


class Answers:
    """The answers given in `Cấu hình`: each setting's first row counts, every row is checked."""

    def __init__(self, table: Table, findings: Findings) -> None:
        self._table, self._findings = table, findings
        settings = findings.read(table, Field.SETTING, _parse_setting, blank=MISSING).values()
        for header in (Field.VALUE, Field.NOTE):
            findings.read(table, header, lambda _: NOTHING)
        self._rows: dict[Setting, list[int]] = {}
        again = np.zeros(len(table), bool)
        for row, setting in enumerate(settings):
            if setting is not None:
                again[row] = setting in self._rows
                self._rows.setdefault(setting, []).append(row)
        findings.of_mask(table, again, Field.SETTING, ProblemCode.DUPLICATE_DEFINITION)

    def value(
        self, setting: Setting, parse: Callable[[RawCell], Parsed], default: Any = None
    ) -> Any:
        """Read one setting; blank or unreadable gives the default, the latter with a problem."""
        answers = [self._answer(row, parse) for row in self._rows.get(setting, [])]
        return answers[0] if answers and answers[0] is not None else default

    def _answer(self, row: int, parse: Callable[[RawCell], Parsed]) -> Any:
        cell = self._table.columns[Field.VALUE].cell(row)
        if cells.is_blank(cell) or cells.is_error(cell):
            return None
        parsed = parse(cell)
        if parsed.problem:
            dated = parsed.problem is ProblemCode.UNREADABLE_DATE
            noted = parsed._replace(value=cells.date_text(cell) if dated else None)
            self._findings.of_rows(self._table, [row], Field.VALUE, lambda _: noted)
        return parsed.value


def read_settings(answers: Answers, *, today: date) -> Settings:
    """Read all settings but the standing agency, which is a name to look up later."""

    def number(setting: Setting, default: float) -> float:
        return answers.value(setting, cells.parse_number, default)

    def day(setting: Setting, *, first: date | None = None) -> date | None:
        return answers.value(setting, lambda cell: cells.parse_date(cell, year=year, start=first))

    stated = answers.value(Setting.YEAR, cells.parse_year)
    year = stated or today.year
    begins = day(Setting.START)
    year = stated or (begins or today).year
    start = begins or date(year, 1, 1)

    def end(cell: RawCell) -> Parsed:
        parsed = cells.parse_date(cell, year=year, start=start)
        if parsed.value and parsed.value <= start:
            return Parsed(None, ProblemCode.UNREADABLE_DATE)
        return parsed

    documents = {
        setting: answers.value(setting, _parse_words) for setting in schema.DOCUMENT_SETTINGS
    }
    return Settings(
        name=answers.value(Setting.NAME, cells.parse_text),
        year=year,
        area=answers.value(Setting.AREA, cells.parse_text),
        standing_agency=None,
        start=start,
        end=answers.value(Setting.END, end) or date(max(year, start.year), 12, 31),
        as_of=day(Setting.AS_OF, first=start) or today,
        previous=day(Setting.PREVIOUS, first=start),
        due_soon_days=number(Setting.DUE_SOON, schema.DUE_SOON_DAYS),
        stale_days=number(Setting.STALE, schema.STALE_DAYS),
        lag_points=number(Setting.LAG, schema.LAG_POINTS),
        red_from=number(Setting.RED_FROM, schema.RED_FROM),
        illustrative=answers.value(Setting.ILLUSTRATIVE, cells.parse_yes, False),
        earliest=start if begins or stated else None,
        documents={setting: text for setting, text in documents.items() if text},
    )


def _parse_setting(cell: RawCell) -> Parsed:
    setting = _KNOWN.get(key(cells.text_of(cell)))
    return Parsed(setting, None if setting else ProblemCode.UNKNOWN_ITEM)


def _parse_words(cell: RawCell) -> Parsed:
    """Read text for documents as it stands; a date, or the number that stands for one, as such."""
    is_text = isinstance(cell, str)
    day = None if is_text else cells.parse_date(cell, year=cells.FIRST_YEAR).value
    return Parsed(f"{day:%d/%m/%Y}") if day else Parsed(cells.text_of(cell))
