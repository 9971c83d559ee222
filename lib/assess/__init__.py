"""The rules: a Book in, the assessment of one date out; no clock, no I/O, no wording."""

from lib.assess.assessment import Assessment, assess, history
from lib.assess.changes import Changes, compare, forgotten_meeting, previous_date
from lib.assess.values import Cause, Light, State, Status
