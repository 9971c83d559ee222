"""The report's whole annexes say what the JSON says, whatever the date and the filters."""

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
        if not case.filters.agency
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
