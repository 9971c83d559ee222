"""Prints how quick the dashboard is: `python -m tests.bench [PART …] [--out bench.json] [--quick]`.

Without a part all are measured. Each figure is written beside a floor measured in the same run, so
that a quicker or slower machine changes neither the ratio nor whether the goal is met; a machine
busy with other work does.
"""

import argparse
import json
import os
from pathlib import Path

from tests.bench import core, gathering, lasting, pages, recalling, two
from tests.bench.figure import COLUMNS, Figure

PARTS = {
    "core": core.figures,
    "pages": pages.figures,
    "loads": gathering.first_loads,
    "idle": gathering.idle,
    "sheet": gathering.sheet,
    "start": lasting.start,
    "memory": lasting.memory,
    "recall": recalling.recall,
    "two": two.figures,
}


def main() -> None:
    """Measure the parts asked for, print each figure as it comes, and write them all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    parser.add_argument("--quick", action="store_true", help="as little as shows that it runs")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}: {', '.join(PARTS)}")
    measured: dict[str, list[Figure]] = {}
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n\n{COLUMNS}")
    for part in options.parts or PARTS:
        measured[part] = []
        for figure in PARTS[part](quick=options.quick):
            print(figure.line, flush=True)
            measured[part].append(figure)
    written = {part: [figure.record for figure in made] for part, made in measured.items()}
    options.out.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
