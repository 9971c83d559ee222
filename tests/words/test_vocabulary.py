"""Every value of every enum has its words, and every template its blanks filled."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules

import pytest

import lib.export
import lib.view
import lib.words
from lib import words
from lib.assess import Light, State, Status
from lib.problem import ProblemCode, Severity
from lib.sheet import Kind
from lib.source.errors import SourceErrorCode
from lib.view.palette import FILLS

ENGLISH = re.compile(
    r"\b(sheets?|files?|links?|web|e-?mail|menu|online|click|server|tab|dashboard|login|update)\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"\{[^}]*\}|Google Sheets API")
"""Blanks to fill, and what a product is called."""

PLACES = {"worksheet": "Tiến độ", "column": "Ngày", "value": "Tam Da"}


@pytest.mark.parametrize(
    ("vocabulary", "values"),
    [
        (words.LIGHT, Light),
        (words.LIGHT_MEANING, Light),
        (words.STATUS, Status),
        (words.STATE, State),
        (words.REPORT_STATE, State),
        (words.KIND, Kind),
        (words.SEVERITY, Severity),
        (words.PROBLEM, ProblemCode),
        (words.PROBLEM_REMEDY, ProblemCode),
        (words.FAILURE, SourceErrorCode),
        (words.FAILURE_REMEDY, SourceErrorCode),
    ],
)
def test_is_complete(vocabulary, values):
    assert set(vocabulary) == set(values)
    assert set(words.LIGHT_ORDER) == set(Light)
    assert set(words.KINDS) == set(Kind)


# Tables that are about some members only; what is not in them is told in another way.
ABOUT_SOME = {
    "lib.words.quality.DUE_LOST",  # a report cannot be without its day
    "lib.view.gaps.GAPS",  # what spoils a whole worksheet
    "lib.view.dossier.GAPS",
    "lib.view.quality.GAPS",
}


def tables_by_enum():
    """Give every table of the words, views and exports whose keys are members of one enum."""
    for room in (lib.words, lib.view, lib.export):
        for found in iter_modules(room.__path__, f"{room.__name__}."):
            module = import_module(found.name)
            for name, table in vars(module).items():
                if isinstance(table, dict) and table:
                    kinds = {type(key) for key in table}
                    kind, told = kinds.pop(), f"{found.name}.{name}"
                    if not kinds and issubclass(kind, StrEnum) and told not in ABOUT_SOME:
                        yield pytest.param(kind, set(table), id=told)


@pytest.mark.parametrize(("kind", "keys"), list(tables_by_enum()))
def test_a_table_by_an_enum_lacks_none_of_its_members(kind, keys):
    assert keys == set(kind)


@pytest.mark.parametrize("marks", [words.LIGHT, words.STATUS])
def test_shapes_differ(marks):
    assert len({mark.shape for mark in marks.values()}) == len(marks)


@pytest.mark.parametrize("marks", [words.LIGHT, words.STATUS, words.STATE, words.REPORT_STATE])
def test_tones_are_the_palettes(marks):
    assert {mark.tone for mark in marks.values()} <= set(FILLS)


@pytest.mark.parametrize("code", ProblemCode)
def test_problem_reads_as_a_sentence(code):
    told = words.PROBLEM[code].format(**PLACES)
    for text in (told, words.PROBLEM_REMEDY[code]):
        assert text.strip("“")[0].isupper()
        assert text.endswith(".")


@pytest.mark.parametrize("code", SourceErrorCode)
def test_failure_reads_without_details(code):
    told = words.failure_sentence(code, {})
    assert "{" not in told.what + told.remedy
    assert told.remedy.endswith(".")


def test_failure_names_the_file_only():
    told = words.failure_sentence(SourceErrorCode.WORKBOOK_MISSING, {"path": "/nhà/bí mật/sổ.xlsx"})
    assert told.what == "Không tìm thấy tệp sổ.xlsx"


def texts(value: object) -> Iterator[str]:
    """Give every text a reader may see in a value; keys are not shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list, Mapping)):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from texts(each)


@pytest.mark.parametrize("name", [module.name for module in iter_modules(words.__path__)])
def test_no_english_word_is_left_to_read(name):
    module = import_module(f"lib.words.{name}")
    shown = [value for name, value in vars(module).items() if name.isupper()]
    assert [text for text in texts(shown) if ENGLISH.search(NAMES.sub("", text))] == []
