"""Command line: assess the sheet and export it without a browser (semantics, section 8).

python -m lib.report --workbook FILE --as-of 2024-09-15 --format json --out FILE
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from lib.export import machine
from lib.grid import Grid
from lib.sheet import read
from lib.source.errors import SourceError
from lib.words import command, failure_sentence

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SECRETS = Path(__file__).resolve().parents[1] / ".streamlit" / "secrets.toml"
FAILED = 2


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        _refuse(command.WRONG_ARGUMENT.format(message=message, program=self.prog))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; exit with 2, one sentence on stderr and no file when it cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        book = read(_grids(options), today=options.today or datetime.now(ZONE).date())
    except SourceError as failure:
        said = failure_sentence(failure.code, failure.details)
        _refuse(f"{said.what}. {said.remedy}")
    as_of = options.as_of or book.settings.as_of
    if options.previous and options.previous >= as_of:
        _refuse(command.PREVIOUS_NOT_EARLIER)
    text = machine.write(machine.report(book, as_of=as_of, previous=options.previous))
    _write(options.out, text.encode())


def _grids(options: argparse.Namespace) -> tuple[Grid, ...]:
    if options.workbook:
        from lib.source.workbook import read_workbook

        return read_workbook(options.workbook)
    from lib.source.configuration import read_configuration
    from lib.source.google import GoogleSheet

    return GoogleSheet(read_configuration(options.secrets)).read()


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as failure:
        draft.unlink(missing_ok=True)
        _refuse(command.CANNOT_WRITE.format(path=path, reason=failure.strerror))


def _refuse(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    sys.exit(FAILED)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(command.NOT_A_DATE.format(text=text)) from wrong


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m lib.report", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--workbook", type=Path, metavar="FILE")
    source.add_argument("--google", action="store_true", help="the configured spreadsheet")
    parser.add_argument("--secrets", type=Path, default=SECRETS, metavar="FILE")
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--previous", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--format", choices=["json"], default="json")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    return parser


if __name__ == "__main__":
    main()
