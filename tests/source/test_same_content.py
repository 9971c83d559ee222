"""The same content served by Google and lying in a workbook: equal grids, the same report."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from lib import report
from lib.grid import Cell, Grid
from lib.source.configuration import read_configuration
from lib.source.google import GoogleSheet
from lib.source.workbook import read_workbook
from lib.template.workbook import write_workbook
from tests.stand_in.model import from_workbook, serial
from tests.stand_in.server import StandIn

TODAY = ("--today", "2024-09-20")


def as_google_has_it(grid: Grid) -> tuple[str, tuple[tuple[Cell, ...], ...]]:
    def plain(cell: Cell) -> Any:
        return serial(cell) if isinstance(cell, dt.date) else cell

    return grid.title, tuple(tuple(map(plain, row)) for row in grid.rows)


def without_number(grid: Grid) -> tuple[str, tuple[tuple[Cell, ...], ...]]:
    return grid.title, grid.rows


def messy(path: Path) -> None:
    """Harm the example as people do, every kind of cell in every kind of column."""
    workbook = load_workbook(path)
    log = workbook["Tiến độ"]
    strange = [
        *("#REF!", "#N/A", True, False, 0, 1, 0.455, 85, 12.5, -1, 45550, 99_999_999, "", "  "),
        *("31/2/2024", "1/9", "85 %", "Đạt", "x", "TC01 – gì đó", "Tam Da", "\u200b", "'007"),
        *(dt.datetime(2024, 9, 1), dt.datetime(2024, 9, 1, 8, 30), dt.time(8, 30)),
    ]
    for number, cell in enumerate(strange):
        for column in range(1, 9):
            row = ["15/9/2024", "Tam Đa", "TC01", "Đạt", 100, "QĐ 1", "An", None]
            row[column - 1] = cell
            log.append(row)
        for worksheet in ("Tiêu chí", "Đơn vị", "Nhiệm vụ", "Kỳ báo cáo", "Thẩm định"):
            sheet = workbook[worksheet]
            sheet.append(
                [cell if number % sheet.max_column == at else f"m{number}" for at in range(8)]
            )
    log.insert_rows(1)
    log["A1"] = "SỔ THEO DÕI"
    log.merge_cells("A1:H1")
    log.merge_cells(start_row=40, end_row=42, start_column=2, end_column=2)
    workbook.create_sheet("Tiến độ cũ").append(["x"])
    workbook.create_sheet("Trống")
    workbook.save(path)


@pytest.fixture(scope="module", params=["example", "messy"])
def workbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("same") / "w.xlsx"
    write_workbook(path, with_sample=True)
    if request.param == "messy":
        messy(path)
    return path


@pytest.fixture(scope="module")
def secrets(workbook: Path) -> Iterator[Path]:
    with StandIn(from_workbook(workbook)) as stand_in:
        yield stand_in.write_secrets(workbook.with_suffix(".toml"))


def test_both_sources_give_equal_grids(workbook: Path, secrets: Path) -> None:
    from_google = GoogleSheet(read_configuration(secrets)).read()
    from_file = read_workbook(workbook)
    assert [without_number(one) for one in from_google] == [
        as_google_has_it(one) for one in from_file
    ]


def test_both_sources_give_the_same_report(workbook: Path, secrets: Path, tmp_path: Path) -> None:
    report.main(["--workbook", str(workbook), *TODAY, "--out", str(tmp_path / "file")])
    report.main(["--google", "--secrets", str(secrets), *TODAY, "--out", str(tmp_path / "google")])
    assert (tmp_path / "file").read_bytes() == (tmp_path / "google").read_bytes()


def test_a_source_that_fails_writes_no_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Workbook().save(tmp_path / "w.xlsx")
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('[connections.gsheets]\nprivate_key = "SECRET', "utf-8")
    with pytest.raises(SystemExit) as ended:
        report.main(["--google", "--secrets", str(secrets), "--out", str(tmp_path / "out")])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "SECRET" not in told
    assert not (tmp_path / "out").exists()
