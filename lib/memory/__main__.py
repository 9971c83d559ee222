"""Command line: record today's reading of the sheet, or list the days that are recorded.

    python -m lib.memory record --google
    python -m lib.memory record --workbook FILE --day 15/8/2024 --folder FOLDER
    python -m lib.memory list --folder FOLDER

Without `--folder` the configured one is meant. Exit 0 when it is recorded, also where nothing is
new, or listed; 2, with one sentence on stderr, when nothing was recorded or read.
"""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from lib import words
from lib.command import (
    ZONE,
    Parser,
    day,
    identity,
    read_grids,
    refuse,
    telling,
)
from lib.console import speak_vietnamese
from lib.memory.files import Fault, Memory, PassedOver, sheets
from lib.memory.place import WORKBOOK, Place, read_place
from lib.source.errors import SourceError
from lib.words import failure_sentence
from lib.words import failures as command
from lib.words import memory as said


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; exit with 2 and one sentence on stderr when it cannot be done."""
    options = _parser().parse_args(arguments)
    place = _place(options)
    if options.folder is not None:
        place = Place(options.folder, place.days)
    if place.folder.exists() and not place.folder.is_dir():
        refuse(said.NO_FOLDER.format(path=place.folder))
    if options.command == "list":
        print("\n".join(_listed(place.folder)) or said.NO_DAYS.format(path=place.folder))
    else:
        print(_record(place, options))


def _record(place: Place, options: Namespace) -> str:
    now = datetime.now(ZONE)
    chosen = options.day or now.date()
    if chosen > now.date():
        refuse(said.FUTURE_DAY.format(day=words.day(chosen)))
    with telling(command.READING):
        grids = read_grids(options)
    memory = Memory(place.folder, identity=identity(options))
    try:
        recorded = memory.record(grids, chosen, read_at=now, **_kept(place))
    except OSError as problem:
        refuse(said.CANNOT_RECORD.format(path=place.folder, reason=said.reason(problem.errno)))
    return said.RECORDED[recorded].format(day=words.day(chosen))


def _kept(place: Place) -> dict[str, Any]:
    """Keep as many days as the app does; the usual number where its own recording is off."""
    return {"keep": place.days} if place.days else {}


def _listed(folder: Path) -> Iterator[str]:
    today = datetime.now(ZONE).date()
    for memory in sheets(folder):
        days = memory.days()
        name = said.OF_WORKBOOK if memory.identity == WORKBOOK else memory.identity
        yield said.SHEET.format(identity=name, number=words.count(len(days)))
        for each in days:
            yield _line(memory, each, today)


def _line(memory: Memory, each: date, today: date) -> str:
    try:
        if each > today:
            raise PassedOver(each, Fault.FUTURE)
        reading = memory.read(each)
    except PassedOver as found:
        fault = said.FAULT_ALONE[found.fault]
        return said.LISTED_FAULT.format(day=words.day(each), fault=fault)
    size = words.decimal(round(memory.size(each) / 1000, 1))
    what = (
        said.LISTED_SAME.format(day=words.day(reading.same_as))
        if reading.same_as
        else said.LISTED_WHOLE.format(size=size)
    )
    moment = words.day_and_clock(reading.read_at.astimezone(ZONE))
    return said.LISTED.format(day=words.day(each), moment=moment, what=what)


def _place(options: Namespace) -> Place:
    try:
        return read_place(options.secrets, environ=options.environ)
    except SourceError as failure:
        told = failure_sentence(failure.code, failure.details)
        refuse(f"{told.what}. {told.remedy}")


def _parser() -> Parser:
    parser = Parser(prog="python -m lib.memory", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)
    record = commands.add_parser("record")
    record.add_source()
    record.add_argument("--day", type=day, metavar="DATE", help="else today")
    listing = commands.add_parser("list")
    listing.add_secrets()
    for each in (record, listing):
        each.add_argument("--folder", type=Path, metavar="FOLDER")
    return parser


if __name__ == "__main__":
    speak_vietnamese()
    main()
