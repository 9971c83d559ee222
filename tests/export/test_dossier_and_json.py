"""The dossiers of several units on four dates, each number read back from the paper.

What they are held against is the machine-readable report of the unit alone.
"""

import io
import re
from collections import Counter

import pytest
from docx import Document
from docx.document import Document as Paper

from lib import words
from lib.export import machine
from lib.export.briefing import briefing
from lib.export.dossier import dossier_document
from lib.view.dossier import dossier
from tests.export.reading import report_rows
from tests.export.test_documents_and_json import (
    DATES,
    NOUGHT,
    in_state,
    number,
    section,
    text_of,
)

MERGED = {"spring": "Hồng Lạc", "half a year": "Hồng Lạc"}
CASES = {
    f"{unit}, {name}": (unit, dates)
    for name, dates in DATES.items()
    for unit in ("Tam Đa", "TT Sơn Dương", MERGED.get(name, "Hồng Sơn"))
}


@pytest.fixture(scope="module", params=CASES.values(), ids=CASES)
def pair(request, book) -> tuple[dict, Paper]:
    """Give what the JSON says of a unit, and its dossier."""
    unit, dates = request.param
    told = briefing(book, **dates, unit=unit)
    found = dossier(told, unit)
    assert found is not None
    return machine.briefed(told), Document(io.BytesIO(dossier_document(told, found)))


def test_results(pair):
    said, paper = pair
    (unit,) = said["units"]
    told = "\n".join(section(paper, "KẾT QUẢ THỰC HIỆN TIÊU CHÍ"))
    total = re.search(r"(\d+)(?:/(\d+))? tiêu chí áp dụng", told)
    assert int(total[2] or total[1]) == len(said["cells"]) == unit["total"]
    assert number(told, r"đã đạt (\d+)/") == unit["met"]
    assert number(told, r"(\d+) tiêu chí đã được thẩm định") == unit["met_appraised"]
    rows = report_rows(paper, "Nhóm tiêu chí", "Số tiêu chí")
    (whole,) = [row for row in rows if row["Nhóm tiêu chí"] == "Cộng"]
    assert [*whole.values()][1:] == [str(unit[name]) for name in ("total", "met", "met_appraised")]


def test_what_is_missing(pair):
    said, paper = pair
    (unit,) = said["units"]
    told = "\n".join(section(paper, "NỘI DUNG CÒN THIẾU"))
    refused = number(told, r"Thẩm định kết luận chưa đạt (\d+) tiêu chí:")
    not_met = number(told, r"(?m)^Chưa đạt (\d+) tiêu chí:")
    waiting = number(told, r"chưa được thẩm định (\d+) tiêu chí:")
    assert refused + not_met == unit["total"] - unit["met"]
    assert waiting == unit["met"] - unit["met_appraised"]
    named = set(re.findall(r"(?m)^- (TC\d+) – ", told))
    assert named == {
        cell["code"] for cell in said["cells"] if cell["status"] != "met" or not cell["appraised"]
    }
    assert any(line.text == "DỰ THẢO" for line in paper.paragraphs) is bool(named)


def test_each_criterion(pair):
    said, paper = pair
    rows = report_rows(paper, "TT", "Tiêu chí", "Căn cứ")
    assert [row["Tiêu chí"].split(" – ")[0] for row in rows] == [
        cell["code"] for cell in said["cells"]
    ]
    for row, cell in zip(rows, said["cells"], strict=True):
        appraised = cell["status"] == "met" and cell["appraised"]
        mark = words.APPRAISED if appraised else words.STATUS[cell["status"]]
        progress = cell["status"] != "met" and cell["progress"] is not None
        expected = mark.on_paper
        if progress:
            expected = f"{expected}, {words.percent(cell['progress'])}"
        if cell["inherited"]:
            expected = f"{expected} (theo đơn vị cũ)"
        assert row["Kết quả"] == expected
        day = cell["date"] and "/".join(reversed(cell["date"].split("-")))
        assert row["Ngày ghi nhận"] == (day or "–")
        assert ("Đạt ngày " in row["Thẩm định"]) is appraised


def test_where_the_past_has_led(pair):
    said, paper = pair
    (unit,) = said["units"]
    last = report_rows(paper, "Ngày", "Tiêu chí đạt") or report_rows(paper, "Ngày", "Đơn vị")
    row = last[-1]
    assert row["Tiêu chí đạt"] == words.share(unit["met"], unit["total"])
    assert row["Đã thẩm định"] == str(unit["met_appraised"])
    assert row["Tiến độ"] == words.percent(unit["progress"])
    assert row["Hạng"] == words.count(unit["rank"])
    assert row["Đèn"] == words.LIGHT[unit["light"]].on_paper


def test_tasks_and_reports(pair):
    said, paper = pair
    told = "\n".join(section(paper, "NHIỆM VỤ, CHẾ ĐỘ BÁO CÁO"))
    tasks = [owed for owed in said["obligations"] if owed["kind"] == "task"]
    assert number(told, r"Được giao (\d+) nhiệm vụ") == len(tasks)
    counted = Counter(owed["state"] for owed in tasks)
    line = next((each for each in told.splitlines() if each.startswith("Được giao")), "")
    for state, mark in words.STATE.items():
        assert number(line, rf"(\d+) {mark.word.lower()}\b") == counted[state]
    past = Counter(
        owed["state"]
        for owed in said["obligations"]
        if owed["kind"] == "report" and owed["due"] < said["as_of"]
    )
    assert number(told, r"Trong (\d+) báo cáo đã qua") == sum(past.values())
    assert number(told, r"có (\d+) báo cáo gửi đúng hạn") == past["done_on_time"]
    assert number(told, r"(\d+) báo cáo gửi quá hạn") == past["done_late"]
    assert number(told, r"(\d+) báo cáo chưa gửi") == past["overdue"]
    late = [owed for owed in in_state(said, "overdue", "done_late") if owed["kind"] != "criterion"]
    assert number(told, r"hoàn thành quá hạn (\d+) mục:") == len(late)
    assert len(re.findall(r"(?m)^- (?:Nhiệm vụ|Báo cáo) ", told)) == len(late)


def test_nothing_counts_to_nought(pair):
    assert not NOUGHT.search(text_of(pair[1]))
