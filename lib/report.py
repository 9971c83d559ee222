"""Command line: assess the sheet and export it without a browser (rules, 8).

python -m lib.report --workbook FILE --as-of 2024-09-15 --format json --out FILE
python -m lib.report --google --format docx --period Q3 --out FILE
python -m lib.report --workbook FILE --format ics --owner "Tam Đa" --out FILE
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from threading import Timer
from typing import NoReturn
from zoneinfo import ZoneInfo

from lib.export import machine, period
from lib.export.briefing import Briefing, briefing
from lib.grid import Grid
from lib.sheet import Book, read
from lib.sheet.cells import FIRST_YEAR, LAST_YEAR
from lib.source.errors import SourceError
from lib.words import failure_sentence
from lib.words import failures as command

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SECRETS = Path(__file__).resolve().parents[1] / ".streamlit" / "secrets.toml"
FAILED = 2
FORMATS = ("docx", "xlsx", "ics", "json")
PATIENCE_SECONDS = 3.0


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        # The library says it in English; what is ours, and the options it names, are kept.
        options = ", ".join(re.findall(r"--[\w-]+", message))
        wrong = options if message.isascii() else message.removeprefix("argument ")
        _refuse(command.WRONG_ARGUMENT.format(wrong=wrong, program=self.prog))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; exit with 2, one sentence on stderr and no file when it cannot be done."""
    parser = _parser()
    options = parser.parse_args(arguments)
    for option, form in (("owner", "ics"), ("period", "docx")):
        if getattr(options, option) and options.format != form:
            parser.error(command.ONLY_WITH.format(option=f"--{option}", format=form))
    try:
        with _telling(command.READING):
            book = read(_grids(options), today=options.today or datetime.now(ZONE).date())
    except SourceError as failure:
        said = failure_sentence(failure.code, failure.details)
        _refuse(f"{said.what}. {said.remedy}")
    as_of = options.as_of or book.settings.as_of
    if options.previous and options.previous >= as_of:
        _refuse(command.PREVIOUS_NOT_EARLIER)
    owner = _owner(book, options.owner)
    with _telling(command.WRITING):
        told = briefing(book, as_of=as_of, previous=options.previous)
        if options.period and period.period(told, options.period) is None:
            _refuse(command.UNKNOWN_PERIOD.format(code=options.period))
        content = _content(told, options.format, owner=owner, period_code=options.period)
    _write(options.out, content)


def _content(told: Briefing, form: str, *, owner: str | None, period_code: str | None) -> bytes:
    """Write the report in a form; document writers are loaded only where they are used."""
    if form == "docx":
        from lib.export.document import document

        return document(told, period_code=period_code)
    if form == "xlsx":
        from lib.export.spreadsheet import spreadsheet

        return spreadsheet(told)
    if form == "ics":
        from lib.export.calendar import calendar

        return calendar(told, owner=owner)
    return machine.write(machine.briefed(told)).encode()


def _owner(book: Book, name: str | None) -> str | None:
    """Find a unit or agency by its name or its name on screen, however it is typed."""
    if name is None:
        return None
    meant = book.names.outright(name)
    return (
        str(book.owners["name"].iat[meant[0]])
        if meant
        else _refuse(command.UNKNOWN_OWNER.format(name=name))
    )


@contextmanager
def _telling(what: str) -> Iterator[None]:
    """Say what takes so long, once, if it does."""
    timer = Timer(PATIENCE_SECONDS, print, [what], {"flush": True})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _grids(options: argparse.Namespace) -> tuple[Grid, ...]:
    if options.workbook:
        from lib.source.workbook import read_workbook

        return read_workbook(options.workbook)
    from lib.source.configuration import read_configuration
    from lib.source.google import GoogleSheet

    return GoogleSheet(read_configuration(options.secrets)).read()


def _write(path: Path, content: bytes) -> None:
    draft = path.parent / f".draft-{os.getpid()}"
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        _refuse(command.CANNOT_WRITE.format(path=path))


def _refuse(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    sys.exit(FAILED)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(command.NOT_A_DATE.format(text=text)) from wrong
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(command.NO_DATE_OF_OURS.format(text=text))
    return day


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m lib.report", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--workbook", type=Path, metavar="FILE")
    source.add_argument("--google", action="store_true", help="the configured spreadsheet")
    parser.add_argument("--secrets", type=Path, default=SECRETS, metavar="FILE")
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--previous", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--format", choices=FORMATS, default="json")
    parser.add_argument("--owner", metavar="NAME", help="ics: one unit's or agency's deadlines")
    parser.add_argument("--period", metavar="CODE", help="docx: the reporting period of the title")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    return parser


if __name__ == "__main__":
    main()
