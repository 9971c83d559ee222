"""The documents name only what is there: links, files, the sections of the rules."""

import re
from pathlib import Path

import pytest

from tests.documents import Document, anchor, listed, spans

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LONGEST_DECISION = 25


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_links_lead_somewhere(path):
    for target in listed(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if re.match(r"https?://", target):
            continue
        file, _, section = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), f"{target} is not there"
        assert not section or section in Document(there).anchors, f"{target} has no such section"


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_files_named_are_there(path):
    files = {
        span
        for span in spans(path.read_text(encoding="utf-8"))
        if re.fullmatch(r"(?:lib|pages|tests|docs|deploy|\.ci)/[\w/.*-]*", span)
    }
    assert [file for file in sorted(files) if not [*ROOT.glob(file.rstrip("/"))]] == []


@pytest.mark.parametrize("path", DECISIONS, ids=named)
def test_a_decision_is_short_and_whole(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_DECISION
    number, title = re.match(r"# (\d+) (.+)\n", text).groups()
    assert path.name.startswith(f"{int(number):04}-")
    assert title
    parts = [
        part for part in ("**Context.**", "**Decision.**", "**Consequences.**") if part in text
    ]
    assert len(parts) == 3


def test_decisions_are_numbered_in_a_row():
    assert [int(path.name[:4]) for path in DECISIONS] == [*range(1, len(DECISIONS) + 1)]


def test_versions_of_the_changelog_go_down():
    heads = Document(ROOT / "CHANGELOG.md").headings
    released = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", h) for h in heads]
    versions = [(tuple(map(int, found[1].split("."))), found[2]) for found in released if found]
    assert versions
    assert versions == sorted(versions, reverse=True)


def test_anchors_are_githubs():
    assert anchor("One name, several bearers") == "one-name-several-bearers"
    assert anchor("Yes/no") == "yesno"
    assert anchor("2. Xem") == "2-xem"
