"""The state in one screen: key figures with their change, red units first."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from lib import words
from lib.assess import Assessment, Changes, Light, State, Status
from lib.view import columns, marks
from lib.view.columns import saying, screen
from lib.view.memory import among
from lib.view.narrowing import criteria_followed
from lib.view.reports import punctuality
from lib.view.sentences import light_reasons
from lib.view.tables import Figure, Table
from lib.words import columns as heads
from lib.words import pages

Href = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Summary:
    """The key figures of one date; `on_time_rate` in percent, None where nothing was due."""

    lights: dict[str, int]
    met: int
    appraised: int
    total: int
    overdue: dict[str, int]
    reports_on_time: int
    reports_due: int

    @property
    def all_overdue(self) -> int:
        return sum(self.overdue.values())

    @property
    def met_rate(self) -> float | None:
        return 100 * self.met / self.total if self.total else None

    @property
    def on_time_rate(self) -> float | None:
        return 100 * self.reports_on_time / self.reports_due if self.reports_due else None


def summary(assessment: Assessment) -> Summary:
    """Count the key figures of an assessment, narrowed or whole."""
    cells, owed = assessment.cells, assessment.obligations
    met = cells["status"] == Status.MET
    lights = assessment.units["light"].value_counts()
    overdue = owed.loc[owed["state"] == State.OVERDUE, "kind"].value_counts()
    on_time, due = punctuality(owed, as_of=assessment.as_of)
    return Summary(
        lights={light: int(lights.get(light, 0)) for light in words.LIGHT},
        met=int(met.sum()),
        appraised=int((met & cells["appraised"]).sum()),
        total=len(cells),
        overdue={kind: int(overdue.get(kind, 0)) for kind in words.KINDS},
        reports_on_time=on_time,
        reports_due=due,
    )


def light_figures(now: Summary, before: Summary) -> tuple[Figure, ...]:
    """Tell how many units have each light, red first; more red is worse, more green better."""
    return tuple(
        Figure(
            marks.light(light),
            words.count(now.lights[light]),
            words.signed(now.lights[light] - before.lights[light]),
            good="up" if light is Light.GREEN else "down",
        )
        for light in words.LIGHT_ORDER
    )


def figures(
    now: Summary, before: Summary, changes: Changes | None = None, *, written_late: int = 0
) -> tuple[Figure, ...]:
    """Tell criteria met, items overdue and reports on time, each with its change.

    With the `changes` of units there on both dates, what other units brought or took is told too;
    `written_late` of the reports on time were written late.
    """
    late, late_before = now.all_overdue, before.all_overdue
    met = pages.MET_NOTE.format(
        percent=words.percent(now.met_rate), appraised=words.count(now.appraised)
    )
    kinds = {kind: words.count(number) for kind, number in now.overdue.items()}
    on_time = pages.ON_TIME_NOTE.format(
        on_time=words.count(now.reports_on_time), due=words.count(now.reports_due)
    )
    return (
        Figure(
            heads.MET,
            words.share(now.met, now.total),
            words.signed(now.met - before.met),
            "up",
            met + _of_other_units(now, before, changes),
        ),
        Figure(
            pages.ITEMS_OVERDUE,
            words.count(late),
            words.signed(late - late_before),
            note=pages.OVERDUE_NOTE.format(**kinds),
        ),
        Figure(
            heads.ON_TIME,
            words.percent(now.on_time_rate),
            words.points(now.on_time_rate, before.on_time_rate),
            "up",
            among(written_late, on_time),
        ),
    )


def _of_other_units(now: Summary, before: Summary, changes: Changes | None) -> str:
    """Say how many criteria met came or went with units merged, new or ended."""
    if changes is None:
        return ""
    moved = now.met - before.met - (len(changes.newly_met) - len(changes.lost))
    return pages.OF_OTHER_UNITS.format(change=words.signed(moved)) if moved else ""


def scope(items: pd.DataFrame, agency: str | None) -> str | None:
    """Say what an agency's filter counts, as plain text; None without one."""
    if agency is None:
        return None
    number = criteria_followed(items, agency)
    told = pages.SCOPE if number else pages.SCOPE_WITHOUT_CRITERIA
    return told.format(number=words.count(number), agency=agency)


def red_heading(red: int, total: int, *, scoped: bool = False) -> str:
    """Say how many units are red; where all else is `scoped`, that lights are not."""
    if not red:
        return pages.NO_RED
    heading = pages.RED_FIRST_COUNT.format(red=words.count(red), total=words.count(total))
    return pages.WHOLE.format(heading=heading) if scoped else heading


def all_red(red: int) -> str:
    """Lead to all of the red units where fewer are listed."""
    return pages.ALL_RED.format(number=words.count(red))


def red_units(units: pd.DataFrame) -> pd.DataFrame:
    """Keep the red units, those with most overdue first."""
    red = units[units["light"] == Light.RED]
    return red.sort_values("overdue", ascending=False, kind="stable")


def red_first(
    units: pd.DataFrame,
    whole: Assessment,
    since: "pd.Series[str]",
    *,
    href: Href,
    criterion_href: Href | None = None,
) -> Table:
    """List the red ones of the units, those with most overdue first, with reason and since when.

    `since` says so by unit (`lasting.since_when`); with `criterion_href` the criteria in a reason
    lead to their pages.

    The reason is that of the light: it counts all that the `whole` assessment does, also where an
    agency's filter leaves less.
    """
    red = red_units(units)
    why = light_reasons(red, whole.cells, whole.obligations, href=criterion_href)
    shown = (
        columns.NUMBER,
        columns.unit_links(href),
        saying(pages.RED_SINCE, lambda row: since[row.unit], spare=True),
        saying(heads.WHY, lambda row: why[row.unit]),
    )
    return screen(red, shown, title=pages.RED_TABLE)
