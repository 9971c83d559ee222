"""The dashboard's report and the plain reference's must agree on every spreadsheet."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from lib.export.machine import report
from lib.sheet import read
from tests import oracle
from tests.oracle.mess import Spreadsheet, seeded, spreadsheets
from tests.oracle.shrink import shrink
from tests.oracle.text import tidy

SEEDS = range(45)


def comparable(made: dict[str, Any]) -> dict[str, Any]:
    """Arrange a report for comparison: only the order of units matters."""
    return {
        "head": {name: made[name] for name in ("as_of", "previous", "plan")},
        "units": made["units"],
        "cells": _keyed(made["cells"], "unit", "code"),
        "obligations": _keyed(made["obligations"], "kind", "owner", "code"),
        "changes": {
            name: Counter(tuple(each) for each in some) for name, some in made["changes"].items()
        },
        "obstacles": [{**each, "text": tidy(each["text"])} for each in made["obstacles"]],
        "problems": Counter(_without_suggestion(problem) for problem in made["problems"]),
    }


def _without_suggestion(problem: dict[str, Any]) -> tuple[Any, ...]:
    return tuple((name, said) for name, said in problem.items() if name != "suggestion")


def not_allowed(ours: dict[str, Any], theirs: dict[str, Any]) -> list[dict[str, Any]]:
    """List the dashboard's problems whose suggestion the rules do not allow.

    The oracle gives all that are allowed; None leaves the suggestion open.
    """
    allowed: dict[tuple[Any, ...], list[Any]] = {}
    for problem in theirs["problems"]:
        allowed.setdefault(_without_suggestion(problem), []).append(problem["suggestion"])
    return [
        problem
        for problem in ours["problems"]
        if not any(
            some is None or problem["suggestion"] in some
            for some in allowed.get(_without_suggestion(problem), [None])
        )
    ]


def _keyed(records: list[dict[str, Any]], *names: str) -> dict[tuple[Any, ...], list[Any]]:
    keyed: dict[tuple[Any, ...], list[Any]] = {}
    for record in records:
        keyed.setdefault(tuple(record[name] for name in names), []).append(record)
    return keyed


def differences(sheet: Spreadsheet) -> list[tuple[str, Any, Any]]:
    """List what differs on any of the spreadsheet's dates: where, the dashboard's, the oracle's."""
    book = read(sheet.grids, today=sheet.today)
    reference = oracle.read(sheet.grids, sheet.today)
    found = []
    for as_of, previous in sheet.dates:
        made = report(book, as_of=as_of, previous=previous)
        expected = oracle.report_of(reference, as_of=as_of, previous=previous)
        ours, theirs = comparable(made), comparable(expected)
        found += [(part, ours[part], theirs[part]) for part in ours if ours[part] != theirs[part]]
        if wrong := not_allowed(made, expected):
            found.append(("suggestions", wrong, "not among those allowed"))
    return found


def explain(sheet: Spreadsheet) -> str:
    """Describe the smallest spreadsheet that still differs."""
    small = shrink(sheet, lambda each: bool(differences(each)))
    lines = [f"today={small.today!r} dates={small.dates!r}"]
    for grid in small.grids:
        lines += [repr(grid.title), *(f"    {row!r}" for row in grid.rows)]
    for part, ours, theirs in differences(small):
        lines += [f"{part}:", f"  dashboard {ours!r}", f"  oracle    {theirs!r}"]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_report_equals_the_oracles(seed: int) -> None:
    sheet = seeded(seed)
    assert not differences(sheet), explain(sheet)


@settings(max_examples=20, deadline=None, derandomize=True, phases=[Phase.generate])
@given(spreadsheets())
def test_report_equals_the_oracles_on_drawn_sheets(sheet: Spreadsheet) -> None:
    assert not differences(sheet), explain(sheet)
