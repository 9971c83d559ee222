"""All the tables a sheet is made of: the plan's definitions, then the logs."""

from lib.sheet.schema import APPRAISALS, PROGRESS
from lib.template.plan import Table, definitions


def tables(*, with_sample: bool) -> tuple[Table, ...]:
    """Return the worksheets' tables in order, the logs empty without the illustrative progress."""
    return (
        *definitions(),
        Table(PROGRESS.title, PROGRESS, ()),
        Table(APPRAISALS.title, APPRAISALS, ()),
    )
