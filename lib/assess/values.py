"""The words of an assessment: what a status, a light, a state can be."""

from enum import StrEnum


class Status(StrEnum):
    """Where a unit stands on a criterion (rules, 4)."""

    NOT_APPLICABLE = "not_applicable"
    MET = "met"
    OVERDUE = "overdue"
    NO_DATA = "no_data"
    AT_RISK = "at_risk"
    ON_TRACK = "on_track"


class Cause(StrEnum):
    """Why a cell is at risk, the first that holds."""

    APPRAISED_NOT_MET = "appraised_not_met"
    DUE_UNREADABLE = "due_unreadable"
    DUE_SOON = "due_soon"
    BEHIND = "behind"


class State(StrEnum):
    """Where an obligation stands, in the order of screens (rules, 5)."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    OPEN = "open"
    DONE_LATE = "done_late"
    DONE_ON_TIME = "done_on_time"


class Light(StrEnum):
    """A unit's traffic light (rules, 6)."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    GREY = "grey"
