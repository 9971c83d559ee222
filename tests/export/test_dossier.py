"""The recognition dossier of a unit that has everything: the decree's form, what it rests on."""

from dataclasses import replace

from lib.assess.values import Light
from lib.export.dossier import dossier_document
from lib.view.audience import Audience, Role, seen_by, withheld
from lib.view.dossier import dossier
from tests.export.reading import report_rows
from tests.export.recognition import (
    HEIR,
    JUDGED,
    LOG,
    OF_TWO,
    VERDICTS,
    headers,
    headings,
    paper,
    sheet,
    text,
    told,
)


def test_a_unit_that_has_everything_is_put_forward():
    written = paper(sheet())
    assert written.tables[0].cell(1, 0).text.strip() == "Số: ……/TTr-CAH"
    assert text(written)[:4] == [
        "TỜ TRÌNH",
        "Đề nghị công nhận xã Tam Đa đạt điển hình theo Kế hoạch 138",
        "Kính gửi: Ủy ban nhân dân huyện Sơn Dương.",
        (
            "Thực hiện Kế hoạch 138 (số …… ngày ……), Công an huyện Sơn Dương đã theo dõi, thẩm định "
            "kết quả thực hiện các tiêu chí của xã Tam Đa (số liệu đến ngày 15 tháng 9 năm 2024), cụ "
            "thể như sau:"
        ),
    ]
    assert headings(written) == [
        "I. KẾT QUẢ THỰC HIỆN TIÊU CHÍ",
        "II. QUÁ TRÌNH THỰC HIỆN",
        "III. NHIỆM VỤ, CHẾ ĐỘ BÁO CÁO",
        "IV. ĐỀ NGHỊ",
        "Phụ lục I",
        "Phụ lục II",
    ]
    assert any(
        line.startswith(
            "Xã Tam Đa (nhóm Xây dựng điển hình) đã đạt và được thẩm định đủ 2 tiêu chí áp dụng."
        )
        for line in text(written)
    )
    assert (
        "Công an huyện Sơn Dương kính đề nghị Ủy ban nhân dân huyện Sơn Dương xem xét, công nhận xã "
        "Tam Đa đạt điển hình theo Kế hoạch 138." in text(written)
    )
    assert "Kính trình Ủy ban nhân dân huyện Sơn Dương xem xét, quyết định./." in text(written)
    assert "DỰ THẢO" not in headers(written) + " ".join(text(written))
    assert written.core_properties.title == text(written)[1]
    signed = [line for line in text(written.tables[3].cell(0, 1)) if line]
    assert signed == ["TRƯỞNG CÔNG AN HUYỆN", "Nguyễn Văn A"]


def test_each_criterion_with_its_evidence_and_who_appraised_it():
    assert report_rows(paper(sheet()), "TT", "Tiêu chí", "Căn cứ") == [
        {
            "TT": "1",
            "Tiêu chí": "TC01 – Nghị quyết, kế hoạch",
            "Căn cứ": "QĐ 9745",
            "Kết quả": "✔✔ Đạt – đã thẩm định",
            "Ngày ghi nhận": "25/06/2024",
            "Minh chứng (ngày ghi)": "Nghị quyết 12 (20/06/2024)",
            "Thẩm định": "Đạt ngày 25/06/2024, Đội XDPT, Đã kiểm tra hồ sơ",
        },
        {
            "TT": "2",
            "Tiêu chí": "TC02 – Kinh phí",
            "Căn cứ": "–",
            "Kết quả": "✔✔ Đạt – đã thẩm định",
            "Ngày ghi nhận": "10/07/2024",
            "Minh chứng (ngày ghi)": "Quyết định 7 (01/07/2024)",
            "Thẩm định": "Đạt ngày 10/07/2024, Đội XDPT",
        },
    ]


def test_every_entry_stands_in_its_order():
    rows = report_rows(paper(sheet()), "TT", "Tiêu chí", "Ngày")
    assert [tuple(row.values())[1:] for row in rows] == [
        (
            "TC01 – Nghị quyết, kế hoạch", "01/06/2024", "Tự đánh giá",
            "Đang thực hiện 50%", "Dự thảo nghị quyết", "Lan",
        ),
        (
            "TC01 – Nghị quyết, kế hoạch", "20/06/2024", "Tự đánh giá", "Đạt", "Nghị quyết 12", "Lan",
        ),
        (
            "TC01 – Nghị quyết, kế hoạch", "25/06/2024", "Thẩm định", "Đạt", "Đã kiểm tra hồ sơ",
            "Đội XDPT",
        ),
        ("TC02 – Kinh phí", "01/07/2024", "Tự đánh giá", "Đạt", "Quyết định 7", "Lan"),
        ("TC02 – Kinh phí", "10/07/2024", "Thẩm định", "Đạt", "–", "Đội XDPT"),
    ]  # fmt: skip


def test_the_past_month_by_month():
    rows = report_rows(paper(sheet()), "Ngày", "Tiêu chí đạt")
    assert [(row["Ngày"], row["Tiêu chí đạt"], row["Đã thẩm định"]) for row in rows] == [
        ("31/01/2024", "0/2", "0"),
        ("29/02/2024", "0/2", "0"),
        ("31/03/2024", "0/2", "0"),
        ("30/04/2024", "0/2", "0"),
        ("31/05/2024", "0/2", "0"),
        ("30/06/2024", "1/2", "1"),
        ("31/07/2024", "2/2", "2"),
        ("31/08/2024", "2/2", "2"),
        ("15/09/2024", "2/2", "2"),
    ]
    assert rows[-1]["Đèn"] == "▲ Vàng"
    assert told(sheet()).now.units["light"].iat[0] == Light.AMBER


def test_tasks_and_reports_in_short():
    lines = text(paper(sheet()))
    start = lines.index("III. NHIỆM VỤ, CHẾ ĐỘ BÁO CÁO")
    assert lines[start + 1 : start + 6] == [
        "Được giao 2 nhiệm vụ: 1 quá hạn, 1 hoàn thành đúng hạn.",
        (
            "Trong 1 báo cáo đã qua ngày cuối của hạn, không có báo cáo nào gửi đúng hạn, 1 báo cáo "
            "gửi quá hạn."
        ),
        "Quá hạn hoặc hoàn thành quá hạn 2 mục:",
        "- Nhiệm vụ NV2 – Tập huấn: quá hạn 5 ngày (hạn 10/09/2024).",
        ("- Báo cáo T9 – Tháng 9/2024: xong ngày 12/09/2024, chậm 3 ngày so với hạn 09/09/2024."),
    ]


# Who has none, and what leaves it as it is


def test_none_is_there_of_who_is_not():
    book = sheet(there=HEIR, log=OF_TWO, verdicts=JUDGED)
    assert dossier(told(book), "Hồng Lạc") is None
    assert dossier(told(book), "Công an huyện") is None


def test_filters_leave_nothing_out():
    book = sheet()
    whole = told(book)
    (one,) = [dossier(whole, "Tam Đa")]
    for filters in ({"unit": "Tam Đa"}, {"agency": "Công an huyện"}, {"group": "Tạo tiền đề"}):
        narrowed = told(book, **filters)
        assert text(paper(book, **filters)) == text(paper(book))
        assert dossier(narrowed, "Tam Đa").complete is one.complete is True


def test_a_commune_has_its_own_alone():
    book = sheet()
    whole = told(book)
    names = book.owners["name"].tolist()

    def seen(role: Role, *owners: str):
        audience = Audience(role, tuple(names.index(name) for name in owners))
        shown = replace(
            whole,
            book=withheld(book, audience, dict),
            whole=seen_by(whole.whole, audience),
            audience=audience,
        )
        return shown, dossier(shown, "Tam Đa")

    assert seen(Role.OWN, "Đại Phú")[1] is None
    assert seen(Role.PUBLIC)[1] is None
    own = dossier_document(*seen(Role.OWN, "Tam Đa"))
    assert own == dossier_document(whole, dossier(whole, "Tam Đa"))


def test_the_one_asked_to_decide_is_the_first_addressee():
    book = sheet(("Kính gửi", "Ban Chỉ đạo 138; Công an tỉnh"))
    assert "Kính gửi: Ban Chỉ đạo 138." in text(paper(book))


def test_the_same_briefing_gives_the_same_bytes():
    briefed = told(sheet())
    one, two = (dossier_document(briefed, dossier(briefed, "Tam Đa")) for _ in range(2))
    assert one == two


def test_a_row_that_does_not_count_is_told_in_a_draft_alone():
    wrong = ("31/2/2024", "Tam Đa", "TC01", "Đạt", None, None, None)
    counted = "Cả sổ theo dõi còn 1 chỗ chưa được tính do ghi sai."
    assert counted not in text(paper(sheet(log=(*LOG, wrong))))
    assert counted in text(paper(sheet(log=(*LOG, wrong), verdicts=VERDICTS[:1])))
