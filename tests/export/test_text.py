"""Text from the sheet stays readable and becomes no instruction."""

import pytest

from lib.export.text import as_written, clipped, harmless, legible, one_line
from lib.view.marks import link, plain, tone


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Tam Đa", "Tam Đa", id="plain"),
        pytest.param(None, "", id="nothing"),
        pytest.param("a\x00b\x1fc", "a\ufffdb\ufffdc", id="control characters"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a surrogate pair"),
        pytest.param("a\ufffeb\uffff", "a\ufffdb\ufffd", id="no characters at all"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tab and line stay"),
        pytest.param("👮‍♂️ ✔", "👮‍♂️ ✔", id="emoji"),
    ],
)
def test_legible(text, shown):
    assert legible(text) == shown


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_what_begins_like_a_formula_gets_an_apostrophe(first):
    assert harmless(f"{first}1+1") == f"'{first}1+1"


@pytest.mark.parametrize("text", ["1+1", "TC01", "– gạch dài", "", " =1"])
def test_other_text_stays(text):
    assert harmless(text) == text


def test_clipped_text_shows_that_it_is():
    assert clipped("x" * 5000, 10) == "xxxxxxxxx…"
    assert clipped("a\n b ", 10) == "a b"
    assert one_line(" a\t\nb ") == "a b"


@pytest.mark.parametrize(
    "text",
    [
        "Tam Đa",
        "a*b_c",
        r"back\slash",
        "[x](javascript:alert(1))",
        "<script>",
        "x@y.vn",
        "5. mục: 1",
    ],
)
def test_what_screens_escape_reads_as_written(text):
    assert as_written(plain(text)) == text
    assert as_written(tone(f"**■** {plain(text)}", "red")) == f"■ {text}"
    assert as_written(link(text, "don-vi?don-vi=Tam")) == text
