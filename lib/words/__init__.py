"""Every Vietnamese word a user reads, by subject, and how numbers and dates are written."""

from lib.words.failures import FAILURE, FAILURE_REMEDY, Failure, behind_sentence, failure_sentence
from lib.words.figures import (
    BLANK,
    clock,
    count,
    day,
    day_and_clock,
    day_month,
    decimal,
    movement,
    number,
    percent,
    points,
    share,
    signed,
)
from lib.words.marks import (
    APPRAISED,
    KIND,
    KINDS,
    LIGHT,
    LIGHT_MEANING,
    LIGHT_ORDER,
    REPORT_STATE,
    REPORT_WRITTEN_LATE,
    STATE,
    STATUS,
    Mark,
)
from lib.words.problems import PROBLEM, PROBLEM_REMEDY, SEVERITY
