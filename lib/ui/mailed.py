"""What was mailed, as the log tells it: read once for each state of the log."""

import logging
from typing import Final

import streamlit as st

from lib.mail import log
from lib.source.configuration import data_folder
from lib.view.reminded import Sent

_log: Final = logging.getLogger(__name__)


def state() -> str:
    """Name the state of the log of what was mailed; nothing where there is none."""
    try:
        found = (data_folder() / log.FILE).stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


@st.cache_resource(show_spinner=False, max_entries=2)
def sent(state: str) -> tuple[Sent, ...]:
    """Read once for each state of the log which reminders went out."""
    try:
        lines = log.read_log(data_folder() / log.FILE)
    except OSError as problem:
        _log.warning("the log of reminders cannot be read: %s", problem.strerror)
        return ()
    return tuple(
        (line.owner, line.day, line.items)
        for line in lines
        if line.letter is log.Letter.REMINDER and line.step is log.Step.SENT
    )
