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
        "done_late": "trễ {days}",
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


def test_sentences_of_the_report(said, report):
    general = "\n".join(paragraph.text for paragraph in report.paragraphs)
    states = Counter((owed["kind"], owed["state"]) for owed in said["obligations"])
    lights = Counter(unit["light"] for unit in said["units"])
    met = [cell for cell in said["cells"] if cell["status"] == "met"]

    units, told_lights = re.search(
        r"Có (\d+) đơn vị được theo dõi, trong đó: (.*?)\. Kỳ", general
    ).groups()
    assert int(units) == len(said["units"])
    assert [int(number) for number in re.findall(r"\d+", told_lights)][:3] == [
        lights["green"],
        lights["amber"],
        lights["red"],
    ]
    share = re.search(
        r"Đã đạt (\d+)/(\d+) lượt tiêu chí .*?, trong đó (\d+) lượt", general
    ).groups()
    assert [int(number) for number in share] == [
        len(met),
        len(said["cells"]),
        sum(cell["appraised"] for cell in met),
    ]
    overdue = re.search(
        r"Còn (\d+) mục quá hạn, gồm (\d+) tiêu chí, (\d+) nhiệm vụ và (\d+) báo cáo", general
    ).groups()
    by_kind = [states[kind, "overdue"] for kind in ("criterion", "task", "report")]
    assert [int(number) for number in overdue] == [sum(by_kind), *by_kind]
    reports = re.search(
        r"Trong (\d+) báo cáo .*? có (\d+) báo cáo gửi đúng hạn .*?, (\d+) báo cáo gửi trễ, (\d+)",
        general,
    )
    past = Counter(
        owed["state"]
        for owed in said["obligations"]
        if owed["kind"] == "report" and owed["due"] < said["as_of"]
    )
    counts = [past[state] for state in ("done_on_time", "done_late", "overdue")]
    if reports is None:
        assert sum(counts) == 0
    else:
        assert [int(number) for number in reports.groups()] == [sum(counts), *counts]


def test_changes_in_the_report(said, report):
    general = "\n".join(paragraph.text for paragraph in report.paragraphs)
    for sentence, name in (
        (r"- Mới đạt (\d+) lượt", "newly_met"),
        (r"- Không còn đạt (\d+) lượt", "lost"),
        (r"- Mới quá hạn (\d+) mục", "newly_overdue"),
        (r"- Hết quá hạn (\d+) mục", "cleared"),
    ):
        number = re.search(sentence, general)
        assert int(number[1] if number else 0) == len(said["changes"][name])
