"""The command line makes a workbook, or says in one sentence why not."""

import openpyxl
import pytest

from lib.provision import main


def test_a_workbook_is_made(tmp_path, capsys):
    path = tmp_path / "so.xlsx"
    assert main(["workbook", str(path)]) == 0
    assert capsys.readouterr().out == f"Đã tạo “{path}”.\n"
    assert openpyxl.load_workbook(path)["Tiến độ"].max_row == 1


def test_the_sample_comes_when_asked(tmp_path):
    path = tmp_path / "so.xlsx"
    assert main(["workbook", str(path), "--with-sample"]) == 0
    book = openpyxl.load_workbook(path)
    assert book["Tiến độ"].max_row == 2186
    assert book["Thẩm định"].max_row == 122


def test_an_existing_file_is_refused(tmp_path, capsys):
    path = tmp_path / "so.xlsx"
    path.write_text("mine")
    assert main(["workbook", str(path), "--with-sample"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"Không ghi đè: tệp “{path}” đã có.")
    assert said.err.count("\n") == 1
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Lệnh chưa đúng. Cách dùng: "),
        (["workbook"], "Lệnh chưa đúng. Cách dùng: "),
        (["workbook", "so.xlsx", "--force"], "Lệnh chưa đúng. Cách dùng: "),
        (["sheet"], "Lệnh chưa đúng. Cách dùng: "),
        (["workbook", "so.csv"], "Tên tệp “so.csv” phải kết thúc bằng .xlsx."),
        (["workbook", "khong-co/so.xlsx"], "Không có thư mục “khong-co”."),
    ],
    ids=["nothing", "no file", "unknown option", "unknown command", "other ending", "no folder"],
)
def test_a_wrong_call_is_refused(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith(said)
    assert shown.out == ""
    assert list(tmp_path.iterdir()) == []
