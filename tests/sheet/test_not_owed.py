"""Log rows of what their owner does not owe (rules, 1: Lists)."""

import pytest

from tests.builders import (
    agencies,
    appraisals,
    criteria,
    found,
    periods,
    plan,
    progress,
    tasks,
    units,
)

DAY, OWNER, CODE, RESULT, PERCENT = "Ngày", "Đơn vị", "Mã", "Kết quả", "Tiến độ (%)"


PEOPLE = (
    units(
        ("Tam Đa", "A", None, "31/5/2024", "Hồng Sơn"),
        ("Đại Phú", "B", "1/7/2024", None, None),
        ("Vân Sơn", "B", None, "31/12/2024", "Hồng Lạc"),
        ("Hồng Lạc", "A", "1/1/2025", None, None),
        ("Hồng Sơn", "B", "1/6/2024", None, None),
        head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
    ),
    agencies(
        ("Công an huyện", "Có", None, None), ("Thanh tra", "Không", None, None),
        ("Phòng Y tế", "Không", "31/12/2024", "Phòng Nội vụ"), ("Phòng Nội vụ", "Có", None, None),
        ("Phòng Dân tộc", "Có", "31/12/2024", "Thanh tra"),
        head="Cơ quan | Báo cáo định kỳ | Hiệu lực đến | Sáp nhập vào",
    ),
    criteria(
        ("ALL", "Đường", None), ("A", "Nước", "A"), ("TD", "Nhà", "Tam Đa"),
        head="Mã | Tiêu chí | Áp dụng cho",
    ),
    tasks(
        ("NV01", "Tập huấn", "Đại Phú", None), ("NV02", "Mở lớp", "Tất cả cơ quan", None),
        ("NV03", "Mở lớp", "Đại Phú; Vân Sơn", "1/9/2024"),
        head="Mã | Nhiệm vụ | Chủ trì | Ngày giao",
    ),
    periods(
        ("T06", "Tháng 6", "10/7/2024"), ("T07", "Tháng 7", "10/8/2024", "Tam Đa"),
        ("T08", "Tháng 8", "10/9/2024", "Phòng Y tế; Phòng Dân tộc; Vân Sơn"),
    ),
)  # fmt: skip


OWED = [
    pytest.param("Tam Đa", "ALL", True, id="a criterion of all"),
    pytest.param("Tam Đa", "A", True, id="a criterion of its group"),
    pytest.param("Đại Phú", "A", False, id="a criterion of another group"),
    pytest.param("Hồng Sơn", "A", False, id="a predecessor's, through its group"),
    pytest.param("Hồng Sơn", "TD", True, id="a predecessor's, by its name"),
    pytest.param("Công an huyện", "ALL", False, id="an agency's criterion"),
    pytest.param("Đại Phú", "NV01", True, id="its task"),
    pytest.param("Tam Đa", "NV01", False, id="another's task"),
    pytest.param("Thanh tra", "NV02", True, id="an agency's task"),
    pytest.param("Tam Đa", "NV02", False, id="the agencies' task"),
    pytest.param("Công an huyện", "T06", True, id="a report of all"),
    pytest.param("Thanh tra", "T06", False, id="an agency that does not report"),
    pytest.param("Đại Phú", "T07", False, id="another's report"),
    pytest.param("Tam Đa", "T06", True, id="no longer valid"),
    pytest.param("Đại Phú", "ALL", True, id="not yet valid"),
    pytest.param("Đại Phú", "NV03", True, id="a task not given yet"),
    pytest.param("Hồng Lạc", "NV03", True, id="an heir's to come"),
    pytest.param("Hồng Lạc", "T08", True, id="an heir's report, merged after it is due"),
    pytest.param("Phòng Y tế", "T08", False, id="an agency that does not report, named"),
    pytest.param("Phòng Nội vụ", "T08", True, id="its heir, which reports"),
    pytest.param("Phòng Dân tộc", "T08", True, id="an agency that reports, named"),
    pytest.param("Thanh tra", "T08", False, id="its heir, which does not"),
]


@pytest.fixture(scope="module")
def not_owed():
    rows = [("1/6/2024", *case.values[:2], "Đạt") for case in OWED]
    return found(plan(*PEOPLE, progress(*rows), appraisals(*rows)))


@pytest.mark.parametrize(
    ("row", "owed"),
    [pytest.param(row, case.values[2], id=case.id) for row, case in enumerate(OWED, start=2)],
)
def test_a_row_of_what_its_owner_does_not_owe(not_owed, row, owed):
    expected = [] if owed else ["Tiến độ", "Thẩm định"]
    assert [each for each in not_owed if each[1] == row] == [
        (title, row, CODE, "not_owed") for title in expected
    ]


def test_what_is_not_owed_is_asked_only_of_rows_that_count():
    book = plan(*PEOPLE, progress(("hôm qua", "Đại Phú", "A", "Đạt"), ("1/6/2024", "Đại Phú", "A")))
    assert [code for *_, code in found(book)] == ["unreadable_date", "missing_value"]
