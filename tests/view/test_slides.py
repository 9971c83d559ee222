"""The meeting's slides: their order, nothing lost when a list is split, the place kept."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import assess, compare
from lib.grid import Grid
from lib.sheet import read
from lib.view import actions, directions, slides
from lib.view.narrowing import Narrowing, Shown
from lib.view.slide import Slide

UNITS = [f"Xã {letter}" for letter in "ABCDEFGHIKLMNOPQRSTUVXY"]
AS_OF, BEFORE, TODAY = date(2024, 9, 15), date(2024, 8, 15), date(2024, 9, 20)


def grid(title: str, *rows: tuple) -> Grid:
    return Grid(title, rows)


def book(*log: tuple, units: list[str] = UNITS, groups: dict[str, str] | None = None):
    grouped = groups or {}
    return read(
        [
            grid("Cấu hình", ("Mục", "Giá trị"), ("Cơ quan thường trực", "Công an huyện")),
            grid(
                "Đơn vị",
                ("Đơn vị", "Nhóm"),
                *((unit, grouped.get(unit, "Xây dựng")) for unit in units),
            ),
            grid("Cơ quan", ("Cơ quan",), ("Công an huyện",), ("Phòng Nội vụ",)),
            grid(
                "Tiêu chí",
                ("Mã", "Tiêu chí", "Hạn", "Bắt buộc", "Cơ quan theo dõi"),
                ("TC01", "Kế hoạch", "30/06/2024", "Có", "Phòng Nội vụ"),
                ("TC02", "Mô hình", "31/12/2024", None, None),
            ),
            grid(
                "Kỳ báo cáo",
                ("Mã", "Kỳ báo cáo", "Trước ngày", "Đối tượng"),
                ("T10", "Tháng 10", "10/10/2024", "Phòng Nội vụ"),
            ),
            grid("Tiến độ", ("Ngày", "Đơn vị", "Mã", "Kết quả"), *log),
        ],
        today=TODAY,
    )


def deck(sheet, agency: str | None = None) -> tuple[Slide, ...]:
    whole, before = assess(sheet, as_of=AS_OF), assess(sheet, as_of=BEFORE)
    shown = Shown(sheet, whole, before, compare(sheet, whole, before), Narrowing(agency=agency))
    return slides.deck(shown, href=lambda unit: f"don-vi?{unit}")


def met_by(*units: str, code: str = "TC01", day: str = "01/06/2024") -> list[tuple]:
    return [(day, unit, code, "Đạt") for unit in units]


def test_slides_stand_in_the_leaders_order():
    subjects = [slide.key.rpartition("-")[0] for slide in deck(book())]
    assert list(dict.fromkeys(subjects)) == [
        "tinh-hinh",
        "do",
        "kho-khan",
        "thay-doi",
        "hang-1",
        "den-tin-hieu",
        "tieu-chi-yeu",
        "co-quan",
        "sap-toi",
        "chi-dao",
    ]


def test_first_slide_says_how_many_are_red():
    first = deck(book(*met_by(*UNITS[3:])))[0]
    assert first.title == f"Tình hình chung: 3 đơn vị đỏ trên {len(UNITS)}"
    assert [figure.value for figure in first.figures[0]] == ["3", str(len(UNITS) - 3), "0", "0"]


def test_under_an_agency_the_slides_that_count_its_items_name_it():
    told = deck(book(*met_by(*UNITS[1:])), agency="Công an huyện")
    titles = {slide.key.rpartition("-")[0]: slide.title for slide in told}
    assert titles["tinh-hinh"] == f"Tình hình chung: 1 đơn vị đỏ trên {len(UNITS)}"
    assert [figure.label for figure in told[0].figures[1]] == [
        "Tiêu chí đạt – Công an huyện",
        "Mục quá hạn – Công an huyện",
        "Báo cáo đúng hạn – Công an huyện",
    ]
    assert titles["do"] == f"Đỏ trước: 1 trên {len(UNITS)} đơn vị"
    assert titles["co-quan"] == "Không có mục nào quá hạn – Công an huyện"
    assert told[-1].text == "Không mục nào quá hạn."
    (red,) = (slide.tables[0].frame for slide in told if slide.key == "do-1")
    assert red["Vì sao"][0] == (
        "Quá hạn 1 tiêu chí; tiêu chí bắt buộc: TC01 – Kế hoạch; lâu nhất 77 ngày (TC01)."
    )


def test_a_list_split_over_slides_loses_no_row():
    red = [slide for slide in deck(book()) if slide.key.startswith("do-")]
    assert len(red) > 1
    rows = pd.concat([slide.tables[0].frame for slide in red])
    assert rows["TT"].tolist() == [str(number) for number in range(1, len(UNITS) + 1)]
    assert red[0].title.endswith(f"(1/{len(red)})")


def test_a_list_of_hundreds_ends_with_how_many_rows_are_left():
    units = [f"Xã {number:03}" for number in range(300)]
    red = [slide for slide in deck(book(units=units)) if slide.key.startswith("do-")]
    assert len(red) == slides.MOST_SLIDES == 12
    listed = sum(len(slide.tables[0]) for slide in red)
    assert red[0].title == "Đỏ trước: 300 trên 300 đơn vị (1/12)"
    assert {slide.text for slide in red} == {
        f"Còn {300 - listed} dòng nữa, xem ở các trang của bảng theo dõi."
    }


def test_a_cohort_too_long_for_one_slide_is_split_evenly():
    log = met_by(*UNITS)
    ranked = list(deck(book(*log, units=UNITS + [f"Xã Thêm {n}" for n in range(4)])))
    ranked = [slide for slide in ranked if slide.key.startswith("hang-")]
    assert [len(slide.tables[0]) for slide in ranked] == [14, 13]
    assert [slide.title[-5:] for slide in ranked] == ["(1/2)", "(2/2)"]
    assert all(slide.chart is not None for slide in ranked)


def test_small_cohorts_share_a_slide():
    groups = {"Xã A": "Một", "Xã B": "Một", "Xã C": "Hai", "Xã D": "Hai"}
    sheet = book(*met_by("Xã A", "Xã C"), units=list(groups), groups=groups)
    (ranked,) = (slide for slide in deck(sheet) if slide.key.startswith("hang-"))
    assert ranked.title == "Xếp hạng: Một, Hai"
    assert [table.frame["Hạng"].tolist() for table in ranked.tables] == [["1", "2"], ["1", "2"]]


def test_nothing_red_and_nothing_overdue_is_said_in_words():
    calm = {slide.key: slide for slide in deck(book(*met_by(*UNITS)))}
    assert calm["tinh-hinh-1"].title == "Tình hình chung: không có đơn vị đỏ"
    assert calm["do-1"].text == "Không có đơn vị nào đèn đỏ."
    assert calm["co-quan-1"].title == "Không có mục nào quá hạn"
    assert calm["chi-dao-1"].title == "Không có việc phải chỉ đạo thêm"


def test_directions_name_who_what_and_until_the_next_report():
    sheet = book(*met_by(*UNITS[1:]))
    now = assess(sheet, as_of=AS_OF)
    table = directions.directions(now, sheet, href=lambda unit: "x").frame
    assert table.to_dict("records") == [
        {
            "TT": "1",
            "Đơn vị, cơ quan": "[Xã A](x)",
            "Việc phải làm": "Giải trình và khắc phục: TC01 – Kế hoạch (quá 77 ngày)",
            "Chậm nhất": "09/10/2024",
        }
    ]


def test_the_slide_groups_what_is_to_be_done_by_what_it_is():
    late = [slide for slide in deck(book(*met_by(*UNITS[2:]))) if slide.key.startswith("chi-dao")]
    rows = pd.concat([slide.tables[0].frame for slide in late])
    assert rows.to_dict("records") == [
        {
            "TT": "1",
            "Việc phải làm": "Giải trình của 2 đơn vị đèn đỏ",
            "Đôn đốc": "–",
            "Nơi phải làm": "[Xã A](don-vi?Xã A), [Xã B](don-vi?Xã B)",
        },
        {
            "TT": "2",
            "Việc phải làm": "TC01 – Kế hoạch (quá 77 ngày)",
            "Đôn đốc": "Phòng Nội vụ",
            "Nơi phải làm": "[Xã A](don-vi?Xã A), [Xã B](don-vi?Xã B)",
        },
    ]


def test_late_reports_are_one_action_that_names_each():
    sheet = book(*met_by(*UNITS))
    told = actions.table(assess(sheet, as_of=date(2024, 10, 12)), href=lambda label: "x").frame
    assert told[["Việc phải làm", "Nơi phải làm"]].to_numpy().tolist() == [
        ["Gửi 1 báo cáo còn nợ", "T10 báo cáo tháng 10: [Phòng Nội vụ](x)"]
    ]


def test_a_report_is_called_one():
    sheet = book(*met_by(*UNITS))
    now = assess(sheet, as_of=date(2024, 10, 12))
    table = directions.directions(now, sheet, href=lambda unit: "x").frame
    assert table["Việc phải làm"].tolist() == [
        "Hoàn thành: T10 – báo cáo tháng 10 (quá 3 ngày)",
    ]


def test_without_a_report_to_come_directions_run_for_a_week():
    until = directions.next_deadline(book(), date(2024, 12, 1))
    assert until == (date(2024, 12, 8), "sau một tuần")


def test_the_last_slides_say_by_when_and_why_then():
    last = deck(book())[-1]
    assert last.title.startswith("Đề nghị chỉ đạo: xong chậm nhất 09/10/2024, hạn báo cáo kỳ tới")


def test_overdue_items_stand_under_the_agency_that_follows_them():
    sheet = book(*met_by(*UNITS[2:]))
    table = directions.overdue_by_agency(
        assess(sheet, as_of=AS_OF), sheet, href=lambda label: "x"
    ).frame
    assert table.to_dict("records") == [
        {
            "TT": "1",
            "Cơ quan": "[Phòng Nội vụ](x)",
            "Quá hạn": "2",
            "Lâu nhất": "Xã A: TC01 – Kế hoạch (quá 77 ngày); Xã B: TC01 – Kế hoạch (quá 77 ngày)",
        }
    ]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        pytest.param("b-1", 1, id="there"),
        pytest.param("b-9", 2, id="the-list-became-shorter"),
        pytest.param("lạ-1", 0, id="never-there"),
        pytest.param(None, 0, id="none-asked-for"),
    ],
)
def test_place_of_a_slide(key: str | None, place: int):
    made = tuple(Slide(name, name) for name in ("a-1", "b-1", "b-2", "c-1"))
    assert slides.place(made, key) == place
