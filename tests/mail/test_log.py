"""The log of what was sent: its own reader's only, whole lines, one sender at a time."""

import os
import resource
import signal
import stat
from dataclasses import replace
from datetime import date

import pytest

from lib.mail.log import BusyError, Letter, Line, Step, alone, append, read_log

LINE = Line(
    Letter.REMINDER,
    "Tam Đa",
    date(2024, 9, 15),
    Step.SENDING,
    "2024-09-15T08:00:00+07:00",
    ("a@x.vn",),
    ("TC01", "T9"),
    "<1@x.vn>",
)


def test_lines_come_back_as_written(tmp_path):
    file = tmp_path / "deep" / "log.jsonl"
    lines = (LINE, replace(LINE, step=Step.SENT, refused=("b@x.vn",)))
    for line in lines:
        append(file, line)
    assert read_log(file) == lines
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_no_file_is_an_empty_log(tmp_path):
    assert read_log(tmp_path / "log.jsonl") == ()


@pytest.mark.parametrize(
    "rubbish", [b"{", b"null", b'{"letter": "reminder"}', b"\xff\xfe", b"[]", b'{"letter": 1}']
)
def test_what_is_no_line_is_passed_over(tmp_path, rubbish):
    file = tmp_path / "log.jsonl"
    append(file, LINE)
    with file.open("ab") as opened:
        opened.write(rubbish)  # what a crash left of a line
    append(file, LINE)
    assert read_log(file) == (LINE, LINE)


def test_a_full_disk_leaves_the_log_as_it_was(tmp_path):
    file = tmp_path / "log.jsonl"
    append(file, LINE)
    before = file.read_bytes()
    child = os.fork()
    if child == 0:  # no file of the child may grow by more than a few bytes
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, len(before) + 10))
        try:
            append(file, LINE)
        except OSError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert file.read_bytes() == before


def test_only_one_sends_at_a_time(tmp_path):
    file = tmp_path / "log.jsonl"
    with alone(file), pytest.raises(BusyError), alone(file):
        pass
    with alone(file):
        pass
