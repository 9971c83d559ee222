"""Files are written one at a time, and one that fails holds up no other."""

import threading
from collections.abc import Callable

import pytest

from lib.ui import exports

PATIENCE = 60.0


def begun(write: Callable[[], bytes]) -> threading.Thread:
    thread = threading.Thread(target=exports._written, args=(write,), daemon=True)
    thread.start()
    return thread


def test_a_second_file_waits_for_the_first():
    first_begins, may_end, written = threading.Event(), threading.Event(), []

    def first() -> bytes:
        first_begins.set()
        may_end.wait(PATIENCE)
        written.append("first")
        return b""

    def second() -> bytes:
        written.append("second")
        return b""

    threads = [begun(first)]
    assert first_begins.wait(PATIENCE)
    threads.append(begun(second))
    assert written == []
    may_end.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert written == ["first", "second"]


def test_a_file_that_fails_lets_the_next_be_written():
    def fails() -> bytes:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        exports._written(fails)
    assert exports._written(lambda: b"x") == b"x"
