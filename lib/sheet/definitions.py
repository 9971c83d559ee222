"""Reads the rows that define something, the first of equals (rules, 1)."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from lib.problem import ProblemCode
from lib.sheet import cells
from lib.sheet.cells import Parsed, RawCell
from lib.sheet.findings import MISSING, NOTHING, Findings
from lib.sheet.schema import Reading
from lib.sheet.table import Table

Values = dict[str, NDArray]
Parser = Callable[[RawCell], Parsed]


def read_columns(
    table: Table, findings: Findings, *, date: Parser, agency: Parser = cells.parse_text
) -> Values:
    """Read every column but lists and names of owners; what says nothing is None."""
    parsers: dict[Reading, Parser] = {
        Reading.TEXT: cells.parse_text,
        Reading.DATE: date,
        Reading.POINTS: cells.parse_points,
        Reading.YES_NO: cells.parse_yes,
        Reading.AGENCY: agency,
    }
    return {
        column.header: findings.read(
            table,
            column.header,
            parsers[column.reading],
            blank=MISSING if column.required else NOTHING,
        ).values()
        for column in table.kind.columns
        if column.reading in parsers
    }


def counted_rows(
    table: Table, values: Values, findings: Findings, *, is_new: Callable[[int], bool]
) -> list[int]:
    """Return the rows that have all they need and define something new.

    The first column names what a row defines; `is_new` is asked from the top down.
    """
    complete = np.ones(len(table), bool)
    for column in table.kind.columns:
        if column.required:
            complete &= ~_lacking(table, values, column.header)
    again = complete.copy()
    for row in np.flatnonzero(complete):
        again[row] = not is_new(int(row))
    findings.of_mask(table, again, table.kind.columns[0].header, ProblemCode.DUPLICATE_DEFINITION)
    return np.flatnonzero(complete & ~again).tolist()


def _lacking(table: Table, values: Values, header: str) -> NDArray[np.bool_]:
    if header in values:
        return np.fromiter((value is None for value in values[header]), bool, len(table))
    return table.columns[header].each(cells.names_nobody, bool)
