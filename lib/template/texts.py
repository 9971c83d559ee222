"""The template's wording and tables as they stand in the CSV files beside this module."""

import csv
from functools import cache
from pathlib import Path

from lib.sheet.schema import PROGRESS, Worksheet

HERE = Path(__file__).parent
PLAN = HERE / "plan_2024"
SAMPLE = HERE / "sample_2024"
WORDING = HERE / "wording"


@cache
def records(path: Path) -> tuple[dict[str, str], ...]:
    """Read a CSV file as one mapping a line, in the file's order."""
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def worded(name: str, code: str) -> str:
    """Give one of the texts of a file of wording."""
    return next(line["text"] for line in records(WORDING / f"{name}.csv") if line["code"] == code)


def message(code: str) -> str:
    """Give the words a worksheet shows: a warning, a heading, a date's state."""
    return worded("messages", code)


def failure(code: str, **details: object) -> str:
    """Give the sentence for a command that could not do what it was asked."""
    return worded("failures", code).format(**details)


def layout(worksheet: Worksheet, header: str) -> dict[str, str]:
    """Give a column's line in `columns.csv`: width, shape, list, warning, colour, note.

    What is not said of an owner's own log is as in the common one.
    """
    own = _layouts().get((worksheet.title, header))
    return own or _layouts()[PROGRESS.title, header]


@cache
def _layouts() -> dict[tuple[str, str], dict[str, str]]:
    return {(line["worksheet"], line["column"]): line for line in records(WORDING / "columns.csv")}


def fixed_choices(choice: str) -> tuple[str, ...]:
    """Give the words of a fixed list, none for a list computed from other worksheets."""
    lines = records(WORDING / "lists.csv")
    return tuple(line["word"] for line in lines if line["choice"] == choice and line["word"])


def choice_heading(choice: str) -> str:
    """Give a list's heading in the helper worksheet."""
    lines = records(WORDING / "lists.csv")
    return next(line["heading"] for line in lines if line["choice"] == choice)


def instructions(program: str) -> tuple[tuple[str, str], ...]:
    """Give the instructions' lines, each with its kind: `title`, `head` or `text`.

    `program` is `workbook` or `google`: some lines are for users of one alone.
    """
    lines = records(PLAN / "instructions.csv")
    return tuple((line["kind"], line["text"]) for line in lines if line["where"] in ("", program))
