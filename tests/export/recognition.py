"""A plan of two criteria of which Tam Đa has everything, and its dossier read back."""

import io
from datetime import date
from typing import Any

from docx import Document

from lib.export.briefing import Briefing, briefing
from lib.export.dossier import dossier_document
from lib.sheet import Book
from lib.view.dossier import dossier
from tests.builders import (
    agencies,
    appraisals,
    criteria,
    periods,
    plan,
    progress,
    settings,
    tasks,
    units,
)

AS_OF = date(2024, 9, 15)
LOG_HEAD = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Người nhập"
VERDICT_HEAD = "Ngày | Đơn vị | Mã | Kết quả | Người thẩm định | Ghi chú"
LOG = (
    ("1/6/2024", "Tam Đa", "TC01", "Đang thực hiện", 50, "Dự thảo nghị quyết", "Lan"),
    ("20/6/2024", "Tam Đa", "TC01", "Đạt", None, "Nghị quyết 12", "Lan"),
    ("1/7/2024", "Tam Đa", "TC02", "Đạt", None, "Quyết định 7", "Lan"),
    ("12/9/2024", "Tam Đa", "T9", "Đã gửi", None, None, None),
    ("1/9/2024", "Tam Đa", "NV1", "Đạt", None, None, None),
)
VERDICTS = (
    ("25/6/2024", "Tam Đa", "TC01", "Đạt", "Đội XDPT", "Đã kiểm tra hồ sơ"),
    ("10/7/2024", "Tam Đa", "TC02", "Đạt", "Đội XDPT", None),
)
LETTERHEAD = (
    ("Tên kế hoạch", "Kế hoạch 138"),
    ("Cơ quan thường trực", "Công an huyện"),
    ("Địa bàn", "huyện Sơn Dương, tỉnh Tuyên Quang"),
    ("Chức vụ người ký", "Trưởng Công an huyện"),
    ("Người ký", "Nguyễn Văn A"),
)
UNIT_HEAD = "Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
UNITS = (
    ("Tam Đa", "Xã", "Xây dựng điển hình", None, None, None),
    ("Đại Phú", "Xã", "Tạo tiền đề", None, None, None),
)


HEIR = (
    ("Hồng Lạc", "Xã", "A", None, "31/8/2024", "Hồng Sơn"),
    ("Vân Sơn", "Xã", "A", None, "31/8/2024", "Hồng Sơn"),
    ("Hồng Sơn", "Xã", "A", "1/9/2024", None, None),
)
OF_TWO = tuple(
    (day, unit, code, "Đạt", None, f"{evidence} {unit}", "Lan")
    for unit in ("Hồng Lạc", "Vân Sơn")
    for day, code, evidence in (("1/6/2024", "TC01", "NQ"), ("2/6/2024", "TC02", "QĐ"))
)
JUDGED = tuple(
    ("1/7/2024", unit, code, "Đạt", "Đội", None)
    for unit in ("Hồng Lạc", "Vân Sơn")
    for code in ("TC01", "TC02")
)


def sheet(*items: Any, log: Any = LOG, verdicts: Any = VERDICTS, there: Any = UNITS) -> Book:
    return plan(
        settings(*LETTERHEAD, *items),
        units(*there, head=UNIT_HEAD),
        agencies(("Công an huyện", "CAH"), head="Cơ quan | Tên gọi khác"),
        criteria(
            ("TC01", "Nghị quyết, kế hoạch", "I. Lãnh đạo", "30/6/2024", "QĐ 9745"),
            ("TC02", "Kinh phí", "II. Nguồn lực", "30/9/2024", None),
            head="Mã | Tiêu chí | Nhóm tiêu chí | Hạn | Căn cứ",
        ),
        tasks(("NV1", "Họp dân", "Tam Đa", "1/9/2024"), ("NV2", "Tập huấn", "Tam Đa", "10/9/2024")),
        periods(("T9", "Tháng 9/2024", "10/9/2024", "Tam Đa")),
        progress(*log, head=LOG_HEAD),
        appraisals(*verdicts, head=VERDICT_HEAD),
    )


def told(book: Book, **filters: str) -> Briefing:
    return briefing(book, as_of=AS_OF, previous=date(2024, 8, 15), **filters)


def paper(book: Book, unit: str = "Tam Đa", **filters: str):
    briefed = told(book, **filters)
    found = dossier(briefed, unit)
    assert found is not None
    return Document(io.BytesIO(dossier_document(briefed, found)))


def text(part: Any) -> list[str]:
    return [line.text for line in part.paragraphs if line.text]


def headings(part: Any) -> list[str]:
    return [line.text for line in part.paragraphs if line.style.name == "Heading 1"]


def headers(part: Any) -> str:
    return " ".join(
        line.text
        for section in part.sections
        for header in (section.header, section.first_page_header)
        for line in header.paragraphs
    )
