"""The ranking's lists, findings and table, with the bars and lines in its rows."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import assess, compare, history
from lib.view import ranking
from lib.view.tables import Bar, Line
from tests import builders as sheet

NOW, BEFORE = date(2024, 9, 15), date(2024, 8, 15)
GRIDS = (
    sheet.units(("Tam Đa", "Vùng thấp"), ("Đại Phú", "Vùng cao"), ("Xã [x]", "Vùng cao")),
    sheet.criteria(("TC01", "Một", "30/6/2024"), ("TC02", "Hai", None)),
    sheet.progress(
        ("1/6/2024", "Đại Phú", "TC01", "Đạt"),
        ("1/9/2024", "Xã [x]", "TC01", "Đạt"),
        ("2/9/2024", "Xã [x]", "TC02", "Đang làm", 60),
    ),
)


def now():
    return sheet.assessed(*GRIDS, as_of=NOW)


def test_cohorts_follow_the_sheet():
    split = ranking.cohorts(now().units, ("Vùng thấp", "Vùng trũng", "Vùng cao"))
    assert {group: units["unit"].tolist() for group, units in split.items()} == {
        "Vùng thấp": ["Tam Đa"],
        "Vùng cao": ["Xã [x]", "Đại Phú"],
    }


def test_one_list_orders_across_groups():
    units = ranking.one_list(now().units)
    assert units["unit"].tolist() == ["Xã [x]", "Đại Phú", "Tam Đa"]
    assert units["overall"].tolist() == [1, 2, 3]
    assert units["rank"].tolist() == [1, 2, 1]
    assert ranking.one_list(units.head(0)).empty


def test_one_list_names_its_own_leader():
    units = ranking.one_list(now().units)
    told = ranking.finding("Tất cả", units, by="overall")
    assert told == "Tất cả: Xã [x] dẫn đầu, đạt 1/2 tiêu chí; cuối bảng Tam Đa, 0/2"


def test_one_list_keeps_the_ties_that_are_exact():
    thirds = [(f"TC{n}", "Việc", "30/6/2024", n) for n in (0.1, 0.2, 0.3)]
    units = sheet.assessed(
        sheet.units(("Tam Đa", "A"), ("Đại Phú", "B"), ("Ấm Hạ", "C")),
        sheet.criteria(*thirds, head="Mã | Tiêu chí | Hạn | Điểm"),
        sheet.progress(
            ("1/6/2024", "Tam Đa", "TC0.3", "Đạt"),
            ("1/6/2024", "Đại Phú", "TC0.1", "Đạt"),
            ("1/6/2024", "Đại Phú", "TC0.2", "Đạt"),
        ),
        as_of=NOW,
    ).units
    # 0.1 + 0.2 is 0.3 here, and of equals the name decides the order, not the rank.
    listed = ranking.one_list(units)
    assert listed["unit"].tolist() == ["Đại Phú", "Tam Đa", "Ấm Hạ"]
    assert listed["overall"].tolist() == [1, 1, 3]
    told = ranking.finding("Tất cả", listed, by="overall")
    assert told == "Tất cả: 2 đơn vị cùng dẫn đầu, đạt 2/3 tiêu chí; cuối bảng Ấm Hạ, 0/3"


def test_finding():
    units = now().units
    high = units[units["group"] == "Vùng cao"]
    assert ranking.finding("Vùng cao", high) == (
        "Vùng cao: Xã [x] dẫn đầu, đạt 1/2 tiêu chí; cuối bảng Đại Phú, 1/2"
    )
    tied = high.assign(rank=1)
    assert ranking.finding("Vùng cao", tied) == (
        "Vùng cao: 2 đơn vị cùng dẫn đầu, đạt 1/2 tiêu chí"
    )
    assert ranking.finding("Vùng cao", tied.assign(met=0)) == (
        "Vùng cao: chưa đơn vị nào đạt tiêu chí nào"
    )
    none = high.assign(rank=pd.array([pd.NA, pd.NA], dtype="Int64"))
    assert ranking.finding("Vùng cao", none).endswith("chưa có đơn vị nào được xếp hạng")


MONTHS = (date(2024, 5, 31), date(2024, 6, 30), date(2024, 7, 31), BEFORE, NOW)


def table_of(listed=None, *, days=MONTHS, together=False, grids=GRIDS):
    """List units on the last of some days, all unless given, as compared with the day before."""
    book = sheet.plan(*grids)
    told, before = (assess(book, as_of=day) for day in days[:-3:-1])
    moved = compare(book, told, before).rank_change
    units = told.units if listed is None else told.units[told.units["unit"].isin(listed)]
    units = ranking.one_list(units) if together else units
    return ranking.ranking_table(
        units,
        told,
        moved,
        history(book, days),
        title="Vùng cao",
        href=lambda label: "don-vi",
        together=together,
    )


def test_table():
    told = table_of(["Xã [x]", "Đại Phú"])
    assert told.frame.columns.tolist() == [
        *["Hạng", "Đơn vị", "Tiêu chí đạt", "Cần đến nay", "±", "Hạng các tháng"],
        *["Tiến độ", "Báo cáo đúng hạn", "Quá hạn", "Đèn"],
    ]
    assert told.frame.to_numpy().tolist() == [
        [
            *["1", "[Xã \\[x\\]](don-vi)", "1/2", "1", "↑1", "2 → 1"],
            *["80%", "–", "0", ":green[**●** Xanh]"],
        ],
        [
            *["2", "[Đại Phú](don-vi)", "1/2", "1", "↓1", "1 → 2"],
            *["50%", "–", "0", ":orange[**▲** Vàng]"],
        ],
    ]
    plain = {"Đơn vị", "Tiêu chí đạt", "Hạng các tháng", "Đèn"}
    assert set(told.right) == set(told.frame.columns) - plain
    assert told.spare == ()


def test_bars_and_lines_stand_in_their_cells():
    told = table_of(["Xã [x]", "Đại Phú"])
    assert told.drawn == {
        "Tiêu chí đạt": [Bar(50.0, 80.0, "green", 50.0), Bar(50.0, 50.0, "amber", 50.0)],
        # From the first day on which anybody of the group had anything, the best rank on top.
        "Hạng các tháng": [
            Line(((0.0, 1.0), (1 / 3, 1.0), (2 / 3, 1.0), (1.0, 0.0))),
            Line(((0.0, 0.0), (1 / 3, 0.0), (2 / 3, 0.0), (1.0, 1.0))),
        ],
    }


@pytest.mark.parametrize(
    ("day", "needed"),
    [(date(2024, 6, 29), 0), (date(2024, 6, 30), 0), (date(2024, 7, 1), 1), (NOW, 1)],
    ids=["before", "on the day itself", "the day after", "long after"],
)
def test_what_is_needed_is_past_its_deadline(day: date, needed: int):
    told = ranking.needed(sheet.assessed(*GRIDS, as_of=day))
    assert told["needed"].tolist() == [needed] * 3
    assert told["needed_share"].tolist() == [50.0 * needed] * 3


def test_what_is_needed_is_weighed_by_points_and_counts_what_applies():
    rows = (
        ("TC01", "Một", "30/6/2024", 3, None),
        ("TC02", "Hai", None, 1, None),
        ("TC03", "Ba", "1/7/2024", 4, "Đại Phú"),
    )
    told = sheet.assessed(
        sheet.units(("Tam Đa", "A"), ("Đại Phú", "A"), ("Ấm Hạ", "A")),
        sheet.criteria(*rows, head="Mã | Tiêu chí | Hạn | Điểm | Áp dụng cho"),
        as_of=NOW,
    )
    needed = ranking.needed(told)
    assert needed.loc["Tam Đa"].tolist() == [1, 75.0]
    assert needed.loc["Đại Phú"].tolist() == [2, 87.5]
    assert ranking.needed(sheet.assessed(*GRIDS[:1], sheet.criteria(), as_of=NOW)).empty


def test_before_anybody_has_anything_there_is_no_rank_and_no_line():
    days = (date(2024, 5, 1), date(2024, 5, 31))
    told = table_of(days=days)
    assert told.frame["Hạng"].tolist() == ["–"] * 3
    assert told.frame["±"].tolist() == ["–"] * 3
    assert told.frame["Hạng các tháng"].tolist() == ["–"] * 3
    assert told.drawn["Hạng các tháng"] == [None] * 3
    assert told.drawn["Tiêu chí đạt"] == [Bar(0.0, 0.0, "grey")] * 3
    together = table_of(days=days, together=True)
    assert together.frame["TT chung"].tolist() == ["–"] * 3


def test_only_a_group_that_has_begun_has_ranks():
    told = table_of().frame
    assert told["Hạng"].tolist() == ["–", "1", "2"]
    assert told["Hạng các tháng"].tolist() == ["–", "2 → 1", "1 → 2"]
    # Narrowed to one unit, its group has begun all the same.
    assert table_of(["Đại Phú"]).frame["Hạng"].tolist() == ["2"]


def test_in_one_list_rank_and_movement_are_those_of_the_group():
    told = table_of(together=True).frame
    assert told.columns.tolist()[:7] == [
        *["TT chung", "Đơn vị", "Tiêu chí đạt", "Cần đến nay"],
        *["Hạng nhóm", "± nhóm", "Hạng nhóm các tháng"],
    ]
    assert told["TT chung"].tolist() == ["1", "2", "3"]
    assert told["Hạng nhóm"].tolist() == ["1", "2", "–"]
    assert told["± nhóm"].tolist() == ["↑1", "↓1", "–"]


def test_a_table_of_nobody():
    assert len(table_of([])) == 0


def test_of_very_many_units_the_first_and_the_last_are_listed():
    units = pd.DataFrame({"unit": list("abcdefg")})
    assert ranking.ends(units, 7)["unit"].tolist() == list("abcdefg")
    assert ranking.ends(units, 5)["unit"].tolist() == list("abcfg")
    assert ranking.ends(units, 2)["unit"].tolist() == list("ag")
    assert ranking.left_out(150) is None
    assert (ranking.left_out(151) or "").startswith("Có 151 đơn vị: hiện khoảng 150 dòng")
