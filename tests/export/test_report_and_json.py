"""The official report says the same numbers as the JSON, whatever the date and the filters."""

import re
from collections import Counter

from lib import words
from tests.export.reading import report_rows

SHAPE = {status: mark.shape for status, mark in words.STATUS.items()}
SHAPE |= {"appraised": words.APPRAISED.shape}


def test_units_in_the_report(case, said, report):
    rows = report_rows(report, "Hạng", "±", "Đơn vị")
    assert [tuple(row.values())[:5] + tuple(row.values())[6:] for row in rows] == [
        (
            words.count(unit["rank"]),
            words.movement(unit["rank_change"]),
            case.labels[unit["unit"]],
            f"{unit['met']}/{unit['total']}",
            str(unit["met_appraised"]),
            words.percent(unit["progress"]),
            words.percent(unit["on_time_rate"]),
            *(str(unit[name]) for name in ("overdue", "at_risk", "no_data")),
            words.LIGHT[unit["light"]].on_paper,
        )
        for unit in said["units"]
    ]


def test_cells_in_the_report(case, said, report):
    marks = {
        (row["Đơn vị"], code): mark
        for row in report_rows(report, "Đơn vị", "Tiêu chí đạt", "Đèn")
        for code, mark in row.items()
        if code not in {"Đơn vị", "Tiêu chí đạt", "Đèn"} and mark
    }
    assert marks == {
        (case.labels[cell["unit"]], cell["code"]): SHAPE[
            "appraised" if cell["status"] == "met" and cell["appraised"] else cell["status"]
        ]
        for cell in said["cells"]
    }


def test_overdue_in_the_report(case, said, report):
    found = report_rows(report, "TT", "Loại", "Đơn vị, cơ quan", "Mã")
    assert [
        (row["Loại"], row["Đơn vị, cơ quan"], row["Mã"], row["Quá hạn (ngày)"]) for row in found
    ] == [
        (
            words.KIND[owed["kind"]],
            case.labels[owed["owner"]],
            owed["code"],
            words.count(owed["days_late"]),
        )
        for owed in said["obligations"]
        if owed["state"] == "overdue"
    ]


def test_reports_in_the_report(case, said, report):
    marks = {
        (row["Đơn vị, cơ quan"], code): mark
        for row in report_rows(report, "Đơn vị, cơ quan")
        for code, mark in row.items()
        if code not in {"Đơn vị, cơ quan", "Đúng hạn"} and mark
    }
    shown = {
        "done_on_time": "✔",
        "done_late": "chậm {days}",
        "overdue": "■ {days}",
        "due_soon": "▲",
        "open": "→",
    }
    assert marks == {
        (case.labels[owed["owner"]], owed["code"]): shown[owed["state"]].format(
            days=owed["days_late"]
        )
        for owed in said["obligations"]
        if owed["kind"] == "report"
    }


def test_sentences_of_the_report(case, said, report):
    general = "\n".join(paragraph.text for paragraph in report.paragraphs)
    states = Counter((owed["kind"], owed["state"]) for owed in said["obligations"])
    lights = Counter(unit["light"] for unit in said["units"])
    met = [cell for cell in said["cells"] if cell["status"] == "met"]

    if not (case.filters.agency or case.filters.unit):
        assert number(general, r"Có (\d+) đơn vị được theo dõi") == len(said["units"])
        told = re.search(r"trong đó: (.*?)\.", general)[1]
        for light, word in (("green", "xanh"), ("amber", "vàng"), ("red", "đỏ"), ("grey", "xám")):
            assert number(told, rf"(\d+) đơn vị đèn {word}") == lights[light]
    if met:
        assert re.search(r"Đã đạt ([\d./]+) lượt", general)[1] == f"{len(met)}/{len(said['cells'])}"
    assert number(general, r"(\d+) lượt đã được thẩm định") == sum(
        cell["appraised"] for cell in met
    )
    told = re.search(r"^(Còn|Không có).*? quá hạn.*?; kỳ trước", general, re.MULTILINE)[0]
    kinds = {"criterion": "tiêu chí", "task": "nhiệm vụ", "report": "báo cáo"}
    for kind, word in kinds.items():
        assert number(told, rf"(\d+) {word}") == states[kind, "overdue"]
    assert number(general, r"ngày tới có (\d+) mục đến hạn") == sum(
        count for (_, state), count in states.items() if state == "due_soon"
    )
    past = Counter(
        owed["state"]
        for owed in said["obligations"]
        if owed["kind"] == "report" and owed["due"] < said["as_of"]
    )
    assert number(general, r"Trong (\d+) báo cáo đã qua") == sum(past.values())
    assert number(general, r"có (\d+) báo cáo gửi đúng hạn") == past["done_on_time"]
    assert number(general, r"(\d+) báo cáo gửi quá hạn") == past["done_late"]
    assert number(general, r"(\d+) báo cáo chưa gửi") == past["overdue"]


def test_changes_in_the_report(said, report):
    general = "\n".join(paragraph.text for paragraph in report.paragraphs)
    for sentence, name in (
        (r"- Mới đạt (\d+) lượt", "newly_met"),
        (r"- Không còn đạt (\d+) lượt", "lost"),
        (r"- Mới quá hạn (\d+) mục", "newly_overdue"),
        (r"- Hết quá hạn (\d+) mục", "cleared"),
    ):
        assert number(general, sentence) == len(said["changes"][name])


def number(text: str, sentence: str) -> int:
    """Return the number a sentence names; one that is not there names none."""
    found = re.search(sentence, text)
    return int(found[1].replace(".", "")) if found else 0
