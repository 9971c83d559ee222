"""The overview's figures, red units, changes and trend, from small sheets."""

from dataclasses import replace
from datetime import date

from lib.assess import assess, compare, history
from lib.view import changed, charts, lasting, overview, trend
from lib.view.narrowing import narrowed, narrowed_changes
from tests import builders as sheet

UNTIL = "Đơn vị | Nhóm | Hiệu lực đến"
NOW, BEFORE = date(2024, 9, 15), date(2024, 8, 15)


def book():
    return sheet.plan(
        sheet.settings(("Đỏ khi quá hạn từ (mục)", 2)),
        sheet.units(
            ("Tam Đa", "Vùng thấp", None),
            ("Đại Phú", "Vùng cao", None),
            ("Sơn Dương", "Vùng cao", "Thị trấn"),
            head="Đơn vị | Nhóm | Loại",
        ),
        sheet.agencies(("Phòng Nội vụ", "Có")),
        sheet.criteria(
            ("TC01", "Một", "30/6/2024", "Phòng Nội vụ"),
            ("TC02", "Hai", "31/8/2024", None),
            head="Mã | Tiêu chí | Hạn | Cơ quan theo dõi",
        ),
        sheet.periods(("T8", "Tháng 8", "10/9/2024", "Tất cả")),
        sheet.progress(
            ("1/6/2024", "Tam Đa", "TC01", "Đạt"),
            ("1/9/2024", "Tam Đa", "TC02", "Đạt"),
            ("9/9/2024", "Tam Đa", "T8", "Đã gửi"),
            ("1/6/2024", "Sơn Dương", "TC01", "Đạt"),
            ("1/9/2024", "Sơn Dương", "TC01", "Chưa đạt", 50),
        ),
    )


def assessments():
    plan = book()
    return plan, assess(plan, as_of=NOW), assess(plan, as_of=BEFORE)


def href(label: str) -> str:
    return f"don-vi?don-vi={label.rsplit(maxsplit=1)[-1]}"


def test_summary():
    _, now, before = assessments()
    counted = overview.summary(now)
    assert counted.lights == {"green": 1, "amber": 0, "red": 2, "grey": 0}
    assert (counted.met, counted.total) == (2, 6)
    assert counted.overdue == {"criterion": 4, "task": 0, "report": 3}
    assert (counted.reports_on_time, counted.reports_due) == (1, 4)
    assert overview.summary(before).reports_due == 0
    assert overview.summary(before).on_time_rate is None


def test_figures_tell_value_and_change():
    _, now, before = assessments()
    told = overview.figures(overview.summary(now), overview.summary(before))
    assert [(f.value, f.change, f.good) for f in told] == [
        ("2/6", "0", "up"),
        ("7", "+6", "down"),
        ("25%", None, "up"),
    ]
    assert told[1].note == "4 tiêu chí · 0 nhiệm vụ · 3 báo cáo"
    lights = overview.light_figures(overview.summary(now), overview.summary(before))
    assert [(f.value, f.good) for f in lights] == [
        ("2", "down"),
        ("0", "down"),
        ("1", "up"),
        ("0", "down"),
    ]


def test_what_other_units_took_away_is_told_beside_the_criteria_met():
    plan = sheet.plan(
        sheet.units(("Tam Đa", "A", None), ("Đại Phú", "A", "31/8/2024"), head=UNTIL),
        sheet.criteria(("TC01", "Một", "31/12/2024"), ("TC02", "Hai", "31/12/2024")),
        sheet.progress(
            ("1/8/2024", "Đại Phú", "TC01", "Đạt"),
            ("1/8/2024", "Đại Phú", "TC02", "Đạt"),
            ("1/9/2024", "Tam Đa", "TC01", "Đạt"),
        ),
    )
    now, before = assess(plan, as_of=NOW), assess(plan, as_of=BEFORE)
    totals = overview.summary(now), overview.summary(before)
    met, *_ = overview.figures(*totals, compare(plan, now, before))
    assert (met.value, met.change) == ("1/2", "−1")
    assert met.note == "50% · 0 đã thẩm định · −2 do đơn vị sáp nhập, thay đổi"
    same, *_ = overview.figures(totals[0], totals[0], compare(plan, now, now))
    assert same.note == "50% · 0 đã thẩm định"


def test_red_first():
    plan, now, _ = assessments()
    since = lasting.since_when(sheet.shown(plan, as_of=NOW, previous=BEFORE))
    listed = overview.red_first(now.units, now, since, href=href)
    assert listed.frame["TT"].tolist() == ["1", "2"]
    assert listed.frame["Đơn vị"].tolist() == [
        "[TT Sơn Dương](don-vi?don-vi=Dương)",
        "[Đại Phú](don-vi?don-vi=Phú)",
    ]
    assert listed.frame["Vì sao"][1] == (
        "Quá hạn 3 mục gồm 2 tiêu chí, 1 báo cáo; lâu nhất 77 ngày (TC01 – Một)."
    )
    leading = overview.red_first(now.units, now, since, href=href, criterion_href=str.lower)
    assert leading.frame["Vì sao"][1].endswith("lâu nhất 77 ngày ([TC01 – Một](tc01)).")
    # On 31/08 each has one thing overdue at most: TC02 is due on that day, the report later.
    assert listed.frame["Đỏ từ"].tolist() == ["15/09/2024, mới\u00a0đỏ"] * 2
    assert overview.red_heading(2, 3) == "Đỏ trước: 2 trên 3 đơn vị"
    assert overview.red_heading(0, 3) == "Không có đơn vị nào đèn đỏ."


def test_under_an_agency_the_reason_of_a_light_counts_all_that_the_light_does():
    plan, now, _ = assessments()
    kept = narrowed(now, agency="Phòng Nội vụ")
    since = lasting.since_when(sheet.shown(plan, as_of=NOW, previous=BEFORE))
    alone, every = (
        overview.red_first(units, now, since, href=href).frame for units in (kept.units, now.units)
    )
    assert alone["Vì sao"].tolist() == every["Vì sao"].tolist()


def test_changes():
    plan, now, before = assessments()
    told = changed.changes(now, compare(plan, now, before), now.labels, href=href).frame
    rows = {what.split("[")[1].rstrip("]"): (n, d) for what, n, d in told.to_numpy()}
    assert rows["✔ Mới đạt"] == ("1", "[Tam Đa](don-vi?don-vi=Đa) 1")
    assert rows["✘ Không còn đạt"] == ("1", "[TT Sơn Dương](don-vi?don-vi=Dương) 1")
    assert rows["■ Mới quá hạn"][0] == "6"
    assert "[Phòng Nội vụ](don-vi?don-vi=vụ) 1" in rows["■ Mới quá hạn"][1]


def test_whom_a_change_concerns_most_is_named_first():
    plan, now, before = assessments()
    moved = compare(plan, now, before)
    late = moved.newly_overdue
    fewest_first = late.assign(times=late.groupby("owner")["owner"].transform("size"))
    moved = replace(moved, newly_overdue=fewest_first.sort_values("times", kind="stable"))
    told = changed.changes(now, moved, now.labels, href=href).frame
    (detail,) = told.loc[told["Thay đổi"].str.contains("Mới quá hạn"), "Cụ thể"]
    counts = [int(each.rsplit(" ", 1)[1]) for each in detail.split(", ")]
    assert counts == sorted(counts, reverse=True) == [3, 2, 1]


def test_mergers_are_a_change():
    plan, now, _ = assessments()
    moved = compare(plan, now, now)
    told = changed.changes(now, moved, now.labels, href=href, merged=(2, "A* và B"))
    assert told.frame.to_numpy().tolist() == [["◆ Sáp nhập", "2", r"A\* và B"]]
    assert told.title == "Thay đổi so với kỳ trước"
    nobody = changed.changes(now, moved, now.labels, href=href, merged=(0, ""))
    assert nobody.frame.empty


def test_changes_are_told_since_a_day_and_of_what_alone():
    assert changed.heading(2, NOW) == "Thay đổi từ ngày 15/09/2024"
    assert changed.heading(1, NOW, "1 tiêu chí") == "Thay đổi từ ngày 15/09/2024 – 1 tiêu chí"


def test_changes_of_an_agency_are_those_of_its_criteria():
    plan, now, before = assessments()
    kept = [narrowed(each, agency="Phòng Nội vụ") for each in (now, before)]
    moved = narrowed_changes(compare(plan, now, before), *kept)
    told = changed.changes(kept[0], moved, now.labels, href=href).frame
    rows = {what.split("[")[1].rstrip("]"): n for what, n in told.iloc[:, :2].to_numpy()}
    assert "✔ Mới đạt" not in rows  # TC02, which the agency does not follow
    assert rows["✘ Không còn đạt"] == "1"
    scope = overview.scope(plan.items, "Phòng Nội vụ")
    assert scope == "1 tiêu chí và các việc do Phòng Nội vụ theo dõi"
    assert overview.scope(plan.items, None) is None


def test_ranks_are_left_out_where_an_agencys_items_alone_are_told():
    plan, now, _ = assessments()
    moved = compare(plan, now, assess(plan, as_of=date(2024, 5, 1)))

    def told(**options: bool) -> str:
        listed = changed.changes(now, moved, now.labels, href=href, **options)
        return " ".join(listed.frame["Thay đổi"])

    assert "Xuống hạng" in told()
    assert "hạng" not in told(moves=False)


def test_no_changes():
    plan, now, _ = assessments()
    assert len(changed.changes(now, compare(plan, now, now), now.labels, href=href)) == 0
    assert changed.heading(0, NOW) == "Không có thay đổi nào từ ngày 15/09/2024."


def test_narrowed_by_group_unit_agency():
    _, now, _ = assessments()
    group = narrowed(now, group="Vùng cao")
    assert group.units["unit"].tolist() == ["Sơn Dương", "Đại Phú"]
    assert set(group.obligations["owner"]) == {"Sơn Dương", "Đại Phú"}
    one = narrowed(now, unit="TT Sơn Dương")
    assert set(one.cells["unit"]) == {"Sơn Dương"}
    agency = narrowed(now, agency="Phòng Nội vụ")
    assert len(agency.units) == 3
    assert set(agency.cells["code"]) == {"TC01"}
    assert set(agency.obligations["code"]) == {"TC01", "T8"}
    assert narrowed(now, group="Vùng thấp", unit="Đại Phú").units.empty


def test_trend():
    plan, now, _ = assessments()
    dates = trend.trend_dates(date(2024, 6, 10), NOW)
    assert dates == (date(2024, 6, 30), date(2024, 7, 31), date(2024, 8, 31), NOW)
    told = trend.trend(history(plan, dates), now.units)
    assert told.points["met"].tolist() == [2, 2, 2, 2]
    assert told.title == "Tiêu chí đạt qua các tháng: 2/6 (33,3%)"
    assert "từ 2 ngày 30/06/2024 đến 2 ngày 15/09/2024" in told.alt
    told_at = charts.trend_chart(told.points, total=6).to_dict()["layer"][0]["encoding"]["tooltip"]
    assert [field["title"] for field in told_at] == ["Ngày", "Lượt tiêu chí đạt"]


def test_trend_of_one_agencys_criteria():
    plan, now, _ = assessments()
    dates = (date(2024, 5, 31), NOW)
    told = trend.trend(history(plan, dates, agency="Phòng Nội vụ"), now.units, scope="Phòng Nội vụ")
    assert told.points["met"].tolist() == [0, 1]
    assert told.points["total"].tolist() == [3, 3]
    assert told.title == "Tiêu chí đạt qua các tháng: 1/3 (33,3%) – Phòng Nội vụ"
    none = trend.trend(history(plan, dates, agency="Phòng Y tế"), now.units)
    assert (none.total, none.points["met"].tolist()) == (0, [0, 0])


def test_trend_begins_on_the_day_itself():
    assert trend.trend_dates(date(2024, 9, 1), NOW) == (NOW,)
    assert trend.trend_dates(date(2024, 9, 20), NOW) == (NOW,)
    assert len(trend.trend_dates(date(2020, 1, 1), NOW)) <= 13
