"""What was rewritten is one place, however many owners it concerns (rules, 9)."""

import pytest

from lib.assess.memory import rewritten
from lib.grid import Grid
from tests import builders as sheet
from tests.assess.test_memory import CRITERIA, KNOWN, LOG, TODAY, book
from tests.builders import Row


def test_a_deadline_moved_for_all_is_one_place_and_an_entry_changed_beside_it_another():
    moved = (("TC01", "Đường làng", "10/8/2024"), CRITERIA[1])
    for log, number in ((LOG, 1), ((("1/8/2024", "Tam Đa", "TC01", "Đạt"), *LOG[1:]), 2)):
        found = rewritten(book(KNOWN, *LOG), book(TODAY, *log, criteria=moved))
        assert len(found.places) == 3
        assert found.number == number


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        (CRITERIA[:1], [("TC02", None)]),
        ((*CRITERIA, ("TC03", "Mới", "31/12/2024")), [(None, "TC03")]),
        ((CRITERIA[0], ("TC2B", "camera", "31/12/2024")), [("TC02", "TC2B")]),
        ((CRITERIA[0], ("TC2B", "Đèn", "31/12/2024")), [(None, "TC2B"), ("TC02", None)]),
    ],
    ids=["gone", "new", "another code", "another criterion in its place"],
)
def test_a_criterion_that_is_in_one_of_both_alone_is_told_once(criteria, expected):
    log = [line for line in LOG if line[2] != "TC02"]
    found = rewritten(book(KNOWN, *log), book(TODAY, *log, criteria=criteria))
    assert [tuple(row) for row in found.items[["then", "now"]].to_numpy()] == expected
    assert found.number == len(expected)
    assert found.items["owners"].map(len).tolist() == [3] * len(expected)


def given(*tasks: Row) -> tuple[Grid, ...]:
    return (sheet.tasks(*tasks, head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn"),)


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ((("NV1", "Sơ kết", "Tam Đa", "1/8/2024", "1/9/2024"),), (), [("NV1", None)]),
        ((), (("NV1", "Sơ kết", "Tam Đa", "14/8/2024", "1/9/2024"),), []),
        ((), (("NV1", "Sơ kết", "Tam Đa", "1/8/2024", "13/8/2024"),), [(None, "NV1")]),
        ((), (("NV1", "Sơ kết", "Tam Đa", "15/8/2024", "1/9/2024"),), []),
    ],
    ids=["gone", "given at the meeting, written after it", "overdue then", "given since"],
)
def test_a_task_that_is_gone_was_decided_and_a_new_one_is_not_of_the_past(then, now, expected):
    found = rewritten(book(KNOWN, *LOG, more=given(*then)), book(TODAY, *LOG, more=given(*now)))
    assert [tuple(row) for row in found.items[["then", "now"]].to_numpy()] == expected
