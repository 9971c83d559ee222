"""One line of the bench: what was measured, the floor it stands beside, the goal, and if it is met."""

from dataclasses import asdict, dataclass
from typing import Any

COLUMNS = f"{'':50}{'measured':>12}{'floor':>12}{'ratio':>9}{'goal':>9}  met"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value; the goal is for its ratio to the floor, or for itself where none is given.

    A value of None says that it could not be measured here, and `note` why.
    """

    name: str
    value: float | None
    unit: str = ""
    floor: float | None = None
    goal: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Give the value as a multiple of the floor's."""
        return self.value / self.floor if self.value is not None and self.floor else None

    @property
    def met(self) -> bool | None:
        """Say whether the goal is met; None without a goal or a value."""
        judged = self.value if self.floor is None else self.ratio
        if self.goal is None or judged is None:
            return None
        return judged >= self.goal if self.at_least else judged <= self.goal

    @property
    def line(self) -> str:
        """Write it as a line of the table."""
        goal = "" if self.goal is None else f"{'≥' if self.at_least else '≤'} {self.goal:g}"
        met = {True: "yes", False: "NO", None: ""}[self.met]
        cells = f"{_short(self.value):>12}{_short(self.floor):>12}{_short(self.ratio):>9}"
        return f"{f'{self.name}, {self.unit}':50}{cells}{goal:>9}  {met:4}{self.note}".rstrip()

    @property
    def record(self) -> dict[str, Any]:
        """Give it as a JSON object."""
        return asdict(self) | {"ratio": self.ratio, "met": self.met}


def _short(number: float | None) -> str:
    if number is None:
        return "–"
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.3g}"
