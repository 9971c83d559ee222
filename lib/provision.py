"""Command line: make the shared sheet from the shipped plan, from last year's sheet or from files.

    python -m lib.provision workbook FILE [--with-sample] [--per-owner]
    python -m lib.provision google SPREADSHEET [--editors [FILE]] [--check] [--secrets FILE]
    python -m lib.provision workbook|google … --year 2025 --from OLD
    python -m lib.provision workbook|google … --plan FOLDER

OLD is a workbook, with `google` also a spreadsheet; FOLDER holds the plan's CSV files.

`--editors` without a file takes the addresses in the sheet's columns `Thư điện tử`; `--secrets` may
be the key as Google gives it. Exit 0 when the file is there, or the spreadsheet as it should be; 1
when `--check` finds something to do; 2, with one sentence on stderr, when nothing was written; 3
when Google did not answer a write in time: the sentence says what a reading found afterwards.
"""

import argparse
import csv
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

from lib.console import speak_vietnamese
from lib.source.errors import SourceError, SourceErrorCode
from lib.template.plan import Table
from lib.template.texts import failure
from lib.template.workbook import write_workbook

if TYPE_CHECKING:
    from lib.grid import Grid
    from lib.problem import Problem
    from lib.source.configuration import Configuration
    from lib.template.google import Orders
    from lib.template.google_steps import Step

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FOUND, REFUSED, OUTLASTED = 1, 2, 3
MOST_TOLD, LAST_YEAR = 10, 2099
WRITE_SECONDS = 240.0
"""How long a write may take: a whole sheet with a worksheet for each owner is one request."""


OF_THE_SHEET = Path()


class _Refused(Exception):
    """The command cannot be carried out; the text says why and what to do."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Refused(failure("usage"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        asked = _parser().parse_args(arguments)
        if asked.command == "google":
            return _google(asked)
        print(_workbook(asked))
    except _Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m lib.provision", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    workbook = commands.add_parser("workbook", allow_abbrev=False)
    workbook.add_argument("file", type=Path, metavar="FILE")
    workbook.add_argument("--with-sample", action="store_true")
    workbook.add_argument("--per-owner", action="store_true")
    google = commands.add_parser("google", allow_abbrev=False)
    google.add_argument("spreadsheet", metavar="SPREADSHEET")
    google.add_argument("--editors", type=Path, nargs="?", const=OF_THE_SHEET, metavar="FILE")
    google.add_argument("--check", action="store_true")
    google.add_argument("--secrets", type=Path, metavar="FILE")
    for command in (workbook, google):
        command.add_argument("--year", type=int, metavar="YEAR")
        command.add_argument("--from", dest="old", metavar="OLD")
        command.add_argument("--plan", type=Path, metavar="FOLDER")
    return parser


def _workbook(asked: argparse.Namespace) -> str:
    path: Path = asked.file
    if path.suffix.lower() != ".xlsx":
        raise _Refused(failure("wrong_ending", path=path))
    if not path.parent.is_dir():
        raise _Refused(failure("no_folder", folder=path.parent))
    if asked.with_sample and (asked.plan or asked.old):
        raise _Refused(failure("usage"))
    if os.path.lexists(path):
        raise _Refused(failure("exists", path=path))
    plan = _plan(asked)
    try:
        write_workbook(path, with_sample=asked.with_sample, per_owner=asked.per_owner, plan=plan)
    except FileExistsError as error:
        raise _Refused(failure("exists", path=path)) from error
    except OSError as error:
        raise _Refused(failure("cannot_write", path=path, reason=error.strerror)) from error
    return failure("created", path=path)


def _plan(asked: argparse.Namespace, secrets: Path | None = None) -> tuple[Table, ...] | None:
    """Return other definitions than the shipped ones, where they are asked for."""
    if (asked.year is None) != (asked.old is None) or (asked.plan and asked.old):
        raise _Refused(failure("usage"))
    if asked.plan:
        return _plan_of_files(asked.plan)
    return None if asked.old is None else _next_year(asked, secrets)


def _plan_of_files(folder: Path) -> tuple[Table, ...]:
    from lib.sheet import read
    from lib.sheet.schema import PROGRESS
    from lib.template.given import csv_grids, given
    from lib.template.plan import DEFINITIONS

    try:
        grids = csv_grids(folder)
    except OSError as error:
        raise _Refused(failure("no_plan", folder=folder)) from error
    if not grids:
        raise _Refused(failure("no_plan", folder=folder))
    book = read(grids, today=datetime.now(ZONE).date())
    files = {kind.title: name for kind, name in DEFINITIONS.items()}
    wrong = [one for one in book.problems if one.worksheet != PROGRESS.title]
    if wrong:
        raise _Refused("\n".join(_told_of_file(one, files) for one in wrong[:MOST_TOLD]))
    return given(grids, book)


def _told_of_file(problem: "Problem", files: dict[str, str]) -> str:
    from lib.words.problems import PROBLEM

    told = PROBLEM[problem.code].format(
        worksheet=problem.worksheet, column=problem.column, value=problem.value
    )
    file, row = files.get(problem.worksheet, problem.worksheet), problem.row or 1
    return failure("in_plan", file=file, row=row, problem=told)


def _next_year(asked: argparse.Namespace, secrets: Path | None) -> tuple[Table, ...]:
    """Turn last year's sheet, which is only read, into the definitions of a year."""
    from lib.assess import assess
    from lib.problem import ProblemCode
    from lib.sheet import Kind, read
    from lib.template.turn import first_day, turned
    from lib.vietnamese import code_key

    try:
        grids = _old_grids(asked, secrets)
    except SourceError as error:
        raise _Refused(_sentence(error)) from error
    book = read(grids, today=datetime.now(ZONE).date())
    missing = (ProblemCode.MISSING_WORKSHEET, ProblemCode.MISSING_COLUMN)
    lacking = next((one for one in book.problems if one.code in missing), None)
    if lacking:
        raise _Refused(failure("no_sheet", old=asked.old, worksheet=lacking.worksheet))
    if not book.settings.year < asked.year <= LAST_YEAR:
        raise _Refused(failure("wrong_year", year=asked.year, old=book.settings.year))
    owed = assess(book, as_of=first_day(book, asked.year) - timedelta(days=1)).obligations
    given = owed[owed["kind"] == Kind.TASK]
    waiting = {
        code_key(str(code)): tuple(lines["owner"][undone]) if not undone.all() else ()
        for code, lines in given.groupby("code", sort=False)
        if (undone := lines["done"].isna()).any()
    }
    turn = turned(grids, book, asked.year, waiting)
    if turn.left_out:
        print(failure("left_out", names=", ".join(turn.left_out)))
    if turn.open_decisions:
        told = (
            failure("open_for", item=code, number=number) if number else code
            for code, number in turn.open_decisions
        )
        print(failure("open_decisions", codes=", ".join(told)))
    if turn.other_years:
        print(failure("other_years", codes=", ".join(turn.other_years)))
    return turn.tables


def _old_grids(asked: argparse.Namespace, secrets: Path | None) -> "tuple[Grid, ...]":
    from lib.source.workbook import read_workbook

    if asked.command == "workbook" or Path(asked.old).is_file():
        return read_workbook(Path(asked.old))
    from lib.source.configuration import read_configuration, secrets_file, spreadsheet_id
    from lib.source.google import GoogleSheet
    from lib.template.google_steps import said

    if spreadsheet_id(asked.old) is None:
        raise _Refused(said("bad_spreadsheet", spreadsheet=asked.old))
    if spreadsheet_id(asked.old) == spreadsheet_id(asked.spreadsheet):
        raise _Refused(failure("same_sheet"))
    environ = os.environ if asked.secrets is None else {}
    configured = read_configuration(secrets or secrets_file(), asked.old, environ=environ)
    return GoogleSheet(configured).read()


def _refuse_another_plan(configured: "Configuration", orders: "Orders") -> None:
    """Leave a spreadsheet alone that already holds another plan than the one asked for."""
    from lib.sheet import read
    from lib.source.google import GoogleSheet

    wanted = read([table.grid() for table in orders.plan or ()], today=orders.today).settings
    there = read(GoogleSheet(configured).read(), today=orders.today)
    if len(there.items) + len(there.owners) == 0:
        return
    held = there.settings
    if (held.year, held.name) != (wanted.year, wanted.name):
        raise _Refused(failure("another_plan", name=held.name or held.year))


def _google(asked: argparse.Namespace) -> int:
    """Set a spreadsheet up, or only tell what there is to do."""
    from lib.source.configuration import read_configuration, secrets_file, spreadsheet_id
    from lib.template.editors import EditorsError
    from lib.template.google_steps import said

    if spreadsheet_id(asked.spreadsheet) is None:
        raise _Refused(said("bad_spreadsheet", spreadsheet=asked.spreadsheet))
    try:
        # A file that is named goes before what the environment says of the dashboard's own key.
        environ = os.environ if asked.secrets is None else {}
        secrets = asked.secrets or secrets_file()
        configured = read_configuration(secrets, asked.spreadsheet, environ=environ)
        orders = replace(_orders(asked, configured), plan=_plan(asked, secrets))
        if orders.plan:
            _refuse_another_plan(configured, orders)
        todo = _todo(configured, orders)
        changes = sum(bool(step.requests) for step in todo)
        # Said before it is done: who loses a right is named while it still is there.
        print(*(step.text for step in todo), sep="\n", end="\n" if todo else "", flush=True)
        if changes and not asked.check:
            _carry_out(configured, todo)
    except EditorsError as error:
        raise _Refused(str(error)) from error
    except _OutlastedError:
        return _outlasted(configured, orders, changes)
    except SourceError as error:
        raise _Refused(_sentence(error)) from error
    summary = ("to_do" if asked.check else "done") if changes else "nothing"
    print(said(summary, count=changes))
    return FOUND if asked.check and changes else 0


class _OutlastedError(Exception):
    """A write was sent and its answer never came: what it did is not known."""


def _orders(asked: argparse.Namespace, configured: "Configuration") -> "Orders":
    from lib.template.google import Orders

    today, path = datetime.now(ZONE).date(), asked.editors
    if path is None or path == OF_THE_SHEET:
        return Orders(configured.share_with, today, of_the_sheet=path is not None)
    from lib.source.workbook import read_workbook
    from lib.template.editors import EditorsError, csv_rows, listed_editors
    from lib.template.google_steps import said

    try:
        content = path.read_bytes()
        workbook = content.startswith((b"PK", b"\xd0\xcf"))
        rows = read_workbook(path)[0].rows if workbook else csv_rows(content)
    except (OSError, SourceError, csv.Error, IndexError) as problem:
        raise EditorsError(said("no_editors_file", path=path)) from problem
    return Orders(configured.share_with, today, listed_editors(rows, path))


def _todo(configured: "Configuration", orders: "Orders") -> "list[Step]":
    from lib.source.google import TIMEOUT, GoogleSheet, connect
    from lib.source.google_errors import source_failures
    from lib.source.google_session import READ_AND_WRITE
    from lib.template.google import steps

    grids = GoogleSheet(configured).read()
    with source_failures(configured, patience_seconds=TIMEOUT[1]):
        api = connect(configured, scope=READ_AND_WRITE)
        return steps(api, configured.spreadsheet_id, grids, orders)


def _carry_out(configured: "Configuration", todo: "list[Step]") -> None:
    """Write; raises _OutlastedError where Google may have done it without saying so."""
    import requests
    from requests.exceptions import ConnectTimeout

    from lib.source.google import TIMEOUT, connect
    from lib.source.google_errors import Refused, source_failures
    from lib.source.google_session import READ_AND_WRITE
    from lib.template.google import carry_out

    patience = (TIMEOUT[0], WRITE_SECONDS)
    with source_failures(configured, patience_seconds=WRITE_SECONDS):
        api = connect(configured, scope=READ_AND_WRITE, timeout=patience)
        try:
            carry_out(api, configured.spreadsheet_id, todo)
        except ConnectTimeout:
            raise
        except requests.RequestException as problem:
            raise _OutlastedError from problem
        except Refused as refused:
            if refused.error and refused.status < 500:
                raise
            raise _OutlastedError from refused


def _outlasted(configured: "Configuration", orders: "Orders", changes: int) -> int:
    """Read what a write that was not answered has done, and say so."""
    from lib.template.google_steps import said

    try:
        left = sum(bool(step.requests) for step in _todo(configured, orders))
    except SourceError:
        print(said("outlasted_unknown"), file=sys.stderr)
        return OUTLASTED
    code = "part" if 0 < left < changes else "none" if left else "done"
    print(said(f"outlasted_{code}", count=left or changes), file=sys.stderr)
    return OUTLASTED


def _sentence(error: SourceError) -> str:
    from lib.template.google_steps import said
    from lib.words import failure_sentence

    if error.code is SourceErrorCode.NOT_SHARED:
        return said("not_shared", **error.details)
    if error.details.get("message"):
        return said("refused", message=error.details["message"])
    failed = failure_sentence(error.code, error.details)
    return said("failed", what=failed.what, remedy=failed.remedy)


if __name__ == "__main__":
    speak_vietnamese()
    sys.exit(main())
