"""What meetings decided: which count, how they stand as a whole, the sentence that answers first."""

from datetime import date

import pytest

from lib.assess import assess
from lib.view import decisions, slides
from tests.builders import agencies, plan, progress, shown, tasks, units

AUGUST, SEPTEMBER = date(2024, 8, 15), date(2024, 9, 15)
HEAD = "Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn | Ngày hoàn thành"


def book(*decided, log=()):
    return plan(
        agencies(("Phòng Nội vụ",), ("Phòng Tài chính",), head="Cơ quan"),
        units(("Tam Đa", "A"), ("Đại Phú", "A"), ("Tân Trào", "A")),
        tasks(*decided, head=HEAD),
        progress(*log),
    )


def told(*decided, log=(), previous=AUGUST, as_of=SEPTEMBER):
    return decisions.decisions(assess(book(*decided, log=log), as_of=as_of), previous=previous)


def table(made, sheet, as_of=SEPTEMBER):
    labels = assess(sheet, as_of=as_of).labels
    shown_table = decisions.table(made, labels, as_of=as_of, href=lambda label: "x", letters=60)
    return shown_table.frame.to_dict("records")


THREE = (
    ("NV1", "Hướng dẫn", "Phòng Nội vụ", "15/8/2024", "31/8/2024", "30/8/2024"),
    ("NV2", "Bố trí kinh phí", "Phòng Tài chính", "15/8/2024", "6/9/2024", None),
    ("NV3", "Sơ kết", "Phòng Nội vụ", "15/8/2024", "30/9/2024", None),
)


def test_of_three_things_decided_one_is_done_one_late_one_running():
    sheet = book(*THREE)
    second = slides.deck(shown(sheet, as_of=SEPTEMBER, previous=AUGUST), href=lambda label: "x")[1]
    assert second.title == "3 việc giao ngày 15/08/2024: 1 đã xong, 1 quá hạn, 1 đang làm"
    assert second.tables[0].frame.to_dict("records") == [
        {
            "TT": "1",
            "Việc được giao": "NV2 – Bố trí kinh phí",
            "Ai làm": "[Phòng Tài chính](x)",
            "Giao ngày": "15/08/2024",
            "Kết quả": ":red[**■** Quá hạn 9 ngày (hạn 06/09/2024)]",
        },
        {
            "TT": "2",
            "Việc được giao": "NV3 – Sơ kết",
            "Ai làm": "[Phòng Nội vụ](x)",
            "Giao ngày": "15/08/2024",
            "Kết quả": ":blue[**→** Đang làm, hạn 30/09/2024]",
        },
        {
            "TT": "3",
            "Việc được giao": "NV1 – Hướng dẫn",
            "Ai làm": "[Phòng Nội vụ](x)",
            "Giao ngày": "15/08/2024",
            "Kết quả": ":green[**✔** Đã xong ngày 30/08/2024, đúng hạn]",
        },
    ]


@pytest.mark.parametrize(
    ("given", "completed", "there"),
    [
        pytest.param("14/8/2024", None, True, id="earlier and open"),
        pytest.param("14/8/2024", "1/9/2024", False, id="earlier and done"),
        pytest.param("15/8/2024", "1/9/2024", True, id="on the day of the last meeting"),
        pytest.param("14/9/2024", None, True, id="the day before this one"),
        pytest.param("15/9/2024", None, False, id="on the day of this one"),
        pytest.param("16/9/2024", None, False, id="after it"),
        pytest.param(None, None, False, id="the plan's own task"),
    ],
)
def test_which_tasks_are_decisions_to_ask_about(given, completed, there):
    made = told(("NV1", "Sơ kết", "Phòng Nội vụ", given, "30/9/2024", completed))
    assert [one.code for one in made] == ["NV1"] * there


def test_one_thing_given_to_several_is_one_line_that_names_who_has_not_done_it():
    decided = ("NV1", "Rà soát", "Tất cả đơn vị", "15/8/2024", "10/9/2024", None)
    log = (
        ("9/9/2024", "Tam Đa", "NV1", "Đạt"),
        ("12/9/2024", "Đại Phú", "NV1", "Đạt"),
    )
    sheet = book(decided, log=log)
    (line,) = table(told(decided, log=log), sheet)
    assert line["Ai làm"] == "3 nơi"
    assert line["Kết quả"] == (
        ":red[**■** Quá hạn 5 ngày (hạn 10/09/2024)]; 2/3 nơi đã xong; chưa xong: Tân Trào"
    )


def test_done_by_all_and_late_by_one_is_done_late_on_the_last_ones_day():
    decided = ("NV1", "Rà soát", "Tam Đa; Đại Phú", "15/8/2024", "10/9/2024", None)
    log = (("9/9/2024", "Tam Đa", "NV1", "Đạt"), ("12/9/2024", "Đại Phú", "NV1", "Đạt"))
    (line,) = table(told(decided, log=log), book(decided, log=log))
    assert line["Kết quả"] == (
        ":orange[**✔** Đã xong ngày 12/09/2024, chậm 2 ngày]; 2/2 nơi đã xong"
    )


@pytest.mark.parametrize(
    ("due", "completed", "outcome"),
    [
        pytest.param("14/9/2024", None, ":red[**■** Quá hạn 1 ngày (hạn 14/09/2024)]", id="late"),
        pytest.param(
            "15/9/2024", None, ":orange[**▲** Đang làm, còn 0 ngày (hạn 15/09/2024)]", id="today"
        ),
        pytest.param("23/9/2024", None, ":blue[**→** Đang làm, hạn 23/09/2024]", id="running"),
        pytest.param(None, None, ":blue[**→** Đang làm, không đặt hạn]", id="no deadline"),
        pytest.param(None, "1/9/2024", ":green[**✔** Đã xong ngày 01/09/2024]", id="done, none"),
    ],
)
def test_what_became_of_one(due, completed, outcome):
    decided = ("NV1", "Sơ kết", "Phòng Nội vụ", "15/8/2024", due, completed)
    (line,) = table(told(decided), book(decided))
    assert line["Kết quả"] == outcome


def earlier(code, due, completed=None):
    return (code, "Sơ kết", "Phòng Nội vụ", "15/7/2024", due, completed)


LATER = ("NV9", "Sơ kết", "Phòng Nội vụ", "20/8/2024", "30/9/2024", None)


@pytest.mark.parametrize(
    ("decided", "sentence"),
    [
        pytest.param(
            (*THREE, earlier("NV4", "31/8/2024"), earlier("NV5", "30/9/2024")),
            "3 việc giao ngày 15/08/2024: 1 đã xong, 1 quá hạn, 1 đang làm; 2 việc giao trước đó "
            "chưa xong (1 quá hạn)",
            id="earlier ones, some late",
        ),
        pytest.param(
            (LATER, earlier("NV4", "31/8/2024")),
            "1 việc giao từ ngày 15/08/2024: 1 đang làm; 1 việc giao trước đó quá hạn",
            id="given after the meeting, all earlier ones late",
        ),
        pytest.param(
            (earlier("NV4", "30/9/2024"),),
            "Không có việc nào giao từ ngày 15/08/2024; 1 việc giao trước đó chưa xong",
            id="none at the last meeting",
        ),
        pytest.param(
            (earlier("NV4", "31/8/2024", "1/8/2024"),),
            "Không có việc nào giao từ ngày 15/08/2024; không còn việc giao nào trước đó chưa xong",
            id="nothing left",
        ),
    ],
)
def test_the_sentence_that_answers_first(decided, sentence):
    assert decisions.finding(told(*decided), previous=AUGUST) == sentence


def test_a_sheet_that_says_of_no_task_when_it_was_given_has_no_such_slide():
    sheet = book(("NV1", "Sơ kết", "Phòng Nội vụ", None, "30/9/2024", None))
    assert not decisions.any_given(assess(sheet, as_of=SEPTEMBER))
    deck = slides.deck(shown(sheet, as_of=SEPTEMBER, previous=AUGUST), href=lambda label: "x")
    assert not any(slide.key.startswith("viec-giao") for slide in deck)


def test_under_an_agency_its_own_decisions_count_and_it_is_named():
    deck = slides.deck(
        shown(book(*THREE), as_of=SEPTEMBER, previous=AUGUST, agency="Phòng Tài chính"),
        href=lambda label: "x",
    )
    assert deck[1].title == "1 việc giao ngày 15/08/2024: 1 quá hạn – Phòng Tài chính"


def test_what_was_promised_several_times_says_so():
    moved = {"NV3": (date(2024, 8, 31), None, date(2024, 9, 30))}
    sheet = book(*THREE)
    made = decisions.decisions(assess(sheet, as_of=SEPTEMBER), previous=AUGUST, moved=moved)
    assert decisions.finding(made, previous=AUGUST) == (
        "3 việc giao ngày 15/08/2024: 1 đã xong, 1 quá hạn, 1 đang làm; 1 việc đã đổi hạn"
    )
    assert [row["Kết quả"] for row in table(made, sheet)][1] == (
        ":blue[**→** Đang làm, hạn 30/09/2024]; "
        ":orange[▲ hạn đã đổi 2 lần: 31/08 → không hạn → 30/09]"
    )


@pytest.mark.parametrize(
    ("deadlines", "told"),
    [
        ((date(2024, 8, 31), date(2024, 9, 30)), "1 lần: 31/08 → 30/09"),
        ((date(2024, 12, 31), date(2025, 1, 31)), "1 lần: 31/12/2024 → 31/01"),
        (tuple(date(2024, month, 1) for month in range(5, 10)), "4 lần: 01/05 → … → 01/09"),
    ],
    ids=["once", "into another year", "many times"],
)
def test_a_deadline_moved_many_times_is_told_in_a_line(deadlines, told):
    sheet = book(*THREE)
    made = decisions.decisions(
        assess(sheet, as_of=SEPTEMBER), previous=AUGUST, moved={"NV3": deadlines}
    )
    assert table(made, sheet)[1]["Kết quả"].endswith(f"▲ hạn đã đổi {told}]")
