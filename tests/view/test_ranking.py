"""The ranking's lists, findings, table and bars."""

from datetime import date

import pandas as pd

from lib.assess import assess, compare
from lib.view import charts, ranking
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
    spec = charts.ranking_chart(units, None, number="overall").to_dict()
    (rows,) = spec["datasets"].values()
    assert [row["row"] for row in rows] == ["1. Xã [x] ●", "2. Đại Phú ▲", "3. Tam Đa ▲"]


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


def test_table():
    book = sheet.plan(*GRIDS)
    units = now().units
    moved = compare(book, *(assess(book, as_of=day) for day in (NOW, BEFORE))).rank_change
    high = units[units["group"] == "Vùng cao"]
    told = ranking.ranking_table(high, moved, title="Vùng cao", href=lambda label: "don-vi")
    assert told.frame.columns.tolist() == [
        *["TT", "Đơn vị", "Hạng", "±", "Tiêu chí đạt"],
        *["Tiến độ", "Báo cáo đúng hạn", "Quá hạn", "Đèn"],
    ]
    first = told.frame.iloc[0].tolist()
    assert first[1:] == [
        *["[Xã \\[x\\]](don-vi)", "1", "↑1", "1/2", "80%", "–", "0"],
        ":green[**●** Xanh]",
    ]
    assert set(told.right) == set(told.frame.columns) - {"Đơn vị", "Đèn"}


def test_in_one_list_rank_and_movement_are_those_of_the_group():
    units = ranking.one_list(now().units)
    told = ranking.ranking_table(
        units, pd.Series(dtype="Int64"), title="", href=str, together=True
    ).frame
    assert told["Hạng nhóm"].tolist() == ["1", "2", "1"]
    assert told["± nhóm"].tolist() == ["–"] * 3
    assert not {"Hạng", "±"} & set(told.columns)


def test_chart_names_everything_directly():
    units = now().units
    spec = charts.ranking_chart(units, pd.Series(dtype="Int64")).to_dict()
    (rows,) = spec["datasets"].values()
    assert [row["row"] for row in rows] == ["1. Tam Đa ▲", "1. Xã [x] ●", "2. Đại Phú ▲"]
    assert rows[1]["figures"] == "1/2 · 80% · –"
    assert not any(layer["encoding"]["color"].get("legend") for layer in spec["layer"])


def test_chart_of_nothing():
    units = now().units.head(0)
    assert charts.ranking_chart(units, pd.Series(dtype="Int64")).to_dict()["layer"]
