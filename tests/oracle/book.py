"""What the spreadsheet says once it is read: settings, owners, items, entries, problems."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tests.oracle.names import Asked, Named, Owner, in_charge
from tests.oracle.settings import Settings
from tests.oracle.worksheets import Problems


@dataclass(frozen=True)
class Agency:
    """A cell that names an agency: whom it names, where that is known, and how it is written."""

    written: str
    named: Named | None

    def name(self, day: date, owners: list[Owner]) -> str:
        """Say which agency that is on a day; an unknown one is shown as written (2)."""
        return in_charge(self.named, day, owners).name if self.named else self.written


@dataclass(eq=False)
class Item:
    """Something owed: a criterion, a task or a reporting period."""

    kind: str
    code: str
    title: str
    asked: Asked | None
    """None: everyone."""
    agency: Agency | None = None
    points: Fraction = Fraction(1)
    due: date | None = None
    is_due_unreadable: bool = False
    is_mandatory: bool = False
    given: date | None = None
    completed: date | None = None

    def is_asked_of(self, owner: Owner, day: date | None) -> bool:
        """Tell whether `owner` owes this on a day (None: validity dates aside) (4, 5).

        A criterion is owed by units only, a report by agencies only if they report regularly.
        """
        if self.kind == "criterion" and not owner.is_unit:
            return False
        if self.kind == "report" and not owner.is_unit and not owner.reports:
            return False
        return self.asked is None or self.asked.names(owner, day)


@dataclass
class Entry:
    """A log row that counts, or a task's `Ngày hoàn thành`."""

    day: date
    is_met: bool
    progress: Fraction
    kind: str = "log"
    """`completion`, `log` or `appraisal`, in the order in which they stand on one day."""
    place: int = 0


@dataclass(frozen=True)
class Obstacle:
    """What an owner reports to be in its way."""

    owner: Owner
    item: Item | None
    day: date
    text: str


@dataclass
class Book:
    """Everything the spreadsheet says."""

    settings: Settings
    today: date
    units: list[Owner] = field(default_factory=list)
    agencies: list[Owner] = field(default_factory=list)
    standing_agency: Agency | None = None
    items: list[Item] = field(default_factory=list)
    entries: dict[tuple[Owner, Item], list[Entry]] = field(default_factory=dict)
    obstacles: list[Obstacle] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)

    @property
    def owners(self) -> list[Owner]:
        """List units, then agencies: a unit beats an agency, an upper row a lower."""
        return self.units + self.agencies
