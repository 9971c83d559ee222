"""Lists under which licences the libraries are used: `python -m deploy.licences > docs/licences.md`."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)

NAMED = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
}
"""What libraries call their licences without naming them as SPDX does."""

HEAD = """\
# Licences

The dashboard itself: MIT ([LICENSE](../LICENSE)). What it runs on is installed from its makers, each under its
own licence, and none of it is copied into this repository; all of them allow that. `make licences` makes this
list of what is pinned in `requirements.txt`, from what each library says of itself.

| library | licence |
|---|---|
"""


def main() -> None:
    """Print the list."""
    try:
        rows = "".join(f"| {name} | {licence} |\n" for name, licence in licences())
    except PackageNotFoundError as missing:
        sys.exit(f"{missing.name} is not installed here: make run")
    print(HEAD + rows, end="")


def licences() -> Iterator[tuple[str, str]]:
    """Give each pinned library with its licence, as SPDX names it where the library tells so much."""
    pins = (ROOT / "requirements.txt").read_text("utf-8")
    for name in sorted(set(PIN.findall(pins))):
        yield name, _licence(name)


def _licence(name: str) -> str:
    found = metadata(name)

    def said(field: str) -> list[str]:
        return found.get_all(field) or []

    classified = [
        text.rpartition(" :: ")[2] for text in said("Classifier") if text.startswith("License ::")
    ]
    told = (*said("License-Expression"), *said("License"), *classified)
    # Some give the licence's whole text, or who holds the copyright, in its place.
    short = [text for text in told if len(text) < 80 and "opyright" not in text]
    return NAMED.get(short[0], short[0]) if short else "?"


if __name__ == "__main__":
    main()
