"""The numbers behind every page: one feed a process, each reading and assessment made once."""

import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final, Self
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from lib.assess import Assessment, Changes, assess, compare, history, previous_date
from lib.export.briefing import Briefing
from lib.grid import Grid
from lib.mail import log
from lib.sheet import Book, read, tabs
from lib.source.configuration import ROOT, Configuration, data_folder, read_configuration
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed, Snapshot
from lib.source.google import GoogleSheet
from lib.source.workbook import read_saved_workbook, workbook_stamp
from lib.template.workbook import write_workbook
from lib.ui.filters import Filters
from lib.view import audience as audiences
from lib.view.audience import EVERYTHING, Audience, seen_by, withheld
from lib.view.narrowing import Narrowing
from lib.view.quality import keepers
from lib.view.reminded import NOTHING, Reminded, Sent, reminded

SECRETS: Final = ROOT / ".streamlit" / "secrets.toml"
_log: Final = logging.getLogger(__name__)
CODE: Final = "ma"
"""The address's parameter that names a criterion on its page."""
WORKBOOK_VARIABLE: Final = "DASHBOARD_WORKBOOK"
WORKBOOK_NAME: Final = "so-theo-doi.xlsx"
WORKBOOK_REFRESH_SECONDS: Final = 1.0
ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, eq=False, kw_only=True)
class Current(Briefing):
    """What one page shows, and what its exports hold: the sheet under the reader's filters."""

    filters: Filters
    fingerprint: str
    today: date
    grids: tuple[Grid, ...]
    reminded: Reminded = NOTHING
    mailed: str = ""
    """Names the state of the log of what was mailed."""

    @property
    def key(self) -> str:
        """All that decides what is seen: the content, the day, the reader's choice and audience."""
        choice = f"{self.filters.href('')} {self.subject} {self.audience.key}"
        return f"{self.fingerprint} {self.today} {choice} {self.mailed}"

    @property
    def at_work(self) -> Filters:
        """The filters that narrow this page; a page about a unit or agency is of no other."""
        if self.subject is None:
            return self.filters
        if self.subject.unit:
            return replace(self.filters, group=None, unit=None)
        return replace(self.filters, agency=None)

    def about(self, *, unit: str | None = None, agency: str | None = None) -> Self:
        """Make the unit or the agency, by its screen name, what the page is about."""
        chosen = self.filters
        if unit:
            return replace(self, subject=Narrowing(unit=unit, agency=chosen.agency))
        return replace(self, subject=Narrowing(chosen.group, chosen.unit, agency))

    def called(self, label: str, *, is_unit: bool) -> int:
        """Return the number of whom a screen name stands for on the date shown."""
        owners = self.book.owners
        known = owners.index[(owners["is_unit"] == is_unit) & (owners["label"] == label)]
        return self.book.names.next(known.tolist(), self.as_of)

    def unit_href(self, label: str) -> str:
        """Return the address of a unit's page under these filters."""
        return self.filters.href("don-vi", of=label)

    def owner_href(self, label: str) -> str:
        """Return the address of a unit's or an agency's page under these filters."""
        owners = self.book.owners
        agency = label in set(owners.loc[~owners["is_unit"], "label"])
        return self.agency_href(label) if agency else self.unit_href(label)

    def agency_href(self, label: str) -> str:
        """Return the address of an agency's page under these filters."""
        return self.filters.href("co-quan", of=label)

    def criterion_href(self, code: str | None = None) -> str:
        """Return the address of a criterion's page under these filters, or of the list of them."""
        page = self.filters.href("tieu-chi")
        if code is None:
            return page
        return f"{page}{'&' if '?' in page else '?'}{urlencode({CODE: code})}"


def snapshot() -> Snapshot:
    """Give the newest reading at once, without waiting where there ever was one."""
    return feed().snapshot()


@st.cache_resource(show_spinner=False)
def feed() -> Feed:
    """Make the process's one feed: the Google spreadsheet where configured, else the workbook."""
    try:
        return _google_feed(read_configuration(SECRETS))
    except SourceError as failure:
        if failure.code is SourceErrorCode.CONFIGURATION_MISSING:
            return _workbook_feed(workbook_path())
        return _misconfigured_feed()


def workbook_path() -> Path:
    """Name the workbook: the environment's, else the one among the app's data."""
    return Path(os.environ.get(WORKBOOK_VARIABLE) or data_folder() / WORKBOOK_NAME)


def today() -> date:
    """Read the clock where the plan lives; the only place it is read."""
    return datetime.now(ZONE).date()


def local(moment: datetime) -> datetime:
    """Put a moment on the clock on the reader's wall."""
    return moment.astimezone(ZONE)


@st.cache_resource(show_spinner=False, max_entries=3)
def book_of(fingerprint: str, today: date, _grids: tuple[Grid, ...]) -> Book:
    """Read the sheet once for each content and day."""
    return read(_grids, today=today)


def people(taken: Snapshot) -> Mapping[str, Audience]:
    """Return by address who is named in the sheet; nobody where nothing was ever read."""
    if not taken.grids:
        return {}
    day = today()
    book = book_of(taken.fingerprint, day, taken.grids)
    return _people(taken.fingerprint, day, book)


@st.cache_resource(show_spinner=False, max_entries=3)
def _people(fingerprint: str, today: date, _book: Book) -> Mapping[str, Audience]:
    return audiences.people(_book)


@st.cache_resource(show_spinner=False, max_entries=32)
def assessment_of(fingerprint: str, today: date, as_of: date, _book: Book) -> Assessment:
    """Assess the book once for each content, day and as-of date."""
    return assess(_book, as_of=as_of)


@st.cache_resource(show_spinner=False, max_entries=32)
def changes_of(fingerprint: str, today: date, as_of: date, previous: date, _book: Book) -> Changes:
    """Compare two dates once for each content and day."""
    return compare(
        _book,
        assessment_of(fingerprint, today, as_of, _book),
        assessment_of(fingerprint, today, previous, _book),
    )


@st.cache_resource(show_spinner=False, max_entries=32)
def history_of(
    fingerprint: str,
    today: date,
    dates: tuple[date, ...],
    agency: str | None,
    code: str | None,
    _book: Book,
) -> pd.DataFrame:
    """Assess several dates at once for a trend, of an agency's criteria or of one where named."""
    return history(_book, dates, agency=agency, code=code)


def current(
    taken: Snapshot,
    book: Book,
    chosen: Filters,
    *,
    today: date,
    audience: Audience = EVERYTHING,
) -> Current:
    """Put together what a page shows its audience."""
    choice, mailed = f"{chosen.href('')} {audience.key}", _mailed()
    about = (taken.fingerprint, today, choice, mailed)
    return _current(*about, chosen, audience, book, taken.grids)


@st.cache_resource(show_spinner=False, max_entries=64)
def _current(
    fingerprint: str,
    today: date,
    choice: str,
    mailed: str,
    _chosen: Filters,
    _audience: Audience,
    _book: Book,
    _grids: tuple[Grid, ...],
) -> Current:
    as_of = _chosen.as_of or _book.settings.as_of
    previous = _chosen.previous or previous_date(_book.settings, as_of)
    about = (fingerprint, today)
    told = _sent(mailed)
    # What a reader looks at of the past knows nothing of what was sent since.
    until = as_of if _chosen.as_of else today
    return Current(
        book=withheld(_book, _audience, lambda: keepers(_book, tabs.recognised(_grids))),
        whole=seen_by(assessment_of(*about, as_of, _book), _audience),
        whole_before=seen_by(assessment_of(*about, previous, _book), _audience),
        whole_changes=changes_of(*about, as_of, previous, _book),
        filters=_chosen,
        fingerprint=fingerprint,
        today=today,
        grids=_grids,
        audience=_audience,
        reminded=reminded(told, _book, _audience, until=until),
        mailed=mailed,
    )


def _mailed() -> str:
    """Name the state of the log of what was mailed; nothing where there is none."""
    try:
        found = (data_folder() / log.FILE).stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


@st.cache_resource(show_spinner=False, max_entries=2)
def _sent(mailed: str) -> tuple[Sent, ...]:
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


def on(shown: Current, day: date) -> Assessment:
    """Assess another day for the audience of a page."""
    book = book_of(shown.fingerprint, shown.today, shown.grids)
    whole = assessment_of(shown.fingerprint, shown.today, day, book)
    return seen_by(whole, shown.audience)


def trend(
    shown: Current,
    dates: tuple[date, ...],
    *,
    agency: str | None = None,
    code: str | None = None,
) -> pd.DataFrame:
    """Return the units' figures on each of the dates; met may be of one agency's or one alone."""
    book = book_of(shown.fingerprint, shown.today, shown.grids)
    return history_of(shown.fingerprint, shown.today, dates, agency, code, book)


def cell_href(shown: Current, worksheet: str, cell: str | None) -> str | None:
    """Return the address of a cell in the Google spreadsheet; None for a workbook."""
    configured = configuration()
    gid = dict(shown.book.worksheets).get(worksheet)
    return None if configured is None else configured.cell_url(gid, cell)


@st.cache_resource(show_spinner=False)
def configuration() -> Configuration | None:
    """Read which spreadsheet to use; None for a workbook, also while the settings are wrong."""
    try:
        return read_configuration(SECRETS)
    except SourceError:
        return None


def _workbook_feed(path: Path) -> Feed:
    if path == data_folder() / WORKBOOK_NAME and not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another process has been quicker
            write_workbook(path, with_sample=True)
    return Feed(
        lambda: read_saved_workbook(path),
        identity=f"workbook:{path}",
        refresh_seconds=WORKBOOK_REFRESH_SECONDS,
        stamp=lambda: workbook_stamp(path),
    )


def _google_feed(configured: Configuration) -> Feed:
    sheet = GoogleSheet(configured)
    return Feed(
        sheet.read,
        identity=configured.identity,
        refresh_seconds=configured.refresh_seconds,
        cache_file=data_folder() / ".cache" / "sheet.json",
        forget=sheet.forget,
    )


def _misconfigured_feed() -> Feed:
    def read_again() -> tuple[Grid, ...]:
        return GoogleSheet(read_configuration(SECRETS)).read()

    return Feed(read_again, identity="misconfigured")
