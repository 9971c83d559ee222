"""Who is meant, by whichever of their names (rules, 1: Names)."""

import unicodedata

import pytest

from tests.builders import agencies, appraisals, found, plan, progress, units

UNITS = (
    ("Tam Đa", "Xã", "A", None),
    ("Sơn Dương", "Thị trấn", "A", "Thị trấn lỵ sở; SD"),
    ("Xã Hợp Hòa", None, "A", "Hợp-Hòa ; Hợp Hòa cũ;"),
    ("Tân An", "Xã", "A", None),
    ("Tấn An", "Xã", "A", None),
    ("Phú Quốc", "Đặc khu", "A", None),
    ("Quý Quân", "Xã", "A", "QQ"),
    ("TT Na Hang", "Thị trấn", "A", None),
    ("Cầu Giấy", "Phường", "A", None),
)
AGENCIES = (("Công an huyện", "CAH; Công an"), ("UBND huyện", None), ("Phòng Y tế", None))
GUESSED, UNKNOWN = "guessed_name", "unknown_name"

MEANT = {
    "Tam Đa": {
        "bare": "Tam Đa",
        "capitals": "TAM ĐA",
        "blanks": " Tam \u00a0 Đa\n",
        "decomposed": unicodedata.normalize("NFD", "Tam Đa"),
        "zero-width": "Tam\u200bĐa",
        "xã": "xã Tam Đa",
        "X.": "X. Tam Đa",
        "X. close": "X.Tam Đa",
        "UBND": "UBND Tam Đa",
        "UBND xã": "UBND xã Tam Đa",
        "Công an xã": "Công an xã Tam Đa",
        "thị trấn, whatever its kind": "thị trấn Tam Đa",
        "phường": "Phường Tam Đa",
        "P.": "P. Tam Đa",
        "đặc khu": "đặc khu Tam Đa",
        "ĐK": "ĐK Tam Đa",
        "Công an phường": "Công an phường Tam Đa",
        "CA": "CA xã Tam Đa",
        "Ủy ban nhân dân xã": "Ủy ban nhân dân xã Tam Đa",
        "Uỷ ban nhân dân": "Uỷ ban nhân dân Tam Đa",
        "UBND X. close": "UBND X.Tam Đa",
        "UBND đặc khu": "UBND đặc khu Tam Đa",
        "Đảng ủy xã": "Đảng uỷ xã Tam Đa",
        "HĐND phường": "HĐND phường Tam Đa",
        "MTTQ xã": "MTTQ xã Tam Đa",
        "Ủy ban MTTQ xã": "Ủy ban MTTQ xã Tam Đa",
        "an eth for Đ": "Tam \u00d0a",
        "a small eth": "tam \u00f0a",
        "an African D": "Tam \u0189a",
    },
    "Sơn Dương": {
        "kind and name": "Thị trấn Sơn Dương",
        "TT": "TT Sơn Dương",
        "TT.": "TT. Sơn Dương",
        "TT. close": "TT.Sơn Dương",
        "UBND thị trấn": "UBND thị trấn Sơn Dương",
        "Công an thị trấn": "CÔNG AN THỊ TRẤN SƠN DƯƠNG",
        "alias": "sd",
        "first alias": "Thị trấn lỵ sở",
        "alias with a prefix": "UBND SD",
    },
    "Xã Hợp Hòa": {
        "as in the sheet": "Xã Hợp Hòa",
        "without the sheet's prefix": "Hợp Hòa",
        "another prefix": "UBND xã Hợp Hòa",
        "the tone in the other place": "Hợp Hoà",
        "alias after a blank": "Hợp-Hoà",
        "second alias": "hợp hoà cũ",
    },
    "Phú Quốc": {"a kind that is no prefix": "Đặc khu Phú Quốc", "bare": "Phú Quốc"},
    "Quý Quân": {"the tone stays": "Quý Quân", "alias": "QQ"},
    "TT Na Hang": {
        "without the sheet's prefix": "Na Hang",
        "with another": "thị trấn Na Hang",
    },
    "Cầu Giấy": {"P. close": "P.Cầu Giấy"},
    "Công an huyện": {"name": "công an huyện", "alias": "CAH", "second alias": "Công an"},
    "UBND huyện": {"name": "UBND Huyện"},
}
GUESSES = {
    "Tam Đa": {
        "no diacritics": "Tam Da",
        "some": "Tam Đá",
        "with a prefix": "Xã Tam Da",
        "a bare prefix": "xa Tam Da",
        "ubnd xa": "UBND xa Tam Da",
        "cong an phuong": "cong an phuong Tam Da",
        "uy ban nhan dan xa": "Uy ban nhan dan xa Tam Đa",
        "dac khu": "dac khu Tam Đa",
        "before a comma": "Tam Đa, huyện Sơn Dương",
        "before a comma, with a prefix": "UBND xã Tam Đa, H. Sơn Dương, Tuyên Quang",
        "before a bracket": "Tam Đa (xã)",
        "a note": "Tam Đa (cũ)",
        "before a square bracket": "Tam Đa [cũ]",
    },
    "Sơn Dương": {"town": "thi tran Son Duong", "bare": "son duong"},
    "Xã Hợp Hòa": {"no diacritics": "hop hoa", "with the sheet's prefix": "Xa Hop Hoa"},
    "Phú Quốc": {"kind and name": "dac khu phu quoc"},
    "Quý Quân": {"tone": "Qúy Quân"},
    "Phòng Y tế": {"an agency": "Phong Y te"},
}
STRANGERS = {
    "two candidates": "Tan An",
    "two candidates with a prefix": "Xã Tan An",
    "two prefixes": "UBND Công an Tam Đa",
    "prefix twice": "phường phường Tam Đa",
    "two kinds": "xã thị trấn Tam Đa",
    "a kind, then an institution": "xã UBND Tam Đa",
    "a kind that is none": "huyện Tam Đa",
    "an agency with a prefix": "UBND Phòng Y tế",
    "one and another after a comma": "Tam Đa, Tân An",
    "one and another in brackets": "Tam Đa (xã Tân An)",
    "one and another after và": "Tam Đa (cũ và Tân An)",
    "one and an agency": "Tam Đa, Phòng Y tế",
    "one and an alias": "Tam Đa; SD",
    "two joined by và": "Tam Đa và Tân An",
    "a guess before a comma": "Tam Da, huyện Sơn Dương",
    "a semicolon is no comma": "Tam Đa; huyện",
    "a letter too many": "Tam Đaa",
    "a number after it": "Tam Đa 2",
    "part of a name": "Tam",
    "two names": "Tam Đa, Sơn Dương",
    "glued prefix": "xãTam Đa",
    "only a prefix": "UBND xã",
    "an alias without its prefix": "lỵ sở",
    "a stop": "Tam Đa.",
    "a number": 7,
    "a ticked box": True,
}
CASES = [
    *((said, text, owner, None) for owner, ways in MEANT.items() for said, text in ways.items()),
    *((said, text, owner, GUESSED) for owner, w in GUESSES.items() for said, text in w.items()),
    *((said, text, None, UNKNOWN) for said, text in STRANGERS.items()),
]


FIRST_DAY = 45000  # 15/03/2023 as a serial


@pytest.fixture(scope="module")
def read():
    """Read a log with a row for each case, each of a day of its own; map rows to what was found."""
    book = plan(
        units(*UNITS, head="Đơn vị | Loại | Nhóm | Tên gọi khác"),
        agencies(*AGENCIES, head="Cơ quan | Tên gọi khác"),
        appraisals(
            *((FIRST_DAY + n, text, "TC01", "Đạt") for n, (_, text, _, _) in enumerate(CASES))
        ),
    )
    owners = book.owners["name"][book.entries["owner"]]
    problems = {each.row: each.code.value for each in book.problems if each.column == "Đơn vị"}
    return dict(zip(book.entries["row"], owners, strict=True)), problems


@pytest.mark.parametrize(
    ("row", "owner", "problem"),
    [
        pytest.param(row, owner, problem, id=f"{owner}-{said}")
        for row, (said, _, owner, problem) in enumerate(CASES, start=2)
    ],
)
def test_whom_a_name_means(read, row, owner, problem):
    owners, problems = read
    assert (owners.get(row), problems.get(row)) == (owner, problem)


def meant(text, *grids):
    """Return whom a name in the log means, and the problems found."""
    book = plan(*grids, progress(("1/6/2024", text, "TC01", "Đạt")))
    return book.owners["name"][book.entries["owner"]].tolist(), [code for *_, code in found(book)]


ALIASES = "Đơn vị | Nhóm | Tên gọi khác"


def test_a_name_beats_an_alias():
    sheet = units(("Tam Đa", "A", "Đại Phú"), ("Đại Phú", "A", None), head=ALIASES)
    assert meant("Đại Phú", sheet) == (["Đại Phú"], [])


def test_an_agencys_name_beats_a_units_alias():
    sheet = units(("Tam Đa", "A", "Kho bạc"), head=ALIASES)
    assert meant("Kho bạc", sheet, agencies(("Kho bạc",))) == (["Kho bạc"], ["not_owed"])


def test_a_unit_beats_an_agency():
    sheet = (
        units(("Tam Đa", "A", "Trung tâm"), head=ALIASES),
        agencies(("Kho bạc", "Trung tâm"), head="Cơ quan | Tên gọi khác"),
    )
    assert meant("trung tâm", *sheet) == (["Tam Đa"], [])


def test_a_units_alias_beats_an_agencys_whatever_the_worksheets_order():
    sheet = (
        agencies(("Kho bạc", "Trung tâm"), head="Cơ quan | Tên gọi khác"),
        units(("Tam Đa", "A", "Trung tâm"), head=ALIASES),
    )
    assert meant("trung tâm", *sheet) == (["Tam Đa"], [])


def test_an_upper_row_beats_a_lower():
    sheet = units(("Tam Đa", "A", "Xã một"), ("Đại Phú", "A", "xã Một"), head=ALIASES)
    assert meant("XÃ MỘT", sheet) == (["Tam Đa"], [])


def test_a_guess_counts_only_for_one_single_candidate():
    sheet = units(("Tam Đa", "A", "Hồ Sen"), ("Đại Phú", "A", "Hố Sen"), head=ALIASES)
    assert meant("Ho Sen", sheet) == ([], ["unknown_name"])
    assert meant("Ho Sen", units(("Tam Đa", "A", "Hồ Sen; Hố Sen"), head=ALIASES)) == (
        ["Tam Đa"],
        ["guessed_name"],
    )


def test_an_exact_name_is_no_guess_though_another_looks_alike():
    sheet = units(("Tân An", "A"), ("Tấn An", "A"))
    assert meant("Tấn An", sheet) == (["Tấn An"], [])


def test_a_numbered_name():
    sheet = units(("Phường 1", "A"), ("P.2", "A"), (3, "A"))
    assert meant("P.1", sheet) == (["Phường 1"], [])
    assert meant("phường 2", sheet) == (["P.2"], [])
    assert meant("Công an phường 1", sheet) == (["Phường 1"], [])
    assert meant(3.0, sheet) == (["3"], [])
    assert meant("P 1", sheet) == ([], ["unknown_name"])


def test_an_unknown_name_has_the_closest_as_a_suggestion_that_is_not_used():
    book = plan(
        progress(
            ("1/6/2024", "Tam Da 2", "TC01", "Đạt"), ("1/6/2024", "Hà Nội – Huế", "TC01", "Đạt")
        )
    )
    assert book.entries.empty
    first, second = book.problems
    assert (first.row, first.column, first.value) == (2, "Đơn vị", "Tam Da 2")
    assert (first.code, first.suggestion) == ("unknown_name", "Tam Đa")
    assert second.suggestion is None


@pytest.mark.parametrize(
    ("written", "kind", "name", "label"),
    [
        pytest.param("Tam Đa", "Xã", "Tam Đa", "Tam Đa", id="a commune"),
        pytest.param("Tam Đa", None, "Tam Đa", "Tam Đa", id="no kind"),
        pytest.param("Sơn Dương", "Thị trấn", "Sơn Dương", "TT Sơn Dương", id="a town"),
        pytest.param("Sơn Dương", "thị  trấn", "Sơn Dương", "TT Sơn Dương", id="kind by key"),
        pytest.param("Tam Đa", "XÃ", "Tam Đa", "Tam Đa", id="commune by key"),
        pytest.param(" Tam\u00a0 Đa ", "Xã", "Tam Đa", "Tam Đa", id="blanks"),
        pytest.param(
            unicodedata.normalize("NFD", "Tam Đa"), "Xã", "Tam Đa", "Tam Đa", id="decomposed"
        ),
    ],
)
def test_a_units_name_in_json_and_on_screen(written, kind, name, label):
    (unit,) = plan(units((written, kind, "A"), head="Đơn vị | Loại | Nhóm")).owners.itertuples()
    assert (unit.name, unit.label) == (name, label)
