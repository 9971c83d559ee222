"""The plan's tables and who owes what in them."""

from datetime import date

import pytest

from lib.sheet.schema import (
    AGENCIES,
    APPRAISALS,
    CRITERIA,
    DOCUMENT_SETTINGS,
    PERIODS,
    PROGRESS,
    SETTINGS,
    TASKS,
    UNITS,
    WORKSHEETS,
    Setting,
)
from lib.template import texts
from lib.template.plan import code_texts, definition
from lib.template.waiting import bearers, plan_book, waiting_lines
from lib.template.worksheets import tables


@pytest.mark.parametrize(
    ("kind", "count"),
    [(SETTINGS, 22), (UNITS, 32), (AGENCIES, 9), (CRITERIA, 20), (TASKS, 20), (PERIODS, 14)],
    ids=lambda value: getattr(value, "title", value),
)
def test_a_definition_holds_every_line_of_the_plan(kind, count):
    assert len(definition(kind).rows) == count


def test_cells_are_typed():
    units = {row[0]: row for row in definition(UNITS).rows}
    assert units["Hồng Lạc"] == (
        "Hồng Lạc",
        "Xã",
        "Xây dựng điển hình",
        None,
        date(2024, 8, 31),
        "Hồng Sơn",
        None,
        None,
        "Kế hoạch IV.9; Nghị quyết 1106/NQ-UBTVQH15",
    )
    assert definition(AGENCIES).rows[1] == (
        "Phòng Nội vụ",
        None,
        "Có",
        None,
        None,
        None,
        "PNV",
        None,
        "Kế hoạch IV.2",
    )
    assert definition(TASKS).rows[9][4:7] == (None, date(2024, 6, 30), None)
    assert definition(CRITERIA).rows[1][3:7] == ("Công an huyện", 1, date(2024, 4, 30), "Có")
    assert definition(PERIODS).rows[4] == (
        "6T",
        "6 tháng",
        "6 tháng đầu năm 2024",
        date(2024, 6, 10),
        "Tất cả",
        "Kế hoạch V.1b",
    )


def test_the_plans_settings_leave_the_dates_open():
    values = {row[0]: row[1] for row in definition(SETTINGS).rows}
    assert list(values) == [setting.value for setting in Setting]
    assert values[Setting.YEAR] == 2024
    assert values[Setting.AREA] == "huyện Sơn Dương, tỉnh Tuyên Quang"
    assert values[Setting.STANDING_AGENCY] == "Công an huyện"
    assert values[Setting.AS_OF] is None
    assert values[Setting.PREVIOUS] is None
    assert values[Setting.ILLUSTRATIVE] == "Không"


def test_documents_say_what_the_plan_itself_states_and_leave_the_rest_open():
    values = {row[0]: row[1] for row in definition(SETTINGS).rows}
    assert [(item.value, values[item]) for item in DOCUMENT_SETTINGS] == [
        ("Cơ quan chủ quản", None),
        ("Cơ quan ban hành", None),
        ("Địa danh", "Sơn Dương"),
        ("Số kế hoạch", None),
        ("Ngày kế hoạch", None),
        ("Kính gửi", "Ủy ban nhân dân huyện Sơn Dương; Công an tỉnh Tuyên Quang"),
        ("Nơi nhận", None),
        ("Chức vụ người ký", None),
        ("Người ký", None),
    ]
    assert all(row[2] for row in definition(SETTINGS).rows if row[0] in DOCUMENT_SETTINGS)


def test_the_sample_dates_the_settings():
    settings = tables(with_sample=True)[0]
    values = {row[0]: row[1] for row in settings.rows}
    assert values[Setting.AS_OF] == date(2024, 9, 15)
    assert values[Setting.PREVIOUS] == date(2024, 8, 15)
    assert values[Setting.ILLUSTRATIVE] == "Có"
    assert values[Setting.YEAR] == 2024


def test_tables_stand_in_the_schemas_order_with_empty_logs():
    made = tables(with_sample=False)
    assert [table.title for table in made] == [sheet.title for sheet in WORKSHEETS]
    assert [table.rows for table in made if table.kind in (PROGRESS, APPRAISALS)] == [(), ()]


def test_a_codes_text_is_its_code_and_title_cut_to_length():
    texts = code_texts()
    assert texts["TC04"] == "TC04 – Bố trí kinh phí thực hiện"
    assert texts["T09"] == "T09 – Tháng 9/2024"
    assert texts["TC01"].endswith("…")
    assert max(len(text) for text in texts.values()) == len("TC01 – ") + 70
    assert len(texts) == 54


def codes_owed(name):
    book = plan_book()
    lines = waiting_lines(book, bearers(book, name), set())
    return [str(line["Mã"]).split(" – ")[0] for line in lines]


def test_who_owes_what():
    criteria = [f"TC{number:02}" for number in range(1, 21)]
    reports = [
        "T04",
        "T05",
        "T06",
        "Q2",
        "6T",
        "T07",
        "T08",
        "T09",
        "Q3",
        "T10",
        "T11",
        "NAM",
        "T12",
        "Q4",
    ]
    assert codes_owed("Tam Đa") == [*criteria, "NV16", "NV17", *reports]
    assert codes_owed("Hào Phú") == [*criteria, "NV18", *reports]
    assert codes_owed("Hồng Lạc")[-7:] == ["T04", "T05", "T06", "Q2", "6T", "T07", "T08"]
    assert codes_owed("Hồng Sơn")[22:] == ["T09", "Q3", "T10", "T11", "NAM", "T12", "Q4"]
    assert codes_owed("Công an huyện") == ["NV01", "NV02", "NV03", "NV04", "NV05", "NV20"]
    assert codes_owed("Phòng Tài chính") == ["NV10", *reports]
    assert codes_owed("Cơ quan, đơn vị, phòng, ban khác") == ["NV12"]


@pytest.fixture
def plan_of_bearers(tmp_path, monkeypatch):
    """Let a plan's name pass from one unit to the next, and an agency end."""
    for path in texts.PLAN.iterdir():
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    lines = {
        "units.csv": [
            ",".join(column.header for column in UNITS.columns),
            "Tam Đa,Xã,Xây dựng điển hình,,31/08/2024,Tam Đa,,,",
            "Tam Đa,Xã,Duy trì điển hình,01/09/2024,,,,,",
        ],
        "agencies.csv": [
            ",".join(column.header for column in AGENCIES.columns),
            "Công an huyện,,Không,,,,,,",
            "Phòng Tài chính,,,,31/08/2024,Phòng Kinh tế,,,",
            "Phòng Kinh tế,,,01/09/2024,,,PKT,pkt@example.vn,",
        ],
    }
    for name, content in lines.items():
        (tmp_path / name).write_text("\n".join(content), "utf-8")
    monkeypatch.setattr(texts, "PLAN", tmp_path)
    plan_book.cache_clear()
    yield
    plan_book.cache_clear()


@pytest.mark.usefixtures("plan_of_bearers")
def test_an_agency_reports_while_it_lasts_and_a_blank_means_that_it_does():
    assert codes_owed("Phòng Tài chính")[-7:] == ["T04", "T05", "T06", "Q2", "6T", "T07", "T08"]
    assert codes_owed("PKT")[-7:] == ["T09", "Q3", "T10", "T11", "NAM", "T12", "Q4"]
    assert not {"T04", "T09"} & set(codes_owed("Công an huyện"))


@pytest.mark.usefixtures("plan_of_bearers")
def test_bearers_of_one_name_share_a_worksheet_with_each_code_once():
    made = [t for t in tables(with_sample=False, per_owner=True) if t.title.startswith("Tiến độ –")]
    assert [table.title for table in made] == [
        "Tiến độ – Tam Đa",
        "Tiến độ – Công an huyện",
        "Tiến độ – Phòng Tài chính",
        "Tiến độ – Phòng Kinh tế",
    ]
    codes = [row[0].split(" – ")[0] for row in made[0].rows]
    assert codes[20:22] == ["NV16", "NV17"]
    assert codes[-1] == "NV18" or "NV18" in codes
    assert len(set(codes)) == len(codes) == 20 + 3 + 14


def test_a_line_that_waits_says_the_last_day_in_time():
    book = plan_book()
    notes = {
        str(line["Mã"]).split(" – ")[0]: line["Ghi chú"]
        for line in waiting_lines(book, bearers(book, "Tam Đa"), set())
    }
    assert notes["TC09"] == "Hạn 19/08/2024"
    assert notes["T09"] == "Ngày cuối cùng đúng hạn 09/09/2024"
