"""The list of what was rewritten: one line a place, then and now."""

from lib.assess import Status
from lib.assess.memory import rewritten
from lib.view.marks import status
from lib.view.memory import rewritten_table
from tests import builders as sheet
from tests.assess.test_memory import CRITERIA, KNOWN, LOG, TODAY, UNITS, book

NAMES = {name: name for name, _ in UNITS}


def test_what_was_changed_for_several_and_what_is_gone_are_a_line_each():
    given = sheet.tasks(
        ("NV1", "Sơ kết", "Tam Đa", "1/8/2024", "1/9/2024"),
        head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
    )
    moved = (("TC01", "Đường làng", "10/8/2024"), CRITERIA[1])
    now = book(TODAY, *LOG, criteria=moved)
    told = rewritten(book(KNOWN, *LOG, more=(given,)), now)
    titles = dict(
        zip(now.items["code"], zip(now.items["kind"], now.items["title"], strict=True), strict=True)
    )
    table = rewritten_table(
        told,
        titles,
        NAMES,
        [*NAMES],
        href=lambda owner, code: f"{owner}/{code}",
        place=lambda worksheet, row, cell=None: f"dòng {row}",
    )
    rows = [tuple(row) for row in table.frame[["Nơi", "Mục", "Lúc đó", "Bây giờ"]].to_numpy()]
    assert rows[:2] == [
        ("Cả sổ", "NV1 – Sơ kết", "NV1", "không có trong sổ"),
        (
            "3 nơi",
            "TC01 – Đường làng",
            f"hạn 31/08/2024; {status(Status.ON_TRACK)}: 1 nơi; {status(Status.NO_DATA)}: 1 nơi",
            f"hạn 10/08/2024; {status(Status.OVERDUE)}: 2 nơi",
        ),
    ]
    assert told.number == 2
    assert len(rows) == 2
