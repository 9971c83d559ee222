"""The method page: the rules in words, with the sheet's own settings in them."""

from datetime import date

import pandas as pd

from lib import words
from lib.assess.outlook import since
from lib.sheet import Book, Settings
from lib.sheet.schema import Setting
from lib.view import columns
from lib.view.columns import saying, screen
from lib.view.coming import next_meeting
from lib.view.tables import Table
from lib.words import method


def settings_table(settings: Settings, *, as_of: date, previous: date) -> Table:
    """List the thresholds in use and what each is for."""
    values = {
        method.PERIOD: f"{words.day(settings.start)} – {words.day(settings.end)}",
        Setting.AS_OF: words.day(as_of),
        Setting.PREVIOUS: words.day(previous),
        Setting.DUE_SOON: method.DAYS.format(number=words.decimal(settings.due_soon_days)),
        Setting.STALE: method.DAYS.format(number=words.decimal(settings.stale_days)),
        Setting.LAG: method.POINTS.format(number=words.decimal(settings.lag_points)),
        Setting.RED_FROM: method.ITEMS.format(number=words.decimal(settings.red_from)),
    }
    shown = (
        columns.NUMBER,
        saying(method.SETTING, lambda row: str(row[0])),
        saying(method.VALUE, lambda row: row[1], narrow=True),
        saying(method.MEANING, lambda row: method.SETTING_MEANINGS[row[0]]),
    )
    return screen(values.items(), shown, title=method.SETTINGS)


def sections(book: Book, *, as_of: date, previous: date) -> tuple[tuple[str, str], ...]:
    """Return each section's heading and its list in Markdown, settings filled in."""
    settings = book.settings
    due = _example_due(book, as_of)
    told = {
        "as_of": words.day(as_of),
        "previous": words.day(previous),
        "start": words.day(settings.start),
        "end": words.day(settings.end),
        "due_soon": words.decimal(settings.due_soon_days),
        "stale": words.decimal(settings.stale_days),
        "lag": words.decimal(settings.lag_points),
        "red_from": words.decimal(settings.red_from),
        "next": words.day(next_meeting(previous, as_of)),
        "pace_since": words.day(since(book, as_of)),
        "example_due": words.day(due),
        "example_expected": words.percent(_expected(settings.start, due, as_of)),
    }
    return tuple((heading, rules.format(**told)) for heading, rules in method.SECTIONS)


def _example_due(book: Book, as_of: date) -> date:
    """Take the first deadline after the date, else the plan's end."""
    later = book.items.loc[book.items["due"] > pd.Timestamp(as_of), "due"]
    return book.settings.end if later.empty else later.min().date()


def _expected(start: date, due: date, as_of: date) -> float:
    if due <= start:
        return 100.0
    return min(max(100 * (as_of - start).days / (due - start).days, 0.0), 100.0)
