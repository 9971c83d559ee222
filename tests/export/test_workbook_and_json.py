"""The workbook says the same numbers as the JSON, whatever the date and the filters."""

from lib import words
from tests.export.reading import iso


def test_units_in_the_workbook(case, said, sheets):
    assert [
        (
            *(row[head] for head in ("Đơn vị", "Nhóm", "Hạng", "Thay đổi hạng", "Đèn")),
            *(row[head] for head in ("Đạt", "Đã thẩm định", "Số tiêu chí")),
            *(row[head] for head in ("Điểm đạt", "Điểm tối đa", "Tiến độ (%)")),
            *(row[head] for head in ("Báo cáo đúng hạn (%)", "Quá hạn", "Nguy cơ chậm")),
            *(row[head] for head in ("Chưa báo cáo", "Số liệu cũ")),
        )
        for row in sheets["Xếp hạng"]
    ] == [
        (
            case.labels[unit["unit"]],
            *(unit[name] for name in ("group", "rank", "rank_change")),
            words.LIGHT[unit["light"]].word,
            *(unit[name] for name in ("met", "met_appraised", "total", "met_points")),
            *(unit[name] for name in ("max_points", "progress", "on_time_rate", "overdue")),
            *(unit[name] for name in ("at_risk", "no_data", "stale")),
        )
        for unit in said["units"]
    ]


def test_cells_in_the_workbook(case, said, sheets):
    expected = [
        (
            case.labels[cell["unit"]],
            cell["code"],
            words.APPRAISED.word
            if cell["status"] == "met" and cell["appraised"]
            else words.STATUS[cell["status"]].word,
            cell["progress"],
            cell["date"],
        )
        for cell in said["cells"]
    ]
    assert [
        (row["Đơn vị"], row["Mã"], row["Tình trạng"], row["Tiến độ (%)"], iso(row["Ngày ghi nhận"]))
        for row in sheets["Chi tiết tiêu chí"]
    ] == expected
    matrix = {
        (row["Đơn vị"], code): status
        for row in sheets["Ma trận tiêu chí"]
        for code, status in row.items()
        if code not in {"Nhóm", "Đơn vị", "Đèn"} and status is not None
    }
    assert matrix == {(unit, code): status for unit, code, status, *_ in expected}


def test_obligations_in_the_workbook(case, said, sheets):
    assert [
        (
            row["Loại"],
            row["Đơn vị, cơ quan"],
            row["Mã"],
            row["Nội dung"],
            row["Cơ quan theo dõi"],
            iso(row["Hạn"]),
            iso(row["Ngày xong"]),
            row["Tình trạng"],
            row["Số ngày chậm"],
        )
        for row in sheets["Hạn và quá hạn"]
    ] == [
        (
            words.KIND[owed["kind"]],
            case.labels[owed["owner"]],
            owed["code"],
            owed["title"],
            owed["agency"],
            owed["due"],
            owed["done"],
            words.STATE[owed["state"]].word,
            owed["days_late"],
        )
        for owed in said["obligations"]
    ]


def test_changes_in_the_workbook(case, said, sheets):
    lists = {
        "Mới đạt": "newly_met",
        "Không còn đạt": "lost",
        "Mới quá hạn": "newly_overdue",
        "Hết quá hạn": "cleared",
    }
    found = {
        name: [
            (row["Đơn vị, cơ quan"], row["Mã"])
            for row in sheets["Thay đổi"]
            if row["Thay đổi"] == word
        ]
        for word, name in lists.items()
    }
    assert found == {
        name: [(case.labels[owner], code) for *_, owner, code in said["changes"][name]]
        for name in lists.values()
    }
    moves = {row["Đơn vị, cơ quan"]: row for row in sheets["Thay đổi"] if row["Số bậc"]}
    assert {
        unit: row["Số bậc"] * (1 if row["Thay đổi"] == "Lên hạng" else -1)
        for unit, row in moves.items()
    } == {
        case.labels[unit["unit"]]: unit["rank_change"]
        for unit in said["units"]
        if unit["rank_change"]
    }


def test_problems_in_the_workbook(said, sheets):
    assert [
        (row["Trang"], row["Dòng"], row["Cột"], row["Giá trị đã ghi"])
        for row in sheets["Chất lượng số liệu"]
    ] == [
        (problem["worksheet"], problem["row"], problem["column"], problem["value"])
        for problem in said["problems"]
    ]


def test_json_names_dates_and_filters(case, said):
    assert said["as_of"] == case.as_of.isoformat()
    assert said["previous"] == case.before.as_of.isoformat()
    assert said.get("filters") == case.filters.sentence
    assert said["plan"]["illustrative"] is True
