"""What is owed: ageing steps, lists in order, counts by owner and agency."""

from datetime import date

import pandas as pd
import pytest

from lib.view import owed
from tests.builders import agencies, assessed, criteria, periods, progress, tasks, units

AS_OF = date(2024, 9, 15)


def obligations(*rows: tuple) -> pd.DataFrame:
    """Build obligations from (kind, owner, code, state, due, days late, agency)."""
    columns = ["kind", "owner", "code", "state", "due", "days_late", "agency"]
    table = pd.DataFrame(rows, columns=columns).astype({"days_late": "float64"})
    return table.assign(
        title="Việc",
        due=pd.to_datetime(table["due"]).astype("datetime64[s]"),
        done=pd.Series(pd.NaT, index=table.index, dtype="datetime64[s]"),
    )


def overdue(kind: str, days: int, owner: str = "Tam Đa", agency: str | None = "Công an") -> tuple:
    return (kind, owner, f"M{days}", "overdue", "2024-06-30", days, agency)


def href(owner: str, code: str | None) -> str:
    return f"{owner}#{code or ''}"


@pytest.mark.parametrize(
    ("days", "step"),
    [(1, 0), (7, 0), (8, 1), (30, 1), (31, 2), (90, 2), (91, 3), (4000, 3)],
)
def test_ageing_steps_include_both_ends(days: int, step: int):
    counted = owed.ageing(obligations(overdue("task", days)))
    expected = [0, 0, 0, 0]
    expected[step] = 1
    assert counted.loc["task"].tolist() == expected


def test_ageing_counts_only_what_is_overdue():
    counted = owed.ageing(
        obligations(
            overdue("criterion", 5),
            ("report", "Tam Đa", "T09", "done_late", "2024-09-09", 5, None),
            ("report", "Tam Đa", "T10", "due_soon", "2024-09-20", None, None),
        )
    )
    assert counted.to_numpy().sum() == 1


def test_ageing_of_nothing_keeps_its_shape():
    table = owed.ageing_table(obligations())
    assert list(table.frame.columns) == [
        "Quá hạn (ngày)",
        "1\u2060–\u20607",
        "8\u2060–\u206030",
        "31\u2060–\u206090",
        "trên\u00a090",
        "Cộng",
    ]
    assert table.frame["Cộng"].tolist() == ["**–**"] * 4


def test_ageing_table_adds_up():
    table = owed.ageing_table(obligations(overdue("task", 3), overdue("report", 40)))
    assert table.frame.iloc[-1].tolist() == ["**Cộng**", "1", "–", "1", "–", "**2**"]


def test_overdue_table_leads_to_the_item():
    table = owed.overdue_table(
        obligations(overdue("criterion", 77)), {"Tam Đa": "Tam Đa"}, href=href
    )
    (row,) = table.frame.to_dict("records")
    assert row["Nội dung"] == r"[M77 – Việc](Tam Đa#M77)"
    assert row["Hạn"] == "30/06/2024"
    assert row["Quá hạn (ngày)"] == ":red[**77**]"
    assert row["Loại"] == "Tiêu chí"


def test_text_of_the_sheet_is_never_markup():
    hostile = obligations(overdue("task", 1, agency="![x](http://a.b) <b>")).assign(
        title="[bấm](http://evil.example)"
    )
    (row,) = owed.overdue_table(hostile, {}, href=href).frame.to_dict("records")
    assert "](http" not in row["Nội dung"].removesuffix("](Tam Đa#M1)")
    assert "![" not in row["Cơ quan theo dõi"]
    assert "<b>" not in row["Cơ quan theo dõi"]


def test_what_falls_due_next_is_named_with_its_day():
    ahead = assessed(
        units(("Tam Đa", "A"), ("Sơn Nam", "A")),
        criteria(
            ("TC01", "Đường *làng*", "30/9/2024"),
            ("TC02", "Điện", "30/9/2024"),
            ("TC03", "Trường", "31/12/2024"),
        ),
        as_of=date(2024, 9, 1),
    ).obligations
    told = r"Gần nhất là ngày 30/09/2024: TC01 – Đường \*làng\*, TC02 – Điện."
    assert owed.next_due(ahead) == told
    assert owed.next_due(ahead.head(0)) is None


def test_soon_table_counts_the_days_left():
    soon = obligations(("report", "Tam Đa", "T10", "due_soon", "2024-09-20", None, None))
    (row,) = owed.soon_table(soon, {}, as_of=AS_OF, href=href).frame.to_dict("records")
    assert row["Còn (ngày)"] == ":orange[**5**]"
    assert row["Cơ quan theo dõi"] == "Chưa giao"


def test_counts_put_the_most_then_the_longest_overdue_first():
    counted = owed.counts_by(
        obligations(
            overdue("task", 5, "A"),
            ("report", "A", "T10", "due_soon", "2024-09-20", None, None),
            overdue("task", 90, "B"),
            overdue("report", 3, "C"),
            overdue("report", 4, "C"),
            ("report", "D", "T10", "due_soon", "2024-09-20", None, None),
            ("report", "E", "T10", "open", "2024-10-20", None, None),
        ),
        "owner",
    )
    assert counted.index.tolist() == ["C", "B", "A", "D"]
    assert counted["report"].tolist() == [2, 0, 0, 0]
    assert counted["due_soon"].tolist() == [0, 0, 1, 1]


def test_counts_are_shown_by_kind_with_the_longest_and_what_is_due_soon():
    table = owed.counts_table(
        obligations(
            overdue("task", 5, "A"),
            overdue("criterion", 90, "A"),
            ("report", "B", "T10", "due_soon", "2024-09-20", None, None),
        ),
        "owner",
        "Đơn vị",
        name=lambda owner: f"**{owner}**",
        title="Theo đơn vị",
    )
    assert table.frame.drop(columns="TT").to_numpy().tolist() == [
        ["**A**", ":red[**■ 2**]", "1", "1", "–", "90", "–"],
        ["**B**", "–", "–", "–", "–", "–", ":orange[▲ 1]"],
    ]


def test_one_kind_of_what_is_owed():
    both = obligations(overdue("task", 5), overdue("report", 6))
    assert owed.of_kind(both, "report")["code"].tolist() == ["M6"]
    assert owed.of_kind(both, None)["code"].tolist() == ["M5", "M6"]


def test_counts_keep_what_nobody_follows():
    counted = owed.counts_by(obligations(overdue("task", 5, agency=None)), "agency")
    assert counted.index.tolist() == [""]


def test_figures_of_a_whole_plan():
    now = assessed(
        units(("Tam Đa", "Thấp")),
        agencies(("Phòng Nội vụ", "Có")),
        criteria(("TC01", "Đường", "30/6/2024"), ("TC02", "Đèn", "20/9/2024")),
        tasks(("NV01", "Kế hoạch", "Phòng Nội vụ", "1/9/2024")),
        periods(("T09", "Tháng 9", "10/9/2024", "Tất cả đơn vị")),
        progress(),
        as_of=AS_OF,
    )
    late, soon, longest = owed.figures(now.obligations, now.obligations, due_soon_days=7)
    assert (late.value, late.change, late.note) == ("3", "0", "ở 2 nơi")
    assert (soon.value, soon.note) == ("1", "trong 7 ngày tới, ở 1 nơi")
    assert (longest.value, longest.note) == ("77 ngày", "Tam Đa: TC01 – Đường")
    *_, leading = owed.figures(
        now.obligations, now.obligations, due_soon_days=7, href=lambda code: f"tieu-chi?ma={code}"
    )
    assert leading.note == "Tam Đa: [TC01 – Đường](tieu-chi?ma=TC01)"
    task = now.obligations[now.obligations["kind"] == "task"]
    *_, other = owed.figures(task, task, due_soon_days=7, href=lambda code: f"tieu-chi?ma={code}")
    assert other.note == "Phòng Nội vụ: NV01 – Kế hoạch"
    none = now.obligations.head(0)
    assert [figure.note for figure in owed.figures(none, none, due_soon_days=7)] == [
        *(None, "trong 7 ngày tới", None)
    ]


def test_only_open_criteria_are_nothing_to_show():
    open_criterion = ("criterion", "Tam Đa", "TC01", "open", "2024-12-31", None, None)
    report = ("report", "Tam Đa", "T12", "open", "2024-12-31", None, None)
    assert not owed.anything(obligations(open_criterion))
    assert owed.anything(obligations(open_criterion, report))
    assert owed.anything(obligations(overdue("task", 3)))
