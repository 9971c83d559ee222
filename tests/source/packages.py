"""Small workbooks as other programs write them: a name and some XML a part."""

import datetime as dt
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lib.grid import Grid

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
LISTED = "http://schemas.openxmlformats.org/package/2006/relationships"

BOOK, BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHEET, STYLES, TEXTS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"


def relations(*related: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{identity}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for identity, kind, target in related
    )
    return f'<Relationships xmlns="{LISTED}">{listed}</Relationships>'


def worksheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def merged(*ranges: str) -> str:
    return "".join(f'<mergeCells><mergeCell ref="{one}"/></mergeCells>' for one in ranges)


def styles(*codes: str | int, around: str = "") -> str:
    """Give a format for each code, or built-in number, from 1 on; 0 is the usual one."""
    custom = {code: 164 + at for at, code in enumerate(codes) if isinstance(code, str)}
    told = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for code, n in custom.items())
    shown = "".join(
        f'<xf numFmtId="{code if isinstance(code, int) else custom[code]}"/>' for code in codes
    )
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{told}</numFmts>{around}'
        f'<cellXfs><xf numFmtId="0"/>{shown}</cellXfs></styleSheet>'
    )


def texts(*found: str) -> str:
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{one}</si>" for one in found)}</sst>'


def book(rows: str = "", after: str = "", **parts: str) -> dict[str, str]:
    """Give the parts of a workbook of one worksheet; `styles` and `texts` only where told."""
    related = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    more = {}
    if "styles" in parts:
        related.append(("rId2", "styles", "styles.xml"))
        more[STYLES] = parts["styles"]
    if "texts" in parts:
        related.append(("rId3", "sharedStrings", "sharedStrings.xml"))
        more[TEXTS] = parts["texts"]
    return {
        "_rels/.rels": relations(("rId1", "officeDocument", BOOK)),
        BOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}">'
        '<sheets><sheet name="Tiến độ" sheetId="1" r:id="rId1"/></sheets></workbook>',
        BOOK_RELATIONS: relations(*related),
        SHEET: worksheet(rows, after),
        **more,
    }


def packed(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45550</v></c></row>'
    '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" s="2"><v>45550.5</v></c></row>'
    '<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3"><f>1+1</f></c></row>'
)
FULL = book(ROWS, styles=styles("dd/mm/yyyy", 22), texts=texts("<t>Tam Đa</t>"))
READ = (
    Grid(
        "Tiến độ",
        (
            ("Tam Đa", dt.date(2024, 9, 15)),
            (True, dt.datetime(2024, 9, 15, 12)),
            ("#N/A", "Loading..."),
        ),
    ),
)


def replaced(part: str, old: str, new: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Change a part of `FULL`."""
    assert old in FULL[part]
    return lambda parts: parts | {part: parts[part].replace(old, new)}
