"""Where an item is found: its address in the app, its cell in the sheet."""

from datetime import date
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from lib.ui import data
from lib.ui.current import Current
from lib.view.marks import plain
from lib.view.owed import ItemHref
from lib.view.reminders import Demand
from lib.view.tables import records
from lib.view.trail import Place
from lib.words import detail

ITEM: Final = "muc"
"""The address's parameter that opens an item on its owner's page."""

NO_BREAK: Final = "\u00a0"


def opened() -> str | None:
    """Return the code of the item the address opens, if it opens one."""
    return st.query_params.get(ITEM)


def item_href(shown: Current) -> ItemHref:
    """Give the addresses of owners and their items under the reader's filters."""
    labels = shown.whole.labels
    pages = {
        owner.name: (shown.unit_href if owner.is_unit else shown.agency_href)(labels[owner.name])
        for owner in records(shown.book.owners)
    }

    def href(owner: str, code: str | None = None) -> str:
        return pages[owner] if code is None else f"{pages[owner]}&{urlencode({ITEM: code})}"

    return href


def place(shown: Current) -> Place:
    """Give the way to a row of the sheet: a link into Google's, words for a workbook."""

    def written(worksheet: str, row: int, cell: str | None = None) -> str:
        where = detail.CELL if cell else detail.ROW
        said = where.format(worksheet=plain(worksheet).replace(" ", NO_BREAK), row=row, cell=cell)
        href = data.cell_href(shown, worksheet, cell or f"A{row}:H{row}")
        return f"[{said}]({href})" if href else said

    return written


def demand(answer_by: date | None = None) -> Demand:
    """Ask for an answer by a day, at the worksheets of a sheet at Google."""
    configured = data.configuration()
    return Demand(answer_by, configured.cell_url if configured else None)
