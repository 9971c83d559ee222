"""What the commands that read the sheet share: their arguments, the sheet itself, how they refuse."""

import argparse
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from threading import Timer
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from lib.assess import forgotten_meeting
from lib.grid import Grid
from lib.memory.place import WORKBOOK
from lib.problem import ProblemCode
from lib.sheet import Book, Settings
from lib.sheet.cells import FIRST_YEAR, parse_date
from lib.source.configuration import data_folder, secrets_file
from lib.source.errors import SourceError
from lib.source.several import MINUTE, Several
from lib.view.narrowing import Narrowing, alike
from lib.view.reminders import Demand
from lib.words import behind_sentence, failure_sentence
from lib.words import day as written_day
from lib.words import failures as said

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
REFUSED = 2
PATIENCE_SECONDS = 3.0
MOST_NAMES = 6
_YEAR = re.compile(r"\d{4,}")


class _Named(argparse.Action):
    """Takes the secrets of a file that is named, and none of the environment's."""

    def __call__(
        self, _parser: object, options: argparse.Namespace, told: Any, _: object = None
    ) -> None:
        options.secrets, options.environ = told, {}


class Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        # The library says it in English; what is ours, and the options it names, are kept.
        options = ", ".join(re.findall(r"--[\w-]+", message))
        wrong = options if message.isascii() else message.removeprefix("argument ")
        refuse(said.WRONG_ARGUMENT.format(wrong=wrong, program=self.prog))

    def add_source(self) -> None:
        """Ask where the sheet is."""
        source = self.add_mutually_exclusive_group(required=True)
        source.add_argument("--workbook", type=Path, metavar="FILE")
        source.add_argument("--google", action="store_true", help="the configured spreadsheet")
        self.add_secrets()

    def add_secrets(self) -> None:
        """Ask for a file of secrets; without one they are found as the app finds them."""
        self.add_argument("--secrets", action=_Named, type=Path, metavar="FILE")
        self.set_defaults(secrets=secrets_file(), environ=os.environ)

    def add_dates(self) -> None:
        """Ask for the dates, written as in the sheet or in ISO form."""
        self.add_argument("--as-of", type=day, metavar="DATE")
        self.add_argument("--previous", type=day, metavar="DATE")
        self.add_argument("--today", type=day, metavar="DATE")

    def add_filters(self) -> None:
        """Ask whom to narrow to, as the filters of every page do."""
        for name in ("group", "unit", "agency"):
            self.add_argument(f"--{name}", metavar="NAME", help=f"as the pages' filter: one {name}")


def refuse(sentence: str) -> NoReturn:
    """Say why it cannot be done, and end."""
    print(sentence, file=sys.stderr)
    sys.exit(REFUSED)


def day(text: str) -> date:
    """Read a day as in the sheet, the day first; one without its year is refused."""
    read = parse_date(text, year=FIRST_YEAR)
    if read.problem is ProblemCode.GUESSED_DATE:
        raise argparse.ArgumentTypeError(said.NO_YEAR.format(text=text))
    if read.value is None:
        elsewhere = parse_date(_YEAR.sub("2000", text, count=1), year=FIRST_YEAR).value
        sentence = said.NO_DATE_OF_OURS if elsewhere else said.NOT_A_DATE
        raise argparse.ArgumentTypeError(sentence.format(text=text))
    return read.value


def read_grids(options: argparse.Namespace) -> tuple[Grid, ...]:
    """Read the source that `add_source` asked for; a failing one is refused with what to do."""
    try:
        if options.workbook and not options.workbook.is_dir():
            from lib.source.workbook import read_workbook

            return read_workbook(options.workbook)
        from lib.source import lists

        if options.workbook:
            return _whole(lists.workbooks(options.workbook, refresh_seconds=MINUTE))
        from lib.source.configuration import read_configuration
        from lib.source.google import GoogleSheet

        configured = read_configuration(options.secrets, environ=options.environ)
        if configured.others:
            folder = data_folder() / ".cache" / "sheets"
            return _whole(lists.spreadsheets(configured, folder=folder))
        return GoogleSheet(configured).read()
    except SourceError as failure:
        told = failure_sentence(failure.code, failure.details)
        refuse(f"{told.what}. {told.remedy}")


def _whole(several: Several) -> tuple[Grid, ...]:
    """Read a list once; which of it could not be read is told, its kept copy stands for it."""
    grids = several.read_whole()
    for told in several.behind():
        if told.failure:
            read_at = told.read_at and told.read_at.astimezone(ZONE)
            failure = told.failure.code, told.failure.details
            print(behind_sentence(told.name, read_at, *failure), file=sys.stderr)
    return grids


def identity(options: argparse.Namespace) -> str:
    """Name the sheet that `add_source` asked for among those a memory may hold."""
    if options.workbook:
        return WORKBOOK
    from lib.source.configuration import read_configuration

    return read_configuration(options.secrets, environ=options.environ).identity


def demand(options: argparse.Namespace) -> Demand:
    """Ask for answers by the day given, at the worksheets of a sheet at Google."""
    if options.workbook:
        return Demand(options.answer_by)
    from lib.source.configuration import read_configuration

    configured = read_configuration(options.secrets, environ=options.environ)
    return Demand(options.answer_by, configured.cell_url)


def filters(book: Book, options: argparse.Namespace, *, as_of: date) -> Narrowing:
    """Find by any of their names whom `add_filters` asked for."""
    labels = book.owners["label"]

    def label(option: str, written: str | None, *, is_unit: bool) -> str | None:
        if written is None:
            return None
        return str(labels.iat[owner(book, option, written, as_of=as_of, is_unit=is_unit)])

    group = options.group
    return Narrowing(
        None if group is None else _only("group", group, alike(group, book.groups)),
        label("unit", options.unit, is_unit=True),
        label("agency", options.agency, is_unit=False),
    )


def owner(
    book: Book, option: str, written: str, *, as_of: date, is_unit: bool | None = None
) -> int:
    """Return the number of whom an option names on a day: by a name in the sheet or on screen.

    A name may be an alias, lack its diacritics or be a part that only one has.
    """
    owners = book.owners
    meant = book.names.match(written).value
    if meant and is_unit in (None, owners["is_unit"].iat[meant[0]]):
        return book.names.on(written, meant, as_of)
    known = owners if is_unit is None else owners[owners["is_unit"] == is_unit]
    label = _only(option, written, alike(written, known["label"].unique()))
    return book.names.next(known.index[known["label"] == label].tolist(), as_of)


def _only(option: str, written: str, names: list[str]) -> str:
    if not names:
        refuse(said.UNKNOWN_NAME[option].format(name=written))
    if len(names) > 1:
        some = ", ".join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
        refuse(said.SEVERAL_NAMES.format(name=written, option=option, names=some))
    return names[0]


def today(options: argparse.Namespace) -> date:
    """Return the day that was given, else the clock's where the plan lives."""
    given: Any = options.today
    return given or datetime.now(ZONE).date()


def ask_about_meeting(settings: Settings, options: argparse.Namespace, *, as_of: date) -> None:
    """Ask whether the meeting compared with is still the last one, where none was given."""
    named = None if options.previous else forgotten_meeting(settings, as_of)
    if named:
        told = said.FORGOTTEN.format(previous=written_day(named), as_of=written_day(as_of))
        remark(told)


def remark(sentence: str) -> None:
    """Say beside the result what whoever gave the command should know."""
    print(sentence, file=sys.stderr)


def moment(options: argparse.Namespace) -> datetime:
    """Return the start of the day that was given, else the clock's moment."""
    given: Any = options.today
    return datetime.combine(given, time(), ZONE) if given else datetime.now(ZONE)


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Say what takes so long, once, if it does."""
    timer = Timer(PATIENCE_SECONDS, print, [what], {"flush": True})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
