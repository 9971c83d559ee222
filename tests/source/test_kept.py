"""The kept copy: what is written comes back as it was, and nothing doubtful is believed."""

import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.grid import Grid
from lib.source import kept

READ_AT = datetime(2024, 9, 15, 1, 2, 3, 456, tzinfo=UTC)
GRIDS = (Grid("Tiến độ", (("x", 1, 1.5, True, None, date(2024, 9, 15)), ()), 7), Grid("Trống", ()))

cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=[])),
    st.dates(),
    st.datetimes().map(lambda moment: moment.replace(fold=0)),
)
grids = st.lists(
    st.builds(
        Grid,
        st.text(max_size=5),
        st.lists(st.lists(cells, max_size=4).map(tuple), max_size=4).map(tuple),
        st.none() | st.integers(0, 2**31),
    ),
    max_size=3,
).map(tuple)


@given(grids)
def test_every_cell_comes_back_with_its_type(written: tuple[Grid, ...]) -> None:
    read = kept.decoded(kept.encoded(written))
    assert repr(read) == repr(written)
    assert kept.encoded(read) == kept.encoded(written)


def test_a_copy_comes_back(tmp_path: Path) -> None:
    body = kept.encoded(GRIDS)
    assert kept.keep(tmp_path / "a" / "copy", body, identity="x", read_at=READ_AT)
    copy = kept.restore(tmp_path / "a" / "copy", identity="x")
    assert copy == kept.Copy(GRIDS, READ_AT, kept.fingerprint(body))


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "copy"
    kept.keep(path, kept.encoded(GRIDS), identity="x", read_at=READ_AT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("share", [0, 0.02, 0.5, 0.9, 0.999])
def test_a_cut_copy_is_refused(tmp_path: Path, share: float) -> None:
    path = tmp_path / "copy"
    kept.keep(path, kept.encoded(GRIDS), identity="x", read_at=READ_AT)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert kept.restore(path, identity="x") is None


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"null\n[]", b"[]\n[]", b'{"format": 1}\n[]', b"\x80\x04.", b"{}\n{}"]
)
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "copy"
    path.write_bytes(content)
    assert kept.restore(path, identity="x") is None


def test_one_changed_letter_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    kept.keep(path, kept.encoded(GRIDS), identity="x", read_at=READ_AT)
    path.write_bytes(path.read_bytes().replace(b"2024-09-15", b"2024-09-16"))
    assert kept.restore(path, identity="x") is None


def test_another_sheets_copy_is_refused(tmp_path: Path) -> None:
    kept.keep(tmp_path / "copy", kept.encoded(GRIDS), identity="x", read_at=READ_AT)
    assert kept.restore(tmp_path / "copy", identity="y") is None


def test_no_copy_is_no_fault(tmp_path: Path) -> None:
    assert kept.restore(tmp_path / "copy", identity="x") is None


def test_a_place_that_cannot_be_written_costs_only_the_copy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "copy"
    assert not kept.keep(path, kept.encoded(GRIDS), identity="x", read_at=READ_AT)


def test_equal_contents_have_equal_fingerprints() -> None:
    again = kept.decoded(kept.encoded(GRIDS))
    assert kept.fingerprint(kept.encoded(again)) == kept.fingerprint(kept.encoded(GRIDS))
