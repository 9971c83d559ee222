"""Text is compared, sorted and guessed as a Vietnamese reader would do it."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.vietnamese import closest, code_key, collation_key, fold, key, tidy

GOLDEN = Path(__file__).parent / "golden"

TONED = "oòóỏõọ aàáảãạ eèéẻẽẹ uùúủũụ yỳýỷỹỵ"
troublesome = st.text(
    st.characters()
    | st.characters(categories=["Cs", "Cf", "Zs", "Mn"])
    | st.sampled_from(TONED + TONED.upper() + "qQđĐ.\u0300\u0301\u0302\u031b\u0323\ufe0f\u200b"),
    max_size=12,
)


@pytest.mark.parametrize(
    "space",
    [
        *"\t\n\r\v\f\x1c\x85\xa0\u1680\u2003\u2009\u2028\u2029\u202f\u205f\u3000",
        *"\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u202c\u180e\x00",
        *["\r\n", " \t ", "\xa0\u200b "],
    ],
    ids=ascii,
)
@pytest.mark.parametrize("same", [tidy, key], ids=lambda same: same.__name__)
def test_every_kind_of_space_is_one_space(same, space):
    assert same(f"{space}a{space}b{space}") == "a b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \u200b\t", ""),
        ("Đức Hòa", "Đức Hòa"),
        (unicodedata.normalize("NFD", "Thượng Ấm"), "Thượng Ấm"),
        ("HỢP  Hoà ", "HỢP Hoà"),
        ("\u2714\ufe0f", "\u2714\ufe0f"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
    ],
    ids=ascii,
)
def test_tidy_keeps_case_tones_and_signs(text, expected):
    assert tidy(text) == expected


@pytest.mark.parametrize(
    "variants",
    [
        ["Hòa", "Hoà", "hoà", "HOÀ", "HÒA", unicodedata.normalize("NFD", "Hoà")],
        ["Thủy", "Thuỷ", "THUỶ", "thủy"],
        ["hỏe", "hoẻ"],
        ["ủy ban", "uỷ ban", "Uỷ  Ban"],
        ["ọe", "oẹ"],
        ["khỏa", "khoả"],
        ["lũy tre", "luỹ tre"],
        ["họa, sỹ", "hoạ, sỹ"],
        ["hòa-bình", "hoà-bình"],
        ["hóa10", "hoá10"],
        ["(xóa)", "(xoá)"],
        ["✔", "✔\ufe0f", "✔\ufe0e"],
        ["Đạt", "đạt", "ĐẠT ", "\ufeffĐạt"],
        ["Tam Đa", "Tam \u00d0a", "Tam \u0189a", "tam đa", "tam \u00f0a", "tam \u0256a"],
    ],
    ids=lambda variants: variants[0],
)
def test_variants_share_one_key(variants):
    assert len({key(variant) for variant in variants}) == 1


@pytest.mark.parametrize("first", ["oa", "oe", "uy"])
@pytest.mark.parametrize("tone", "\u0300\u0301\u0303\u0309\u0323", ids=ascii)
def test_tone_of_an_open_syllable_has_one_place(first, tone):
    on_first = unicodedata.normalize("NFC", f"th{first[0]}{tone}{first[1]}")
    on_second = unicodedata.normalize("NFC", f"th{first}{tone}")
    assert key(on_second) == on_first == key(on_first)


@pytest.mark.parametrize(
    "text",
    [
        *["hoàn", "hoài", "loét", "khuỷu", "thuỳnh", "hoằng", "hoá\u0302"],
        *["quý", "quỳ", "quỷ", "quỹ", "quỵ", "quà"],
        *["thuở", "mùa", "của", "nghĩa", "kỳ", "hòn"],
    ],
)
def test_other_tones_stay_where_they_are(text):
    assert key(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoa", "hòa"), ("Tam Đa", "Tam Da"), ("ma", "mà"), ("tu", "tư"), ("TamĐa", "Tam Đa")],
)
def test_different_words_have_different_keys(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "variant", ["TC05", "tc05", "TC 05", "T.C. 05.", " TC\xa005", "TC\u200b05", "tc.05\ufe0f"]
)
def test_codes_ignore_spaces_and_full_stops(variant):
    assert code_key(variant) == "tc05"


@pytest.mark.parametrize(
    "variant", ["TC1.1", "tc 1.1", "TC1 .1", "TC1. 1", "T.C. 1 . 1.", "TC1.1.", "TC\u200b1.1"]
)
def test_a_full_stop_between_digits_counts(variant):
    assert code_key(variant) == "tc1.1"


@pytest.mark.parametrize(
    ("one", "other"),
    [("TC05", "TC-05"), ("TC5", "TC05"), ("Đ1", "D1"), ("TC1.1", "TC11"), ("1.1.1", "1.11")],
)
def test_other_signs_in_codes_count(one, other):
    assert code_key(one) != code_key(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đức Hòa", "duc hoa"),
        ("ĐẠI PHÚ", "dai phu"),
        ("Thượng  Ấm", "thuong am"),
        ("Tam \u00d0a", "tam da"),
        ("Tam \u0189a", "tam da"),
        ("Hợp Hoà", "hop hoa"),
        ("Quyết Thắng 2", "quyet thang 2"),
        ("Ba Vì – Đắk R'Lấp", "ba vi – dak r'lap"),
        ("", ""),
    ],
)
def test_fold_removes_every_diacritic(text, expected):
    assert fold(text) == expected


def changes(character: str) -> bool:
    forms = {unicodedata.normalize("NFD", character), character.casefold(), character}
    return len(forms) > 1 or unicodedata.category(character) in {"Mn", "Cf", "Cc", "Cs", "Zs"}


@pytest.mark.parametrize("same", [tidy, key, code_key, fold], ids=lambda same: same.__name__)
def test_every_character_with_several_forms_settles_at_once(same):
    syllables = [*range(0xAC00, 0xD7A4)]  # Hangul: eleven thousand that behave alike
    characters = map(chr, set(range(0x110000)).difference(syllables[1:]))
    once = [same(f"o{character}à") for character in characters if changes(character)]
    assert [same(text) for text in once] == once


@given(troublesome)
def test_keys_settle_at_once(text):
    for same in (tidy, key, code_key, fold):
        assert same(same(text)) == same(text)
    assert key(tidy(text)) == key(text)
    assert fold(key(text)) == fold(text)
    assert collation_key(tidy(text)) == collation_key(text)


@given(troublesome)
def test_results_can_be_written_to_a_file(text):
    for result in (tidy, key, code_key, fold, collation_key):
        result(text).encode()


@given(troublesome)
def test_composed_and_decomposed_text_is_the_same(text):
    decomposed = unicodedata.normalize("NFD", text)
    for result in (tidy, key, code_key, fold, collation_key):
        assert result(decomposed) == result(text)


def test_names_sort_as_in_the_vietnamese_collation_of_cldr():
    # The file's order is ICU 72's (locale vi, strength tertiary).
    names = (GOLDEN / "vietnamese_order.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(sorted(names), key=collation_key) == names
    assert len({collation_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    "ordered",
    [
        [*"aăâbcdđeêghiklmnoôơpqrstuưvxy"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["ba", "bá", "ban"],
        ["Tân An", "Tấn An", "Tân Ấp"],
        ["tam đa", "Tam Đa", "TAM ĐA"],
        ["hồng sơn", "Hồng Sơn", "hổng sơn"],
        ["Sơn La", "Sơn-La", "Sơn1", "Sơna"],
        ["", "-", "1", "a"],
        ["Phường 1", "Phường 10", "Phường 2", "Phường An"],
        ["Dương", "Đa", "Đại", "Em"],
        ["z", "я", "日"],
        ["~", "☎", "0"],
    ],
    ids=" < ".join,
)
def test_letters_come_before_tones_before_case(ordered):
    assert sorted([*reversed(ordered)], key=collation_key) == ordered
    assert len({collation_key(text) for text in ordered}) == len(ordered)


NAMES = ["Sơn Dương", "Tam Đa", "Sơn Nam", "Đông Lợi", "Đông Thọ", "Hồng Sơn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tam Da 2", "Tam Đa"),
        ("Tma Đa", "Tam Đa"),
        ("SON DUOG", "Sơn Dương"),
        ("Sơn Nma", "Sơn Nam"),
        ("hồng sơn cũ", "Hồng Sơn"),
        ("Đông Lọi", "Đông Lợi"),
        ("Sầm Sơn Thanh Hóa", None),
        ("x", None),
        ("", None),
        ("\u200b", None),
    ],
)
def test_closest_name(text, expected):
    assert closest(text, NAMES) == expected


def test_closest_of_equals_is_the_first():
    assert closest("tan an", ["Tấn An", "Tân An"]) == "Tấn An"
    assert closest("tan an", iter(["Tân An", "Tấn An"])) == "Tân An"


def test_closest_of_no_names():
    assert closest("Tam Đa", []) is None
