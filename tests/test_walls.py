"""The rooms of the house stay apart: who may import whom, and how large a file may grow."""

import ast
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("lib", "pages", "deploy")
FILES = [ROOT / "app.py", *(path for room in CODE for path in sorted((ROOT / room).rglob("*.py")))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))

# What each room may import besides itself and the standard library; None is everything.
ROOMS: dict[str, set[str] | None] = {
    "lib/console.py": set(),
    "lib/grid.py": set(),
    "lib/policy.py": set(),
    "lib/problem.py": set(),
    "lib/steady.py": set(),
    "lib/vietnamese.py": {"rapidfuzz"},
    "lib/source": {"lib.grid", "lib.vietnamese"}
    | {"gspread", "google", "requests", "cryptography"},
    "lib/memory/__main__.py": None,
    "lib/memory": {"lib.grid", "lib.source"},
    "lib/sheet": {"lib.grid", "lib.problem", "lib.vietnamese", "pandas", "numpy"},
    "lib/assess": {"lib.sheet", "lib.vietnamese", "pandas", "numpy"},
    "lib/words": {"lib.problem", "lib.source.errors", "lib.sheet", "lib.assess", "pandas"},
    "lib/view": {"lib.problem", "lib.sheet", "lib.assess", "lib.words", "lib.vietnamese"}
    | {"pandas", "numpy", "altair"},
    "lib/export": {
        "lib.problem",
        "lib.steady",
        "lib.sheet",
        "lib.assess",
        "lib.vietnamese",
        "lib.view",
        "lib.words",
        "pandas",
    }
    | {"numpy", "openpyxl", "docx", "icalendar", "vl_convert"},
    "lib/mail": {"lib.source", "lib.vietnamese", "lib.words"},
    "lib/template": {"lib.grid", "lib.steady", "lib.sheet", "lib.vietnamese"}
    | {"openpyxl", "pandas"},
    "lib/ui": None,
    "lib/recall.py": {"lib.memory", "lib.sheet", "lib.assess"},
    "lib/command.py": None,
    "lib/report.py": None,
    "lib/provision.py": None,
    "lib/remind.py": None,
    "lib/__init__.py": set(),
    "pages": None,
    "app.py": None,
    "deploy": {"lib.policy"},
}

# The only files that may import a library.
DOORS = {
    "altair": ["lib/view/charts*"],
    "cryptography": ["lib/source/google*"],
    "docx": ["lib/export/*"],
    "google": ["lib/source/google*", "lib/template/google*", "lib/provision.py"],
    "gspread": ["lib/source/google*", "lib/template/google*", "lib/provision.py"],
    "icalendar": ["lib/export/*"],
    "openpyxl": ["lib/template/*", "lib/export/spreadsheet*"],
    "requests": ["lib/source/google*", "lib/template/google*", "lib/provision.py"],
    "streamlit": ["lib/ui/*", "pages/*", "app.py"],
    "vl_convert": ["lib/export/*"],
}

LONGEST_FILE = 400
LONGEST_PAGE = 60

TOP_LEVEL = {
    *[
        "app.py",
        "pages",
        "lib",
        "tests",
        "docs",
        "deploy",
        "windows",
        ".streamlit",
        ".ci",
        ".git",
        ".gitignore",
    ],
    *["requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt"],
    *["Makefile", "pyproject.toml", "README.md", "HUONG_DAN.md", "CHANGELOG.md", "LICENSE"],
    "CONTRIBUTING.md",
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(name: str) -> str | None:
    return next((room for room in ROOMS if name == room or name.startswith(f"{room}/")), None)


def imports(path: Path) -> set[str]:
    """Give the full names of what a file imports, standard library left out."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] not in sys.stdlib_module_names}


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize("path", FILES, ids=named)
def test_imports_keep_to_the_room(path):
    own = room(named(path))
    assert own is not None, f"{named(path)} stands in no room"
    if (allowed := ROOMS[own]) is None:
        return
    at_home = allowed | {own.removesuffix(".py").replace("/", ".")}
    strangers = {n for n in imports(path) if not any(within(n, package) for package in at_home)}
    assert not strangers, f"{own} may import {sorted(allowed)} only"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_libraries_come_in_by_their_own_door(path):
    libraries = {name.split(".")[0] for name in imports(path)} & DOORS.keys()
    assert [
        library
        for library in sorted(libraries)
        if not any(fnmatch(named(path), door) for door in DOORS[library])
    ] == []


def test_nothing_imports_the_screens_but_the_screens():
    outside = [
        path for path in FILES if not named(path).startswith(("lib/ui/", "pages/", "app.py"))
    ]
    screens = ("lib.ui", "pages", "app")
    assert [
        named(path)
        for path in outside
        if any(within(name, screen) for name in imports(path) for screen in screens)
    ] == []


def test_files_stay_short():
    lines = {named(path): path.read_text(encoding="utf-8").count("\n") for path in FILES + TESTS}
    limits = {name: LONGEST_PAGE if name.startswith("pages/") else LONGEST_FILE for name in lines}
    assert {name: count for name, count in lines.items() if count > limits[name]} == {}


def test_top_level_stays_tidy():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    patterns = [pattern.rstrip("/") for pattern in ignored]
    names = {path.name for path in ROOT.iterdir()}
    assert {
        name
        for name in names - TOP_LEVEL
        if not any(fnmatch(name, pattern) for pattern in patterns)
    } == set()
