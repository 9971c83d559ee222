"""Command line: make the shared sheet from the shipped plan.

    python -m lib.provision workbook FILE [--with-sample] [--per-owner]

Exit 0 when the file is there; 2, with one sentence on stderr, when it is not written.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from lib.template.texts import failure
from lib.template.workbook import write_workbook

REFUSED = 2


class _Refused(Exception):
    """The command cannot be carried out; the text says why and what to do."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Refused(failure("usage"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        asked = _parser().parse_args(arguments)
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


if __name__ == "__main__":
    sys.exit(main())
