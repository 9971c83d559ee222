"""LibreOffice opens, recalculates and prints what was written."""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lib.export.dossier import dossier_document
from lib.export.reminders import reminders_document
from lib.export.spreadsheet import spreadsheet
from lib.view.dossier import dossier

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")

pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.timeout(300),
]


def converted(path: Path, form: str) -> Path:
    profile = path.parent / "profile"
    command = [SOFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return path.with_suffix(f".{form.partition(':')[0]}")


def pages(path: Path) -> list[str]:
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return told.stdout.decode().split("\f")[:-1]


@pytest.mark.skipif(PDFTOTEXT is None, reason="poppler's pdftotext is not installed")
def test_report_prints_with_numbers_ribbon_and_annexes(written, tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(written)
    printed = pages(converted(path, "pdf"))
    assert all("DỮ LIỆU MINH HỌA" in page for page in printed)
    assert not any("Số liệu đến ngày 15/09/2024" in page for page in printed)
    firsts = [page.partition("\n")[0].strip() for page in printed]
    starts = [n for n, page in enumerate(printed) if "Phụ lục" in page[:400]]
    assert len(starts) == 3
    for first, last in zip([0, *starts], [*starts, len(printed)], strict=True):
        assert firsts[first + 1 : last] == [str(number) for number in range(2, last - first + 1)]
    assert not [page for page in printed if len(page.split()) < 40]


@pytest.mark.skipif(PDFTOTEXT is None, reason="poppler's pdftotext is not installed")
@pytest.mark.parametrize("unit", ["Tam Đa", "Hồng Sơn"])
def test_a_draft_of_a_dossier_says_so_on_every_page(told, tmp_path, unit):
    path = tmp_path / "dossier.docx"
    path.write_bytes(dossier_document(told, dossier(told, unit)))
    printed = pages(converted(path, "pdf"))
    assert all("DỰ THẢO" in page for page in printed)
    assert not [page for page in printed if len(page.split()) < 40]
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in printed]
    titles = [line for page in lines for line in page if re.fullmatch("Phụ lục I+", line)]
    assert titles == ["Phụ lục I", "Phụ lục II"]
    assert not [page[-1] for page in lines if re.match(r"[IVX]+\. ", page[-1])]


def test_reminders_print_an_owner_a_page(told, tmp_path):
    path = tmp_path / "reminders.docx"
    path.write_bytes(reminders_document(told))
    assert converted(path, "pdf").stat().st_size > 0


def test_workbook_recalculates_without_an_error(told, tmp_path):
    path = tmp_path / "annexes.xlsx"
    path.write_bytes(spreadsheet(told))
    everything = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    converted(path, everything)
    sheets = sorted(tmp_path.glob("annexes-*.csv"))
    assert len(sheets) == 6
    texts = {problem.value for problem in told.book.problems}
    for sheet in sheets:
        rows = csv.reader(sheet.read_text("utf-8").splitlines())
        cells = {cell for row in rows for cell in row} - texts
        assert not [cell for cell in cells if cell.startswith(("#REF", "#NAME", "#VALUE", "Err:"))]
