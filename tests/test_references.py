"""References in code and tests lead to what the repository holds: docs/rules.md and its sections."""

import re
from pathlib import Path

import pytest

from tests.documents import Document

ROOT = Path(__file__).parents[1]
RULES = Document(ROOT / "docs" / "rules.md")
NUMBERED = dict(re.match(r"(\d) (.+)", h).groups() for h in RULES.headings if h[0].isdigit())
CODE = [
    ROOT / "app.py",
    *sorted(path for room in ("lib", "pages", "tests") for path in (ROOT / room).rglob("*.py")),
]
TEXTS = [
    *CODE,
    *sorted(path for path in ROOT.glob("*") if path.suffix in {".md", ".toml", ".in"}),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(path for path in (ROOT / "lib").rglob("*") if path.suffix in {".css", ".csv", ".js"}),
    ROOT / "Makefile",
    ROOT / ".ci" / "run",
]
# Documents of the rules that were, and are not, in the repository; not spelled out for themselves.
FORMER = re.compile(
    "|".join(("seman" + "tics", "design" + "/", r"\b(?:screens|facts)" + r"\.md\b"))
)
REFERENCE = re.compile(r"\(rules, (\w[^)]*)\)")
ORACLES = re.compile(r"\((\d), ([A-Z][^)]*)\)")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def missing(reference: str) -> list[str]:
    """Return the numbers and names of a reference that the rules do not have.

    `3`, `1, 3 and 5`, `2 to 6`; `1: Names`, `1: Result words, Yes/no`.
    """
    numbers, _, names = reference.partition(": ")
    parts = re.split(r", | and | to ", numbers)
    within = {
        line.lstrip("# ").removeprefix(f"{number} ")
        for number in parts
        if number in NUMBERED
        for line in RULES.text(f"{number} {NUMBERED[number]}").splitlines()
        if line.startswith("#")
    }
    wanted = split(names, within)
    return [part for part in parts if part not in NUMBERED] + [
        name for name in wanted if name not in within
    ]


def split(names: str, known: set[str]) -> list[str]:
    """Split names at their commas; a name with a comma in it stays whole."""
    found = []
    while names:
        whole = [name for name in known if names == name or names.startswith(f"{name}, ")]
        name = max(whole, key=len) if whole else names.split(", ", maxsplit=1)[0]
        found.append(name)
        names = names[len(name) :].removeprefix(", ")
    return found


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_no_document_is_named_that_is_not_here(path):
    assert FORMER.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CODE, ids=named)
def test_references_lead_to_a_section(path):
    text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
    assert {each: missing(each) for each in REFERENCE.findall(text) if missing(each)} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "tests/oracle").glob("*.py")), ids=named)
def test_references_of_the_oracle_lead_to_a_section(path):
    said = [f"{number}: {name}" for number, name in ORACLES.findall(path.read_text("utf-8"))]
    assert {each: missing(each) for each in said if missing(each)} == {}


@pytest.mark.parametrize(
    ("reference", "lacking"),
    [
        ("3", []),
        ("1, 3 and 5", []),
        ("2 to 6", []),
        ("10", ["10"]),
        ("1: Names", []),
        ("1: One name, several bearers, Codes", []),
        ("1: Result words, Yes/no", []),
        ("1: The sheet", []),
        ("2 and 3: Merged units", []),
        ("3: Names", ["Names"]),
    ],
)
def test_what_a_reference_may_be(reference, lacking):
    assert missing(reference) == lacking
