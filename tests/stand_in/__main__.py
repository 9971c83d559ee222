"""Serve a workbook as a Google spreadsheet: `python -m tests.stand_in FILE SECRETS [PORT]`."""

import sys
import threading
from pathlib import Path

from tests.stand_in.model import from_workbook
from tests.stand_in.server import StandIn


def main(workbook: str, secrets: str, port: str = "0") -> None:
    stand_in = StandIn(from_workbook(Path(workbook)), port=int(port)).start()
    stand_in.write_secrets(Path(secrets), refresh_seconds=2)
    sys.stdout.write(f"{stand_in.url} {stand_in.spreadsheet.id}\n")
    threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
