"""A list of who edits what, as office programs write it."""

import unicodedata
from pathlib import Path

import pytest

from lib.template.editors import EditorsError, csv_rows, listed_editors
from lib.vietnamese import key


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param("Tên;Email\nTam Đa;an@x.vn\n".encode("utf-8-sig"), id="utf-8 with its mark"),
        pytest.param("Tên;Email\r\nTam Đa;an@x.vn\r\n".encode(), id="utf-8"),
        pytest.param("Tên\tEmail\r\nTam Đa\tan@x.vn\r\n".encode("utf-16"), id="unicode text"),
        pytest.param("Tên\tEmail\nTam Đa\tan@x.vn\n".encode("utf-16-be"), id="utf-16, no mark"),
        pytest.param("Tên,Email\nTam Đa,an@x.vn".encode("utf-16-le"), id="utf-16-le, no mark"),
        pytest.param("Tên,Email\nTam Đa,an@x.vn".encode("cp1258"), id="windows-1258"),
    ],
)
def test_a_list_is_read_whatever_wrote_it(encoded: bytes) -> None:
    (one,) = listed_editors(csv_rows(encoded), Path("e.csv"))
    assert key(one.name) == key("Tam Đa")
    assert one.address == "an@x.vn"


def test_tones_that_windows_1258_writes_apart_are_joined() -> None:
    encoded = unicodedata.normalize("NFD", "Bình").encode("cp1258") + b",b@x.vn"
    (one,) = listed_editors(csv_rows(encoded), Path("e.csv"))
    assert one.name == "Bình"


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("An,an@x.vn", [("An", "an@x.vn")]),
        ("\ufeffĐơn vị;Email\nAn;an@x.vn\n", [("An", "an@x.vn")]),
        ("Đơn vị,Email\n\n An , an@x.vn \n,\n", [("An", "an@x.vn")]),
        ('"An, xã",an@x.vn', [("An, xã", "an@x.vn")]),
        ('An,"an@x.vn; an2@x.vn"', [("An", "an@x.vn"), ("An", "an2@x.vn")]),
        ("TT,Đơn vị,Ghi chú,Thư điện tử\n1,An,x,an@x.vn", [("An", "an@x.vn")]),
        ("", []),
    ],
)
def test_editors_are_read(content: str, read: list[tuple[str, str]]) -> None:
    editors = listed_editors(csv_rows(content.encode()), Path("e.csv"))
    assert [(one.name, one.address) for one in editors] == read


@pytest.mark.parametrize("content", ["An,an@x.vn\nBình,", ",an@x.vn", "An,an@x.vn\nBình,x.vn"])
def test_a_line_that_is_none_is_refused(content: str) -> None:
    with pytest.raises(EditorsError, match="dòng"):
        listed_editors(csv_rows(content.encode()), Path("e.csv"))
