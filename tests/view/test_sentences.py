"""Why a light or a status is what it is, in one sentence each."""

from datetime import date

import pytest

from lib.view.sentences import item_name, light_reasons, state_reason, status_reason
from lib.view.tables import records
from tests import builders as sheet

AS_OF, LAG = date(2024, 9, 15), 20.0
CRITERIA_HEAD = "Mã | Tiêu chí | Hạn | Bắt buộc"


def reasons(*log, criteria, appraised=()):
    assessment = sheet.assessed(
        sheet.settings(("Ngày bắt đầu", "1/1/2024")),
        sheet.units(("Tam Đa", "Vùng thấp")),
        sheet.criteria(*criteria, head=CRITERIA_HEAD),
        sheet.progress(*log),
        sheet.appraisals(*appraised),
        as_of=AS_OF,
    )
    light = light_reasons(assessment.units, assessment.cells, assessment.obligations)
    return light["Tam Đa"], [
        status_reason(cell, as_of=AS_OF, lag=LAG) for cell in records(assessment.cells)
    ]


def test_criteria_in_a_reason_lead_to_their_pages_other_items_nowhere():
    told = sheet.assessed(
        sheet.units(("Tam Đa", "Vùng thấp"), ("Đại Phú", "Vùng thấp")),
        sheet.criteria(
            ("TC01", "Một [x](y)", "1/9/2024", "Có"),
            ("TC02", "Hai", "1/8/2024", ""),
            head=CRITERIA_HEAD,
        ),
        sheet.periods(("T07", "Tháng 7", "10/7/2024", "Tất cả đơn vị")),
        sheet.progress(("1/7/2024", "Tam Đa", "TC02", "Đạt"), ("1/7/2024", "Tam Đa", "T07", "Đạt")),
        as_of=AS_OF,
    )
    light = light_reasons(told.units, told.cells, told.obligations, href=lambda code: f"?ma={code}")
    assert light["Tam Đa"] == (
        "Quá hạn 1 tiêu chí; tiêu chí bắt buộc: [TC01 – Một \\[x\\]\\(y\\)](?ma=TC01); "
        "lâu nhất 14 ngày (TC01)."
    )
    assert light["Đại Phú"].endswith("lâu nhất 68 ngày (T07 – Báo cáo tháng 7).")


@pytest.mark.parametrize(
    ("criteria", "log", "light"),
    [
        pytest.param(
            [("TC01", "Một", "1/9/2024", "Có"), ("TC02", "Hai", "31/12/2024", "")],
            [],
            "Quá hạn 1 tiêu chí; tiêu chí bắt buộc: TC01 – Một; lâu nhất 14 ngày (TC01).",
            id="red, mandatory",
        ),
        pytest.param(
            [("TC01", "Một", "1/9/2024", ""), ("TC02", "Hai", "31/12/2024", "")],
            [],
            "Quá hạn 1 tiêu chí; lâu nhất 14 ngày (TC01 – Một); 1 tiêu chí chưa báo cáo.",
            id="amber, overdue and missing",
        ),
        pytest.param(
            [("TC01", "Một", "20/9/2024", ""), ("TC02", "Hai", "31/12/2024", "")],
            [("1/9/2024", "Tam Đa", "TC01", "Đang làm", 90), ("1/9/2024", "Tam Đa", "TC02", "Đạt")],
            "1 tiêu chí nguy cơ chậm.",
            id="amber, at risk",
        ),
        pytest.param(
            [("TC01", "Một", "20/9/2024", "")],
            [("1/9/2024", "Tam Đa", "TC01", "Đạt")],
            "Không có mục quá hạn, không có tiêu chí nguy cơ chậm hay chưa báo cáo.",
            id="green",
        ),
        pytest.param(
            [("TC01", "Một", "23/9/2024", "")],
            [],
            "Chưa báo cáo tiêu chí nào, chưa có gì quá hạn hay sắp đến hạn.",
            id="grey",
        ),
        pytest.param(
            [("TC01", "Một", "22/9/2024", "")],
            [],
            "1 tiêu chí chưa báo cáo.",
            id="amber, nothing reported and due soon",
        ),
        pytest.param(
            [(f"M{n}", "Tên", "1/9/2024", "Có") for n in range(6)],
            [],
            "Quá hạn 6 tiêu chí; tiêu chí bắt buộc: M0 – Tên, M1 – Tên, M2 – Tên, "
            "và 3 tiêu chí khác; lâu nhất 14 ngày (M0).",
            id="many codes",
        ),
        pytest.param(
            [("T[1]*", "Một", "1/9/2024", "Có")],
            [],
            r"Quá hạn 1 tiêu chí; tiêu chí bắt buộc: T\[1\]\* – Một; lâu nhất 14 ngày (T\[1\]\*).",
            id="codes are escaped",
        ),
    ],
)
def test_light(criteria, log, light):
    assert reasons(*log, criteria=criteria)[0] == light


def test_a_late_report_is_named_as_one():
    assessment = sheet.assessed(
        sheet.units(("Tam Đa", "Vùng thấp")),
        sheet.periods(("Q2", "Quý II/2024", "10/6/2024", "Tất cả đơn vị")),
        sheet.progress(),
        as_of=AS_OF,
    )
    light = light_reasons(assessment.units, assessment.cells, assessment.obligations)
    assert light["Tam Đa"].startswith(
        "Quá hạn 1 báo cáo; lâu nhất 98 ngày (Q2 – Báo cáo quý II/2024)"
    )


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [
        ("report", "Tháng 9", "T09 – Báo cáo tháng 9"),
        ("report", "Báo cáo tháng 9", "T09 – Báo cáo tháng 9"),
        ("report", "UBND huyện", "T09 – Báo cáo UBND huyện"),
        ("task", "Tháng 9", "T09 – Tháng 9"),
    ],
)
def test_a_report_says_that_it_is_one(kind: str, title: str, name: str):
    assert item_name(kind, "T09", title) == name


@pytest.mark.parametrize(
    ("due", "log", "appraised", "status"),
    [
        ("1/9/2024", ("Đạt", None), None, "Đạt, ghi nhận ngày 01/08/2024."),
        ("1/9/2024", ("Đạt", None), "Đạt", "Đã thẩm định đạt, ghi nhận ngày 10/08/2024."),
        (
            "1/9/2024",
            ("Đang làm", 60),
            None,
            "Quá hạn 14 ngày (hạn 01/09/2024), tiến độ 60%; số liệu cũ từ ngày 01/08/2024.",
        ),
        ("1/9/2024", None, None, "Quá hạn 14 ngày (hạn 01/09/2024), chưa có báo cáo nào."),
        ("31/12/2024", None, None, "Chưa có báo cáo nào, hạn 31/12/2024."),
        (None, None, None, "Chưa có báo cáo nào, hạn 31/12/2024."),
        (
            "31/12/2024",
            ("Đang làm", 60),
            "Không đạt",
            "Thẩm định ngày 10/08/2024 kết luận chưa đạt; số liệu cũ từ ngày 10/08/2024.",
        ),
        (
            "31/12/2024",
            ("Đang làm", 10),
            None,
            "Mới 10%, trong khi đến nay cần 70,7%; số liệu cũ từ ngày 01/08/2024.",
        ),
        (
            "15/9/2024",
            ("Đang làm", 99),
            None,
            "Hôm nay 15/09/2024 là hạn cuối mà mới 99%; số liệu cũ từ ngày 01/08/2024.",
        ),
        (
            "16/9/2024",
            ("Đang làm", 99),
            None,
            "Còn 1 ngày đến hạn 16/09/2024 mà mới 99%; số liệu cũ từ ngày 01/08/2024.",
        ),
        (
            "sắp tới",
            ("Đang làm", 99),
            None,
            "Hạn ghi trong sổ không đọc được; số liệu cũ từ ngày 01/08/2024.",
        ),
        (
            "31/12/2024",
            ("Đang làm", 80),
            None,
            "80%, trên mức cần đến nay 70,7% (hạn 31/12/2024); số liệu cũ từ ngày 01/08/2024.",
        ),
        (
            "31/12/2024",
            ("Đang làm", 66),
            None,
            (
                "66%, chậm 4,7 điểm so với mức cần đến nay 70,7% – trong mức cho phép 20 điểm "
                "(hạn 31/12/2024); số liệu cũ từ ngày 01/08/2024."
            ),
        ),
        (
            "31/12/2024",
            ("Đang làm", 70.7),
            None,
            "70,7%, bằng mức cần đến nay (hạn 31/12/2024); số liệu cũ từ ngày 01/08/2024.",
        ),
        (
            None,
            ("Đang làm", 80),
            None,
            "80%, trên mức cần đến nay 70,7% (hạn 31/12/2024); số liệu cũ từ ngày 01/08/2024.",
        ),
    ],
)
def test_status(due, log, appraised, status):
    rows = [("1/8/2024", "Tam Đa", "TC01", *log)] if log else []
    judged = [("10/8/2024", "Tam Đa", "TC01", appraised)] if appraised else []
    _, (said,) = reasons(*rows, criteria=[("TC01", "Một", due, "")], appraised=judged)
    assert said == status


@pytest.mark.parametrize(
    ("due", "log", "status"),
    [
        pytest.param(
            "31/12/2024",
            ("Đang làm", 90),
            "Thẩm định chưa đạt, sau đó đơn vị ghi mới 90% ngày 01/09/2024.",
            id="its own word, not met",
        ),
        pytest.param(
            "31/12/2024",
            ("Đạt", None),
            "Đơn vị ghi đạt ngày 01/09/2024 nhưng thẩm định chưa đạt, chờ thẩm định lại.",
            id="its own word, met",
        ),
        pytest.param(
            "5/9/2024",
            ("Đạt", None),
            "Quá hạn 10 ngày (hạn 05/09/2024), tiến độ 60%; đơn vị ghi đạt ngày 01/09/2024 nhưng "
            "thẩm định chưa đạt, chờ thẩm định lại.",
            id="overdue all the same",
        ),
    ],
)
def test_what_is_written_after_a_refusal(due, log, status):
    before = ("1/8/2024", "Tam Đa", "TC01", "Đang làm", 60)
    after = ("1/9/2024", "Tam Đa", "TC01", *log)
    judged = [("10/8/2024", "Tam Đa", "TC01", "Không đạt")]
    _, (said,) = reasons(before, after, criteria=[("TC01", "Một", due, "")], appraised=judged)
    assert said == status


def test_a_refusal_from_before_a_merger():
    assessment = sheet.assessed(
        sheet.units(
            ("Hồng Lạc", "Thấp", None, "31/8/2024", "Hồng Sơn"),
            ("Hồng Sơn", "Thấp", "1/9/2024", None, None),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
        ),
        sheet.criteria(("TC01", "Một", "31/12/2024"), ("TC02", "Hai", "31/12/2024")),
        sheet.progress(
            ("20/8/2024", "Hồng Lạc", "TC01", "Đang làm", 95),
            ("2/9/2024", "Hồng Sơn", "TC02", "Đạt", None),
        ),
        sheet.appraisals(
            ("10/8/2024", "Hồng Lạc", "TC01", "Chưa đạt"),
            ("10/8/2024", "Hồng Lạc", "TC02", "Chưa đạt"),
        ),
        as_of=AS_OF,
    )
    assert [status_reason(cell, as_of=AS_OF, lag=LAG) for cell in records(assessment.cells)] == [
        (
            "Thẩm định trước khi sáp nhập kết luận chưa đạt, tiến độ 95%; lấy theo đơn vị trước khi "
            "sáp nhập."
        ),
        "Đơn vị ghi đạt ngày 02/09/2024 nhưng thẩm định chưa đạt, chờ thẩm định lại.",
    ]


@pytest.mark.parametrize(
    ("due", "done", "said"),
    [
        ("1/9/2024", "31/8/2024", "Xong ngày 31/08/2024, đúng hạn 01/09/2024."),
        ("1/9/2024", "3/9/2024", "Xong ngày 03/09/2024, chậm 2 ngày so với hạn 01/09/2024."),
        (None, "3/9/2024", "Xong ngày 03/09/2024."),
        ("1/9/2024", None, "Quá hạn 14 ngày (hạn 01/09/2024)."),
        ("15/9/2024", None, "Hôm nay là hạn cuối (15/09/2024)."),
        ("22/9/2024", None, "Còn 7 ngày, hạn 22/09/2024."),
        ("23/9/2024", None, "Hạn 23/09/2024."),
        (None, None, "Không đặt hạn."),
    ],
)
def test_state(due, done, said):
    log = [(done, "Tam Đa", "NV1", "Xong")] if done else []
    assessment = sheet.assessed(
        sheet.criteria(),
        sheet.tasks(("NV1", "Việc", "Tam Đa", due)),
        sheet.progress(*log),
        as_of=AS_OF,
    )
    (owed,) = records(assessment.obligations)
    assert state_reason(owed, as_of=AS_OF) == said
