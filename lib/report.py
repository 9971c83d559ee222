"""Command line: assess the sheet and export it without a browser (rules, 8).

python -m lib.report --workbook FILE --as-of 2024-09-15 --format json --out FILE
python -m lib.report --google --format docx --period Q3 --out FILE
python -m lib.report --google --format docx --whole --out FILE
python -m lib.report --workbook FILE --format ics --owner "tam da" --out FILE
python -m lib.report --workbook FILE --as-of 15/9/2024 --group "Tạo tiền đề" --format xlsx --out FILE
python -m lib.report --google --format dossier --unit "tam da" --out FILE
python -m lib.report --google --format letters --answer-by 20/9/2024 --out FILE
python -m lib.report --google --format appraisal --held-on 20/9/2024 --out FILE
python -m lib.report --google --memory FOLDER --format json --out FILE
"""

import os
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from lib import words
from lib.assess.memory import Remembered
from lib.command import (
    Parser,
    ask_about_meeting,
    day,
    demand,
    filters,
    identity,
    moment,
    owner,
    read_grids,
    refuse,
    remark,
    telling,
    today,
)
from lib.console import speak_vietnamese
from lib.export import machine, period
from lib.export.briefing import Briefing, briefing
from lib.export.layout import layout
from lib.grid import Grid
from lib.memory.files import Memory
from lib.sheet import read
from lib.sheet.schema import APPRAISALS
from lib.sheet.tabs import recognised
from lib.view.appraisal import awaiting
from lib.view.naming import capital
from lib.words import dossier as said
from lib.words import failures as command
from lib.words import memory as remembering

FORMATS = ("docx", "xlsx", "ics", "json", "letters", "reminders", "appraisal", "dossier")
COMPARING = ("docx", "xlsx", "json")
"""What tells of changes since the last meeting."""
ONLY_WITH = {
    "owner": ("ics", "letters", "reminders"),
    "period": ("docx",),
    "whole": ("docx",),
    "answer_by": ("letters", "reminders"),
    "held_on": ("appraisal",),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; exit with 2, one sentence on stderr and no file when it cannot be done."""
    parser = _parser()
    options = parser.parse_args(arguments)
    for option, forms in ONLY_WITH.items():
        if getattr(options, option) and options.format not in forms:
            named_option, named_forms = f"--{option.replace('_', '-')}", command.OR.join(forms)
            parser.error(command.ONLY_WITH.format(option=named_option, format=named_forms))
    with telling(command.READING):
        grids = read_grids(options)
        book = read(grids, today=today(options))
    as_of = options.as_of or book.settings.as_of
    _check_days(options, as_of)
    if options.format in COMPARING:
        ask_about_meeting(book.settings, options, as_of=as_of)
    chosen = filters(book, options, as_of=as_of)
    named = None
    if options.owner:
        named = str(book.owners["name"].iat[owner(book, "owner", options.owner, as_of=as_of)])
    with telling(command.WRITING):
        told = briefing(
            book,
            as_of=as_of,
            previous=options.previous,
            group=chosen.group,
            unit=chosen.unit,
            agency=chosen.agency,
        )
        if options.memory:
            told = replace(told, memory=_recalled(told, options))
        if told.now.units.empty and told.now.obligations.empty and chosen.narrowing:
            refuse(command.NOTHING_LEFT.format(filters=chosen.sentence))
        if options.period and period.period(told, options.period) is None:
            refuse(command.UNKNOWN_PERIOD.format(code=options.period))
        content = _content(told, options, grids, owner=named)
    _write(options.out, content)


def _check_days(options: Namespace, as_of: date) -> None:
    if options.previous and options.previous >= as_of:
        refuse(command.PREVIOUS_NOT_EARLIER)
    if options.held_on and options.held_on < as_of:
        refuse(command.HELD_TOO_EARLY)
    if options.answer_by and options.answer_by < as_of:
        refuse(command.ANSWER_TOO_EARLY.format(day=words.day(as_of)))


def _recalled(told: Briefing, options: Namespace) -> Remembered:
    """Ask the folder of earlier readings what it adds; nothing is written there (rules, 9)."""
    from lib.recall import known_book, past, remembered

    if options.memory.exists() and not options.memory.is_dir():
        refuse(remembering.NO_FOLDER.format(path=options.memory))
    memory = Memory(options.memory, identity=identity(options))
    book, day = told.book, today(options)
    then_book = known_book(memory, min(told.previous, day))
    return remembered(book, told.whole, then_book, past(memory, today=day).digests)


def _content(
    told: Briefing, options: Namespace, grids: Sequence[Grid], *, owner: str | None
) -> bytes:
    """Write the report in a form; document writers are loaded only where they are used."""
    form = options.format
    if form == "docx":
        from lib.export.document import document

        return document(told, period_code=options.period, whole=options.whole)
    if form == "xlsx":
        from lib.export.spreadsheet import spreadsheet

        return spreadsheet(told)
    if form == "ics":
        from lib.export.calendar import calendar

        return calendar(told, owner=owner, at=moment(options))
    if form == "appraisal":
        from lib.export.spreadsheet_appraisal import appraisal_list

        if awaiting(told.book, told.now.cells, as_of=told.as_of).empty:
            refuse(command.NOTHING_TO_JUDGE)
        sheet = layout(recognised(grids), APPRAISALS)
        return appraisal_list(told, sheet, held_on=options.held_on or told.as_of)
    if form in ONLY_WITH["answer_by"]:
        return _chasing(told, options, owner=owner)
    if form == "dossier":
        return _dossier(told)
    return machine.write(machine.briefed(told)).encode()


def _chasing(told: Briefing, options: Namespace, *, owner: str | None) -> bytes:
    """Write the letters, a file each where the name ends in .zip, or the reminders."""
    asked = demand(options)
    if options.format == "reminders":
        from lib.export.reminders import reminders_text

        return reminders_text(told, asked, owner=owner)
    from lib.export.letters import letters_archive, letters_document, letters_to

    if not any(owner in (None, letter.owner) for letter in letters_to(told, asked)):
        refuse(command.NO_LETTER)
    if options.out.suffix.lower() == ".zip" and owner is None:
        return letters_archive(told, asked)
    return letters_document(told, asked, owner=owner)


def _dossier(told: Briefing) -> bytes:
    """Write the dossier of the unit that is narrowed to; of a draft it is said what is missing."""
    from lib.export.dossier import dossier_document
    from lib.view.dossier import dossier
    from lib.view.dossier import told as state

    if told.filters.unit is None:
        refuse(said.NEEDS_UNIT)
    found = dossier(told, told.filters.unit)
    if found is None:
        refuse(said.NO_CRITERIA.format(unit=told.filters.unit))
    if not found.complete:
        remark(state(found, capital(told.named[str(found.unit.unit)])))
    return dossier_document(told, found)


def _write(path: Path, content: bytes) -> None:
    draft = path.parent / f".draft-{os.getpid()}"
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        refuse(command.CANNOT_WRITE.format(path=path))


def _parser() -> Parser:
    parser = Parser(prog="python -m lib.report", description=__doc__)
    parser.add_source()
    parser.add_dates()
    parser.add_filters()
    parser.add_argument("--format", choices=FORMATS, default="json")
    parser.add_argument("--owner", metavar="NAME", help="ics, letters, reminders: one alone")
    parser.add_argument("--period", metavar="CODE", help="docx: the reporting period of the title")
    parser.add_argument("--whole", action="store_true", help="docx: annexes with everyone")
    parser.add_argument("--answer-by", type=day, metavar="DATE", help="letters, reminders: the day")
    parser.add_argument("--held-on", type=day, metavar="DATE", help="appraisal: the session's day")
    parser.add_argument("--memory", type=Path, metavar="FOLDER", help="earlier readings to compare")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    return parser


if __name__ == "__main__":
    speak_vietnamese()
    main()
