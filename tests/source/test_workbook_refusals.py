"""Files that are no workbook, or one without worksheets, or broken: told apart, never half read."""

import re
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.source.errors import SourceError, SourceErrorCode
from lib.source.workbook import read_saved_workbook, read_workbook
from tests.source import packages
from tests.source.packages import BOOK, BOOK_RELATIONS, FULL, SHEET, STYLES, TEXTS, packed, replaced

CODE = SourceErrorCode


def code(path: Path) -> SourceErrorCode:
    with pytest.raises(SourceError) as raised:
        read_workbook(path)
    assert raised.value.details == {"path": str(path)}
    return raised.value.code


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
NO_SHEETS = f'<workbook xmlns="{packages.MAIN}"><sheets/></workbook>'


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(FULL | {BOOK: NO_SHEETS}, CODE.WORKBOOK_EMPTY, id="no sheets"),
        pytest.param(
            replaced(BOOK_RELATIONS, "/worksheet", "/chartsheet")(FULL),
            CODE.WORKBOOK_EMPTY,
            id="charts only",
        ),
        pytest.param(
            replaced(BOOK_RELATIONS, "/worksheet", "/dialogsheet")(FULL),
            CODE.WORKBOOK_EMPTY,
            id="dialogs only",
        ),
        pytest.param(
            {name: FULL[name] for name in FULL if name != SHEET},
            CODE.WORKBOOK_DAMAGED,
            id="a worksheet is gone",
        ),
        pytest.param(
            {name: FULL[name] for name in FULL if name != TEXTS},
            CODE.WORKBOOK_DAMAGED,
            id="the texts are gone",
        ),
        pytest.param(
            {name: FULL[name] for name in FULL if name != BOOK_RELATIONS},
            CODE.WORKBOOK_DAMAGED,
            id="nothing tells where the worksheets are",
        ),
        pytest.param(FULL | {SHEET: LAUGHS + FULL[SHEET]}, CODE.WORKBOOK_DAMAGED, id="entities"),
        pytest.param(FULL | {SHEET: ""}, CODE.WORKBOOK_DAMAGED, id="an empty part"),
        pytest.param(FULL | {STYLES: "<x>"}, CODE.WORKBOOK_DAMAGED, id="half of the styles"),
        pytest.param({"a.txt": "a"}, CODE.NOT_A_WORKBOOK, id="some archive"),
        pytest.param(
            {"_rels/.rels": packages.relations(("r", "officeDocument", "xl/workbook.bin"))}
            | {"xl/workbook.bin": b"\x83\x01"},
            CODE.NOT_A_WORKBOOK,
            id="xlsb",
        ),
        pytest.param(
            {"_rels/.rels": packages.relations(("r", "officeDocument", "word/document.xml"))}
            | {"word/document.xml": "<w:document xmlns:w='w'/>"},
            CODE.NOT_A_WORKBOOK,
            id="docx",
        ),
    ],
)
def test_says_what_is_wrong_with_the_file(
    tmp_path: Path, parts: Mapping[str, str | bytes], expected: SourceErrorCode
) -> None:
    assert code(packed(tmp_path / "w.xlsx", parts)) is expected


def test_a_part_of_which_a_byte_was_lost_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in FULL.items():
            package.writestr(name, xml)
    path.write_bytes(path.read_bytes().replace(b"45550", b"45551"))
    assert code(path) is CODE.WORKBOOK_DAMAGED


def test_a_book_of_no_worksheets_is_not_waited_for(tmp_path: Path) -> None:
    path = packed(tmp_path / "w.xlsx", FULL | {BOOK: NO_SHEETS})
    pauses: list[float] = []
    with pytest.raises(SourceError):
        read_saved_workbook(path, pause=pauses.append)
    assert pauses == []


def harmed(content: bytes, harms: list[tuple[float, int]], kept: float) -> bytes:
    changed = bytearray(content[: int(len(content) * kept)])
    for place, byte in harms:
        if changed:
            changed[int(place * (len(changed) - 1))] = byte
    return bytes(changed)


PLACE = st.floats(0, 1)
HARMS = st.lists(st.tuples(PLACE, st.integers(0, 255)), min_size=1, max_size=8)


@settings(max_examples=200, deadline=None)
@given(harms=HARMS, kept=st.one_of(st.just(1.0), PLACE))
def test_a_harmed_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, harms: list[tuple[float, int]], kept: float
) -> None:
    path = packed(tmp_path_factory.getbasetemp() / "harmed.xlsx", FULL)
    path.write_bytes(harmed(path.read_bytes(), harms, kept))
    read_or_refuse(path)


@settings(max_examples=300, deadline=None)
@given(part=st.sampled_from(sorted(FULL)), harms=HARMS, kept=st.one_of(st.just(1.0), PLACE))
def test_a_harmed_part_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    part: str,
    harms: list[tuple[float, int]],
    kept: float,
) -> None:
    parts = FULL | {part: harmed(FULL[part].encode(), harms, kept)}
    read_or_refuse(packed(tmp_path_factory.getbasetemp() / "harmed.xlsx", parts))


@settings(max_examples=300, deadline=None)
@given(
    part=st.sampled_from([SHEET, STYLES, TEXTS, BOOK]),
    place=PLACE,
    text=st.text(st.sampled_from("0123456789-.eE:TZ_xX$AZ# "), max_size=12),
)
def test_an_odd_attribute_or_value_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, part: str, place: float, text: str
) -> None:
    found = [*re.finditer('(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)', FULL[part])]
    where = found[int(place * (len(found) - 1))]
    changed = FULL[part][: where.start()] + text + FULL[part][where.end() :]
    path = packed(tmp_path_factory.getbasetemp() / "harmed.xlsx", FULL | {part: changed})
    read_or_refuse(path)


def read_or_refuse(path: Path) -> None:
    with suppress(SourceError):
        read_workbook(path)
