"""The report has the form of Nghị định 30/2020/NĐ-CP and opens as it was written."""

import io
from datetime import date

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from lib.export import period
from lib.export.briefing import briefing
from lib.export.document import document
from lib.export.document_head import long_day
from lib.grid import Grid
from tests.builders import agencies, criteria, periods, plan, settings
from tests.export.reading import report_rows

PLAN = "Kế hoạch xây dựng xã, thị trấn điển hình về phong trào toàn dân bảo vệ an ninh Tổ quốc"
GAP = "………………………"
SECTIONS = [
    "I. TÌNH HÌNH CHUNG",
    "II. KẾT QUẢ THEO NHÓM",
    "III. VIỆC GIAO TỪ KỲ HỌP TRƯỚC",
    "IV. CHẾ ĐỘ BÁO CÁO",
    "V. KHÓ KHĂN, KIẾN NGHỊ",
    "VI. PHƯƠNG HƯỚNG",
    "VII. ĐỀ NGHỊ",
]


def texts(part):
    return [paragraph.text for paragraph in part.paragraphs if paragraph.text]


def test_pages_are_a4_with_the_margins_of_the_form(paper):
    first, *annexes = paper.sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert len(annexes) == 3
    for section in annexes:
        assert section.orientation == WD_ORIENT.LANDSCAPE
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    for section in paper.sections:
        assert 20 <= section.top_margin.mm <= 25.1
        assert 20 <= section.bottom_margin.mm <= 25.1
        assert 30 <= section.left_margin.mm <= 35.1
        assert 15 <= section.right_margin.mm <= 20.1


def test_body_is_set_in_times_new_roman_14_justified(paper):
    normal = paper.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 14)
    body = next(p for p in paper.paragraphs if p.text.startswith("Thực hiện Kế hoạch"))
    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert {run.font.size.pt for run in body.runs} == {14}


def test_page_numbers_stand_at_the_top_from_page_two(paper):
    first, *annexes = paper.sections
    assert first.different_first_page_header_footer
    numbers = first.header._element.findall(f".//{qn('w:instrText')}")
    assert [number.text for number in numbers] == ["PAGE"]
    assert first.header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert first.first_page_header._element.findall(f".//{qn('w:instrText')}") == []
    for section in annexes:
        assert section.header.is_linked_to_previous
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_head_names_the_state_the_agency_and_the_gaps_to_fill(paper):
    head, *_ = paper.tables
    cells = [text for row in head.rows for cell in row.cells for text in texts(cell)]
    assert cells == [
        GAP,
        "CÔNG AN HUYỆN SƠN DƯƠNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: ……/BC-CAH",
        "Sơn Dương, ngày …… tháng …… năm 2024",
    ]
    assert texts(paper)[:5] == [
        "BÁO CÁO",
        f"Kết quả thực hiện {PLAN} quý III năm 2024",
        "Kính gửi:",
        "- Ủy ban nhân dân huyện Sơn Dương;",
        "- Công an tỉnh Tuyên Quang.",
    ]


STATED = (
    ("Tên kế hoạch", "Kế hoạch 285"),
    ("Địa bàn", "huyện Sơn Dương"),
    ("Cơ quan thường trực", "Công an huyện"),
    ("Cơ quan chủ quản", "Công an tỉnh Tuyên Quang"),
    ("Cơ quan ban hành", "Công an huyện Sơn Dương"),
    ("Địa danh", "Tân Trào"),
    ("Số kế hoạch", "285/KH-UBND"),
    ("Ngày kế hoạch", date(2024, 4, 5)),
    ("Kính gửi", "Công an tỉnh (Phòng PV05); UBND huyện Sơn Dương."),
    ("Nơi nhận", "- Như trên; Thường trực Huyện ủy; Lưu: VT, XDPT."),
    ("Chức vụ người ký", "KT. Trưởng Công an huyện; Phó Trưởng Công an huyện"),
    ("Người ký", "Thượng tá Nguyễn Văn An"),
)
ALIASES = "Cơ quan | Tên gọi khác"


def stated(*rows):
    book = plan(settings(*rows), agencies(("Công an huyện", "CAH; Công an"), head=ALIASES))
    return Document(io.BytesIO(document(briefing(book, as_of=date(2024, 9, 15)))))


def test_what_the_settings_state_stands_on_the_letter():
    paper = stated(*STATED)
    head, *_ = paper.tables
    assert [text for row in head.rows for cell in row.cells for text in texts(cell)] == [
        "CÔNG AN TỈNH TUYÊN QUANG",
        "CÔNG AN HUYỆN SƠN DƯƠNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: ……/BC-CAH",
        "Tân Trào, ngày …… tháng …… năm 2024",
    ]
    assert texts(paper)[2:5] == [
        "Kính gửi:",
        "- Công an tỉnh (Phòng PV05);",
        "- UBND huyện Sơn Dương.",
    ]
    assert texts(paper)[5].startswith(
        "Thực hiện Kế hoạch 285 (số 285/KH-UBND ngày 05/04/2024), Công an huyện Sơn Dương báo cáo"
    )
    foot = next(table for table in paper.tables if table.cell(0, 0).text.startswith("Nơi nhận:"))
    assert texts(foot.cell(0, 0)) == [
        *["Nơi nhận:", "- Như trên;", "- Thường trực Huyện ủy;", "- Lưu: VT, XDPT."]
    ]
    assert texts(foot.cell(0, 1)) == [
        "KT. TRƯỞNG CÔNG AN HUYỆN",
        "PHÓ TRƯỞNG CÔNG AN HUYỆN",
        "Thượng tá Nguyễn Văn An",
    ]


def test_what_the_settings_leave_open_follows_from_the_plan():
    paper = stated(*STATED[:3], ("Nơi nhận", "Như trên"), ("Số kế hoạch", 285))
    head, *_ = paper.tables
    cells = [text for row in head.rows for cell in row.cells for text in texts(cell)]
    assert cells[:2] == [GAP, "CÔNG AN HUYỆN SƠN DƯƠNG"]
    assert cells[4:] == ["Số: ……/BC-CAH", "Sơn Dương, ngày …… tháng …… năm 2024"]
    assert texts(paper)[2] == "Kính gửi: Ủy ban nhân dân huyện Sơn Dương."
    assert "Thực hiện Kế hoạch 285 (số 285 ngày ……), Công an" in texts(paper)[3]
    foot = next(table for table in paper.tables if table.cell(0, 0).text.startswith("Nơi nhận:"))
    assert texts(foot.cell(0, 0))[1:] == ["- Như trên;", "- Lưu: VT."]


def test_police_report_to_the_committee_and_the_police_above():
    def recipients(*rows):
        lines = texts(stated(*rows))
        return [line for line in lines if line.startswith(("Kính gửi", "- Ủy ban", "- Công an"))]

    area = ("Địa bàn", "huyện Sơn Dương, tỉnh Tuyên Quang")
    assert recipients(STATED[0], area, STATED[2]) == [
        "Kính gửi:",
        "- Ủy ban nhân dân huyện Sơn Dương;",
        "- Công an tỉnh Tuyên Quang.",
    ]
    others = ("Cơ quan thường trực", "Phòng Nội vụ")
    assert recipients(area, others) == ["Kính gửi: Ủy ban nhân dân huyện Sơn Dương."]


def test_another_body_than_the_sheets_has_no_sign_of_its_own():
    paper = stated(*STATED[:3], ("Cơ quan ban hành", "UBND huyện Sơn Dương"))
    head, *_ = paper.tables
    assert texts(head.cell(1, 0)) == ["Số: ……/BC-……"]


def test_sections_stand_in_the_order_leaders_ask(paper):
    headings = [p.text for p in paper.paragraphs if p.style.name == "Heading 1"]
    assert headings == [*SECTIONS, "Phụ lục I", "Phụ lục II", "Phụ lục III"]


def test_parts_of_a_section_are_numbered(paper):
    assert [p.text for p in paper.paragraphs if p.style.name == "Heading 2"] == [
        "1. Kết quả theo nhóm đơn vị, nhóm tiêu chí",
        "2. Đơn vị dẫn đầu",
        "3. Đơn vị chậm và lý do",
        "4. Mục quá hạn theo cơ quan theo dõi",
    ]


def test_foot_has_receivers_and_room_for_name_and_seal(paper):
    foot = next(table for table in paper.tables if table.cell(0, 0).text.startswith("Nơi nhận:"))
    assert texts(foot.cell(0, 0))[-1] == "- Lưu: VT."
    assert texts(foot.cell(0, 1)) == [GAP, GAP]
    room = foot.cell(0, 1).paragraphs[-2].paragraph_format
    assert room.space_before.mm > 20


def test_ruled_tables_repeat_their_heads_and_split_no_row(paper):
    ruled = [
        table for table in paper.tables if table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    ]
    assert len(ruled) > 8
    for table in ruled:
        head, *rows = table._tbl.tr_lst
        assert head.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (head, *rows))


def test_a_short_table_stands_whole_on_one_page(paper):
    def kept(head: str) -> list[bool | None]:
        (table,) = (each for each in paper.tables if each.rows[0].cells[-1].text == head)
        firsts = (row.cells[0].paragraphs[0] for row in table.rows)
        return [first.paragraph_format.keep_with_next for first in firsts]

    assert kept("Chưa báo cáo") == [True] * 5 + [None]
    long = kept("Nơi phải làm")
    assert long == [True] + [None] * (len(long) - 1)
    assert len(long) > 10


def test_ruled_tables_fit_between_the_margins(paper):
    widths = [
        sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst)
        for table in paper.tables
    ]
    landscape = (297 - 30 - 16) * 1440 / 25.4
    assert max(widths) <= landscape + 20


def test_asked_for_the_whole_the_annexes_hold_everyone(written_whole):
    paper = Document(io.BytesIO(written_whole))
    titles = [
        p.text for p in paper.paragraphs if p.text.isupper() and not p.style.name[-1].isdigit()
    ]
    assert titles[-4:] == [
        "XẾP HẠNG CÁC ĐƠN VỊ",
        "TÌNH HÌNH TỪNG ĐƠN VỊ THEO TỪNG TIÊU CHÍ",
        "DANH SÁCH QUÁ HẠN",
        "TÌNH HÌNH BÁO CÁO ĐỊNH KỲ",
    ]


def test_each_group_has_a_chart_with_a_text_in_its_place(written_whole):
    paper = Document(io.BytesIO(written_whole))
    drawn = paper.element.body.findall(f".//{qn('wp:docPr')}")
    assert [each.get("title") for each in drawn] == [
        "Biểu đồ xếp hạng nhóm Xây dựng điển hình",
        "Biểu đồ xếp hạng nhóm Duy trì điển hình",
        "Biểu đồ xếp hạng nhóm Tạo tiền đề",
    ]
    assert "1. Thượng Ấm đạt 13/20, tiến độ 91,5%" in drawn[2].get("descr")
    assert {each.image.content_type for each in paper.part.package.image_parts} == {"image/png"}


def test_ribbon_stands_on_every_page_and_no_foot_does(paper):
    first = paper.sections[0]
    for part in (first.first_page_header, first.header):
        assert texts(part)[-1].startswith("DỮ LIỆU MINH HỌA")
    assert texts(first.first_page_footer) == texts(first.footer) == []
    assert all(section.footer.is_linked_to_previous for section in paper.sections[1:])


def test_filters_stand_in_the_title_and_the_opening(book):
    narrowed = briefing(book, as_of=date(2024, 9, 15), group="Tạo tiền đề", agency="Công an huyện")
    paper = Document(io.BytesIO(document(narrowed)))
    whose = "nhóm Tạo tiền đề, phần việc của Công an huyện"
    assert texts(paper)[1] == f"Kết quả thực hiện {PLAN} quý III năm 2024 ({whose})"
    assert f"Số liệu dưới đây chỉ tính {whose}." in texts(paper)
    unit = briefing(book, as_of=date(2024, 9, 15), unit="TT Sơn Dương")
    assert period.title(unit, period.period(unit)).endswith("năm 2024 (thị trấn Sơn Dương)")


def test_same_briefing_gives_the_same_bytes(told, written):
    assert document(told) == written
    properties = Document(io.BytesIO(written)).core_properties
    assert f"{properties.created:%Y-%m-%d %H:%M}" == "2024-09-15 00:00"
    assert properties.comments == ""


@pytest.mark.parametrize(
    ("as_of", "title"),
    [
        pytest.param("2024-03-08", "Kết quả|năm 2024", id="long before the first"),
        pytest.param("2024-03-09", "Kết quả|tháng 4 năm 2024", id="31 days before the first"),
        pytest.param("2024-05-09", "Kết quả|tháng 5 năm 2024", id="month, its last day"),
        pytest.param("2024-06-08", "Kết quả|tháng 5 năm 2024", id="the day before the next"),
        pytest.param("2024-06-09", "Sơ kết|6 tháng đầu năm 2024", id="half a year"),
        pytest.param("2024-09-15", "Kết quả|quý III năm 2024", id="quarter"),
        pytest.param("2024-11-30", "Tổng kết|năm 2024", id="year"),
        pytest.param("2024-12-31", "Kết quả|quý IV năm 2024", id="last quarter"),
    ],
)
def test_title_follows_the_reporting_period(book, as_of, title):
    told = briefing(book, as_of=date.fromisoformat(as_of))
    what, when = title.split("|")
    assert period.title(told, period.period(told)) == f"{what} thực hiện {PLAN} {when}"


@pytest.mark.parametrize(
    ("previous", "compared"),
    [pytest.param("2023-12-31", False, id="last year's"), ("2024-01-01", True)],
)
def test_what_another_years_sheet_knows_is_not_compared_with(book, previous, compared):
    told = briefing(book, as_of=date(2024, 1, 31), previous=date.fromisoformat(previous))
    written = "\n".join(texts(Document(io.BytesIO(document(told)))))
    assert (", so sánh với ngày 01 tháng 01 năm 2024) như sau:" in written) is compared
    assert ("Kỳ trước (01/01/2024): 31 đơn vị" in written) is compared
    assert ("; kỳ trước " in written) is compared
    said = "Kỳ trước (31/12/2023) thuộc kế hoạch trước, không so sánh."
    assert (said in written) is not compared
    later = briefing(book, as_of=date(2024, 9, 15), previous=date.fromisoformat(previous))
    whole = Document(io.BytesIO(document(later, whole=True)))
    assert ("đổi đèn, mất" in "\n".join(texts(Document(io.BytesIO(document(later)))))) is compared
    if not compared:
        assert {row["±"] for row in report_rows(whole, "Hạng", "±", "Đơn vị")} == {"–"}


@pytest.mark.parametrize(
    ("plan_name", "period_name", "title"),
    [
        ("Kế hoạch 285", "Quý III/2024", "Kế hoạch 285 quý III năm 2024"),
        ("Kế hoạch A, năm 2024", "Tháng 9/2024", "Kế hoạch A tháng 9 năm 2024"),
        ("Kế hoạch A năm 2024", "Quý III", "Kế hoạch A quý III năm 2024"),
        ("Kế hoạch A năm 2024", "Tháng 1/2025", "Kế hoạch A năm 2024 tháng 1 năm 2025"),
        ("Kế hoạch A năm 2024", "Đợt 1", "Kế hoạch A năm 2024"),
    ],
)
def test_title_says_the_year_once(plan_name, period_name, title):
    book = plan(
        settings(("Tên kế hoạch", plan_name)), periods(("P1", period_name, "10/9/2024", ""))
    )
    told = briefing(book, as_of=date(2024, 9, 15))
    assert period.title(told, period.period(told)) == f"Kết quả thực hiện {title}"


def test_title_can_name_any_period_and_do_without(book):
    told = briefing(book, as_of=date(2024, 9, 15))
    chosen = period.title(told, period.period(told, "NAM"))
    assert chosen == f"Tổng kết thực hiện {PLAN} năm 2024"
    assert period.period(told, "X9") is None
    assert period.title(told, None).startswith("Kết quả thực hiện Kế hoạch")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tháng 9/2024", "month"),
        ("Quý III/2024", "quarter"),
        ("6 tháng đầu năm 2024", "half"),
        ("Năm 2024", "year"),
        ("Đợt cao điểm", None),
    ],
)
def test_kind_of_period_shows_in_its_name(name, kind):
    told = briefing(plan(periods(("P1", name, "10/9/2024", ""))), as_of=date(2024, 9, 15))
    assert period.kind_of(period.period(told)) == kind


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 9, 5), "ngày 05 tháng 9 năm 2024"),
        (date(2024, 2, 15), "ngày 15 tháng 02 năm 2024"),
        (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_long_day(day, written):
    assert long_day(day) == written


def test_empty_plan_still_gives_a_report():
    told = briefing(plan(criteria()), as_of=date(2024, 9, 15))
    paper = Document(io.BytesIO(document(told)))
    assert "Không có việc nào quá hạn." in texts(paper)
    assert texts(paper.tables[0].cell(0, 0)) == [GAP, GAP]
    assert f"Kính gửi: {GAP}." in texts(paper)


def test_a_ribbon_longer_than_a_property_holds_still_gives_a_report():
    heads = (Grid(title, (("Cột",),)) for title in ("Đơn vị", "Tiêu chí", "Tiến độ"))
    told = briefing(plan(settings(("Số liệu minh họa", "Có")), *heads))
    assert len(told.ribbon) > 255
    keywords = Document(io.BytesIO(document(told))).core_properties.keywords
    assert len(keywords) == 255
    assert told.ribbon.startswith(keywords.removesuffix("…"))


def test_filters_that_leave_nobody_still_give_a_report(book):
    told = briefing(book, as_of=date(2024, 9, 15), group="Duy trì điển hình", unit="Tam Đa")
    assert told.now.units.empty
    assert "Không có đơn vị nào trong phạm vi báo cáo." in texts(
        Document(io.BytesIO(document(told)))
    )
