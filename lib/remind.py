"""Command line: send by e-mail what is due, at most once a day an owner; first only show it.

    python -m lib.remind --google
    python -m lib.remind --google --send
    python -m lib.remind --workbook FILE --digest --send

Without `--send` (or with `--dry-run`) nothing is sent and nothing written. What is due is that of
today, unless `--as-of` says otherwise. Exit 0 when all is sent or nothing is due; 1 when something
could not be sent, each in a sentence; 2 when nothing was sent.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from lib import words
from lib.command import (
    ZONE,
    Parser,
    ask_about_meeting,
    day,
    demand,
    filters,
    owner,
    read_grids,
    refuse,
    telling,
    today,
)
from lib.console import speak_vietnamese
from lib.export.briefing import Briefing, briefing
from lib.export.digest import digest
from lib.export.text import legible
from lib.mail import log
from lib.mail.account import Account, leaders_with_access, read_account, read_addresses
from lib.mail.log import Letter, Line, Step
from lib.mail.post import Post, UnreachableError, message
from lib.sheet import Book, read, schema
from lib.source.configuration import data_folder
from lib.view.owed import pressing
from lib.view.reminders import Reminder, reminders
from lib.view.tables import row
from lib.words import failures as command
from lib.words import mail as said
from lib.words import screens

DONE, NOT_ALL, NOTHING = 0, 1, 2
WEEK: Final = timedelta(days=7)
RULE: Final = "-" * 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to be sent; `owner` as in the log, `label` as on screen."""

    letter: Letter
    owner: str
    label: str
    to: tuple[str, ...]
    subject: str
    text: str
    items: tuple[str, ...] = ()

    @property
    def addressed(self) -> dict[str, str]:
        return {"owner": self.label, "to": ", ".join(self.to)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; what was not sent is told on stderr."""
    options = _parser().parse_args(arguments)
    account = _account(options)
    with telling(command.READING):
        book = read(read_grids(options), today=today(options))
    told = _briefing(book, options)
    if options.digest:
        ask_about_meeting(book.settings, options, as_of=told.as_of)
    if not options.send:
        return _show(told, account, options)
    if account is None:
        refuse(said.OFF)
    try:
        with log.alone(_file(options)):
            return _send(told, account, options)
    except log.BusyError:
        refuse(said.BUSY)
    except OSError:
        refuse(said.NOT_LOGGED.format(path=_file(options)))


def _show(told: Briefing, account: Account | None, options: argparse.Namespace) -> int:
    """Show what would be sent to whom."""
    drafts, wanting = _drafts(told, account, options)
    free, already, cut = _sorted_out(drafts, _lines(options), today(options))
    for draft in free:
        print(said.WOULD.format(**draft.addressed), draft.subject, "", draft.text, RULE, sep="\n")
    _tell(already, [*cut, *wanting])
    print(said.TO_SEND.format(number=len(free)) if free else said.NOTHING_TO_SEND)
    if account is None:
        print(said.OFF)
    return NOT_ALL if cut or wanting else DONE


def _send(told: Briefing, account: Account, options: argparse.Namespace) -> int:
    """Send what is due and may be sent; whoever was told today is not told again."""
    drafts, wanting = _drafts(told, account, options)
    free, already, cut = _sorted_out(drafts, _lines(options), today(options))
    sent, troubles = 0, [*cut, *wanting]
    with closing(Post(account)) as post:
        for place, draft in enumerate(free):
            try:
                gone, trouble = _sent(draft, post, account, options)
            except (UnreachableError, OSError) as problem:
                unreachable = isinstance(problem, UnreachableError)
                reason = (
                    str(problem) if unreachable else said.NOT_LOGGED.format(path=_file(options))
                )
                troubles.append(said.STOPPED.format(reason=reason, number=len(free) - place))
                break
            sent += gone
            troubles += trouble
    _tell(already, troubles)
    print(said.DONE.format(number=sent) if free else said.NOTHING_TO_SEND)
    if free and not sent:
        return NOTHING
    return NOT_ALL if troubles else DONE


def _sent(
    draft: Draft, post: Post, account: Account, options: argparse.Namespace
) -> tuple[bool, list[str]]:
    """Send one letter between its two lines of the log; tell whether it left and what went wrong.

    Raises UnreachableError or OSError where nothing was sent.
    """
    post.open()
    at = datetime.now(ZONE)
    written = message(account, draft.to, draft.subject, draft.text, at=at)
    line = Line(
        letter=draft.letter,
        owner=draft.owner,
        day=today(options),
        step=Step.SENDING,
        at=at.isoformat(timespec="seconds"),
        to=draft.to,
        items=draft.items,
        message=written["Message-ID"],
    )
    log.append(_file(options), line)
    handed = post.hand(written, draft.to)
    if handed.step is Step.SENDING:
        return False, [said.UNSURE.format(**draft.addressed)]
    refused = ", ".join(handed.refused)
    troubles = [said.REFUSED.format(owner=draft.label, to=refused)] if refused else []
    try:
        log.append(_file(options), replace(line, step=handed.step, refused=handed.refused))
    except OSError:
        told = said.NOT_LOGGED_AFTER.format(owner=draft.label, path=_file(options))
        troubles.append(told)
    if handed.step is Step.SENT:
        print(said.SENT.format(**draft.addressed), flush=True)
    return handed.step is Step.SENT, troubles


def _sorted_out(
    drafts: Sequence[Draft], lines: tuple[Line, ...], on: date
) -> tuple[list[Draft], list[str], list[str]]:
    """Return what may be sent, then sentences: who was told already, whose last letter was cut."""
    free, already, cut = [], [], []
    newest = {(line.letter, line.owner): line for line in lines}
    for draft in drafts:
        last = newest.get((draft.letter, draft.owner))
        told = last is not None and last.step is not Step.REFUSED and _one_turn(last, on)
        if last is not None and last.step is Step.SENDING:
            where = {"owner": draft.label, "to": ", ".join(last.to)}
            cut.append(said.CUT.format(day=words.day(last.day), **where))
        elif told and draft.letter is Letter.DIGEST:
            already.append(said.ALREADY_DIGEST)
        elif told:
            already.append(said.ALREADY.format(owner=draft.label))
        if not told:
            free.append(draft)
    return free, already, cut


def _one_turn(last: Line, on: date) -> bool:
    """Tell whether a letter was of the same day, a digest of the same week."""
    if last.letter is Letter.DIGEST:
        return last.day.isocalendar()[:2] == on.isocalendar()[:2]
    return last.day == on


def _drafts(
    told: Briefing, account: Account | None, options: argparse.Namespace
) -> tuple[list[Draft], list[str]]:
    """Write the letters, and say to whom none can be sent."""
    if options.digest:
        return [_digest(told, account, options)], []
    only = None
    if options.owner:
        number = owner(told.book, "owner", options.owner, as_of=told.as_of)
        only = str(told.book.owners["name"].iat[number])
    asked = demand(options)
    earliest = max(told.as_of, today(options))
    if asked.answer_by and asked.answer_by < earliest:
        refuse(command.ANSWER_TOO_EARLY.format(day=words.day(earliest)))
    asked = replace(asked, answer_by=asked.day(earliest))
    drafts, wanting = [], []
    for reminder in reminders(told.now, told.book, asked):
        if only in (None, reminder.owner):
            items = pressing(told.now.obligations)
            items = items[items["owner"] == reminder.owner]
            about = row(told.book.owners, int(items["bearer"].iloc[0]))
            to, wrong = read_addresses(about["addresses"])
            where = {"owner": reminder.label, **_place(about)}
            wanting += [said.WRONG_ADDRESS.format(address=one, **where) for one in wrong]
            wanting += [] if to or wrong else [said.NO_ADDRESS.format(**where)]
            drafts += [_draft(told, reminder, to, tuple(items["code"]))] if to else []
    return drafts, wanting


def _draft(
    told: Briefing, reminder: Reminder, to: tuple[str, ...], items: tuple[str, ...]
) -> Draft:
    subject = said.SUBJECT.format(
        day=words.day(told.as_of), owner=reminder.label, what=reminder.what
    )
    return Draft(
        Letter.REMINDER,
        reminder.owner,
        reminder.label,
        to,
        _marked(told, subject),
        legible(reminder.text),
        items,
    )


def _digest(told: Briefing, account: Account | None, options: argparse.Namespace) -> Draft:
    to = (account.leaders if account else ()) or leaders_with_access(
        options.secrets, environ=options.environ
    )
    if not to:
        refuse(said.NO_LEADERS)
    since = today(options) - WEEK
    week = [
        line
        for line in _lines(options)
        if line.letter is Letter.REMINDER and line.step is Step.SENT and since < line.day
    ]
    reminded = said.DIGEST_REMINDED.format(
        since=words.day(since + timedelta(days=1)),
        owners=words.count(len({line.owner for line in week})),
        letters=words.count(len(week)),
    )
    text = digest(told, f"{said.DIGEST_SENT}\n{reminded if week else said.DIGEST_REMINDED_NONE}")
    subject = said.DIGEST_SUBJECT.format(day=words.day(told.as_of), plan=told.plan)
    return Draft(Letter.DIGEST, "", said.LEADERS, to, _marked(told, subject), legible(text))


def _marked(told: Briefing, subject: str) -> str:
    """Say in the subject too that the numbers are illustrative."""
    if not told.book.settings.illustrative:
        return subject
    return said.ILLUSTRATIVE.format(ribbon=screens.ILLUSTRATIVE, subject=subject)


def _place(owner: Any) -> dict[str, object]:
    """Name the worksheet and row an owner is defined in."""
    kind = schema.UNITS if owner["is_unit"] else schema.AGENCIES
    return {"worksheet": kind.title, "row": owner["row"]}


def _briefing(book: Book, options: argparse.Namespace) -> Briefing:
    as_of = options.as_of or today(options)
    if options.previous and options.previous >= as_of:
        refuse(command.PREVIOUS_NOT_EARLIER)
    chosen = filters(book, options, as_of=as_of)
    return briefing(
        book,
        as_of=as_of,
        previous=options.previous,
        group=chosen.group,
        unit=chosen.unit,
        agency=chosen.agency,
    )


def _account(options: argparse.Namespace) -> Account | None:
    try:
        return read_account(options.secrets, environ=options.environ)
    except ValueError as wrong:
        refuse(said.WRONG.format(reason=wrong))


def _lines(options: argparse.Namespace) -> tuple[Line, ...]:
    try:
        return log.read_log(_file(options))
    except OSError:
        refuse(said.NO_LOG.format(path=_file(options)))


def _file(options: argparse.Namespace) -> Path:
    return options.log or data_folder() / log.FILE


def _tell(already: Sequence[str], troubles: Sequence[str]) -> None:
    for sentence in already:
        print(sentence)
    for sentence in troubles:
        print(sentence, file=sys.stderr)


def _parser() -> Parser:
    parser = Parser(prog="python -m lib.remind", description=__doc__)
    parser.add_source()
    parser.add_dates()
    parser.add_filters()
    parser.add_argument("--owner", metavar="NAME", help="one unit or agency alone")
    parser.add_argument("--answer-by", type=day, metavar="DATE")
    parser.add_argument("--digest", action="store_true", help="the week, to the leaders")
    parser.add_argument("--log", type=Path, metavar="FILE", help="what was sent to whom")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--send", action="store_true")
    way.add_argument("--dry-run", action="store_true", help="what is done without --send")
    return parser


if __name__ == "__main__":
    speak_vietnamese()
    sys.exit(main())
