"""The one list of rules covers every worksheet and column."""

import pytest

from lib.sheet.schema import (
    AGENCIES,
    APPRAISALS,
    CRITERIA,
    PERIODS,
    PROGRESS,
    SETTINGS,
    TASKS,
    UNITS,
    WORKSHEETS,
    Reading,
)
from lib.template.rules import (
    Choice,
    DateRule,
    DayColour,
    Dropdown,
    NumberRule,
    Paint,
    Shape,
    Strictness,
    WordColour,
    rules_for,
)

COLUMNS = [(sheet.title, column.header) for sheet in WORKSHEETS for column in sheet.columns]


LOOKS = [(sheet.title, look) for sheet in WORKSHEETS for look in rules_for(sheet).looks]


def rules(worksheet):
    found = rules_for(worksheet)
    return (*found.looks, *found.expected, *found.colours)


def of(kind):
    """List each rule of a kind with its worksheet's title."""
    every = [(sheet.title, rule) for sheet in WORKSHEETS for rule in rules(sheet)]
    return [(title, rule) for title, rule in every if isinstance(rule, kind)]


def test_every_column_has_its_look_and_note():
    assert [(title, look.column) for title, look in LOOKS] == COLUMNS
    assert all(look.note for _, look in LOOKS)


def test_every_rule_names_a_column_of_its_worksheet():
    assert {(title, rule.column) for title, rule in of(object)} <= set(COLUMNS)


def test_notes_say_what_is_required():
    required = {(s.title, c.header) for s in WORKSHEETS for c in s.columns if c.required}
    required -= {(SETTINGS.title, "Mục"), (SETTINGS.title, "Giá trị")}
    said = {(title, look.column) for title, look in LOOKS if "BẮT BUỘC" in look.note}
    assert said == required


@pytest.mark.parametrize(
    ("sheet", "column", "said"),
    [
        (TASKS, "Ngày giao", ["từ ngày này", "Để trống: từ đầu kế hoạch"]),
        (PROGRESS, "Khó khăn kiến nghị", ["ghi riêng một dòng", "bỏ trống Kết quả"]),
        (PROGRESS, "Ngày", ["Ngày trước Ngày bắt đầu của kế hoạch không được tính"]),
        (PROGRESS, "Mã", ["Mỗi dòng một mã"]),
        (UNITS, "Nhóm", ["Đổi nhóm giữa năm"]),
        (UNITS, "Sáp nhập vào", ["chính tên này", "Phải có Hiệu lực đến"]),
        (UNITS, "Thư điện tử", ["dấu chấm phẩy", "ngoài cơ quan thường trực"]),
        (AGENCIES, "Thư điện tử", ["dấu chấm phẩy", "ngoài cơ quan thường trực"]),
        (AGENCIES, "Hiệu lực đến", ["giải thể", "Không xóa dòng"]),
        (AGENCIES, "Sáp nhập vào", ["Cơ quan nhận việc", "Phải có Hiệu lực đến"]),
        (APPRAISALS, "Kết quả", ["chữ không đọc được tính là chưa đạt"]),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "title", None),
)
def test_notes_tell_what_to_write(sheet, column, said):
    (note,) = [look.note for look in rules_for(sheet).looks if look.column == column]
    assert [words for words in said if words not in note] == []


def test_the_criteria_say_their_wording_is_illustrative():
    (note,) = [look.note for look in rules_for(CRITERIA).looks if look.column == "Tiêu chí"]
    assert "MINH HỌA" in note
    assert "9745/QĐ-BCA-V05" in note


def test_every_date_column_has_the_date_rule_and_the_date_shape():
    dates = [
        (s.title, c.header) for s in WORKSHEETS for c in s.columns if c.reading is Reading.DATE
    ]
    assert [(title, r.column) for title, r in of(DateRule) if r.setting is None] == dates
    shapes = {(title, look.column) for title, look in LOOKS if look.shape is Shape.DATE}
    assert shapes == set(dates)


def test_the_percent_column_takes_0_to_100_only():
    ((title, rule),) = [each for each in of(NumberRule) if each[1].column == "Tiến độ (%)"]
    assert (title, rule.low, rule.high) == (PROGRESS.title, 0, 100)
    assert rule.strictness is Strictness.REFUSE


def test_tolerant_typing_of_names_and_codes_stays_possible():
    for _, rule in of(Dropdown):
        tolerated = rule.choice in (Choice.NAMES, Choice.UNITS, Choice.CODES, Choice.GROUPS)
        expected = Strictness.INFORM if tolerated else Strictness.WARN
        assert rule.strictness is expected


def test_settings_have_rules_by_line():
    settings = {rule.setting for rule in rules_for(SETTINGS).expected if rule.setting}
    assert settings == {
        "Năm",
        "Cơ quan thường trực",
        "Ngày bắt đầu",
        "Ngày kết thúc",
        "Ngày số liệu",
        "Ngày họp trước",
        "Sắp đến hạn (ngày)",
        "Số liệu cũ sau (ngày)",
        "Chậm so với tiến độ (điểm %)",
        "Đỏ khi quá hạn từ (mục)",
        "Số liệu minh họa",
        "Ngày kế hoạch",
    }


@pytest.mark.parametrize(
    ("sheet", "column", "choice", "warns"),
    [
        (PROGRESS, "Đơn vị", Choice.NAMES, True),
        (PROGRESS, "Mã", Choice.CODES, True),
        (PROGRESS, "Kết quả", Choice.RESULTS, True),
        (APPRAISALS, "Đơn vị", Choice.NAMES, True),
        (APPRAISALS, "Mã", Choice.CODES, True),
        (APPRAISALS, "Kết quả", Choice.VERDICTS, True),
        (UNITS, "Nhóm", Choice.GROUPS, True),
        (UNITS, "Sáp nhập vào", Choice.UNITS, True),
        (AGENCIES, "Sáp nhập vào", Choice.AGENCIES, True),
        (CRITERIA, "Cơ quan theo dõi", Choice.AGENCIES, True),
        (CRITERIA, "Bắt buộc", Choice.YES_NO, True),
        (CRITERIA, "Áp dụng cho", Choice.AUDIENCES, False),
        (TASKS, "Chủ trì", Choice.AUDIENCES, False),
        (PERIODS, "Đối tượng", Choice.AUDIENCES, False),
    ],
    ids=lambda value: getattr(value, "title", None) if not isinstance(value, str) else value,
)
def test_dropdowns(sheet, column, choice, warns):
    (rule,) = [r for r in rules(sheet) if isinstance(r, Dropdown) and r.column == column]
    assert rule.choice is choice
    assert (rule.message is not None) is warns


def test_every_result_word_has_a_colour():
    for sheet in (PROGRESS, APPRAISALS):
        painted = {r.paint: r.words for r in rules(sheet) if isinstance(r, WordColour)}
        assert set(painted) == {
            Paint.MET,
            Paint.IN_PROGRESS,
            Paint.NOT_MET,
            Paint.NOT_STARTED,
        }
        assert "Chưa đạt" in painted[Paint.NOT_MET]
        assert "Đã gửi" in painted[Paint.MET]


def test_deadlines_are_painted_past_and_soon():
    painted = [(title, r.column, r.paint, r.days_before, r.unless) for title, r in of(DayColour)]
    assert painted == [
        ("Đơn vị", "Hiệu lực đến", Paint.ENDED, 0, None),
        ("Cơ quan", "Hiệu lực đến", Paint.ENDED, 0, None),
        ("Tiêu chí", "Hạn", Paint.PAST, 0, None),
        ("Tiêu chí", "Hạn", Paint.SOON, 0, None),
        ("Nhiệm vụ", "Hạn", Paint.PAST, 0, "Ngày hoàn thành"),
        ("Nhiệm vụ", "Hạn", Paint.SOON, 0, "Ngày hoàn thành"),
        ("Kỳ báo cáo", "Trước ngày", Paint.PAST, 1, None),
        ("Kỳ báo cáo", "Trước ngày", Paint.SOON, 1, None),
    ]
