"""Lists of units, agencies and groups (rules, 1 and 5)."""

import pytest

from tests.builders import agencies, asked, criteria, found, periods, plan, tasks, units

PEOPLE = (
    units(
        ("Tam Đa", "Vùng thấp", "TĐ"),
        ("Đại Phú", "Vùng thấp", None),
        ("Sơn Dương", "Đô thị", None),
        head="Đơn vị | Nhóm | Tên gọi khác",
    ),
    agencies(("Công an huyện", "Có"), ("Phòng Y tế", None), ("Thanh tra", "Không")),
)
UNITS = ["Tam Đa", "Đại Phú", "Sơn Dương"]
AGENCIES = ["Công an huyện", "Phòng Y tế", "Thanh tra"]


LISTS = [
    pytest.param("Tam Đa", ["Tam Đa"], id="a unit"),
    pytest.param("Sơn Dương; Tam Đa", ["Tam Đa", "Sơn Dương"], id="two"),
    pytest.param(" tđ ;xã Đại Phú;", ["Tam Đa", "Đại Phú"], id="other names"),
    pytest.param("Công an huyện", ["Công an huyện"], id="an agency"),
    pytest.param("Thanh tra;Đại Phú", ["Đại Phú", "Thanh tra"], id="a unit and an agency"),
    pytest.param("Vùng thấp", ["Tam Đa", "Đại Phú"], id="a group"),
    pytest.param("VÙNG  thấp", ["Tam Đa", "Đại Phú"], id="a group by key"),
    pytest.param("Đô thị; Vùng thấp", UNITS, id="two groups"),
    pytest.param("Đô thị; Tam Đa", ["Tam Đa", "Sơn Dương"], id="a group and a unit"),
    pytest.param("Vùng thấp; Tam Đa; Tam Đa", ["Tam Đa", "Đại Phú"], id="no one twice"),
    pytest.param("Tất cả đơn vị", UNITS, id="all units"),
    pytest.param("tất cả ĐƠN VỊ ", UNITS, id="all units by key"),
    pytest.param("Tất cả cơ quan", AGENCIES, id="all agencies"),
    pytest.param("Tất cả", UNITS + AGENCIES, id="all"),
    pytest.param("Tất cả cơ quan; Tam Đa", ["Tam Đa", *AGENCIES], id="all agencies and one"),
]


@pytest.fixture(scope="module")
def book():
    lists = (case.values[0] for case in LISTS)
    return plan(*PEOPLE, tasks(*((f"NV{n}", "x", written) for n, written in enumerate(lists))))


@pytest.mark.parametrize(
    ("code", "owners"),
    [pytest.param(f"NV{n}", case.values[1], id=case.id) for n, case in enumerate(LISTS)],
)
def test_the_owners_of_a_task(book, code, owners):
    assert asked(book, code) == owners
    assert found(book) == []


@pytest.mark.parametrize(
    ("written", "owners"),
    [
        pytest.param(None, UNITS, id="blank is all units"),
        pytest.param("Đô thị", ["Sơn Dương"], id="a group"),
        pytest.param("Đô thị;Tam Đa", ["Tam Đa", "Sơn Dương"], id="a group and a unit"),
    ],
)
def test_the_units_a_criterion_applies_to(written, owners):
    book = plan(*PEOPLE, criteria(("TC01", "Đường", written), head="Mã | Tiêu chí | Áp dụng cho"))
    assert (asked(book, "TC01"), found(book)) == (owners, [])


@pytest.mark.parametrize(
    ("written", "owners"),
    [
        pytest.param(None, [*UNITS, *AGENCIES[:2]], id="blank is all who report"),
        pytest.param("Tất cả", [*UNITS, *AGENCIES[:2]], id="all"),
        pytest.param("Tất cả cơ quan", AGENCIES[:2], id="all agencies"),
        pytest.param("Tất cả đơn vị", UNITS, id="all units"),
        pytest.param("Vùng thấp; Phòng Y tế", ["Tam Đa", "Đại Phú", "Phòng Y tế"], id="some"),
        pytest.param("Thanh tra; Tam Đa", ["Tam Đa"], id="an agency that does not report"),
    ],
)
def test_who_is_asked_for_a_report(written, owners):
    book = plan(*PEOPLE, periods(("T06", "Tháng 6", "10/7/2024", written)))
    assert (asked(book, "T06"), found(book)) == (owners, [])


def test_unknown_names_are_left_out_and_the_rest_counts():
    book = plan(
        *PEOPLE,
        tasks(("NV01", "Tập huấn", "Hà Nội; Tam Đa; Huế; Dai Phu")),
    )
    assert asked(book, "NV01") == ["Tam Đa", "Đại Phú"]
    assert found(book) == [
        ("Nhiệm vụ", 2, "Chủ trì", "guessed_name"),
        ("Nhiệm vụ", 2, "Chủ trì", "unknown_name"),
        ("Nhiệm vụ", 2, "Chủ trì", "unknown_name"),
    ]
    assert {problem.value for problem in book.problems} == {"Hà Nội", "Huế", "Dai Phu"}


def test_a_list_without_a_known_name_asks_no_one_but_a_criterion_applies_to_all():
    book = plan(
        *PEOPLE,
        criteria(("TC01", "Đường", "Hà Nội"), head="Mã | Tiêu chí | Áp dụng cho"),
        tasks(("NV01", "Tập huấn", "Huế")),
        periods(("T06", "Tháng 6", "10/7/2024", "Hà Nội; Huế")),
    )
    assert [asked(book, code) for code in ("TC01", "NV01", "T06")] == [UNITS, [], []]
    assert [code for *_, code in found(book)] == ["unknown_name"] * 4


def test_separators_alone_are_a_blank_list():
    book = plan(
        *PEOPLE,
        criteria(("TC01", "Đường", " ; "), head="Mã | Tiêu chí | Áp dụng cho"),
        tasks(("NV01", "Tập huấn", ";")),
        periods(("T06", "Tháng 6", "10/7/2024", ";;")),
    )
    assert asked(book, "TC01") == UNITS
    assert asked(book, "T06") == asked(
        plan(*PEOPLE, periods(("T06", "Tháng 6", "10/7/2024", None))), "T06"
    )
    assert "NV01" not in set(book.items["code"])
    assert found(book) == [("Nhiệm vụ", 2, "Chủ trì", "missing_value")]


def test_partners_are_checked_but_owe_nothing():
    book = plan(
        *PEOPLE,
        tasks(
            ("NV01", "Tập huấn", "Tam Đa", "Đô thị; Huế; Thanh tra"),
            head="Mã | Nhiệm vụ | Chủ trì | Phối hợp",
        ),
    )
    assert asked(book, "NV01") == ["Tam Đa"]
    assert book.items.loc[book.items["code"] == "NV01", "partners"].tolist() == [
        "Đô thị; Huế; Thanh tra"
    ]
    assert found(book) == [("Nhiệm vụ", 2, "Phối hợp", "unknown_name")]


def test_a_name_goes_before_a_group():
    book = plan(
        units(("Tam Đa", "Đại Phú"), ("Đại Phú", "A"), ("Hồng Lạc", "Đại Phú")),
        tasks(("NV01", "Tập huấn", "Đại Phú")),
    )
    assert (asked(book, "NV01"), found(book)) == (["Đại Phú"], [])


def test_a_group_goes_before_a_guess():
    book = plan(
        units(("Tam Đa", "A"), ("Đại Phú", "Tam Da"), ("Hồng Lạc", "Tam Da")),
        tasks(("NV01", "Tập huấn", "Tam Da")),
    )
    assert (asked(book, "NV01"), found(book)) == (["Đại Phú", "Hồng Lạc"], [])


def test_the_words_for_all_go_before_a_group_of_that_name():
    book = plan(
        units(("Tam Đa", "Tất cả"), ("Đại Phú", "A")),
        agencies(("Công an huyện",)),
        tasks(("NV01", "Tập huấn", "tất cả"), ("NV02", "Tập huấn", "Tất cả đơn vị")),
    )
    assert asked(book, "NV01") == ["Tam Đa", "Đại Phú", "Công an huyện"]
    assert asked(book, "NV02") == ["Tam Đa", "Đại Phú"]


@pytest.mark.parametrize(
    ("written", "owners", "problems"),
    [
        pytest.param("Công an huyện", UNITS, [], id="only an agency"),
        pytest.param("Công an huyện; Huế", UNITS, ["unknown_name"], id="an agency, a stranger"),
        pytest.param("Tất cả cơ quan", UNITS, [], id="all agencies"),
        pytest.param("#REF!", UNITS, ["cell_error"], id="an error"),
        pytest.param("Huế; Tam Đa", ["Tam Đa"], ["unknown_name"], id="a unit is known"),
        pytest.param("Huế; Đô thị", ["Sơn Dương"], ["unknown_name"], id="a group is known"),
        pytest.param("Huế; Dai Phu", ["Đại Phú"], ["guessed_name", "unknown_name"], id="a guess"),
        pytest.param("Công an huyện; Tam Đa", ["Tam Đa"], [], id="an agency and a unit"),
    ],
)
def test_a_criterion_that_names_no_unit_or_group_known_applies_to_all(written, owners, problems):
    book = plan(*PEOPLE, criteria(("TC01", "x", written), head="Mã | Tiêu chí | Áp dụng cho"))
    assert asked(book, "TC01") == owners
    assert [code for *_, code in found(book)] == problems


def test_a_group_is_never_guessed():
    book = plan(*PEOPLE, tasks(("NV01", "Tập huấn", "Vung thap")))
    assert asked(book, "NV01") == []
    assert found(book) == [("Nhiệm vụ", 2, "Chủ trì", "unknown_name")]


def test_lists_of_rows_that_do_not_count_are_checked():
    book = plan(
        *PEOPLE,
        criteria(("TC01", None, "Huế"), ("TC02", "Nước", None), head="Mã | Tiêu chí | Áp dụng cho"),
    )
    assert found(book) == [
        ("Tiêu chí", 2, "Tiêu chí", "missing_value"),
        ("Tiêu chí", 2, "Áp dụng cho", "unknown_name"),
    ]
