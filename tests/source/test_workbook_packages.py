"""Packages of every make: strict, without styles, with odd names; only what gives values counts."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from lib.grid import Grid
from lib.source.workbook import read_workbook
from tests.source import packages
from tests.source.packages import (
    BOOK,
    BOOK_RELATIONS,
    FULL,
    READ,
    SHEET,
    STYLES,
    TEXTS,
    book,
    packed,
    replaced,
)

Parts = dict[str, Any]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], tuple[Grid, ...]]:
    return lambda parts: read_workbook(packed(tmp_path / "w.xlsx", parts))


def strict(parts: Parts) -> Parts:
    """Write a workbook as Strict Open XML: other namespaces, dates as ISO 8601."""
    changed = {}
    for name, xml in parts.items():
        xml = xml.replace(packages.MAIN, packages.STRICT_MAIN)
        xml = xml.replace(packages.KINDS, packages.STRICT_KINDS)
        xml = xml.replace('s="1"><v>45550<', 's="1" t="d"><v>2024-09-15<')
        changed[name] = xml.replace('s="2"><v>45550.5<', 's="2" t="d"><v>2024-09-15T12:00:00.000<')
    return changed


def prefixed(parts: Parts) -> Parts:
    """Write every element of the workbook's own with a prefix, as the Open XML SDK does."""
    return {
        name: re.sub(r"<(/?)(?=\w)", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")
        for name, xml in parts.items()
    }


def renamed(**names: str) -> Callable[[Parts], Parts]:
    return lambda parts: {names.get(name, name): xml for name, xml in parts.items()}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda parts: parts, id="as it is"),
        pytest.param(strict, id="strict"),
        pytest.param(prefixed, id="prefixes"),
        pytest.param(
            lambda parts: {name: xml.encode("utf-16") for name, xml in parts.items()}, id="UTF-16"
        ),
        pytest.param(
            lambda parts: {name: f"\ufeff{xml}" for name, xml in parts.items()}, id="byte order"
        ),
        pytest.param(renamed(**{SHEET: "XL/Worksheets/SHEET1.xml"}), id="upper case"),
        pytest.param(renamed(**{SHEET: "xl\\worksheets\\sheet1.xml"}), id="backslashes in a name"),
        pytest.param(renamed(**{TEXTS: "/xl/sharedStrings.xml"}), id="a leading slash in a name"),
        pytest.param(
            replaced(BOOK_RELATIONS, '"worksheets/', '"/xl/worksheets/'), id="absolute target"
        ),
        pytest.param(
            replaced(BOOK_RELATIONS, '"worksheets/', '"worksheets\\'), id="backslash in a target"
        ),
        pytest.param(
            replaced(BOOK_RELATIONS, '"worksheets/', '"./../xl/worksheets/'), id="dots in a target"
        ),
        pytest.param(replaced(BOOK_RELATIONS, "rId3", "rId1"), id="two relationships of one name"),
        pytest.param(
            replaced(
                BOOK_RELATIONS,
                "</Relationships>",
                f'<Relationship Id="r9" Type="{packages.KINDS}/externalLink" Target="gone.xml"/>'
                "</Relationships>",
            ),
            id="an external link that is gone",
        ),
        pytest.param(
            replaced(BOOK, "</sheets>", '<sheet name="Mô-đun" r:id=""/></sheets>'), id="a module"
        ),
        pytest.param(
            replaced(SHEET, "<sheetData>", '<sheetPr><tabColor rgb="red"/></sheetPr><sheetData>'),
            id="an odd colour",
        ),
        pytest.param(
            replaced(
                STYLES, "<cellXfs>", "<fonts><font/><font><x/></font></fonts><fills/><cellXfs>"
            ),
            id="odd styles",
        ),
        pytest.param(
            replaced(
                STYLES,
                "</styleSheet>",
                '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>',
            ),
            id="a format of a rule",
        ),
        pytest.param(
            replaced(
                STYLES, "<cellXfs>", '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
            ),
            id="named styles",
        ),
        pytest.param(
            replaced(
                TEXTS, "<t>Tam Đa</t>", "<r><t>Tam </t></r><rPh><t>たむ</t></rPh><r><t>Đa</t></r>"
            ),
            id="a text in parts",
        ),
        pytest.param(
            lambda parts: (
                {"xl/_rels/book.xml.rels": parts[BOOK_RELATIONS], "xl/book.xml": parts[BOOK]}
                | {"_rels/.rels": parts["_rels/.rels"].replace("workbook.xml", "book.xml")}
                | {name: parts[name] for name in (SHEET, STYLES, TEXTS)}
            ),
            id="the book elsewhere",
        ),
        pytest.param(
            lambda parts: {name: parts[name] for name in parts if name != "_rels/.rels"},
            id="no relationships of the package",
        ),
    ],
)
def test_what_gives_no_value_changes_nothing(read: Any, change: Callable[[Parts], Parts]) -> None:
    assert read(change(FULL)) == READ


def test_a_book_of_numbers_needs_no_styles_and_no_texts(read: Any) -> None:
    parts = book('<row><c s="7"><v>45550</v></c></row>')
    parts[BOOK_RELATIONS] = packages.relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
    )
    assert read(parts)[0].rows == ((45550,),)


def test_a_text_that_is_not_among_the_books_is_an_error_cell(read: Any) -> None:
    cells = "".join(f'<c t="s"><v>{number}</v></c>' for number in (0, 1, -1, "x"))
    parts = book(f"<row>{cells}</row>", texts=packages.texts("<t>a</t>"))
    assert read(parts)[0].rows == (("a", "#REF!", "#REF!", "#REF!"),)


def test_blanks_before_the_package_do_not_matter(tmp_path: Path) -> None:
    path = packed(tmp_path / "w.xlsx", FULL)
    path.write_bytes(b"\r\n" + path.read_bytes())
    assert read_workbook(path) == READ
