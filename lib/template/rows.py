"""All the tables a sheet is made of: the plan's definitions, then the logs."""

from lib.sheet.schema import APPRAISALS, PROGRESS
from lib.template.plan import Table, definitions
from lib.template.sample import SAMPLE_SETTINGS, sample_logs


def tables(*, with_sample: bool) -> tuple[Table, ...]:
    """Return the worksheets' tables in order, the logs empty without the illustrative progress."""
    if with_sample:
        return (*definitions(SAMPLE_SETTINGS), *sample_logs())
    return (*definitions(), *(Table(kind.title, kind, ()) for kind in (PROGRESS, APPRAISALS)))
