"""Log lines and verdicts written short, a criterion a case."""

from collections.abc import Sequence

from lib.grid import Grid
from tests.builders import appraisals, criteria, progress

Line = tuple[str, str, int | str]
"""An owner, a day of 2024 (`1/6`), and what is said: a percent, `met`, or a verdict `yes`, `no`."""

_VERDICTS = {"yes": "Đạt", "no": "Không đạt"}


def written(cases: Sequence[Sequence[Line]]) -> tuple[Grid, Grid, Grid]:
    """Write a criterion `TC0`, `TC1`, … for each case, and its lines in their two logs."""
    lines = [(f"TC{n}", *line) for n, case in enumerate(cases) for line in case]
    return (
        criteria(*((f"TC{n}", "x") for n in range(len(cases)))),
        progress(
            *(
                (f"{day}/2024", owner, code, *(("Đạt",) if said == "met" else (None, said)))
                for code, owner, day, said in lines
                if said not in _VERDICTS
            )
        ),
        appraisals(
            *(
                (f"{day}/2024", owner, code, _VERDICTS[said])
                for code, owner, day, said in lines
                if said in _VERDICTS
            )
        ),
    )
