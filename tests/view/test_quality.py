"""Problems of the sheet: whose they are, what they cost; who has been silent."""

from datetime import date

import pytest

from lib.assess import assess
from lib.grid import Grid
from lib.problem import Problem, ProblemCode, Severity
from lib.sheet.tabs import recognised
from lib.view import quality, silence
from lib.view.quality import Finding
from lib.view.sheet_rows import written_rows
from tests.builders import (
    agencies,
    appraisals,
    criteria,
    periods,
    plan,
    progress,
    settings,
    spreadsheet,
    units,
)

AS_OF = date(2024, 9, 15)


def place(worksheet: str, row: int, cell: str | None) -> str:
    return f"{worksheet}!{cell or row}"


def found(*grids: Grid) -> list[tuple[str, str | None, bool, bool]]:
    """List code, keeper, unclear and lost of each finding."""
    return [
        (each.problem.code.value, each.keeper, each.unclear, each.lost) for each in all_of(*grids)
    ]


def all_of(*grids: Grid) -> tuple[Finding, ...]:
    book = plan(*grids)
    tabs = recognised(spreadsheet(*grids))
    return quality.findings(book.problems, written_rows(tabs, book, book.problems))


def test_a_row_of_the_common_log_is_its_owners():
    row = ("31/2/2024", "Tam Da", "TC01", "Đạt", None)
    assert found(progress(row)) == [
        ("unreadable_date", "Tam Đa", False, True),
        ("guessed_name", "Tam Đa", False, True),
    ]


def test_a_row_that_names_nobody_known_is_unclear():
    assert found(progress(("1/2/2024", "Tân Bình", "TC01", "Đạt", None))) == [
        ("unknown_name", None, True, True)
    ]


def test_a_row_of_an_owners_worksheet_is_the_owners():
    log = progress(
        ("1/2/2024", "TC99", "Đạt"), head="Ngày | Mã | Kết quả", title="Tiến độ – Đại Phú"
    )
    assert found(log) == [("unknown_code", "Đại Phú", False, True)]


def test_a_cell_that_is_passed_over_leaves_its_row_counting():
    assert found(progress(("1/2/2024", "Tam Đa", "TC01", "Đang làm", "nhiều"))) == [
        ("unreadable_percent", "Tam Đa", False, False)
    ]


def test_definitions_and_appraisals_are_the_standing_agencys():
    grids = (
        units(("Tam Đa", "Thấp"), ("Tam Đa", "Cao")),
        criteria(("TC01", "Đường", "hôm nào")),
        appraisals(("1/2/2024", "Tam Đa", "TC01", "Gần đạt")),
        settings(("Năm", 2024), ("Đỏ khi quá hạn từ (mục)", "ba")),
    )
    assert {(code, keeper, lost) for code, keeper, _, lost in found(*grids)} == {
        ("duplicate_definition", None, True),
        ("unreadable_date", None, False),
        ("unreadable_result", None, False),
        ("unreadable_number", None, False),
    }


def test_a_whole_worksheet_can_be_lost():
    lost = all_of(Grid("Cơ quan", (("Tên", "Vai trò"), ("Phòng Nội vụ", None))))
    (finding,) = lost
    assert (finding.keeper, finding.lost) == (None, True)
    assert quality.effect(finding) == ":red[**■** Cả trang không được tính]"


ROW, CELL = "Dòng không được tính", "Dòng được tính, ô này coi như trống"
NOT_MET = "Dòng được tính, nhưng không coi là đạt"
PLAN_END = "Hạn lấy theo ngày kết thúc kế hoạch"


@pytest.mark.parametrize(
    ("worksheet", "column", "code", "lost", "effect"),
    [
        ("Tiến độ", "Mã", "unknown_code", True, f":red[**■** {ROW}]"),
        ("Tiến độ", "Mã", "several_codes", True, f":red[**■** {ROW}]"),
        ("Tiến độ", "Ngày", "early_date", True, f":red[**■** {ROW}]"),
        (
            *("Tiến độ", "Mã", "several_codes", False),
            ":orange[▲ Khó khăn, kiến nghị vẫn được nêu, không gắn với mã nào]",
        ),
        ("Tiến độ", "Tiến độ (%)", "unreadable_percent", False, f":orange[▲ {NOT_MET}]"),
        ("Tiến độ – Tam Đa", "Tiến độ (%) (*)", "cell_error", False, f":orange[▲ {NOT_MET}]"),
        ("Tiến độ", "Kết quả", "unreadable_result", False, f":orange[▲ {NOT_MET}]"),
        ("Tiến độ", "Minh chứng", "cell_error", False, f":orange[▲ {CELL}]"),
        ("Tiến độ", "Kết quả", "guessed_result", False, ":blue[● Vẫn được tính]"),
        ("Tiến độ", "Đơn vị", "guessed_name", False, ":blue[● Vẫn được tính]"),
        ("Tiến độ", "Ngày", "future_date", False, ":orange[▲ Chưa tính cho đến ngày đã ghi]"),
        (
            *("Tiến độ", "Mã", "not_owed", False),
            ":orange[▲ Không phải việc của nơi này, không tính vào đâu]",
        ),
        (
            *("Tiến độ", "Mã", "duplicate_entry", True),
            ":orange[▲ Dòng này không tính, dòng dưới thay thế]",
        ),
        ("Tiến độ", "Mã", "duplicate_column", False, ":orange[▲ Cột sau không được đọc]"),
        (
            *("Tiến độ – Xã lạ", None, "unknown_name", False),
            ":orange[▲ Trang được đọc như trang chung, dòng nào cũng phải ghi tên đơn vị]",
        ),
        ("Tiến độ – Tam Da", None, "guessed_name", False, ":blue[● Vẫn được tính]"),
        (
            *("Thẩm định", "Kết quả", "unreadable_result", False),
            ":orange[▲ Tính là thẩm định chưa đạt]",
        ),
        ("Thẩm định", "Kết quả", "cell_error", False, ":orange[▲ Tính là thẩm định chưa đạt]"),
        ("Thẩm định", "Kết quả", "unreadable_result", True, f":red[**■** {ROW}]"),
        ("Thẩm định", "Ghi chú", "cell_error", False, f":orange[▲ {CELL}]"),
        (
            *("Đơn vị", "Hiệu lực đến", "missing_value", False),
            ":orange[▲ Dòng được tính, việc sáp nhập thì chưa]",
        ),
        ("Đơn vị", "Hiệu lực đến", "unreadable_date", False, f":orange[▲ {CELL}]"),
        ("Cơ quan", "Sáp nhập vào", "circular_merge", False, f":orange[▲ {CELL}]"),
        ("Tiêu chí", "Điểm", "unreadable_number", False, f":orange[▲ {CELL}]"),
        (
            *("Tiêu chí", "Hạn", "unreadable_date", False),
            f":orange[▲ {PLAN_END}; chưa đạt thì coi là nguy cơ chậm]",
        ),
        (
            *("Tiêu chí", "Áp dụng cho", "unknown_name", False),
            ":orange[▲ Tên này không được tính; không còn tên nào đúng thì áp dụng cho tất cả]",
        ),
        ("Nhiệm vụ", "Hạn", "cell_error", False, f":orange[▲ {PLAN_END}]"),
        ("Nhiệm vụ", "Ngày hoàn thành", "early_date", False, f":orange[▲ {CELL}]"),
        (
            *("Nhiệm vụ", "Chủ trì", "unknown_name", False),
            ":orange[▲ Dòng được tính, tên này thì không]",
        ),
        ("CẤU HÌNH", "Giá trị", "unreadable_number", False, ":orange[▲ Dùng giá trị mặc định]"),
        ("Cấu hình", "Ghi chú", "cell_error", False, f":orange[▲ {CELL}]"),
    ],
)
def test_what_a_problem_costs(worksheet, column, code, lost, effect):
    problem = Problem(worksheet, 5, column, ProblemCode(code), "x", cell="C5")
    assert quality.effect(Finding(problem, None, False, lost, "")) == effect


def test_a_setting_that_answers_nothing_is_lost_with_its_row():
    rows = (("Năm", 2024), ("Màu", "đỏ"), ("Năm", 2025), (None, 3), ("Sắp đến hạn (ngày)", "ba"))
    assert [(each.problem.row, each.lost) for each in all_of(settings(*rows))] == [
        *[(3, True), (4, True), (5, True)],
        (6, False),
    ]


def test_a_worksheets_title_may_be_written_in_capitals():
    grid = units(("Tam Đa", "Thấp", "hôm nào"), head="Đơn vị | Nhóm | Hiệu lực từ", title="ĐƠN VỊ")
    (finding,) = all_of(grid)
    assert (finding.problem.code, finding.lost) == (ProblemCode.UNREADABLE_DATE, False)


OBSTACLES = "Ngày | Đơn vị | Mã | Kết quả | Khó khăn kiến nghị"


def test_a_row_that_only_tells_an_obstacle_counts():
    log = progress(
        ("1/2/2024", "Tam Da", "TC01", None, "Thiếu kinh phí"),
        ("2/2/2024", "Tam Đa", "TC99", None, "Thiếu kinh phí"),
        ("3/2/2024", "Tam Đa", "TC99", "Đạt", "Thiếu kinh phí"),
        ("1/2/2023", "Tam Đa", "TC01", None, "Thiếu kinh phí"),
        head=OBSTACLES,
    )
    lines = all_of(settings(("Năm", 2024)), log)
    assert [(each.problem.row, each.problem.code.value, each.lost) for each in lines] == [
        (2, "guessed_name", False),
        (3, "unknown_code", False),
        (4, "unknown_code", True),
        (5, "early_date", True),
        (5, "missing_value", True),
    ]


def test_a_guess_says_who_was_understood():
    lines = all_of(progress(("1/2/2024", "Tam Da", "TC01", "Đạt", None)))
    table = quality.findings_table(lines, {}, title="Cần sửa", place=place, named=False)
    assert table.frame["Vấn đề và cách sửa"][0].endswith("Đã hiểu là “Tam Đa”.")


def test_a_finding_is_told_in_a_sentence_with_its_place_and_row():
    lines = all_of(progress(("5/9", "Tân Bình", "TC01", "Đạt", 100)))
    table = quality.findings_table(lines, {}, title="Cần sửa", place=place, named=False)
    rows = table.frame.to_dict("records")
    assert [row["Ở đâu"] for row in rows] == ["Tiến độ!A2", "Tiến độ!B2"]
    assert rows[1]["Vấn đề và cách sửa"].startswith(
        "Không nhận ra “Tân Bình” là đơn vị, cơ quan nào. **Cần làm:** Chọn lại tên"
    )
    assert rows[0]["Dòng đang ghi"] == "5/9 · Tân Bình · TC01 · Đạt · 100"


def test_a_date_in_a_sentence_is_written_the_vietnamese_way():
    problem = Problem("Tiến độ", 2, "Ngày", ProblemCode.FUTURE_DATE, "2025-01-02", cell="A2")
    assert quality.problem_sentence(problem) == "Ngày 02/01/2025 ở sau hôm nay."


def test_what_concerns_a_whole_worksheet_names_it():
    problem = Problem("Tiêu_chí", None, None, ProblemCode.MISSING_WORKSHEET)
    missing = Finding(problem, None, unclear=True, lost=True, row="")
    table = quality.findings_table([missing], {}, title="Cần sửa", place=place, named=False)
    assert table.frame["Ở đâu"].tolist() == ["trang «Tiêu\\_chí»"]


def test_a_blank_cell_in_a_sentence_is_called_blank():
    problem = Problem("Tiến độ", 2, "Ngày", ProblemCode.UNREADABLE_DATE, None, cell="A2")
    assert "“\\(trống\\)”" in quality.problem_sentence(problem)


def test_text_of_the_sheet_is_never_markup():
    lines = all_of(progress(("1/2/2024", "[x](http://a.b) <img>", "TC01", "Đạt", None)))
    table = quality.findings_table(lines, {}, title="Cần sửa", place=place, named=False)
    said = " ".join(table.frame.iloc[0])
    assert "](" not in said.replace("\\]\\(", "")
    assert "<img>" not in said


def test_the_filters_keep_what_an_owner_can_mend():
    lines = all_of(
        progress(("1/2/2024", "Tam Đa", "TC99", "Đạt", None), ("1/2/2024", "Ai", "TC01", "Đạt", 1))
    )
    assert [each.keeper for each in quality.kept(lines, {"Tam Đa"}, standing=False)] == ["Tam Đa"]
    assert quality.kept(lines, {"Đại Phú"}, standing=False) == ()


def silent_in(book, *, as_of=AS_OF, stale_days=31.0):
    now = assess(book, as_of=as_of)
    parts = now.units, now.agencies, now.obligations
    return silence.silence(book, *parts, as_of=as_of, stale_days=stale_days)


def test_the_silent_come_first_and_the_never_heard_before_them():
    book = plan(
        agencies(("Phòng Nội vụ", "Có")),
        periods(("Q2", "Quý II", "10/6/2024", None)),
        progress(
            ("1/9/2024", "Tam Đa", "TC01", "Đang làm", 10),
            ("1/7/2024", "Đại Phú", "TC01", "Đang làm", 10),
            ("16/9/2024", "Đại Phú", "TC01", "Đang làm", 10),
        ),
        appraisals(("14/9/2024", "Đại Phú", "TC01", "Chưa đạt")),
    )
    told = silent_in(book)
    assert told["owner"].tolist() == ["Phòng Nội vụ", "Đại Phú"]
    assert told["days"].tolist() == [258, 76]
    assert told["entries"].tolist() == [0, 1]
    labels = {name: name for name in told["owner"]}
    table = silence.silence_table(told, labels, title="", href=lambda owner, _: owner)
    assert table.frame["Ghi gần nhất"].tolist() == ["Chưa ghi lần nào", "01/07/2024"]
    assert table.frame["Số ngày"].tolist() == [":red[**■ 258**]", ":orange[**▲ 76**]"]
    assert table.frame.iloc[1, 1:].tolist() == [
        *["[Đại Phú](Đại Phú)", "01/07/2024", ":orange[**▲ 76**]", "1", "–"],
    ]
    heads = ("TT", "Nơi ghi", "Ghi gần nhất", "Số ngày", "Số dòng đã ghi", "Tiêu chí có số liệu cũ")
    assert tuple(table.frame.columns) == heads
    assert (table.right, table.spare) == ((heads[0], *heads[2:]), (heads[0], *heads[4:]))


@pytest.mark.parametrize(
    ("result", "sent", "silent"),
    [
        pytest.param("Đang làm", True, ["Tam Đa"], id="a criterion waits"),
        pytest.param("Đạt", True, [], id="everything is done"),
        pytest.param("Đạt", False, ["Tam Đa"], id="a report is overdue"),
    ],
)
def test_nobody_is_silent_for_whom_nothing_waits(result, sent, silent):
    report = [("2/6/2024", "Tam Đa", "Q2", "Đã gửi", None)] if sent else []
    book = plan(
        units(("Tam Đa", "A")),
        periods(("Q2", "Quý II", "10/6/2024", None), ("Q4", "Quý IV", "10/12/2024", None)),
        progress(("1/6/2024", "Tam Đa", "TC01", result, None), *report),
    )
    assert silent_in(book)["owner"].tolist() == silent


@pytest.mark.parametrize(
    ("as_of", "silent"),
    [
        pytest.param(date(2024, 2, 1), [], id="31 days"),
        pytest.param(date(2024, 2, 2), ["Tam Đa"], id="32 days"),
        pytest.param(date(2024, 8, 1), ["Tam Đa"], id="31 days after another began"),
        pytest.param(date(2024, 8, 2), ["Tam Đa", "Đại Phú"], id="32 days after it"),
    ],
)
def test_who_never_wrote_is_waited_for_since_the_plan_or_its_own_first_day(as_of, silent):
    book = plan(
        settings(("Ngày bắt đầu", "1/1/2024")),
        units(("Tam Đa", "A"), ("Đại Phú", "A", "1/7/2024"), head="Đơn vị | Nhóm | Hiệu lực từ"),
    )
    assert sorted(silent_in(book, as_of=as_of)["owner"]) == sorted(silent)


def test_silence_of_a_sheet_without_any_log():
    told = silent_in(plan())
    assert len(told) == 2
    assert told["last"].isna().all()
    to_mend, lost, quiet = quality.figures((), told, stale_days=31)
    assert (to_mend.value, lost.value, quiet.value) == ("0", "0", "2")


MIXED = progress(
    ("1/2/2024", "Tam Da", "TC01", "Đang làm", 10),
    ("2/2/2024", "Tam Đa", "TC01", "Đang làm", "nhiều"),
    ("31/2/2024", "Tam Da", "TC99", "Đạt", None),
    ("1/2/2024", "Ai", "TC01", "Đạt", None),
)


def test_the_figures_add_up_to_the_list():
    lines = all_of(MIXED)
    book = plan(MIXED)
    to_mend, lost, _ = quality.figures(lines, silent_in(book), stale_days=31)
    errors = sum(problem.severity is Severity.ERROR for problem in book.problems)
    assert to_mend.value == str(len(lines)) == "6"
    assert to_mend.note == (
        f"{errors} chỗ chưa được tính do ghi sai, {6 - errors} chỗ nhắc kiểm tra"
    )
    assert lost.value == "2"


def test_what_is_not_counted_stands_first():
    effects = [quality.effect(each) for each in quality.by_harm(all_of(MIXED))]
    assert [effect.split(" ", 1)[1] for effect in effects] == [
        *["Dòng không được tính]"] * 4,
        "Dòng được tính, nhưng không coi là đạt]",
        "Vẫn được tính]",
    ]


def test_a_phone_is_told_the_row_as_well():
    table = quality.findings_table(all_of(MIXED), {}, title="Cần sửa", place=place, named=True)
    assert table.spare == ("TT",)


def test_what_is_wrong_in_one_row_stays_together():
    rows = progress(
        ("1/2/2024", "Tam Da", "TC01", "Đang làm", "nhiều"),
        ("2/2/2024", "Tam Đa", "TC01", "Đang làm", "ít"),
        ("31/2/2024", "Đại Phú", "TC01", "Đang làm", "ít"),
    )
    listed = quality.by_harm(all_of(rows))
    assert [(each.problem.row, each.problem.code.value) for each in listed] == [
        (4, "unreadable_date"),
        (4, "unreadable_percent"),
        (2, "unreadable_percent"),
        (2, "guessed_name"),
        (3, "unreadable_percent"),
    ]


def test_lines_that_only_wait_for_missing_definitions_are_told_apart():
    grids = (
        criteria(("Đường", "6/6/2024"), head="Tiêu chí | Hạn"),
        progress(("1/2/2024", "Tam Đa", "TC01", "Đạt", None)),
    )
    lines = all_of(*grids)
    problems = [each.problem for each in lines]
    assert quality.brought_about(problems) == {ProblemCode.UNKNOWN_CODE}
    (whole,) = quality.whole_sheets(lines)
    assert whole.problem.code is ProblemCode.MISSING_COLUMN
    slips = plan(progress(("1/2/2024", "Tam Đa", "TC99", "Đạt", None))).problems
    assert quality.brought_about(slips) == frozenset()
