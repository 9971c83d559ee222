"""The numbers behind every page: one feed a process, each reading and assessment made once."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from lib.assess import Assessment, Changes, assess, compare, history, previous_date
from lib.assess.memory import Remembered
from lib.grid import Grid
from lib.memory.files import Memory, Reading
from lib.memory.place import WORKBOOK
from lib.memory.recorder import Offer
from lib.recall import known_book, remembered
from lib.sheet import Book, read, tabs
from lib.source import lists
from lib.source.configuration import ROOT, Configuration, data_folder, read_configuration
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed, Snapshot
from lib.source.google import GoogleSheet
from lib.source.kept import Copy
from lib.source.several import MINUTE, Several
from lib.source.workbook import read_saved_workbook, workbook_stamp
from lib.template.workbook import write_workbook
from lib.ui import mailed, memory, newest
from lib.ui.current import Current, Recollection
from lib.ui.filters import Filters
from lib.view import audience as audiences
from lib.view.audience import EVERYTHING, Audience, Role, seen_by, withheld
from lib.view.quality import keepers
from lib.view.reminded import reminded

SECRETS: Final = ROOT / ".streamlit" / "secrets.toml"
WORKBOOK_VARIABLE: Final = "DASHBOARD_WORKBOOK"
WORKBOOK_NAME: Final = lists.LEADING
WORKBOOK_REFRESH_SECONDS: Final = 1.0
ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
Then = tuple[Book, Assessment]


def snapshot() -> Snapshot:
    """Give the newest reading at once, without waiting where there ever was one."""
    taken = feed().snapshot()
    newest.reading_is(taken.fingerprint)
    return taken


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


@st.cache_resource(show_spinner=False, max_entries=6)
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


@newest.kept(32)
def assessment_of(fingerprint: str, today: date, as_of: date, _book: Book) -> Assessment:
    """Assess the book once for each content, day and as-of date."""
    return assess(_book, as_of=as_of)


@newest.kept(32)
def changes_of(fingerprint: str, today: date, as_of: date, previous: date, _book: Book) -> Changes:
    """Compare two dates once for each content and day."""
    return compare(
        _book,
        assessment_of(fingerprint, today, as_of, _book),
        assessment_of(fingerprint, today, previous, _book),
    )


@newest.kept(32)
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


def held() -> memory.Hold | memory.Wrong | None:
    """Return the process's hold on the memory of the sheet that is read; None where it is off."""
    identity = _identity()
    return None if identity is None else _held(identity)


@st.cache_resource(show_spinner=False)
def _identity() -> str | None:
    """Name the sheet among those a memory may hold; None while the settings are wrong."""
    try:
        return read_configuration(SECRETS).identity
    except SourceError as failure:
        return WORKBOOK if failure.code is SourceErrorCode.CONFIGURATION_MISSING else None


@st.cache_resource(show_spinner=False)
def _held(identity: str) -> memory.Hold | memory.Wrong | None:
    return memory.hold(identity)


def known() -> memory.Known | None:
    """Return what the days recorded before today held, as far as it is known by now."""
    found = held()
    return found.recall.look(today()) if isinstance(found, memory.Hold) else None


def as_shown(day: date) -> tuple[Snapshot, Book, date] | None:
    """Return a past day's own reading, its Book and the day it was recorded; None without one."""
    found = held()
    if not isinstance(found, memory.Hold) or day >= today():
        return None
    reading = _reading(found.memory.identity, day, found.memory.changed(), found.memory)
    if reading is None:
        return None
    book = book_of(reading.fingerprint, reading.day, reading.grids)
    return Snapshot(reading.grids, reading.read_at, reading.fingerprint), book, reading.day


@st.cache_resource(show_spinner=False, max_entries=6)
def _reading(identity: str, day: date, changed: int, _memory: Memory) -> Reading | None:
    return _memory.known(day)


@st.cache_resource(show_spinner=False, max_entries=8)
def _then(identity: str, day: date, mark: str, _memory: Memory) -> Then | None:
    """Return what was known at the end of a day, and assess it as of its own, once."""
    book = known_book(_memory, day)
    return None if book is None else (book, assess(book, as_of=book.today))


@newest.kept(32)
def _remembered(
    fingerprint: str, today: date, as_of: date, previous: date, mark: str, _book: Book
) -> Remembered | None:
    """Ask memory once for each content, day and pair of dates."""
    found, recalled = held(), known()
    if not isinstance(found, memory.Hold) or recalled is None:
        return None
    yesterday = today - timedelta(days=1)  # today's record is today's sheet
    then = _then(found.memory.identity, min(previous, yesterday), mark, found.memory)
    now = assessment_of(fingerprint, today, as_of, _book)
    digests = recalled.past.digests
    if then is None:
        told = remembered(_book, now, None, digests)
    else:
        then_book, assessed = then
        now_then = assessment_of(fingerprint, today, then_book.today, _book)
        told = remembered(_book, now, then_book, digests, then=assessed, now_then=now_then)
    return replace(told, complete=recalled.complete)


def _recollection(audience: Audience) -> Recollection:
    """Tell how memory stands to an audience; the public is told nothing."""
    found = known()
    if audience.role is Role.PUBLIC:
        return Recollection()
    leads = audience.role is Role.ALL
    trouble = memory.trouble(held()) if leads else None
    if found is None:
        return Recollection(trouble=trouble)
    passed_over = tuple((each.day, each.fault.value) for each in found.past.passed_over)
    told = passed_over if leads else ()
    return Recollection(found.mark, not found.complete, trouble, told)


def current(
    taken: Snapshot,
    book: Book,
    chosen: Filters,
    *,
    today: date,
    audience: Audience = EVERYTHING,
    recalled: date | None = None,
) -> Current:
    """Put together what a page shows its audience; `recalled` is the day whose reading it is."""
    choice = f"{chosen.href('')} {audience.key}"
    recollection = _recollection(audience) if recalled is None else Recollection()
    return _current(
        *(taken.fingerprint, today, choice, mailed.state(), recollection, recalled),
        *(chosen, audience, book, taken.grids),
    )


@newest.kept(64, hash_funcs={Recollection: lambda told: told.key})
def _current(
    fingerprint: str,
    today: date,
    choice: str,
    mail: str,
    recollection: Recollection,
    recalled: date | None,
    _chosen: Filters,
    _audience: Audience,
    _book: Book,
    _grids: tuple[Grid, ...],
) -> Current:
    as_of = _chosen.as_of or _book.settings.as_of
    previous = _chosen.previous or previous_date(_book.settings, as_of)
    about = (fingerprint, today)
    told, mark = mailed.sent(mail), recollection.mark
    told_of = mark or recollection.recalling
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
        mailed=mail,
        memory=_remembered(*about, as_of, previous, mark, _book) if told_of else None,
        recollection=recollection,
        recalled=recalled,
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
    configured = None if shown.recalled else configuration()
    link = dict(shown.book.worksheets).get(worksheet)
    return None if configured is None else configured.cell_url(link, cell)


@st.cache_resource(show_spinner=False)
def configuration() -> Configuration | None:
    """Read which spreadsheet to use; None for a workbook, also while the settings are wrong."""
    try:
        return read_configuration(SECRETS)
    except SourceError:
        return None


def _workbook_feed(path: Path) -> Feed:
    if path.is_dir():
        return _several_feed(
            lists.workbooks(path, refresh_seconds=MINUTE, kept=_copies()),
            identity=f"{WORKBOOK}:{path}",
            refresh_seconds=WORKBOOK_REFRESH_SECONDS,
            files=True,
        )
    first = path == data_folder() / WORKBOOK_NAME and not path.exists()

    def read_or_begin() -> tuple[Grid, ...]:
        nonlocal first
        if first:
            _write_example(path)
        first = False  # a workbook that is lost later is not replaced by an example
        return read_saved_workbook(path)

    return Feed(
        read_or_begin,
        identity=f"{WORKBOOK}:{path}",
        refresh_seconds=WORKBOOK_REFRESH_SECONDS,
        stamp=lambda: workbook_stamp(path),
        on_reading=_recording(WORKBOOK),
    )


def _write_example(path: Path) -> None:
    """Write the example workbook. Raises SourceError, after which it may be tried again."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another process has been quicker
            write_workbook(path, with_sample=True)
    except OSError as problem:
        raise SourceError(SourceErrorCode.WORKBOOK_NOT_WRITTEN, path=path.name) from problem


def _several_feed(
    several: Several, *, identity: str, refresh_seconds: float, files: bool = False
) -> Feed:
    """Make the feed of a list; a change in one of its files is seen at once."""
    return Feed(
        several.read,
        identity=identity,
        refresh_seconds=refresh_seconds,
        cache_file=None if files else data_folder() / ".cache" / "sheet.json",
        stamp=several.stamp if files else None,
        forget=several.forget,
        behind=several.behind,
        on_reading=_recording(WORKBOOK if files else identity),
    )


def _copies() -> Path:
    """Name where each spreadsheet of a list is kept as it was read last."""
    return data_folder() / ".cache" / "sheets"


def _google_feed(configured: Configuration) -> Feed:
    if configured.others:
        return _several_feed(
            lists.spreadsheets(configured, folder=_copies()),
            identity=configured.identity,
            refresh_seconds=configured.refresh_seconds,
        )
    sheet = GoogleSheet(configured)
    return Feed(
        sheet.read,
        identity=configured.identity,
        refresh_seconds=configured.refresh_seconds,
        cache_file=data_folder() / ".cache" / "sheet.json",
        forget=sheet.forget,
        on_reading=_recording(configured.identity),
    )


def _misconfigured_feed() -> Feed:
    def read_again() -> tuple[Grid, ...]:
        return GoogleSheet(read_configuration(SECRETS)).read()

    return Feed(read_again, identity="misconfigured")


def _recording(identity: str) -> Callable[[Copy], None] | None:
    """Record what is read, each reading as of the day it was made."""
    found = _held(identity)
    if not isinstance(found, memory.Hold):
        return None

    def record(read: Copy) -> None:
        day = local(read.read_at).date()
        found.recorder.offer(Offer(day, read.read_at, read.fingerprint, read.grids))

    return record
