"""Text from the sheet shows as written; lights always have colour, shape and word."""

import re

import pytest

from lib.view import marks

JOINER = "\u2060"


@pytest.mark.parametrize(
    "text",
    [
        "**đậm** _nghiêng_ ~~gạch~~ `mã`",
        "[bấm](http://xấu.vn) ![hình](http://xấu.vn/a.png)",
        "<b onclick=alert(1)>chữ</b> &amp;",
        "# Tiêu đề",
        "> trích",
        "1. một",
        "- gạch đầu dòng",
        "| a | b |",
        "$x^2$",
        ":red[đỏ] :material/home: :tada:",
        "a --- b === c",
        "\\",
    ],
)
def test_plain_keeps_every_letter(text):
    shown = re.sub(r"\\(.)", r"\1", marks.plain(text)).replace(JOINER, "")
    assert shown == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://a.vn", f"https:{JOINER}//a\\.vn"),
        ("www.a.vn", f"www{JOINER}\\.a\\.vn"),
        ("an@a.vn", f"an@{JOINER}a\\.vn"),
        (":red[x]", f":{JOINER}red\\[x\\]"),
        ("hai\ndòng\t  nữa", "hai dòng nữa"),
        ("  Tam Đa ", "Tam Đa"),
        ("a\u202eb\u2066c\ud83dd\x00e", "a b c\ufffdd e"),
        (None, ""),
        ("Ghi chú: xong", "Ghi chú: xong"),
    ],
)
def test_plain_breaks_links_and_directives(text, shown):
    assert marks.plain(text) == shown


def test_marks():
    assert marks.light("red") == ":red[**■** Đỏ]"
    assert marks.status("met") == ":green[**✔** Đạt]"
    assert marks.status("met", appraised=True) == ":green[**✔✔** Đạt – đã thẩm định]"
    assert marks.status("no_data") == ":gray[**○** Chưa báo cáo]"
    assert marks.state("done_late") == ":orange[**✔** Hoàn thành quá hạn]"
    assert marks.link("A [b]", "don-vi?x=1") == "[A \\[b\\]](don-vi?x=1)"


def test_a_short_name_stays_on_one_line():
    assert marks.unbroken("TT Sơn Dương") == "TT\u00a0Sơn\u00a0Dương"
    assert marks.unbroken("Ủy ban MTTQ Việt Nam huyện") == "Ủy ban MTTQ Việt Nam huyện"
    assert marks.unbroken("[x](y)") == marks.plain("[x](y)")
