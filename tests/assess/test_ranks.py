"""Ranks within groups, and the order of units on screen (rules, 6)."""

from datetime import date

import pytest

from tests.builders import (
    agencies,
    assessed,
    criteria,
    literal,
    periods,
    progress,
    units,
)

AS_OF = date(2024, 6, 15)
DAY = "1/6/2024"


def ranking(*grids, columns="unit rank"):
    return literal(assessed(*grids, as_of=AS_OF).units, columns)


def group(*names):
    return units(*((name, "A") for name in names))


def reached(**said):
    """Log for each unit what it reached on each of four criteria: `+` met, else a percent."""
    return (
        criteria(*((f"TC{n}", "x") for n in range(4))),
        progress(
            *(
                (DAY, name, f"TC{n}", *(("Đạt",) if each == "+" else (None, int(each))))
                for name, line in said.items()
                for n, each in enumerate(line.split())
                if each != "-"
            )
        ),
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            {"A": "+ - - -", "B": "+ + - -", "C": "- - - -"},
            [("B", 1), ("A", 2), ("C", 3)],
            id="by the share of points",
        ),
        pytest.param(
            {"A": "+ - - -", "B": "99 99 99 99"},
            [("A", 1), ("B", 2)],
            id="the share goes before progress",
        ),
        pytest.param(
            {"A": "+ 10 - -", "B": "+ 50 - -", "C": "+ - 20 -"},
            [("B", 1), ("C", 2), ("A", 3)],
            id="then by progress",
        ),
        pytest.param(
            {"A": "+ - - -", "B": "+ + - -", "C": "- + - -", "D": "- - - -"},
            [("B", 1), ("A", 2), ("C", 2), ("D", 4)],
            id="1, 2, 2, 4",
        ),
        pytest.param(
            {"A": "+ - - -", "B": "+ - - -", "C": "- - - +", "D": "- - - -"},
            [("A", 1), ("B", 1), ("C", 1), ("D", 4)],
            id="1, 1, 1, 4",
        ),
        pytest.param(
            {"A": "- - - -", "B": "- - - -", "C": "+ - - -", "D": "+ - - -"},
            [("C", 1), ("D", 1), ("A", 3), ("B", 3)],
            id="1, 1, 3, 3",
        ),
        pytest.param(
            {"A": "3 3 3 4", "B": "13 - - -"}, [("A", 1), ("B", 1)], id="equal by other ways"
        ),
        pytest.param(
            {"A": "3 3 3 4", "B": "12 - - -"}, [("A", 1), ("B", 2)], id="a quarter of a point"
        ),
    ],
)
def test_rank_by_points_then_progress(said, expected):
    assert ranking(group(*said), *reached(**said)) == expected


def test_progress_is_compared_as_it_is_shown():
    # 33.3 on twenty criteria is 1.665, 33.2 is 1.66: both are shown, and ranked, as 1.7.
    rows = criteria(*((f"TC{n:02}", "x") for n in range(20)))
    log = progress((DAY, "B", "TC00", None, 33.3), (DAY, "A", "TC00", None, 33.2))
    assert ranking(group("A", "B"), rows, log, columns="unit rank progress") == [
        ("A", 1, 1.7),
        ("B", 1, 1.7),
    ]


def test_shares_are_compared_exactly():
    rows = criteria(
        ("A1", "x", 0.1, "A"), ("A2", "x", 0.2, "A"), ("A3", "x", 0.7, "A"),
        ("B1", "x", 0.3, "B"), ("B2", "x", 0.7, "B"),
        ("C1", "x", 3, "C"), ("C2", "x", 7, "C"),
        ("D1", "x", 30001, "D"), ("D2", "x", 69999, "D"),
        head="Mã | Tiêu chí | Điểm | Áp dụng cho",
    )  # fmt: skip
    log = progress(*((DAY, code[0], code, "Đạt") for code in ("A1", "A2", "B1", "C1", "D1")))
    assert ranking(group(*"ABCD"), rows, log, columns="unit rank progress") == [
        ("D", 1, 30.0),
        *(("A", 2, 30.0), ("B", 2, 30.0), ("C", 2, 30.0)),
    ]


def test_thirds_of_different_totals_are_equal():
    rows = criteria(
        *((f"A{n}", "x", 1, "A") for n in range(3)), *((f"B{n}", "x", 0.7, "B") for n in range(6)),
        head="Mã | Tiêu chí | Điểm | Áp dụng cho",
    )  # fmt: skip
    log = progress(*((DAY, code[0], code, "Đạt") for code in ("A0", "B0", "B1")))
    assert ranking(group("A", "B"), rows, log, columns="unit rank met_points max_points") == [
        ("A", 1, 1, 3),
        ("B", 1, 1.4, 4.2),
    ]


def reports(**sent):
    """Ask each unit for its own reports, the first of which were sent in time."""
    return (
        periods(
            *(
                (f"{name}{n}", "x", "11/6/2024", name)
                for name, (_, total) in sent.items()
                for n in range(total)
            )
        ),
        progress(
            *(
                (DAY, name, f"{name}{n}", "Đã gửi")
                for name, (in_time, _) in sent.items()
                for n in range(in_time)
            )
        ),
    )


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param({"A": (1, 2), "B": (2, 2)}, [("B", 1), ("A", 2)], id="by the rate"),
        pytest.param({"A": (1, 2), "B": (2, 4)}, [("A", 1), ("B", 1)], id="equal rates"),
        pytest.param({"A": (1, 2), "B": (0, 0)}, [("B", 1), ("A", 2)], id="none is above 50"),
        pytest.param({"A": (2, 2), "B": (0, 0)}, [("A", 1), ("B", 1)], id="none counts as 100"),
        pytest.param({"A": (31, 46), "B": (29, 43)}, [("A", 1), ("B", 1)], id="67.39 and 67.44"),
        pytest.param({"A": (1, 16), "B": (1, 15)}, [("B", 1), ("A", 2)], id="6.25 and 6.67"),
    ],
)
def test_rank_by_the_rate_of_reports_last(sent, expected):
    assert ranking(group("A", "B"), *reports(**sent)) == expected


def test_ranks_are_within_the_group_and_groups_stand_as_first_met():
    sheet = units(
        ("A", "Vùng cao"), ("B", "Điểm"), ("C", "Vùng cao"), ("D", "Điểm"), ("E", "Đô thị")
    )
    said = reached(A="- - - -", B="+ - - -", C="+ + - -", D="+ - - -", E="- - - -")
    assert ranking(sheet, *said, columns="group unit rank") == [
        *(("Vùng cao", "C", 1), ("Vùng cao", "A", 2)),
        *(("Điểm", "B", 1), ("Điểm", "D", 1)),
        ("Đô thị", "E", 1),
    ]


def test_a_group_without_a_valid_unit_is_left_out_of_the_order():
    sheet = units(("A", "Cũ", "1/1/2024"), ("B", "Mới"), head="Đơn vị | Nhóm | Hiệu lực đến")
    assert ranking(sheet, columns="group unit rank") == [("Mới", "B", 1)]


def test_without_an_applicable_criterion_no_rank_and_last():
    rows = criteria(("TC01", "x", "B; C; E"), head="Mã | Tiêu chí | Áp dụng cho")
    log = progress((DAY, "C", "TC01", "Đạt"))
    sheet = units(("D", "G"), ("A", "G"), ("B", "G"), ("C", "G"), ("E", "H"), ("F", "H"))
    assert ranking(sheet, rows, log) == [
        *(("C", 1), ("B", 2), ("A", None), ("D", None)),
        *(("E", 1), ("F", None)),
    ]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["An", "Ăn", "Ân", "Ba", "Ca", "Da", "Đa", "Em", "Êm"], id="letters"),
        pytest.param(["Ô", "Ơ", "Phú", "Ta", "Tư", "Vân", "Xuân", "Ý"], id="more letters"),
        pytest.param(["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"], id="tones"),
        pytest.param(
            ["Tân An", "Tấn An", "Tân Ấp", "Tấn Ấp", "Tân Bình"], id="letters over it all"
        ),
        pytest.param(["Dương", "Đa", "Đại", "Đông"], id="d before đ"),
        pytest.param(["Hồng Lạc", "Hồng Sơn", "Hợp Hòa", "Hợp Thành"], id="ô before ơ"),
        pytest.param(
            ["Tam Đa", "Tân Trào", "Thanh Phát", "Trung Yên", "Tú Thịnh"], id="blank first"
        ),
    ],
)
def test_units_of_one_rank_stand_in_vietnamese_order(names):
    sheet = group(*sorted(names, reverse=True))
    assert ranking(sheet, criteria(("TC01", "x"))) == [(name, 1) for name in names]


def test_the_order_is_of_the_name_in_json_not_on_screen():
    sheet = units(
        ("Tam Đa", "Xã", "A"), ("Sơn Dương", "Thị trấn", "A"), ("Sơn Nam", "Xã", "A"),
        head="Đơn vị | Loại | Nhóm",
    )  # fmt: skip
    assert ranking(sheet, columns="unit label") == [
        ("Sơn Dương", "TT Sơn Dương"),
        ("Sơn Nam", "Sơn Nam"),
        ("Tam Đa", "Tam Đa"),
    ]


def test_agencies_are_not_ranked():
    assert ranking(group("A"), agencies(("Công an huyện",))) == [("A", 1)]
