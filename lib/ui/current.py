"""What one page shows: the sheet under the reader's filters, and the addresses that lead on."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Self
from urllib.parse import urlencode

from lib.export.briefing import Briefing
from lib.grid import Grid
from lib.ui.filters import Filters
from lib.view.narrowing import Narrowing
from lib.view.reminded import NOTHING, Reminded

CODE: Final = "ma"
"""The address's parameter that names a criterion on its page."""


@dataclass(frozen=True, slots=True)
class Recollection:
    """How memory stands: `mark` names its state, empty where there is none to tell of.

    `recalling` while the recorded days are still read again. To who sees all are told what keeps
    readings from being recorded, and the days whose files cannot be used, with the fault.
    """

    mark: str = ""
    recalling: bool = False
    trouble: str | None = None
    passed_over: tuple[tuple[date, str], ...] = ()

    @property
    def key(self) -> str:
        return f"{self.mark} {self.recalling} {self.trouble or ''}"


@dataclass(frozen=True, eq=False, kw_only=True)
class Current(Briefing):
    """What one page shows, and what its exports hold: the sheet under the reader's filters."""

    filters: Filters
    fingerprint: str
    today: date
    grids: tuple[Grid, ...]
    reminded: Reminded = NOTHING
    mailed: str = ""
    """Names the state of the log of what was mailed."""
    recollection: Recollection = Recollection()
    left: Filters | None = None
    """The filters that still narrow a page about a unit or an agency."""

    @property
    def key(self) -> str:
        """All that decides what is seen: the content, the day, the reader's choice and audience."""
        choice = f"{self.filters.href('')} {self.subject} {self.audience.key}"
        state = f"{self.mailed} {self.recollection.key}"
        return f"{self.fingerprint} {self.today} {choice} {state}"

    @property
    def at_work(self) -> Filters:
        """The filters that narrow this page; a page about a unit or agency is of no other."""
        return self.filters if self.left is None else self.left

    def about(self, *, unit: str | None = None, agency: str | None = None) -> Self:
        """Make the unit or the agency, by its screen name, what the page is about."""
        chosen = self.filters
        if unit:
            left = replace(chosen, group=None, unit=None)
            return replace(self, subject=Narrowing(unit=unit, agency=chosen.agency), left=left)
        subject, left = Narrowing(chosen.group, chosen.unit, agency), replace(chosen, agency=None)
        return replace(self, subject=subject, left=left)

    def called(self, label: str, *, is_unit: bool) -> int:
        """Return the number of whom a screen name stands for on the date shown."""
        owners = self.book.owners
        known = owners.index[(owners["is_unit"] == is_unit) & (owners["label"] == label)]
        return self.book.names.next(known.tolist(), self.as_of)

    def unit_href(self, label: str) -> str:
        """Return the address of a unit's page under these filters."""
        return self.filters.href("don-vi", of=label)

    def owner_href(self, label: str) -> str:
        """Return the address of a unit's or an agency's page under these filters."""
        owners = self.book.owners
        agency = label in set(owners.loc[~owners["is_unit"], "label"])
        return self.agency_href(label) if agency else self.unit_href(label)

    def agency_href(self, label: str) -> str:
        """Return the address of an agency's page under these filters."""
        return self.filters.href("co-quan", of=label)

    def criterion_href(self, code: str | None = None) -> str:
        """Return the address of a criterion's page under these filters, or of the list of them."""
        page = self.filters.href("tieu-chi")
        if code is None:
            return page
        return f"{page}{'&' if '?' in page else '?'}{urlencode({CODE: code})}"
