"""Command line: make the shared sheet from the shipped plan.

    python -m lib.provision workbook FILE [--with-sample] [--per-owner]
    python -m lib.provision google SPREADSHEET [--editors [FILE]] [--check] [--secrets FILE]

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
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

from lib.console import speak_vietnamese
from lib.source.errors import SourceError, SourceErrorCode
from lib.template.texts import failure
from lib.template.workbook import write_workbook

if TYPE_CHECKING:
    from lib.source.configuration import Configuration
    from lib.template.google import Orders
    from lib.template.google_steps import Step

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FOUND, REFUSED, OUTLASTED = 1, 2, 3
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
    return parser


def _workbook(asked: argparse.Namespace) -> str:
    path: Path = asked.file
    if path.suffix.lower() != ".xlsx":
        raise _Refused(failure("wrong_ending", path=path))
    if not path.parent.is_dir():
        raise _Refused(failure("no_folder", folder=path.parent))
    try:
        write_workbook(path, with_sample=asked.with_sample, per_owner=asked.per_owner)
    except FileExistsError as error:
        raise _Refused(failure("exists", path=path)) from error
    except OSError as error:
        raise _Refused(failure("cannot_write", path=path, reason=error.strerror)) from error
    return failure("created", path=path)


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
        orders = _orders(asked, configured)
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
