"""One name, several bearers: who is meant on which day (rules, 1)."""

import pytest

from tests.builders import agencies, appraisals, found, plan, progress, units

HEAD = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
ALIASED = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Tên gọi khác"
OWN = "Ngày | Đơn vị | Mã | Kết quả"


def meant(*days, text="Sơn Dương", of=(), title=None):
    """Return, for each day, the row in `Đơn vị` of the unit that a name in the log means."""
    book = plan(*of, progress(*((day, text, "TC01", "Đạt") for day in days), title=title))
    said = book.entries.sort_values("row")["owner"]
    return book.owners["row"][said].tolist(), [code for *_, code in found(book)]


SEAMLESS = (
    units(("Sơn Dương", "A", None, "30/6/2024"), ("Sơn Dương", "B", "1/7/2024"), head=HEAD),
)
UPSIDE_DOWN = (
    units(("Sơn Dương", "B", "1/7/2024"), ("Sơn Dương", "A", None, "30/6/2024"), head=HEAD),
)
GAP = (
    units(
        ("Sơn Dương", "A", "1/2/2024", "31/5/2024"),
        ("Sơn Dương", "B", "1/7/2024", "31/7/2024"),
        ("Sơn Dương", "C", "1/9/2024", "15/9/2024"),
        head=HEAD,
    ),
)
BESIDE = (
    units(
        ("Sơn Dương", "A", None, "31/5/2024", None),
        ("Sơn Dương", "B", "1/7/2024", None, None),
        ("Bình Xa", "A", "1/6/2024", "20/6/2024", "Sơn Dương; BX"),
        head=ALIASED,
    ),
)


@pytest.mark.parametrize(
    ("of", "day", "row"),
    [
        pytest.param(SEAMLESS, "1/1/2024", 2, id="long before"),
        pytest.param(SEAMLESS, "30/6/2024", 2, id="the last day of the first"),
        pytest.param(SEAMLESS, "1/7/2024", 3, id="the first day of the second"),
        pytest.param(SEAMLESS, "20/9/2024", 3, id="long after"),
        pytest.param(UPSIDE_DOWN, "30/6/2024", 3, id="the last day, the first stands below"),
        pytest.param(UPSIDE_DOWN, "1/7/2024", 2, id="the first day, the second stands above"),
        pytest.param(GAP, "31/1/2024", 2, id="before all: the next to begin"),
        pytest.param(GAP, "31/5/2024", 2, id="the first's last day"),
        pytest.param(GAP, "1/6/2024", 3, id="between two: the next to begin"),
        pytest.param(GAP, "30/6/2024", 3, id="the day before the second"),
        pytest.param(GAP, "1/8/2024", 4, id="between the others"),
        pytest.param(GAP, "16/9/2024", 4, id="after all: the last to end"),
        pytest.param(BESIDE, "31/5/2024", 2, id="valid, an alias waits"),
        pytest.param(BESIDE, "1/6/2024", 4, id="none valid: who has it as an alias"),
        pytest.param(BESIDE, "20/6/2024", 4, id="the alias bearer's last day"),
        pytest.param(BESIDE, "21/6/2024", 3, id="nor the alias's: the next to begin"),
        pytest.param(BESIDE, "1/7/2024", 3, id="valid again"),
    ],
)
def test_a_name_in_the_log_is_the_bearer_of_its_day(of, day, row):
    assert meant(day, of=of) == ([row], [])


def test_only_the_name_as_written_is_an_alias():
    assert meant("1/6/2024", text="xã Sơn Dương", of=BESIDE) == ([3], [])
    assert meant("1/6/2024", text="SƠN  DƯƠNG", of=BESIDE) == ([4], [])


def test_a_guess_means_all_bearers_of_the_name():
    assert meant("30/6/2024", "1/7/2024", text="Son Duong", of=SEAMLESS) == (
        [2, 3],
        ["guessed_name"] * 2,
    )


def test_the_alias_of_two_rows_is_that_of_the_one_valid():
    of = (
        units(
            ("Hồng Lạc", "A", None, "31/8/2024", "Lạc"), ("Hồng Sơn", "A", "1/9/2024", None, "Lạc"),
            head=ALIASED,
        ),
    )  # fmt: skip
    assert meant("31/8/2024", "1/9/2024", text="Lạc", of=of) == ([2, 3], [])


def test_a_day_that_cannot_be_read_counts_for_no_bearer():
    assert meant("hôm qua", of=SEAMLESS) == ([], ["unreadable_date"])


@pytest.mark.parametrize(
    ("first", "second", "problems"),
    [
        pytest.param((None, "30/6/2024"), ("1/7/2024", None), [], id="one after the other"),
        pytest.param((None, "30/6/2024"), ("1/8/2024", None), [], id="with a gap"),
        pytest.param(("1/7/2024", None), (None, "30/6/2024"), [], id="upside down"),
        pytest.param((None, "30/6/2024"), ("30/6/2024", None), ["again"], id="one day together"),
        pytest.param((None, None), ("1/7/2024", None), ["again"], id="the first is open"),
        pytest.param((None, "30/6/2024"), (None, None), ["again"], id="the second is open"),
        pytest.param(
            ("1/1/2024", "30/6/2024"), ("1/7/2024", "31/2/2024"), [], id="open at the end"
        ),
    ],
)
def test_rows_of_one_name_may_not_overlap(first, second, problems):
    book = plan(units(("Tam Đa", "A", *first), ("xã Tam Đa", "B", *second), head=HEAD))
    duplicates = [each for each in found(book) if each[3] == "duplicate_definition"]
    assert duplicates == [("Đơn vị", 3, "Đơn vị", "duplicate_definition") for _ in problems]
    assert len(book.owners) == 2 - len(problems)


def test_of_three_rows_the_one_that_overlaps_is_left_out():
    book = plan(
        units(
            ("Tam Đa", "A", None, "30/6/2024"), ("Tam Đa", "B", "1/6/2024", "31/7/2024"),
            ("Tam Đa", "C", "1/7/2024", None), head=HEAD,
        )
    )  # fmt: skip
    assert found(book) == [("Đơn vị", 3, "Đơn vị", "duplicate_definition")]
    assert book.owners["group"].tolist() == ["A", "C"]


def test_agencies_have_bearers_too():
    book = plan(
        agencies(
            ("Phòng Y tế", None, "30/6/2024"), ("Phòng Y tế", "1/7/2024", None),
            ("Phòng Y tế", "1/9/2024", None),
            head="Cơ quan | Hiệu lực từ | Hiệu lực đến",
        ),
        appraisals(*((day, "Phòng Y tế", "TC01", "Đạt") for day in ("30/6/2024", "1/7/2024"))),
    )  # fmt: skip
    assert book.owners["row"][book.entries["owner"]].tolist() == [2, 3]
    assert [each for each in found(book) if each[3] != "not_owed"] == [
        ("Cơ quan", 4, "Cơ quan", "duplicate_definition")
    ]


@pytest.mark.parametrize("name", ["Tam Đa", "xã Tam Đa", "UBND xã Tam Đa", "Thị trấn TAM ĐA"])
def test_an_agency_may_not_bear_a_units_name_though_it_ended_before(name):
    book = plan(
        units(("Tam Đa", "A", None, "30/6/2024"), head=HEAD),
        agencies((name, "1/7/2024"), head="Cơ quan | Hiệu lực từ"),
    )
    assert found(book) == [("Cơ quan", 2, "Cơ quan", "duplicate_definition")]


OLD, NEW = "Tiến độ – Sơn Dương", "Tiến độ – Hồng Sơn"


def test_an_owners_worksheet_is_all_bearers_each_in_its_time():
    days = ("30/6/2024", "1/7/2024")
    for text in (None, "Sơn Dương", "UBND xã Sơn Dương"):
        assert meant(*days, text=text, of=SEAMLESS, title=OLD) == ([2, 3], [])
    assert meant(*days, text="Son Duong", of=SEAMLESS, title=OLD) == (
        [2, 3],
        ["guessed_name"] * 2,
    )


def test_a_name_that_means_the_owner_on_its_day_is_no_one_elses():
    book = plan(
        units(
            ("Hồng Lạc", "A", None, "31/8/2024", "Lạc"), ("Hồng Sơn", "A", "1/9/2024", None, "Lạc"),
            head=ALIASED,
        ),
        progress(
            ("31/8/2024", "Lạc", "TC01", "Đạt"),
            ("1/9/2024", "Lạc", "TC01", "Đạt"),
            ("31/8/2024", None, "TC01", "Đạt"),
            ("2/9/2024", "Hồng Lạc", "TC01", "Đạt"),
            head=OWN,
            title=NEW,
        ),
    )  # fmt: skip
    assert found(book) == [
        (NEW, 2, "Đơn vị", "wrong_worksheet"),
        (NEW, 5, "Đơn vị", "wrong_worksheet"),
    ]
    assert book.entries["row"].tolist() == [3, 4]
    assert set(book.owners["name"][book.entries["owner"]]) == {"Hồng Sơn"}


def test_bearers_may_be_named_in_any_place_of_a_list():
    book = plan(*SEAMLESS, progress(("30/6/2024", "Sơn Dương", "TC01", "Đạt")))
    assert book.groups == ("A", "B")
    assert book.owners["label"].tolist() == ["Sơn Dương", "Sơn Dương"]
