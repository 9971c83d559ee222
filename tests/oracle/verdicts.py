"""What a log row's result and percent say together (rules, 3)."""

from dataclasses import dataclass
from fractions import Fraction

from lib.problem import ProblemCode
from tests.oracle import results, values
from tests.oracle.book import Item
from tests.oracle.results import Result
from tests.oracle.values import BARE_ONE, UNREADABLE
from tests.oracle.worksheets import Row, Suggestions

RESULT, PERCENT, EVIDENCE = "Kết quả", "Tiến độ (%)", "Minh chứng"
FULL, ALMOST = Fraction(100), Fraction(99)


@dataclass
class Verdict:
    """Whether a row says met, how far, and whether it contradicts itself."""

    is_met: bool
    progress: Fraction
    is_contradictory: bool = False


def appraisal_verdict(row: Row) -> Verdict | None:
    """Read an appraisal; what cannot be read counts as not met, a blank not at all.

    A refusal's progress is found when it is assessed.
    """
    refusal = Verdict(False, Fraction(0))
    if row.is_blank(RESULT):
        row.need(RESULT)
        return None
    cell = row.cells.get(RESULT)
    said = results.result(cell)
    is_doubtful = said.percent is not None and said.percent < FULL
    if results.is_no_verdict(cell):
        row.refuse(RESULT, ProblemCode.UNREADABLE_RESULT)
        return None
    if said.meaning == "met" and not is_doubtful:
        return Verdict(True, FULL)
    if said.meaning != "not_met":
        row.refuse(RESULT, ProblemCode.UNREADABLE_RESULT, _appraisal_suggestions(row, said))
    elif said.is_guessed:
        row.refuse(RESULT, ProblemCode.GUESSED_RESULT)
    return refusal


def _appraisal_suggestions(row: Row, said: Result) -> Suggestions:
    """Leave open what is suggested for words that only an appraisal does not take."""
    is_unknown = said.meaning == UNREADABLE
    return results.suggestions(row.cells.get(RESULT)) if is_unknown else None


def progress_verdict(row: Row, item: Item | None) -> Verdict | None:
    """Read a log row by the table (rules, 3: Log entries); None is not counted."""
    said = _result(row)
    is_report = item is not None and item.kind == "report"
    is_sent = said.meaning is None and is_report and row.text(EVIDENCE) is not None
    percent = _percent(row, is_one_full=said.meaning == "met" or is_report)
    if percent == UNREADABLE:
        if said.meaning == "met" or is_sent:
            return _almost_met(said.percent)
        percent = None
    assert percent is None or isinstance(percent, Fraction)
    if said.meaning is None and percent is None and not is_sent:
        if item is not None:
            row.problem(RESULT, ProblemCode.MISSING_VALUE, None)
        return None
    lowest, differs = _lower(percent, said.percent)
    verdict = _verdict(said.meaning, lowest)
    if verdict is not None and differs:
        verdict.is_contradictory = True
    return verdict


def _result(row: Row) -> Result:
    cell = row.cells.get(RESULT)
    said = results.result(cell)
    if said.meaning == UNREADABLE:
        row.refuse(RESULT, ProblemCode.UNREADABLE_RESULT, results.suggestions(cell))
    if said.is_guessed:
        row.refuse(RESULT, ProblemCode.GUESSED_RESULT)
    return said


def _percent(row: Row, *, is_one_full: bool) -> Fraction | str | None:
    percent = values.percent(row.cells.get(PERCENT))
    if percent == UNREADABLE:
        row.refuse(PERCENT, ProblemCode.UNREADABLE_PERCENT)
    if percent == BARE_ONE and not is_one_full:
        row.refuse(PERCENT, ProblemCode.AMBIGUOUS_PERCENT)
    if percent == BARE_ONE:
        return FULL if is_one_full else Fraction(1)
    return percent


def _almost_met(behind_word: Fraction | None) -> Verdict:
    """Take a met word beside a percent that cannot be read: not met, at 99 at most."""
    if behind_word is None:
        return Verdict(False, ALMOST)
    return Verdict(False, min(behind_word, ALMOST), is_contradictory=behind_word < FULL)


def _lower(cell: Fraction | None, behind_word: Fraction | None) -> tuple[Fraction | None, bool]:
    """Choose between the percent's cell and the one behind the word; tell whether they differ."""
    if cell is None or behind_word is None:
        return (behind_word if cell is None else cell), False
    return min(cell, behind_word), cell != behind_word


def _verdict(word: str | None, percent: Fraction | None) -> Verdict | None:
    """Look up the table (rules, 3: Log entries); an entry that is not met has at most 99."""
    if word == "met":
        is_met = percent in (None, FULL)
        return Verdict(is_met, _at_most(percent, is_met), is_contradictory=not is_met)
    if word in ("in_progress", "not_met"):
        return Verdict(False, _at_most(percent or Fraction(0), False), percent == FULL)
    if word == "not_started":
        return Verdict(False, Fraction(0), bool(percent))
    if word is None:
        is_met = percent in (None, FULL)
        return Verdict(is_met, _at_most(percent, is_met))
    return None if percent is None else Verdict(False, _at_most(percent, False))


def _at_most(percent: Fraction | None, is_met: bool) -> Fraction:
    return FULL if is_met or percent is None else min(percent, ALMOST)
