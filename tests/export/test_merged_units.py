"""Units merged between the dates, in the report of all, of a group, of the one that took them."""

import io
from datetime import date
from functools import partial

from docx import Document

from lib.export.briefing import briefing
from lib.export.document import document


def texts(paper):
    return [paragraph.text for paragraph in paper.paragraphs]


def test_mergers_between_the_dates_are_told(book, paper):
    merged = "từ 01/09/2024: xã Hồng Lạc, xã Vân Sơn sáp nhập vào xã Hồng Sơn – 31 còn 30 đơn vị"
    assert any(merged in text for text in texts(paper))
    of = partial(briefing, book, as_of=date(2024, 9, 15))
    assert of(group="Tạo tiền đề").merged == (
        1,
        "từ 01/09/2024: Vân Sơn sáp nhập vào Hồng Sơn – 5 còn 4 đơn vị",
    )
    assert of(unit="Hồng Sơn").merged == (
        2,
        "từ 01/09/2024: Hồng Lạc, Vân Sơn sáp nhập vào Hồng Sơn",
    )
    assert of(group="Duy trì điển hình").merged is None


def test_a_unit_founded_since_is_not_compared_with_the_time_before(book):
    whole = briefing(book, as_of=date(2024, 9, 15), unit="Hồng Sơn")
    told = "\n".join(texts(Document(io.BytesIO(document(whole)))))
    assert "Còn 1 tiêu chí quá hạn. Trong" in told
    assert "kỳ trước không có" not in told
    assert "Sáp nhập từ 01/09/2024: xã Hồng Lạc, xã Vân Sơn sáp nhập vào xã Hồng Sơn." in told
    assert "không có thay đổi" not in told
