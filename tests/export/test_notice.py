"""The notice of conclusions: the decree's form, what was decided, the numbers of the report."""

import io
from datetime import date

from docx import Document

from lib.export.briefing import briefing
from lib.export.notice import notice
from lib.view.conclusions import Conclusion
from tests.builders import agencies, criteria, plan, settings, tasks, units
from tests.export.reading import report_rows

HELD_ON = date(2024, 9, 17)
GIVEN = (
    Conclusion("Sơ kết\tphong trào", ("Tam Đa", "Đại Phú"), "30/9/2024"),
    Conclusion("Báo cáo", ("Tất cả đơn vị",), "trong tháng 10"),
    Conclusion("Họp dân", ("Tam Đa",), ""),
)
CODES = ["NV2", "NV3", "NV4"]


def written(*more, given=GIVEN, codes=CODES):
    book = plan(
        settings(
            ("Tên kế hoạch", "Kế hoạch 138"),
            ("Cơ quan thường trực", "Công an huyện"),
            ("Địa bàn", "huyện Sơn Dương"),
            *more,
        ),
        agencies(("Công an huyện", "CAH"), head="Cơ quan | Tên gọi khác"),
        units(("Tam Đa", "A"), ("Đại Phú", "A")),
        criteria(("TC01", "Đường", "30/6/2024")),
        tasks(
            ("NV1", "Hướng dẫn", "Công an huyện", "15/8/2024", "1/9/2024"),
            head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
        ),
    )
    told = briefing(book, as_of=date(2024, 9, 15), previous=date(2024, 8, 15))
    return notice(told, given, codes, held_on=HELD_ON)


def paper(*more):
    return Document(io.BytesIO(written(*more)))


def texts(part):
    return [paragraph.text for paragraph in part.paragraphs if paragraph.text]


def test_it_is_named_dated_and_addresses_nobody():
    told = paper()
    assert told.tables[0].cell(1, 0).text.strip() == "Số: ……/TB-CAH"
    assert texts(told)[:2] == [
        "THÔNG BÁO",
        "Kết luận cuộc họp ngày 17 tháng 9 năm 2024 về thực hiện Kế hoạch 138",
    ]
    assert texts(told)[2].startswith(
        "Ngày 17 tháng 9 năm 2024, Công an huyện Sơn Dương tổ chức họp đánh giá kết quả thực hiện Kế "
        "hoạch 138 (số …… ngày ……), số liệu đến ngày 15 tháng 9 năm 2024."
    )
    assert not any("Kính gửi" in line for line in texts(told))
    receivers = texts(told.tables[-1].cell(0, 0))
    assert receivers == ["Nơi nhận:", "- Các đơn vị, cơ quan liên quan;", "- Lưu: VT."]


def test_its_sections_stand_in_order():
    headings = [one.text for one in paper().paragraphs if one.style.name == "Heading 1"]
    assert headings == [
        "I. TÌNH HÌNH CHUNG",
        "II. VIỆC GIAO TỪ KỲ HỌP TRƯỚC",
        "III. CÁC VIỆC GIAO TẠI CUỘC HỌP",
        "IV. TỔ CHỨC THỰC HIỆN",
    ]


def test_what_was_given_to_whom_by_when():
    assert report_rows(paper(), "TT", "Mã") == [
        {
            "TT": "1",
            "Mã": "NV2",
            "Việc được giao": "Sơ kết phong trào",
            "Chủ trì": "Tam Đa; Đại Phú",
            "Chậm nhất": "30/09/2024",
        },
        {
            "TT": "2",
            "Mã": "NV3",
            "Việc được giao": "Báo cáo",
            "Chủ trì": "Tất cả đơn vị",
            "Chậm nhất": "trong tháng 10",
        },
        {
            "TT": "3",
            "Mã": "NV4",
            "Việc được giao": "Họp dân",
            "Chủ trì": "Tam Đa",
            "Chậm nhất": "–",
        },
    ]


def test_who_acts_is_named():
    book = plan(
        units(("Tam Đa", "Xã", "A"), ("Sơn Dương", "Thị trấn", "A"), head="Đơn vị | Loại | Nhóm"),
        criteria(("TC01", "Đường", "30/6/2024")),
    )
    given = (Conclusion("Sơ kết", ("Tam Đa", "TT Sơn Dương", "Tất cả cơ quan"), ""),)
    told = briefing(book, as_of=date(2024, 9, 15))
    content = notice(told, given, ["NV2"], held_on=HELD_ON)
    (row,) = report_rows(Document(io.BytesIO(content)), "TT", "Mã")
    assert row["Chủ trì"] == "UBND xã Tam Đa; UBND thị trấn Sơn Dương; Tất cả cơ quan"


def test_what_became_of_earlier_ones_stands_without_the_marks_of_screens():
    (row,) = report_rows(paper(), "TT", "Việc được giao")
    assert row["Việc được giao"] == "NV1 – Hướng dẫn"
    assert row["Kết quả"] == "■ Quá hạn 14 ngày (hạn 01/09/2024)"


def test_the_receivers_that_the_sheet_names_stand_there():
    told = paper(("Nơi nhận", "Như trên; Công an tỉnh (để báo cáo)"))
    assert texts(told.tables[-1].cell(0, 0)) == [
        "Nơi nhận:",
        "- Công an tỉnh (để báo cáo);",
        "- Lưu: VT.",
    ]


def test_the_same_conclusions_give_the_same_bytes():
    assert written() == written()
