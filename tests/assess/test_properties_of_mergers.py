"""What holds for any merger: the heir is never greener than its weakest predecessor."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.assess import Assessment, Light, Status, assess
from tests.builders import appraisals, criteria, plan, progress, tasks, units

FIRST = date(2024, 9, 1)
A, B, HEIR = "Hồng Lạc", "Vân Sơn", "Hồng Sơn"
CODES = ("TC01", "TC02", "TC03", "NV01")
GREEN = {Status.MET, Status.ON_TRACK}

days = st.integers(0, 91).map(lambda n: date(2024, 6, 1) + timedelta(days=n))
places = st.tuples(days, st.sampled_from([A, B, HEIR]), st.sampled_from(CODES))


def said(what):
    lines = st.tuples(places, what).map(lambda line: (*line[0], line[1]))
    return st.lists(lines, max_size=16, unique_by=lambda line: line[:3])


logs = said(st.sampled_from([5, 40, 60, 90, 100, 100, 100]))
verdicts = said(st.sampled_from(["Đạt", "Không đạt"]))


def on_the_first_day(log, verdicts, *, merged: bool, living: bool) -> Assessment:
    """Assess the first day of September, with the merger of that day or without it."""
    ends = ("31/8/2024", HEIR) if merged else (None, None)
    book = plan(
        units(
            (A, "G", None, *ends),
            (B, "G", None, *ends),
            (HEIR, "G", None if living else "1/9/2024", None, None),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
        ),
        criteria(
            ("TC01", "x", "15/8/2024", "Có"), ("TC02", "x", "5/9/2024", None),
            ("TC03", "x", "31/12/2024", None),
            head="Mã | Tiêu chí | Hạn | Bắt buộc",
        ),
        tasks(("NV01", "x", "Tất cả đơn vị", "31/7/2024")),
        progress(*log, head="Ngày | Đơn vị | Mã | Tiến độ (%)"),
        appraisals(*verdicts),
    )  # fmt: skip
    return assess(book, as_of=FIRST)


def until_the_end(lines):
    return [line for line in lines if line[0] < FIRST]


@settings(max_examples=12)
@given(logs, verdicts, st.booleans())
def test_an_heir_is_never_greener_than_its_weakest_predecessor(log, verdicts, living):
    log, verdicts = until_the_end(log), until_the_end(verdicts)
    after = on_the_first_day(log, verdicts, merged=True, living=living)
    alone = on_the_first_day(log, verdicts, merged=False, living=living)
    before = [A, B, *([HEIR] if living else [])]

    (heir,) = after.units.to_dict("records")
    others = [row for row in alone.units.to_dict("records") if row["unit"] in before]
    assert len(others) == len(before)
    for figure in ("progress", "met_points", "met", "met_appraised"):
        assert heir[figure] <= min(other[figure] for other in others)
    assert heir["overdue"] >= max(other["overdue"] for other in others)
    assert heir["light"] is not Light.GREEN or {other["light"] for other in others} == {Light.GREEN}
    assert heir["light"] == Light.RED or Light.RED not in {other["light"] for other in others}

    theirs = alone.cells[alone.cells["unit"].isin(before)]
    for cell in after.cells.to_dict("records"):
        of_code = theirs[theirs["code"] == cell["code"]]
        green = of_code["status"].isin(GREEN)
        assert cell["status"] not in GREEN or green.all()
        assert cell["refused"] or not of_code["refused"].any()


@settings(max_examples=6)
@given(logs, verdicts)
def test_a_merger_of_one_into_one_that_begins_then_changes_nothing(log, verdicts):
    log = [line for line in until_the_end(log) if line[1] == A]
    verdicts = [line for line in until_the_end(verdicts) if line[1] == A]
    head = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
    asks = criteria(("TC01", "x", "15/8/2024"), ("TC02", "x", "5/9/2024"), ("TC03", "x", None))
    lines = (
        progress(*log, head="Ngày | Đơn vị | Mã | Tiến độ (%)"),
        appraisals(*verdicts),
        tasks(("NV01", "x", "Tất cả đơn vị", "31/7/2024")),
    )
    renamed = units((A, "G", None, "31/8/2024", HEIR), (HEIR, "G", "1/9/2024"), head=head)
    one, other = (
        assess(plan(sheet, asks, *lines), as_of=FIRST) for sheet in (units((A, "G")), renamed)
    )
    figures = ["light", "rank", "met", "met_points", "progress", "overdue", "at_risk", "stale"]
    assert other.units[figures].equals(one.units[figures])
    stands = ["code", "status", "progress", "date", "appraised", "refused", "cause"]
    assert other.cells[stands].equals(one.cells[stands])
    done = ["code", "due", "done", "state", "days_late"]
    assert other.obligations[done].equals(one.obligations[done])
