"""What stands in worksheets: told twice or out of order, merged without end, dated in many ways."""

import datetime as dt
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.grid import Cell, a1
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.rows import OPEN_END, OPEN_SIDE
from lib.source.workbook import read_workbook
from tests.source.packages import BOOK, book, merged, packed

CODE = SourceErrorCode
Rows = tuple[tuple[Cell, ...], ...]


@pytest.fixture
def rows(tmp_path: Path) -> Callable[[dict[str, str]], Rows]:
    return lambda parts: read_workbook(packed(tmp_path / "w.xlsx", parts))[0].rows


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[[dict[str, str]], SourceErrorCode]:
    def refused(parts: dict[str, str]) -> SourceErrorCode:
        with pytest.raises(SourceError) as raised:
            read_workbook(packed(tmp_path / "w.xlsx", parts))
        return raised.value.code

    return refused


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def cell(place: str, written: object) -> str:
    return f'<c r="{place}"><v>{written}</v></c>'


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(
            row(2, cell("A2", 1)) + row(2, cell("B2", 2)) + row(3, cell("A3", 3)),
            ((), (1, 2), (3,)),
            id="a row told twice is one row",
        ),
        pytest.param(
            row(1, cell("A1", 1), cell("C1", 3)) + row(1, cell("A1", 9), '<c r="C1"/>'),
            ((9, None, 3),),
            id="the later value counts, a blank hides nothing",
        ),
        pytest.param(
            row(3, cell("A3", 3)) + row(1, cell("A1", 1)), ((1,), (), (3,)), id="rows out of order"
        ),
        pytest.param(
            row(1, cell("C1", 3), cell("A1", 1)), ((1, None, 3),), id="cells out of order"
        ),
        pytest.param(row(1, cell("A1", 1), cell("A1", 2)), ((2,),), id="a cell told twice"),
        pytest.param(
            row(2, cell("B2", 1), "<c><v>2</v></c>") + "<row><c><v>3</v></c></row>",
            ((), (None, 1, 2), (3,)),
            id="rows and cells without a place",
        ),
        pytest.param(row(1, cell("$b$1", 1)), ((None, 1),), id="small letters"),
        pytest.param(row(1, cell("A1", 1)) + row(999_999_999), ((1,),), id="a blank row nowhere"),
        pytest.param("\n<row>\n <c>\n <v>1</v>\n </c>\n</row>\n", ((1,),), id="spaced out"),
        pytest.param(
            '<row><c t="str"><v>a</v><extLst><ext><x>b</x></ext></extLst></c></row>',
            (("a",),),
            id="what is unknown",
        ),
    ],
)
def test_reads_rows_as_they_are_told(
    rows: Callable[[dict[str, str]], Rows], written: str, expected: Rows
) -> None:
    assert rows(book(written)) == expected


def test_the_last_row_and_column_there_are(rows: Callable[[dict[str, str]], Rows]) -> None:
    read = rows(book(row(1_048_576, cell("XFD1048576", 1))))
    assert (len(read), len(read[-1])) == (1_048_576, 16_384)
    assert set(read[:-1]) == {()}


@pytest.mark.parametrize(
    "written",
    [
        row(1_048_577, cell("A1", 1)),
        row(999_999_999, cell("A1", 1)),
        row(0, cell("A1", 1)),
        row(-1, cell("A1", 1)),
        row(1, cell("XFE1", 1)),
        row(1, cell("AAAA1", 1)),
        row(1, cell("11", 1)),
        row(1, cell("Đ1", 1)),
        row(1, cell("XFD1", 1), "<c><v>2</v></c>"),
    ],
)
def test_what_lies_outside_every_worksheet_is_damage(
    refusal: Callable[[dict[str, str]], SourceErrorCode], written: str
) -> None:
    assert refusal(book(written)) is CODE.WORKBOOK_DAMAGED


@pytest.mark.parametrize("ref", ["", "A0:B2", "A1:B1048577", "A1:XFE2", "#REF!", "A1:B2:C3"])
def test_a_merged_range_outside_every_worksheet_is_damage(
    refusal: Callable[[dict[str, str]], SourceErrorCode], ref: str
) -> None:
    assert refusal(book(row(1, cell("A1", 1)), merged(ref))) is CODE.WORKBOOK_DAMAGED


def test_more_cells_than_a_spreadsheet_has_are_too_many(
    refusal: Callable[[dict[str, str]], SourceErrorCode],
) -> None:
    wide = "".join(row(number, cell(f"XFD{number}", 1)) for number in range(1, 700))
    assert refusal(book(wide)) is CODE.WORKBOOK_TOO_LARGE


def test_more_worksheets_than_anyone_has_are_too_many(
    refusal: Callable[[dict[str, str]], SourceErrorCode],
) -> None:
    parts = book()
    more = '<sheet name="a" r:id="rId1"/>' * 20_000
    parts[BOOK] = parts[BOOK].replace("</sheets>", f"{more}</sheets>")
    assert refusal(parts) is CODE.WORKBOOK_TOO_LARGE


def test_the_same_row_over_and_over_is_too_much(
    refusal: Callable[[dict[str, str]], SourceErrorCode],
) -> None:
    assert refusal(book(row(1, cell("XFD1", 1)) * 700)) is CODE.WORKBOOK_TOO_LARGE


@pytest.mark.parametrize(
    ("large", "packed_size"),
    [
        pytest.param(3_000_000_000, 1_000_000_000, id="gigabytes"),
        pytest.param(80_000_000, 100_000, id="packed tighter than any worksheet"),
    ],
)
def test_a_part_blown_up_is_too_large(tmp_path: Path, large: int, packed_size: int) -> None:
    path = packed(tmp_path / "w.xlsx", book())
    content = bytearray(path.read_bytes())
    told = content.rfind(b"PK\x01\x02") + 20  # the sizes of the last part, its worksheet
    content[told : told + 8] = struct.pack("<II", packed_size, large)
    path.write_bytes(content)
    with pytest.raises(SourceError, match=CODE.WORKBOOK_TOO_LARGE):
        read_workbook(path)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("<a>" * 20_000 + "</a>" * 20_000, id="elements within elements"),
        pytest.param(f'<row x="{"x" * 3_000_000}"/>', id="a long attribute"),
        pytest.param(f"<row><c><v>{'x' * 3_000_000}</v></c></row>", id="a text without end"),
        pytest.param(
            f'<row><c t="inlineStr"><is>{"<t>xxxxxxxxx</t>" * 300_000}</is></c></row>',
            id="a text of parts without end",
        ),
    ],
)
def test_what_only_fills_memory_is_damage(
    refusal: Callable[[dict[str, str]], SourceErrorCode], written: str
) -> None:
    assert refusal(book(written)) is CODE.WORKBOOK_DAMAGED


@pytest.mark.parametrize(
    ("ref", "height", "width"),
    [
        ("A1:XFD1048576", 2 + OPEN_END, 3 + OPEN_SIDE),
        ("A1:C1048576", 2 + OPEN_END, 3),
        ("A:C", 2 + OPEN_END, 3),
        ("A1:XFD1", 2, 3 + OPEN_SIDE),
        ("1:1", 2, 3 + OPEN_SIDE),
        ("A1:D40", 40, 4),
        ("D40:A1", 40, 4),
    ],
)
def test_a_merged_range_is_filled_in_and_around_what_is_in_use(
    rows: Callable[[dict[str, str]], Rows], ref: str, height: int, width: int
) -> None:
    read = rows(book(row(1, cell("A1", 7)) + row(2, cell("C2", 8)), merged(ref)))
    assert (len(read), len(read[0])) == (height, width)
    assert set(read[0]) == {7}
    assert read[1] == (read[0] if height > 2 else (None, None, 8))


def test_many_ranges_over_all_are_too_much(
    refusal: Callable[[dict[str, str]], SourceErrorCode],
) -> None:
    used = row(1, cell("A1", 7)) + row(20_000, cell("A20000", 8))
    assert refusal(book(used, merged(*["A1:XFD1048576"] * 10))) is CODE.WORKBOOK_TOO_LARGE


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-09-15", dt.date(2024, 9, 15)),
        ("2024-09-15T00:00:00.000Z", dt.date(2024, 9, 15)),
        ("2024-09-15T08:30:00", dt.datetime(2024, 9, 15, 8, 30)),
        ("2024-09-15T08:30:00+07:00", dt.datetime(2024, 9, 15, 8, 30)),
        ("06:00:00", 0.25),
        ("T06:00", 0.25),
        ("1899-12-30T06:00:00", 0.25),
        ("1899-12-31T12:00:00", 1.5),
        ("1850-01-02", dt.date(1850, 1, 2)),
        ("45550", dt.date(2024, 9, 15)),
        ("2024-09-31", "2024-09-31"),
        ("mai", "mai"),
    ],
)
def test_reads_dates_written_as_text(
    rows: Callable[[dict[str, str]], Rows], written: str, expected: Cell
) -> None:
    read = rows(book(f'<row><c t="d"><v>{written}</v></c></row>'))[0][0]
    assert (read, type(read)) == (expected, type(expected))


def test_places_are_named_as_they_are_read(rows: Callable[[dict[str, str]], Rows]) -> None:
    at = (1, 26, 27, 702, 703, 16_384)
    read = rows(book(row(1, *(cell(a1(1, column), column) for column in at))))[0]
    assert [read[column - 1] for column in at] == [*at]
