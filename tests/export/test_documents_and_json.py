"""Report, letters and notice of four dates and four filters, each number read back from the paper.

What they are held against is the machine-readable report under the same filter.
"""

import io
import re
from collections import Counter
from datetime import date

import pytest
from docx import Document
from docx.document import Document as Paper

from lib import words
from lib.export import machine
from lib.export.briefing import Briefing, briefing
from lib.export.document import document
from lib.export.letters import letters_document
from lib.export.notice import notice
from lib.view.conclusions import Conclusion
from tests.export.reading import report_rows

DATES = {
    "spring": {"as_of": date(2024, 4, 20), "previous": date(2024, 4, 1)},
    "half a year": {"as_of": date(2024, 6, 15)},
    "autumn": {"as_of": date(2024, 9, 15)},
    "the last day": {"as_of": date(2024, 12, 31)},
}
FILTERS = {
    "everyone": {},
    "a group": {"group": "Tạo tiền đề"},
    "a unit": {"unit": "TT Sơn Dương"},
    "an agency": {"agency": "Phòng Tài chính"},
}
KINDS = {"criterion": "tiêu chí", "task": "nhiệm vụ", "report": "báo cáo"}
NOUGHT = re.compile(
    r"(?<![\d.,/])0 (mục|đơn vị|báo cáo|lượt|nơi|tiêu chí|nhiệm vụ|chỗ|việc|khó khăn)"
)
GIVEN = (Conclusion("Sơ kết", ("Tam Đa",), "31/12/2024"),)


@pytest.fixture(scope="module", params=DATES.values(), ids=DATES)
def dates(request):
    return request.param


@pytest.fixture(scope="module", params=FILTERS.values(), ids=FILTERS)
def case(request, dates, book) -> Briefing:
    return briefing(book, **dates, **request.param)


@pytest.fixture(scope="module")
def said(case):
    return machine.briefed(case)


@pytest.fixture(scope="module")
def paper(case) -> Paper:
    return Document(io.BytesIO(document(case)))


@pytest.fixture(scope="module")
def notified(case) -> Paper:
    return Document(io.BytesIO(notice(case, GIVEN, ["NV99"], held_on=case.as_of)))


def text_of(paper: Paper) -> str:
    return "\n".join(paragraph.text for paragraph in paper.paragraphs)


def section(paper: Paper, title: str) -> list[str]:
    """Return the lines of one section of the body."""
    lines, inside = [], False
    for paragraph in paper.paragraphs:
        if paragraph.style.name == "Heading 1":
            inside = title in paragraph.text
        elif inside and paragraph.text:
            lines.append(paragraph.text)
    return lines


def number(text: str, sentence: str) -> int:
    """Return the number a sentence names; one that is not there names none."""
    found = re.search(sentence, text)
    return int(found[1].replace(".", "")) if found else 0


def apart(names: str, owners: list[str]) -> list[str]:
    """Name each of those that stand behind one head; an owner's name may have commas of its own."""
    found = []
    for part in filter(None, names.split("; ")):
        several = re.fullmatch(r"(.*?)các (xã|phường|thị trấn) (.+)", part)
        head, bare = (f"{several[1]}{several[2]} ", several[3]) if several else ("", part)
        found += [part] if part in owners else [head + name for name in bare.split(", ")]
    return found


def in_state(said, *states):
    return [owed for owed in said["obligations"] if owed["state"] in states]


def test_general_figures_of_report_and_notice(case, said, paper, notified):
    states = Counter((owed["kind"], owed["state"]) for owed in said["obligations"])
    met = [cell for cell in said["cells"] if cell["status"] == "met"]
    past = Counter(
        owed["state"]
        for owed in said["obligations"]
        if owed["kind"] == "report" and owed["due"] < said["as_of"]
    )
    for told in (paper, notified):
        general = "\n".join(section(told, "TÌNH HÌNH CHUNG"))
        if case.filters.agency:
            followed = {cell["code"] for cell in said["cells"]}
            assert number(general, r"theo dõi (\d+) tiêu chí") == len(followed)
        elif case.filters.unit:
            (unit,) = said["units"]
            word = words.LIGHT[unit["light"]].word.lower()
            assert general.startswith(f"Thị trấn Sơn Dương đang ở đèn {word}.")
        else:
            assert number(general, r"Có (\d+) đơn vị được theo dõi") == len(said["units"])
            lights = Counter(unit["light"] for unit in said["units"])
            now = re.search(r"trong đó: (.*?)\.", general)[1]
            for light, mark in words.LIGHT.items():
                assert number(now, rf"(\d+) đơn vị đèn {mark.word.lower()}") == lights[light]
        share = re.search(r"Đã đạt ([\d.]+)/([\d.]+) lượt", general)
        told_met = [int(part.replace(".", "")) for part in share.groups()] if share else [0]
        assert told_met == ([len(met), len(said["cells"])] if met else [0])
        appraised = sum(cell["appraised"] for cell in met)
        assert number(general, r"(\d+) lượt đã được thẩm định") == appraised
        late = re.search(r"^(Còn|Không có).*? quá hạn.*?; kỳ trước", general, re.MULTILINE)[0]
        for kind, word in KINDS.items():
            assert number(late, rf"(\d+) {word}") == states[kind, "overdue"]
        soon = sum(count for (_, state), count in states.items() if state == "due_soon")
        assert number(general, r"ngày tới có (\d+) mục đến hạn") == soon
        assert number(general, r"Trong (\d+) báo cáo đã qua") == sum(past.values())
        assert number(general, r"có (\d+) báo cáo gửi đúng hạn") == past["done_on_time"]
        assert number(general, r"(\d+) báo cáo gửi quá hạn") == past["done_late"]
        assert number(general, r"(\d+) báo cáo chưa gửi") == past["overdue"]
        stale = sum(cell["stale"] for cell in said["cells"])
        assert number(general, r"Có (\d+) lượt tiêu chí chưa đạt mà") == stale
        errors = sum(problem["severity"] == "error" for problem in said["problems"])
        assert number(general, r"còn (\d+) chỗ chưa được tính") == errors


def test_changes(said, paper):
    general = "\n".join(section(paper, "TÌNH HÌNH CHUNG"))
    for sentence, name in (
        (r"- Mới đạt (\d+) lượt", "newly_met"),
        (r"- Không còn đạt (\d+) lượt", "lost"),
        (r"- Mới quá hạn (\d+) mục", "newly_overdue"),
        (r"- Hết quá hạn (\d+) mục", "cleared"),
    ):
        assert number(general, sentence) == len(said["changes"][name])


def test_results_by_group(case, said, paper):
    rows = {row["Nhóm"]: row for row in report_rows(paper, "Nhóm", "Số đơn vị")}
    if case.filters.unit:
        assert rows == {}
        return
    overdue = Counter(owed["owner"] for owed in in_state(said, "overdue"))
    for group in {unit["group"] for unit in said["units"]}:
        members = [unit["unit"] for unit in said["units"] if unit["group"] == group]
        cells = [cell for cell in said["cells"] if cell["unit"] in members]
        met = sum(cell["status"] == "met" for cell in cells)
        row = rows[group]
        assert (row["Số đơn vị"], row["Tiêu chí đạt"]) == (
            str(len(members)),
            f"{met}/{len(cells)}",
        )
        assert row["Quá hạn"] == str(sum(overdue[unit] for unit in members))
        lights = Counter(unit["light"] for unit in said["units"] if unit["group"] == group)
        for light, mark in words.LIGHT.items():
            assert row.get(mark.word, "–") == ("–" if case.filters.agency else str(lights[light]))


def test_what_is_overdue_by_agency(said, paper):
    rows = report_rows(paper, "TT", "Cơ quan", "Quá hạn")
    assert {row["Cơ quan"]: int(row["Quá hạn"]) for row in rows} == Counter(
        owed["agency"] for owed in in_state(said, "overdue")
    )


def test_units_behind(case, said, paper):
    lines = section(paper, "KẾT QUẢ THEO NHÓM")
    told = number("\n".join(lines), r"Có (\d+) trên \d+ đơn vị (?:đèn đỏ|có mục quá hạn):")
    if case.filters.agency:
        late = {owed["owner"] for owed in in_state(said, "overdue")}
        assert told == len(late & {unit["unit"] for unit in said["units"]})
    elif not case.filters.unit:
        assert told == sum(unit["light"] == "red" for unit in said["units"])
        assert number("\n".join(lines), r"Ngoài ra có (\d+) đơn vị đèn vàng") == sum(
            unit["light"] == "amber" for unit in said["units"]
        )


def test_the_last_periods_reports(said, paper):
    lines = [line for line in section(paper, "CHẾ ĐỘ BÁO CÁO") if line.startswith("- Báo cáo")]
    past = [
        owed
        for owed in said["obligations"]
        if owed["kind"] == "report" and owed["due"] < said["as_of"]
    ]
    last = max((owed["due"] for owed in past), default="")
    codes = Counter(owed["code"] for owed in past if owed["due"] == last)
    assert len(lines) == len(codes)
    sums = [
        sum(number(line, sentence) for line in lines)
        for sentence in (r"(\d+) đúng hạn", r"(\d+) gửi quá hạn", r"(\d+) chưa gửi")
    ]
    states = Counter(owed["state"] for owed in past if owed["due"] == last)
    assert sums == [states["done_on_time"], states["done_late"], states["overdue"]]


def test_obstacles_stand_by_owner_in_their_own_words(said, paper):
    first, *lines = section(paper, "KHÓ KHĂN, KIẾN NGHỊ")
    told = {" ".join(each["text"].split()).rstrip(" .;") for each in said["obstacles"]}
    listed = [line for line in lines if not line.endswith(":") and not line.startswith("- Còn ")]
    more = number("\n".join(lines), r"- Còn (\d+) điều khác")
    assert number(first, r"(\d+) khó khăn") == len(listed) + more
    assert all(any(f"{text} (nêu ngày" in line for text in told) for line in listed)


def test_what_falls_due(said, paper):
    first = section(paper, "PHƯƠNG HƯỚNG")[0]
    day, month, year = re.search(r"ngày (\d+) tháng (\d+) năm (\d+)", first).groups()
    until = f"{year}-{int(month):02}-{int(day):02}"
    due = {
        owed["code"]
        for owed in in_state(said, "open", "due_soon")
        if owed["due"] and owed["due"] <= until
    }
    assert number(first, r"có (\d+) nội dung đến hạn") == len(due)
    rows = report_rows(paper, "TT", "Hạn", "Nội dung đến hạn")
    assert len(rows) == min(len(due), 12)
    assert {row["Nội dung đến hạn"].split(" – ")[0] for row in rows} <= due


def test_who_is_asked_is_who_is_late(case, said, paper):
    rows = report_rows(paper, "TT", "Việc phải làm", "Đôn đốc")
    late = in_state(said, "overdue")
    asked = "\n".join(row["Nơi phải làm"] for row in rows)
    names = {case.acting[owed["owner"]] for owed in late}
    items = [row for row in rows if " (quá " in row["Việc phải làm"]]
    assert {row["Việc phải làm"].split(" ")[0] for row in items} == {owed["code"] for owed in late}
    for row in items:
        code = row["Việc phải làm"].split(" ")[0]
        theirs = [case.acting[owed["owner"]] for owed in late if owed["code"] == code]
        named, everyone = row["Nơi phải làm"], f"Tất cả {len(said['units'])} đơn vị"
        if named.startswith(everyone):
            units = {case.acting[unit["unit"]] for unit in said["units"]}
            assert units <= set(theirs)
            theirs = [owner for owner in theirs if owner not in units]
            named = named.removeprefix(everyone).removeprefix("; ")
        assert sorted(apart(named, theirs)) == sorted(theirs)
    assert bool(names) is bool(asked)
    explained = any(row["Việc phải làm"].startswith("Giải trình của") for row in rows)
    red = any(unit["light"] == "red" for unit in said["units"])
    assert explained is (red and not case.filters.agency)


def test_annexes_keep_to_what_is_red_late_or_changed(case, said, paper):
    assert len(report_rows(paper, "TT", "Loại")) == min(len(in_state(said, "overdue")), 100)
    overdue = Counter(owed["owner"] for owed in in_state(said, "overdue"))
    found = {
        row["Đơn vị"]: row
        for heads in (("Hạng", "±"), ("Đơn vị", "Quá hạn"))
        for row in report_rows(paper, *heads)
    }
    changes = {
        "Mới đạt": said["changes"]["newly_met"],
        "Không còn đạt": said["changes"]["lost"],
        "Mới quá hạn": said["changes"]["newly_overdue"],
        "Hết quá hạn": said["changes"]["cleared"],
    }
    for unit in said["units"]:
        row = found.get(case.labels[unit["unit"]])
        lost = [each for each in changes["Không còn đạt"] if unit["unit"] in each]
        red = unit["light"] == "red" and not case.filters.agency
        assert row or not (red or overdue[unit["unit"]] or lost)
        if row is None:
            continue
        assert row["Quá hạn"] == str(overdue[unit["unit"]])
        for head, changed in changes.items():
            codes = [each[-1] for each in changed if each[-2] == unit["unit"]]
            assert row[head] == (", ".join(codes) or "–")
        if not case.filters.agency:
            assert row["Hạng"] == words.count(unit["rank"])
            assert row["Đèn kỳ này"] == words.LIGHT[unit["light"]].on_paper
    missing = {owed["owner"] for owed in in_state(said, "overdue") if owed["kind"] == "report"}
    calendar = {row["Đơn vị, cơ quan"] for row in report_rows(paper, "Đơn vị, cơ quan")}
    assert {case.labels[owner] for owner in missing} <= calendar
    titles = [
        line.text for line in paper.paragraphs if re.fullmatch(r"Phụ lục( [IVX]+)?", line.text)
    ]
    there = sum(map(bool, (found, in_state(said, "overdue"), calendar)))
    assert titles == (
        ["Phụ lục"] if there == 1 else ["Phụ lục I", "Phụ lục II", "Phụ lục III"][:there]
    )


def test_letters(case, said):
    letters = text_of(Document(io.BytesIO(letters_document(case))))
    late = Counter(
        owed["owner"]
        for owed in in_state(said, "overdue")
        if owed["owner"] != case.whole.standing_agency
    )
    told = re.findall(r"năm \d{4}, (.+?) còn (\d+) mục quá hạn", letters)
    assert {owner: int(number) for owner, number in told} == {
        case.named[owner]: number for owner, number in late.items()
    }
    if not late:
        assert letters.startswith("Không có đơn vị, cơ quan nào có mục quá hạn")


def test_nothing_counts_to_nought_and_nothing_is_called_late_otherwise(paper, notified):
    for told in (paper, notified):
        assert not NOUGHT.search(text_of(told))
        assert "trễ" not in text_of(told)
        assert not told.sections[0].footer.paragraphs[0].text


def test_whose_numbers_a_filter_leaves_is_said(case, paper, notified):
    for told in (paper, notified):
        sentence = f"Số liệu dưới đây chỉ tính {case.whose}."
        assert (sentence in text_of(told)) is bool(case.whose)
