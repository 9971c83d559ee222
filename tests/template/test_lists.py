"""The dropdowns' lists after recalculation: what is added to a definition appears by itself."""

import shutil
import subprocess

import openpyxl
import pytest

from lib.template.workbook import write_workbook

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice recalculates the formulas")


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    path = folder / "so.xlsx"
    write_workbook(path, with_sample=False)
    book = openpyxl.load_workbook(path)
    book["Đơn vị"]["A36"], book["Đơn vị"]["C36"] = "Xã Mới", "Nhóm mới"
    book["Đơn vị"]["A37"], book["Đơn vị"]["C37"] = "Tam Đa", "Duy trì điển hình"
    book["Cơ quan"]["A11"] = "Phòng Y tế"
    book["Cơ quan"]["A12"] = "Phòng Nội vụ"
    book["Tiêu chí"]["A22"], book["Tiêu chí"]["C22"] = "TC21", "Tiêu chí thêm"
    book["Kỳ báo cáo"]["A16"], book["Kỳ báo cáo"]["C16"] = "DX1", "Báo cáo đột xuất"
    book["Cấu hình"]["B8"] = 45550
    book["Cấu hình"]["B10"] = 10
    book["Nhiệm vụ"]["B5"] = "#REF!"
    book.save(path)
    profile = (folder / "profile").as_uri()
    made = folder / "made"
    made.mkdir()
    form = "xlsx:Calc MS Excel 2007 XML"
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, path],
        check=True,
        cwd=made,
        capture_output=True,
        timeout=240,
    )
    return openpyxl.load_workbook(made / "so.xlsx", data_only=True)


def offered(book, column):
    """Return a list as its dropdown shows it: as many lines as row 2 says."""
    page = book["Danh mục"]
    return [page.cell(row, column).value for row in range(3, 3 + page.cell(2, column).value)]


def test_names_are_units_then_agencies(recalculated):
    names = offered(recalculated, 1)
    assert len(names) == 43
    assert names[0] == "Quyết Thắng"
    assert names[31:34] == ["Hồng Sơn", "Xã Mới", "Công an huyện"]
    assert names[-1] == "Phòng Y tế"


def test_a_name_of_several_bearers_is_offered_once(recalculated):
    assert offered(recalculated, 1).count("Tam Đa") == 1
    assert offered(recalculated, 7).count("Tam Đa") == 1
    assert offered(recalculated, 8).count("Phòng Nội vụ") == 1
    assert offered(recalculated, 9).count("Tam Đa") == 1


def test_codes_carry_their_titles(recalculated):
    codes = offered(recalculated, 2)
    assert len(codes) == 56
    assert codes[3] == "TC04 – Bố trí kinh phí thực hiện"
    assert codes[20] == "TC21 – Tiêu chí thêm"
    assert codes[-1] == "DX1 – Báo cáo đột xuất"


def test_a_new_group_is_offered(recalculated):
    assert offered(recalculated, 6) == [
        "Xây dựng điển hình",
        "Duy trì điển hình",
        "Tạo tiền đề",
        "Nhóm mới",
    ]
    assert offered(recalculated, 9)[:8] == [
        "Tất cả",
        "Tất cả đơn vị",
        "Tất cả cơ quan",
        "Xây dựng điển hình",
        "Duy trì điển hình",
        "Tạo tiền đề",
        "Nhóm mới",
        "Quyết Thắng",
    ]


def test_fixed_lists_stand_as_written(recalculated):
    assert offered(recalculated, 3) == [
        "Đạt",
        "Đang thực hiện",
        "Chưa đạt",
        "Chưa thực hiện",
        "Đã gửi",
    ]
    assert offered(recalculated, 5) == ["Có", "Không"]


def test_the_colours_find_the_as_of_date(recalculated):
    page = recalculated["Danh mục"]
    assert f"{page['T2'].value:%Y-%m-%d}" == "2024-09-15"
    assert page["U2"].value == 10


def test_no_formula_ends_in_an_error(recalculated):
    cells = [cell for row in recalculated["Danh mục"].iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "e"]
