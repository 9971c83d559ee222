"""A dossier that lacks anything is a draft that says by name what; merged units stand on their own."""

import pytest

from lib.sheet import Book
from lib.view.dossier import dossier
from tests.builders import plan, progress, units
from tests.export.reading import report_rows
from tests.export.recognition import (
    HEIR,
    JUDGED,
    LOG,
    OF_TWO,
    UNIT_HEAD,
    UNITS,
    VERDICTS,
    headings,
    paper,
    sheet,
    text,
    told,
)

# What is missing


def missing(book: Book, unit: str = "Tam Đa") -> list[str]:
    """Return what the section on what is missing says."""
    lines = text(paper(book, unit))
    return lines[lines.index("I. NỘI DUNG CÒN THIẾU") + 1 : lines.index(RESULTS)]


RESULTS = "II. KẾT QUẢ THỰC HIỆN TIÊU CHÍ"
MISSING = {
    "met, not appraised": (
        {"verdicts": VERDICTS[:1]},
        [
            "Đã đạt nhưng chưa được thẩm định 1 tiêu chí:",
            "- TC02 – Kinh phí: ghi nhận ngày 01/07/2024.",
        ],
    ),
    "not met": (
        {"log": LOG[:2], "verdicts": VERDICTS[:1]},
        [
            "Chưa đạt 1 tiêu chí:",
            "- TC02 – Kinh phí: chưa có báo cáo nào, hạn 30/09/2024.",
        ],
    ),
    "refused": (
        {"verdicts": (VERDICTS[0], ("10/7/2024", "Tam Đa", "TC02", "Chưa đạt", "Đội", None))},
        [
            "Thẩm định kết luận chưa đạt 1 tiêu chí:",
            "- TC02 – Kinh phí: thẩm định ngày 10/07/2024 kết luận chưa đạt; số liệu cũ từ ngày 10/07/2024.",
        ],
    ),
    "refused, written as met again": (
        {
            "log": (*LOG, ("1/9/2024", "Tam Đa", "TC02", "Đạt", None, "Quyết định 9", "Lan")),
            "verdicts": (VERDICTS[0], ("10/7/2024", "Tam Đa", "TC02", "Chưa đạt", "Đội", None)),
        },
        [
            "Thẩm định kết luận chưa đạt 1 tiêu chí:",
            (
                "- TC02 – Kinh phí: đơn vị ghi đạt ngày 01/09/2024 nhưng thẩm định chưa đạt, chờ thẩm "
                "định lại."
            ),
        ],
    ),
    "an appraisal of a day to come": (
        {"verdicts": (VERDICTS[0], ("16/9/2024", "Tam Đa", "TC02", "Đạt", "Đội", None))},
        [
            "Đã đạt nhưng chưa được thẩm định 1 tiêu chí:",
            "- TC02 – Kinh phí: ghi nhận ngày 01/07/2024.",
        ],
    ),
    "a verdict that cannot be read": (
        {"verdicts": (*VERDICTS, ("11/7/2024", "Tam Đa", "TC02", "???", "Đội", None))},
        [
            "Thẩm định kết luận chưa đạt 1 tiêu chí:",
            "- TC02 – Kinh phí: thẩm định ngày 11/07/2024 kết luận chưa đạt; số liệu cũ từ ngày 11/07/2024.",
        ],
    ),
    "an appraisal of nobody known": (
        {"verdicts": (*VERDICTS, ("11/7/2024", "Tam Đá Hạ", "TC02", "Chưa đạt", "Đội", None))},
        [
            "Sổ theo dõi còn chỗ chưa đọc được, phải sửa trước khi trình:",
            "- Trang «Thẩm định» có chỗ ghi sai: dòng 4.",
        ],
    ),
}


@pytest.mark.parametrize(("rows", "lines"), MISSING.values(), ids=MISSING)
def test_a_draft_says_by_name_what_is_missing(rows, lines):
    book = sheet(**rows)
    assert missing(book) == lines
    written = paper(book)
    assert text(written)[0] == "DỰ THẢO"
    for section in written.sections:
        for header in (section.first_page_header, section.header):
            assert header.paragraphs[-1].text.startswith("DỰ THẢO")
    assert written.core_properties.title.startswith("DỰ THẢO – ")
    assert "ĐỀ NGHỊ" not in " ".join(headings(written))
    assert "kính đề nghị" not in " ".join(text(written))
    assert text(written)[-7].startswith("Dự thảo này chưa phải là văn bản đề nghị công nhận")


def test_a_sheet_that_lacks_a_worksheet_makes_nothing_complete():
    grids = [units(*UNITS, head=UNIT_HEAD), progress(*LOG[:2], title="Nháp")]
    found = dossier(told(plan(*grids)), "Tam Đa")
    assert found is not None
    assert not found.complete


def test_criteria_without_evidence_are_named():
    bare = [(*line[:5], None, line[6]) if line[2] == "TC02" else line for line in LOG]
    lines = text(paper(sheet(log=bare)))
    start = lines.index("Sổ theo dõi chưa ghi minh chứng của 1 tiêu chí đã đạt:")
    assert lines[start + 1] == "- TC02 – Kinh phí."
    (_, row) = report_rows(paper(sheet(log=bare)), "TT", "Tiêu chí", "Căn cứ")
    assert row["Minh chứng (ngày ghi)"] == "–"


def test_evidence_of_what_was_lost_again_is_none_of_what_is_met():
    log = (
        *LOG[:2],
        LOG[2],
        ("1/8/2024", "Tam Đa", "TC02", "Chưa đạt", 40, "Thiếu tiền", "Lan"),
        ("1/9/2024", "Tam Đa", "TC02", "Đạt", None, None, "Lan"),
    )
    (_, row) = report_rows(paper(sheet(log=log)), "TT", "Tiêu chí", "Căn cứ")
    assert (row["Kết quả"], row["Minh chứng (ngày ghi)"], row["Thẩm định"]) == (
        "✔ Đạt",
        "–",
        "Chưa thẩm định lại",
    )


# Merged units


def test_a_merged_unit_stands_on_those_it_was_made_of():
    written = paper(sheet(log=OF_TWO, verdicts=JUDGED, there=HEIR), "Hồng Sơn")
    assert text(written)[0] == "TỜ TRÌNH"
    (row, _) = report_rows(written, "TT", "Tiêu chí", "Căn cứ")
    assert row["Kết quả"] == "✔✔ Đạt – đã thẩm định (theo đơn vị cũ)"
    assert sorted(row["Minh chứng (ngày ghi)"].split("; ")) == [
        "Hồng Lạc: NQ Hồng Lạc (01/06/2024)",
        "Vân Sơn: NQ Vân Sơn (01/06/2024)",
    ]
    assert sorted(row["Thẩm định"].split("; ")) == [
        "Hồng Lạc: Đạt ngày 01/07/2024, Đội",
        "Vân Sơn: Đạt ngày 01/07/2024, Đội",
    ]
    assert [row["Đơn vị"] for row in report_rows(written, "Ngày", "Đơn vị")] == [
        "Xã Hồng Lạc (ngày cuối)",
        "Xã Vân Sơn (ngày cuối)",
        "Xã Hồng Sơn",
    ]
    assert any(
        line.startswith("Xã Hồng Sơn thành lập ngày 01/09/2024 từ xã Hồng Lạc, xã Vân Sơn.")
        for line in text(written)
    )


def test_one_of_them_refused_refuses_the_heir():
    refusal = ("2/7/2024", "Vân Sơn", "TC02", "Chưa đạt", "Đội", "Thiếu chữ ký")
    book = sheet(log=OF_TWO, verdicts=(*JUDGED, refusal), there=HEIR)
    assert missing(book, "Hồng Sơn") == [
        "Thẩm định kết luận chưa đạt 1 tiêu chí:",
        (
            "- TC02 – Kinh phí: thẩm định ngày 02/07/2024 kết luận chưa đạt; lấy theo đơn vị trước "
            "khi sáp nhập; số liệu cũ từ ngày 02/07/2024."
        ),
    ]
    (_, row) = report_rows(paper(book, "Hồng Sơn"), "TT", "Tiêu chí", "Căn cứ")
    assert row["Thẩm định"] == "Vân Sơn: Chưa đạt ngày 02/07/2024, Đội, Thiếu chữ ký"
