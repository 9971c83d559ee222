"""Command line: make the shared sheet from the shipped plan.

    python -m lib.provision workbook FILE [--with-sample] [--per-owner]
    python -m lib.provision google SPREADSHEET [--editors FILE] [--check] [--secrets FILE]

Exit 0 when the file is there, or the spreadsheet as it should be; 1 when `--check` finds something
to do; 2, with one sentence on stderr, when nothing was written.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

from lib.source.errors import SourceError, SourceErrorCode
from lib.template.texts import failure
from lib.template.workbook import write_workbook

if TYPE_CHECKING:
    from lib.source.configuration import Configuration
    from lib.template.google_owners import Editor
    from lib.template.google_steps import Step

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SECRETS = Path(__file__).resolve().parents[1] / ".streamlit" / "secrets.toml"
FOUND, REFUSED = 1, 2


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
    google.add_argument("--editors", type=Path, metavar="FILE")
    google.add_argument("--check", action="store_true")
    google.add_argument("--secrets", type=Path, default=SECRETS, metavar="FILE")
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
    from lib.source.configuration import read_configuration, spreadsheet_id
    from lib.template.google_owners import EditorsError, read_editors
    from lib.template.google_steps import said

    found = spreadsheet_id(asked.spreadsheet)
    if found is None:
        raise _Refused(said("bad_spreadsheet", spreadsheet=asked.spreadsheet))
    try:
        editors = read_editors(asked.editors) if asked.editors else ()
        configured = replace(read_configuration(asked.secrets), spreadsheet_id=found)
        todo = _set_up(configured, editors, asked)
    except EditorsError as error:
        raise _Refused(str(error)) from error
    except SourceError as error:
        raise _Refused(_sentence(error)) from error
    print(*(step.text for step in todo), sep="\n", end="\n" if todo else "")
    changes = sum(bool(step.requests) for step in todo)
    summary = ("to_do" if asked.check else "done") if changes else "nothing"
    print(said(summary, count=changes))
    return FOUND if asked.check and changes else 0


def _set_up(
    configured: "Configuration", editors: "tuple[Editor, ...]", asked: argparse.Namespace
) -> "list[Step]":
    from lib.source.google import TIMEOUT, GoogleSheet, connect
    from lib.source.google_errors import source_failures
    from lib.source.google_session import READ_AND_WRITE
    from lib.template.google import Orders, carry_out, steps

    today = datetime.now(ZONE).date()
    orders = Orders(configured.share_with, today, editors, asked.editors or Path())
    grids = GoogleSheet(configured).read()
    with source_failures(configured, patience_seconds=TIMEOUT[1]):
        api = connect(configured, scope=READ_AND_WRITE)
        todo = steps(api, configured.spreadsheet_id, grids, orders)
        if not asked.check:
            carry_out(api, configured.spreadsheet_id, todo)
    return todo


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
    sys.exit(main())
