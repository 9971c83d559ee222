"""The report's sections on meetings: what was decided, what is in the way, what comes."""

from dataclasses import replace
from datetime import date

from lib.export import narrative_meeting, narrative_units
from lib.export.briefing import briefing
from lib.export.narrative import Points
from lib.view.audience import Audience, Role, seen_by
from tests.builders import agencies, criteria, plan, progress, settings, tasks, units

MUST = "Mã | Tiêu chí | Hạn | Bắt buộc"


def told(*log, given="15/8/2024"):
    book = plan(
        settings(("Năm", 2024)),
        agencies(("Phòng Nội vụ",), head="Cơ quan"),
        units(("Tam Đa", "A"), ("Đại Phú", "A")),
        criteria(("TC01", "Đường", "29/6/2024", "Có"), ("TC02", "Đèn", "30/9/2024", ""), head=MUST),
        tasks(
            ("NV1", "Rà *soát*", "Tất cả đơn vị", given, "1/9/2024"),
            head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
        ),
        progress(*log, head="Ngày | Đơn vị | Mã | Kết quả | Khó khăn kiến nghị"),
    )
    return briefing(book, as_of=date(2024, 9, 15), previous=date(2024, 8, 15))


LOG = (
    ("1/9/2024", "Tam Đa", "NV1", "Đạt", None),
    ("1/8/2024", "Đại Phú", "TC01", "Đang làm", "Thiếu vốn"),
    ("1/9/2024", "Tam Đa", None, None, "Thiếu\nngười"),
)


def test_what_was_decided():
    (section,) = narrative_meeting.decided(told(*LOG))
    sentence, table = section.blocks
    assert sentence == "1 việc giao ngày 15/08/2024: 1 quá hạn."
    assert table.rows == (
        (
            "1",
            "NV1 – Rà *soát*",
            "2 nơi",
            "15/08/2024",
            "■ Quá hạn 14 ngày (hạn 01/09/2024); 1/2 nơi đã xong; chưa xong: Đại Phú",
        ),
    )


def test_a_sheet_without_days_of_giving_has_no_such_section():
    assert narrative_meeting.decided(told(*LOG, given=None)) == ()


def test_nothing_decided_last_time_is_said():
    later = told(*LOG, ("2/9/2024", "Đại Phú", "NV1", "Đạt", None), given="1/8/2024")
    (section,) = narrative_meeting.decided(later)
    assert section.blocks == (
        "Không có việc nào giao từ ngày 15/08/2024; không còn việc giao nào trước đó chưa xong.",
    )


def test_what_is_in_the_way_new_first():
    section = narrative_meeting.in_the_way(told(*LOG))
    assert section.blocks == (
        "Có 2 nơi nêu 2 khó khăn, kiến nghị còn vướng, trong đó 1 mới nêu từ ngày 15/08/2024:",
        Points(("Tam Đa: Thiếu người (nêu ngày 01/09/2024, mới).",)),
        Points(("Đại Phú, về TC01 – Đường: Thiếu vốn (nêu ngày 01/08/2024).",)),
    )


def test_several_of_one_owner_stand_below_it():
    more = ("2/8/2024", "Tam Đa", "TC01", None, "Chậm vốn.")
    section = narrative_meeting.in_the_way(told(LOG[2], more))
    assert section.blocks[1:] == (
        Points(("Tam Đa:",)),
        Points(
            (
                "Thiếu người (nêu ngày 01/09/2024, mới).",
                "Về TC01 – Đường: Chậm vốn (nêu ngày 02/08/2024).",
            ),
            mark="+",
        ),
    )


def test_nothing_in_the_way_is_said():
    section = narrative_meeting.in_the_way(told())
    assert section.blocks == ("Không có khó khăn, kiến nghị nào còn vướng.",)


def test_beyond_twenty_they_are_counted():
    log = [("1/9/2024", "Tam Đa", None, None, f"Điều {number}") for number in range(22)]
    *_, points, more = narrative_meeting.in_the_way(told(*log)).blocks
    assert len(points.sentences) == 20
    (more,) = more.sentences
    assert more == "Còn 2 điều khác ghi trong sổ theo dõi."


def test_an_owner_is_told_of_its_own_alone_and_that_it_is_so():
    whole = told(*LOG)
    own = Audience(Role.OWN, (1,))
    seen = replace(whole, whole=seen_by(whole.whole, own), audience=own)
    assert narrative_meeting.in_the_way(seen).blocks == (
        "Chỉ gồm điều đơn vị mình nêu; điều nơi khác nêu không hiển thị với người xem này.",
        "Có 1 nơi nêu 1 khó khăn, kiến nghị còn vướng:",
        Points(("Đại Phú, về TC01 – Đường: Thiếu vốn (nêu ngày 01/08/2024).",)),
    )


def test_what_comes_until_the_next_meeting():
    sentence, note, table = narrative_meeting.coming_up(told(*LOG)).blocks
    assert (
        sentence
        == "Từ nay đến ngày 15 tháng 10 năm 2024, kỳ họp sau, có 1 nội dung đến hạn, 2 nơi khó kịp."
    )
    assert note == "Dự báo, nếu đến hạn vẫn giữ nhịp tăng từ 15/07/2024; không làm đổi đèn."
    assert table.rows == (("1", "30/09/2024", "TC02 – Đèn", "0/2", "▲ 2 nơi: Đại Phú, Tam Đa"),)


def test_red_units_say_since_when():
    _, points, *_ = narrative_units.behind(told(*LOG)).blocks
    assert points.sentences[0].startswith(
        "Đại Phú (nhóm A, hạng 1, đạt 0/2 tiêu chí): đỏ từ 30/06/2024, 5 mốc liền; quá hạn 2 mục"
    )
