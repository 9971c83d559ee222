"""What docs/rules.md says of constants, words and columns is what the code says."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from lib import report, words
from lib.assess import Cause, Light, State, Status
from lib.export import machine
from lib.problem import Problem, ProblemCode
from lib.sheet import Kind, cells, schema
from lib.vietnamese import collation_key
from tests import builders as sheet
from tests.documents import Document, listed, spans

ROOT = Path(__file__).parents[1]
RULES = Document(ROOT / "docs" / "rules.md")

Row = dict[str, str]


def rows(section: str, *heads: str) -> list[Row]:
    """Return the rows of the one table of a section whose columns begin with these."""
    found = [table for table in RULES.tables(section) if tuple(table[0])[: len(heads)] == heads]
    assert len(found) == 1, f"{section} has {len(found)} tables of {heads}"
    return found[0]


def told(section: str, first_column: str, column: str | None = None) -> list[str]:
    """Return a column of a table as it stands, the marks of code taken off."""
    return [bare(row[column or first_column]) for row in rows(section, first_column)]


def bare(cell: str) -> str:
    """Take the marks of code off a cell that is all code."""
    return cell[1:-1] if re.fullmatch(r"`[^`]+`", cell) else cell


def yes(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


# The sheet's shape


def test_worksheets():
    assert [
        (bare(row["worksheet"]), yes(row["must be there"]), yes(row["log"]))
        for row in rows("Worksheets", "worksheet", "in code")
    ] == [(kind.title, kind.required, kind.log) for kind in schema.WORKSHEETS]


def test_worksheets_are_called_so_in_code():
    table = rows("Worksheets", "worksheet", "in code")
    named = [getattr(schema, bare(row["in code"])) for row in table]
    assert named == [*schema.WORKSHEETS]


def test_columns():
    assert [
        (
            bare(row["worksheet"]),
            bare(row["column"]),
            yes(row["required"]),
            bare(row["read as"]),
        )
        for row in rows("Worksheets", "worksheet", "column")
    ] == [
        (kind.title, column.header, column.required, column.reading.value)
        for kind in schema.WORKSHEETS
        for column in kind.columns
    ]


def test_the_worksheet_that_is_not_read():
    assert f"`{schema.INSTRUCTIONS}`" in RULES.text("Worksheets")


# Words


LISTS = [row for table in RULES.tables("1 The sheet") if "words" in table[0] for row in table]
LISTS += rows("Appraisals", "in code")


@pytest.mark.parametrize(
    "row", [row for row in LISTS if "in code" in row], ids=lambda r: r["in code"]
)
def test_words_of_a_list(row):
    value = getattr(schema, bare(row["in code"]))
    assert spans(row["words"]) == ([value] if isinstance(value, str) else list(value))


def test_every_list_of_words_is_told():
    named = {bare(row["in code"]) for row in LISTS if "in code" in row}
    elsewhere = {"WORKSHEETS", "DOCUMENT_SETTINGS", "RESULT_NAMES"}  # held by tests of their own
    lists = {
        name
        for name, value in vars(schema).items()
        if isinstance(value, tuple) and name.isupper() and not name.startswith("_")
    }
    assert lists - elsewhere <= named


def test_result_words():
    table = rows("Result words", "meaning")
    said = {bare(row["meaning"]): tuple(spans(row["words"])) for row in table}
    assert said == schema.RESULT_WORDS
    assert [*said] == [*schema.RESULT_WORDS]


def test_result_beginnings():
    table = rows("Result words", "begins with")
    said = {bare(row["taken for"]): tuple(spans(row["begins with"])) for row in table}
    assert said == schema.RESULT_BEGINNINGS


def test_kinds_on_screen():
    table = rows("Names", "kind")
    assert {bare(row["kind"]): bare(row["on screen"]) for row in table} == (schema.KIND_LABELS)


def test_results_of_log_entries():
    results = [span for row in rows("Log entries", "result") for span in spans(row["result"])]
    assert sorted(results) == sorted(cells.Result)


# Settings and figures


def test_settings():
    items = [*zip(told("Settings", "item"), told("Settings", "item", "in code"), strict=True)]
    assert items == [(item.value, item.name) for item in schema.Setting]


DEFAULTS = dict(zip(told("Settings", "item"), told("Settings", "item", "default"), strict=True))


@pytest.mark.parametrize(
    ("item", "constant", "read"),
    [
        (schema.Setting.DUE_SOON, schema.DUE_SOON_DAYS, "due_soon_days"),
        (schema.Setting.STALE, schema.STALE_DAYS, "stale_days"),
        (schema.Setting.LAG, schema.LAG_POINTS, "lag_points"),
        (schema.Setting.RED_FROM, schema.RED_FROM, "red_from"),
    ],
)
def test_defaults_that_are_numbers(item, constant, read):
    settings = sheet.plan(sheet.settings()).settings
    assert int(DEFAULTS[item]) == constant == getattr(settings, read)


def test_other_defaults():
    settings = sheet.plan(sheet.settings(), today=date(2025, 3, 9)).settings
    none = {DEFAULTS[item] for item in (schema.Setting.NAME, schema.Setting.AREA)}
    assert (none, settings.name, settings.area) == ({"none"}, None, None)
    assert (settings.year, settings.start, settings.end, settings.as_of) == (
        2025,
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(2025, 3, 9),
    )
    assert DEFAULTS[schema.Setting.START] == "1 January of `Năm`"
    assert DEFAULTS[schema.Setting.END].startswith("31 December of `Năm`")
    assert (DEFAULTS[schema.Setting.ILLUSTRATIVE], settings.illustrative) == ("no", False)


def test_settings_for_documents_only():
    documents = [item for item, default in DEFAULTS.items() if default == "documents only"]
    assert documents == [item.value for item in schema.DOCUMENT_SETTINGS]


def number(text: str) -> int:
    base, _, power = text.partition("**")
    return int(base) ** int(power or 1)


@pytest.mark.parametrize("row", rows("Figures", "figure"), ids=lambda row: row["in code"])
def test_figures(row):
    module, _, name = bare(row["in code"]).rpartition(".")
    assert number(row["value"]) == getattr(import_module(module), name)
    (anchor,) = listed(r"\(#([^)]+)\)", row["told in"])
    said = re.sub(r"[–,.:;]", " ", RULES.section_at(anchor)).split()
    assert row["value"] in said


# Problems and verdicts


def test_problems():
    table = rows("Problems", "code")
    said = [(bare(row["code"]), row["severity"]) for row in table]
    found = [Problem("Tiến độ", 1, "Ngày", code) for code in ProblemCode]
    assert said == [(problem.code.value, problem.severity.value) for problem in found]


def test_columns_of_problems_are_columns():
    headers = {column.header for kind in schema.WORKSHEETS for column in kind.columns}
    named = {span for row in rows("Problems", "code") for span in spans(row["column"])}
    assert named <= headers


def test_statuses():
    table = rows("4 Status", "status")
    assert [(bare(row["status"]), row["word"]) for row in table] == [
        (status.value, words.STATUS[status].word) for status in Status
    ]
    assert words.APPRAISED.word in RULES.text("4 Status")


def test_causes():
    assert told("4 Status", "cause") == [cause.value for cause in Cause]


def test_kinds():
    table = rows("5 Obligations", "kind")
    assert [(bare(row["kind"]), row["word"]) for row in table] == [
        (kind.value, words.KIND[kind]) for kind in Kind
    ]


def test_states():
    table = rows("5 Obligations", "state")
    assert [(bare(row["state"]), row["word"], row["of a report"]) for row in table] == [
        (state.value, words.STATE[state].word, words.REPORT_STATE[state].word) for state in State
    ]


def test_lights():
    table = rows("Light", "light")
    assert [(bare(row["light"]), row["word"]) for row in table] == [
        (light.value, words.LIGHT[light].word) for light in Light
    ]


# The machine-readable report


PARTS = {
    bare(row["part"]): spans(row["of it"]) for row in rows("8 Machine-readable report", "part")
}


def test_parts_of_the_report():
    made = machine.report(
        sheet.plan(
            sheet.settings(("Ngày số liệu", "15/9/2024")),
            sheet.progress(
                ("1/6/2024", "Tam Đa", "TC01", "Đạt", "Một"),
                ("1/6/2024", "Nowhere", "TC01", "Đạt", None),
                head="Ngày | Đơn vị | Mã | Kết quả | Khó khăn kiến nghị",
            ),
        )
    )
    assert [*made] == [*PARTS]
    for part, names in PARTS.items():
        value = made[part][0] if isinstance(made[part], list) else made[part]
        assert names == ([*value] if isinstance(value, dict) else [])


def test_options_of_the_command():
    actions = report._parser()._actions
    options = {name for action in actions for name in action.option_strings} - {"-h", "--help"}
    assert set(told("8 Machine-readable report", "option")) == options


# The glossary and the links


GLOSSARY = rows("Glossary", "Vietnamese")
FIVE = ["nguy cơ chậm", "báo cáo đúng hạn", "sáp nhập", "thẩm định", "sắp đến hạn"]


@pytest.mark.parametrize("row", GLOSSARY, ids=lambda row: row["Vietnamese"])
def test_a_word_of_the_glossary(row):
    (module,) = spans(row["module"])
    code = (ROOT / module).read_text(encoding="utf-8")
    for term in spans(row["in code"]):
        assert re.search(rf"\b{term}\b", code), f"{module} has no {term}"
    (anchor,) = listed(r"\(#([^)]+)\)", row["told in"])
    word = re.split(r" ?[,(]", row["Vietnamese"])[0]
    assert word in RULES.section_at(anchor).casefold()


@pytest.mark.parametrize("word", FIVE)
def test_a_newcomer_finds_the_word_in_two_steps(word):
    assert word in {re.split(r" ?[,(]", row["Vietnamese"])[0] for row in GLOSSARY}


def test_the_glossary_stands_in_order():
    named = [row["Vietnamese"] for row in GLOSSARY]
    assert named == sorted(named, key=collation_key)


def test_no_section_comes_twice():
    assert len(RULES.anchors) == len(RULES.headings)
