"""The illustrative progress reads as planned: its slips are the problems, its story the lights."""

from collections import Counter
from datetime import date, datetime

import pytest

from lib.assess import assess
from lib.grid import Grid
from lib.problem import ProblemCode
from lib.sheet import read
from lib.sheet.schema import APPRAISALS, PROGRESS, WORKSHEETS
from lib.source.workbook import read_workbook
from lib.template.sample import appraisal_lines, progress_lines
from lib.template.workbook import write_workbook
from lib.template.worksheets import tables

AS_OF = date(2024, 9, 15)
TODAY = date(2024, 9, 20)


def sample_logs():
    return tuple(
        tuple(line.cells for line in lines) for lines in (progress_lines(), appraisal_lines())
    )


def grids(*, with_sample):
    return tuple(
        Grid(table.title, (tuple(c.header for c in table.kind.columns), *table.rows))
        for table in tables(with_sample=with_sample)
    )


@pytest.fixture(scope="module")
def book():
    return read(grids(with_sample=True), today=TODAY)


@pytest.fixture(scope="module")
def now(book):
    return assess(book, as_of=AS_OF)


def test_the_plan_alone_reads_without_a_problem():
    book = read(grids(with_sample=False), today=TODAY)
    assert book.problems == ()
    assert len(book.owners) == 41
    assert len(book.items) == 54


def test_how_many_lines_there_are():
    progress, appraisals = sample_logs()
    assert len(progress) == 2185
    assert len(appraisals) == 121


def test_meetings_gave_tasks_of_which_some_are_done_some_late_some_running(now):
    given = now.obligations[now.obligations["given"].notna()]
    states = given.groupby(["given", "code"])["state"].agg(lambda each: sorted(map(str, set(each))))
    assert {(f"{day:%d/%m}", code): told for (day, code), told in states.items()} == {
        ("15/07", "NV21"): ["done_on_time"],
        ("15/07", "NV22"): ["overdue"],
        ("15/08", "NV23"): ["done_on_time"],
        ("15/08", "NV24"): ["overdue"],
        ("15/08", "NV25"): ["done_on_time", "open"],
    }


def test_lines_stand_in_date_order():
    for log in sample_logs():
        days = [row[0] for row in log if isinstance(row[0], date)]
        assert days == sorted(days)
        assert date(2024, 3, 1) <= days[0]
        assert days[-1] <= AS_OF


def test_the_slips_are_the_only_problems(book):
    assert [(p.worksheet, p.column, p.code, p.value) for p in book.problems] == [
        ("Tiến độ", "Đơn vị", ProblemCode.GUESSED_NAME, "Tam Da"),
        ("Tiến độ", "Tiến độ (%)", ProblemCode.UNREADABLE_PERCENT, "150"),
        ("Tiến độ", "Kết quả", ProblemCode.UNREADABLE_RESULT, "dat roi"),
        ("Tiến độ", "Mã", ProblemCode.UNKNOWN_CODE, "TC25"),
        ("Tiến độ", "Tiến độ (%)", ProblemCode.CELL_ERROR, "#REF!"),
        ("Tiến độ", "Đơn vị", ProblemCode.UNKNOWN_NAME, "Tân Bình"),
        ("Tiến độ", "Tiến độ (%)", ProblemCode.AMBIGUOUS_PERCENT, "1"),
        ("Tiến độ", "Kết quả", ProblemCode.MISSING_VALUE, None),
        (
            "Tiến độ",
            "Mã",
            ProblemCode.NOT_OWED,
            "TC05 – Tuyên truyền đến cán bộ, người lao động, học sinh và Nhân dân",
        ),
        ("Tiến độ", "Ngày", ProblemCode.MISSING_VALUE, None),
        ("Tiến độ", "Ngày", ProblemCode.UNREADABLE_DATE, "31/9/2024"),
        (
            "Tiến độ",
            "Mã",
            ProblemCode.DUPLICATE_ENTRY,
            "TC16 – Gắn với xây dựng nông thôn mới, đô thị văn minh",
        ),
        ("Tiến độ", "Ngày", ProblemCode.GUESSED_DATE, "5/9"),
        ("Tiến độ", "Tiến độ (%)", ProblemCode.CONTRADICTORY, "80"),
        ("Thẩm định", "Kết quả", ProblemCode.UNREADABLE_RESULT, "Cơ bản đạt"),
    ]


def test_the_written_workbook_reads_to_the_same_book(book, tmp_path):
    path = tmp_path / "so.xlsx"
    write_workbook(path, with_sample=True)
    from_file = read(read_workbook(path), today=TODAY)
    assert from_file.problems == book.problems
    assert from_file.settings == book.settings
    for table in ("owners", "items", "scope"):
        assert getattr(from_file, table).equals(getattr(book, table)), table
    assert from_file.entries.drop(columns="tab").equals(book.entries.drop(columns="tab"))


def test_the_lights_of_the_meeting(now, book):
    lights = Counter(str(light) for light in now.units["light"])
    assert lights == {"green": 8, "amber": 13, "red": 9}
    before = assess(book, as_of=date(2024, 8, 15))
    assert Counter(str(light) for light in before.units["light"]) == {
        "green": 4,
        "amber": 18,
        "red": 9,
    }


def test_who_leads_and_who_lags(now):
    lights = dict(zip(now.units["unit"], map(str, now.units["light"]), strict=True))
    green = {unit for unit, light in lights.items() if light == "green"}
    red = {unit for unit, light in lights.items() if light == "red"}
    assert green == {
        "Tam Đa",
        "Minh Thanh",
        "Vĩnh Lợi",
        "Ninh Lai",
        "Phúc Ứng",
        "Sơn Nam",
        "Hào Phú",
        "Tân Trào",
    }
    assert red == {
        "Trường Sinh",
        "Tú Thịnh",
        "Văn Phú",
        "Chi Thiết",
        "Kháng Nhật",
        "Lương Thiện",
        "Cấp Tiến",
        "Đại Phú",
        "Tân Thanh",
    }


def test_the_merger_stands(now):
    units = set(now.units["unit"])
    assert "Hồng Sơn" in units
    assert not units & {"Hồng Lạc", "Vân Sơn"}
    cells = now.cells[now.cells["unit"] == "Hồng Sơn"]
    assert 0 < cells["inherited"].sum() < len(cells)


def owed(now, owner, code):
    found = now.obligations
    return found[(found["owner"] == owner) & (found["code"] == code)].iloc[0]


@pytest.mark.parametrize(
    ("owner", "code", "state"),
    [
        ("Phòng Nội vụ", "Q3", "overdue"),
        ("Phòng Tài chính", "NV10", "overdue"),
        ("Công an huyện", "NV02", "done_late"),
        ("Ủy ban MTTQ Việt Nam huyện và các tổ chức thành viên", "NV15", "overdue"),
        ("Tú Thịnh", "6T", "done_late"),
        ("Bình Yên", "TC11", "done_late"),
        ("Trường Sinh", "TC09", "overdue"),
    ],
)
def test_told_turns_come_out(now, owner, code, state):
    assert str(owed(now, owner, code)["state"]) == state


def test_most_reports_come_in_time(now):
    reports = now.obligations[now.obligations["kind"] == "report"]
    states = Counter(map(str, reports["state"]))
    due = states["done_on_time"] + states["done_late"] + states["overdue"]
    assert 0.75 < states["done_on_time"] / due < 0.95


def test_appraisals_are_met_and_not_met(book):
    appraised = book.entries[book.entries["appraisal"]]
    counts = appraised["met"].value_counts()
    assert counts[True] > 100
    assert counts[False] >= 7


def test_no_person_is_named():
    progress, appraisals = sample_logs()
    authors = {row[7] for row in progress} | {row[4] for row in appraisals}
    assert authors == {
        "Ban Thường trực MTTQ",
        "Biên tập viên",
        "CC TC-KT",
        "CC VH-XH",
        "CC VP-TK",
        "CC ĐC-NN",
        "Chuyên viên GDTrH",
        "Chuyên viên NS",
        "Chuyên viên NTM",
        "Chuyên viên TĐKT",
        "Chuyên viên VH",
        "Chuyên viên tổng hợp",
        "Công an thị trấn",
        "Công an xã",
        "MTTQ thị trấn",
        "MTTQ xã",
        "Văn phòng HĐND-UBND",
        "Đội Tổng hợp",
        "Đội XDPT",
    }


def test_every_line_says_what_it_rests_on():
    progress, _ = sample_logs()
    assert all((row[5] or row[6]) and "{" not in f"{row[5]}{row[6]}" for row in progress)


def test_some_lines_name_what_is_in_the_way_and_two_say_nothing_else():
    progress, _ = sample_logs()
    named = [row for row in progress if row[6]]
    assert len(named) == 11
    assert all("đề nghị" in row[6] for row in named)
    alone = [row for row in named if row[3] is None]
    assert [(row[1], row[2] and row[2][:4], *row[4:6]) for row in alone] == [
        ("Kháng Nhật", "TC09", None, None),
        ("Hồng Sơn", None, None, None),
    ]


def test_what_is_in_the_way_is_read(now):
    assert len(now.obstacles) == 11


def test_cells_have_the_schemas_width_and_plain_types():
    for log, kind in zip(sample_logs(), (PROGRESS, APPRAISALS), strict=True):
        assert {len(row) for row in log} == {len(kind.columns)}
        cells = {type(cell) for row in log for cell in row}
        assert cells <= {str, int, date, type(None)}
        assert datetime not in cells


def test_the_story_is_the_same_each_time():
    assert sample_logs() == sample_logs()
    assert [table.kind for table in tables(with_sample=True)] == list(WORKSHEETS)
