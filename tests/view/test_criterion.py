"""One criterion: the weakest first, who lacks it and why, who must chase."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import Assessment, assess
from lib.sheet import Book
from lib.view import criterion
from lib.view.tables import row
from tests.builders import agencies, appraisals, criteria, plan, progress, units

AS_OF = date(2024, 9, 15)
HEAD = "Mã | Tiêu chí | Hạn | Cơ quan theo dõi | Bắt buộc | Căn cứ"


def sheet() -> Book:
    return plan(
        units(("Tam Đa", "Thấp"), ("Đại Phú", "Thấp"), ("Sơn Nam", "Cao"), ("Cấp Tiến", "Cao")),
        agencies(("Phòng Nội vụ", "Có")),
        criteria(
            ("TC01", "Đường", "31/12/2024", None, None, None),
            ("TC02", "Đèn", "30/6/2024", "Phòng Nội vụ", "Có", "Mục II.1"),
            ("TC03", "Nước", None, "Phòng *lạ*", None, None),
            head=HEAD,
        ),
        progress(
            ("1/3/2024", "Tam Đa", "TC01", "Đạt", None),
            ("1/3/2024", "Đại Phú", "TC02", "Đạt", None),
            ("1/8/2024", "Cấp Tiến", "TC02", "Đang làm", 40),
            ("1/9/2024", "Sơn Nam", "TC02", "Đạt", None),
            ("1/3/2024", "Tam Đa", "TC03", "Đạt", None),
            ("1/3/2024", "Sơn Nam", "TC03", "Đạt", None),
        ),
        appraisals(("1/4/2024", "Đại Phú", "TC02", "Đạt")),
    )


def now() -> Assessment:
    return assess(sheet(), as_of=AS_OF)


def of(code: str, found: Assessment | None = None) -> pd.DataFrame:
    cells = (found or now()).cells
    return cells[cells["code"] == code]


def href(owner: str, code: str | None) -> str:
    return f"{owner}#{code or ''}"


def test_criteria_stand_weakest_first_by_share_then_by_what_is_overdue_then_as_in_the_sheet():
    listed = criterion.standings(now())
    columns = ["code", "met", "total", "overdue", "appraised"]
    assert listed[columns].to_numpy().tolist() == [
        ["TC01", 1, 4, 0, 0],
        ["TC02", 2, 4, 2, 1],
        ["TC03", 2, 4, 0, 0],
    ]
    assert criterion.finding(listed) == "Yếu nhất: TC01 – Đường – 1/4 đơn vị đạt, hạn 31/12/2024"


def test_without_a_criterion_nothing_is_the_weakest():
    empty = assess(plan(units(("Tam Đa", "Thấp")), criteria()), as_of=AS_OF)
    listed = criterion.standings(empty)
    assert listed.empty
    assert criterion.finding(listed) == "Sổ chưa có tiêu chí nào áp dụng cho đơn vị nào."


def test_the_list_leads_to_each_criterion_and_to_the_agencies_there_are():
    table = criterion.criteria_table(
        criterion.standings(now()),
        href=lambda code: f"ma={code}",
        agency_href=lambda name: name if name == "Phòng Nội vụ" else "",
    )
    assert table.frame["Tiêu chí"].tolist() == [
        "[TC01 – Đường](ma=TC01)",
        "[TC02 – Đèn](ma=TC02) :red[**(bắt buộc)**]",
        "[TC03 – Nước](ma=TC03)",
    ]
    assert table.frame["Đơn vị đạt"].tolist() == ["1/4", "2/4", "2/4"]
    assert table.frame["Cơ quan theo dõi"].tolist() == [
        "Chưa giao",
        "[Phòng Nội vụ](Phòng Nội vụ)",
        "Phòng \\*lạ\\*",
    ]


def test_what_a_criterion_is_leaves_blanks_out():
    items = now().items
    assert criterion.facts(row(items, 1), href="pnv") == (
        ":red[**(bắt buộc)**] · Hạn: **30/06/2024** · Cơ quan theo dõi: **[Phòng Nội vụ](pnv)**"
        " · Điểm: **1** · Căn cứ: **Mục II\\.1**"
    )
    assert "Căn cứ" not in criterion.facts(row(items, 0), href=None)


def test_its_figures_with_their_changes():
    before = of("TC02", assess(sheet(), as_of=date(2024, 8, 15)))
    told = criterion.figures(of("TC02"), before)
    assert [(one.label, one.value, one.change) for one in told] == [
        ("Đơn vị đạt", "2/4", "+1"),
        ("Quá hạn", "2", "−1"),
        ("Nguy cơ chậm", "0", "0"),
        ("Chưa báo cáo", "0", "0"),
    ]
    assert told[0].note == "50% · 1 đã thẩm định"
    assert [one.change for one in criterion.figures(of("TC02"), before.head(0))] == [None] * 4


def test_its_figure_tells_what_went_with_units_that_are_gone():
    gone = plan(
        units(
            ("Hồng Lạc", "A", None, "31/8/2024", "Hồng Sơn"),
            ("Hồng Sơn", "A", "1/9/2024", None, None),
            ("Tam Đa", "A", None, None, None),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
        ),
        criteria(("TC01", "Đường", "31/12/2024", None, None, None), head=HEAD),
        progress(
            ("1/3/2024", "Hồng Lạc", "TC01", "Đạt", None),
            ("2/9/2024", "Hồng Sơn", "TC01", "Chưa đạt", 50),
            ("3/9/2024", "Tam Đa", "TC01", "Đạt", None),
        ),
    )
    then, later = (assess(gone, as_of=date(2024, *day)) for day in ((8, 31), (9, 15)))
    met = criterion.figures(of("TC01", later), of("TC01", then))[0]
    assert (met.value, met.change) == ("1/2", "0")
    assert met.note == "50% · 0 đã thẩm định · −1 do đơn vị sáp nhập, thay đổi"


def test_who_lacks_it_stands_worst_first_with_the_reason():
    table = criterion.lacking_table(
        of("TC02"), now().labels, code="TC02", as_of=AS_OF, lag=20, href=href
    )
    assert table.frame["Đơn vị"].tolist() == ["[Tam Đa](Tam Đa#TC02)", "[Cấp Tiến](Cấp Tiến#TC02)"]
    assert table.frame["Vì sao"].tolist()[0] == (
        "Quá hạn 77 ngày (hạn 30/06/2024), chưa có báo cáo nào."
    )
    assert criterion.heading(of("TC02")) == "2 trên 4 đơn vị chưa đạt, trong đó 2 đơn vị quá hạn"
    assert criterion.heading(of("TC01")) == "3 trên 4 đơn vị chưa đạt"
    assert criterion.heading(of("TC03").head(0)) == "Cả 0 đơn vị đã đạt"


def test_who_must_chase_whom():
    labels = now().labels
    assert criterion.chase(of("TC02"), labels, "Phòng *A*") == (
        "Cần đôn đốc: **Phòng \\*A\\*** đôn đốc Tam\u00a0Đa, Cấp\u00a0Tiến."
    )
    assert criterion.chase(of("TC02"), labels, None) == (
        "Cần đôn đốc: Tam\u00a0Đa, Cấp\u00a0Tiến (sổ chưa ghi cơ quan theo dõi)."
    )
    assert criterion.chase(of("TC01"), labels, "Phòng Nội vụ") is None


def test_who_has_it_is_named():
    assert criterion.have(of("TC02"), now().labels, code="TC02", href=href) == (
        "Đã đạt: [Đại Phú](Đại Phú#TC02), [Sơn Nam](Sơn Nam#TC02)."
    )


@pytest.mark.parametrize(
    ("met", "share"),
    [pytest.param([0, 2], "2/4", id="more"), pytest.param([1, 1], "1/4", id="as before")],
)
def test_its_months_in_words(met, share):
    days = [pd.Timestamp(2024, 8, 31), pd.Timestamp(2024, 9, 15)]
    title, alt = criterion.trend_words(pd.DataFrame({"date": days, "met": met, "total": 4}))
    assert title == f"Số đơn vị đạt qua các tháng: {share}"
    assert alt == (f"Biểu đồ đường, số đơn vị đạt: 31/08/2024 {met[0]}/4; 15/09/2024 {met[1]}/4.")
