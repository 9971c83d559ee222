"""What owners say is in their way: about an item or in general, whose it is, where it stands."""

from dataclasses import replace
from datetime import date

from lib.view import obstacles, slides
from lib.view.audience import Audience, Role, seen_by
from lib.view.narrowing import narrowed
from lib.view.trail import obstacles_table
from tests.builders import assessed, criteria, plan, progress, shown

NOW = assessed(
    criteria(("TC01", "Đường [làng]", "31/12/2024")),
    progress(
        ("1/9/2024", "Tam Đa", "TC01", None, "Thiếu kinh phí"),
        ("2/9/2024", "Tam Đa", None, None, "Thiếu *cán bộ*"),
        ("3/9/2024", "Đại Phú", "TC99", None, "Mưa lũ"),
        ("16/9/2024", "Đại Phú", "TC01", None, "Chưa nói ngày ấy"),
        head="Ngày | Đơn vị | Mã | Kết quả | Khó khăn kiến nghị",
    ),
    as_of=date(2024, 9, 15),
)


def rows_of(told, labels):
    table = obstacles_table(
        told,
        {"TC01": "Đường [làng]"},
        labels,
        href=lambda owner, _: f"x?{owner.rpartition(' ')[2]}",
        place=lambda worksheet, row, _: f"{worksheet}!{row}",
        since=date(2024, 9, 2),
    )
    return table.frame.drop(columns="TT").to_dict("records")


def test_the_newest_stands_first_with_whose_it_is_and_about_what():
    assert [tuple(row.values()) for row in rows_of(NOW.obstacles, NOW.labels)] == [
        ("03/09/2024 :blue[◆ Mới]", "[Đại Phú](x?Phú)", "Chung", "Mưa lũ", "Tiến độ!4"),
        ("02/09/2024", "[Tam Đa](x?Đa)", "Chung", "Thiếu \\*cán bộ\\*", "Tiến độ!3"),
        ("01/09/2024", "[Tam Đa](x?Đa)", "TC01 – Đường \\[làng\\]", "Thiếu kinh phí", "Tiến độ!2"),
    ]


def test_one_owners_are_not_named_again():
    told = narrowed(NOW, unit="Tam Đa").obstacles
    assert [row["Về"] for row in rows_of(told, NOW.labels)] == ["Chung", "TC01 – Đường \\[làng\\]"]
    assert all("Nơi nêu" not in row for row in rows_of(told, NOW.labels))


def test_none_at_all_is_an_empty_table():
    assert rows_of(NOW.obstacles.head(0), NOW.labels) == []


AUGUST, SEPTEMBER = date(2024, 8, 15), date(2024, 9, 15)
SAID = "Ngày | Đơn vị | Mã | Kết quả | Khó khăn kiến nghị"


def meeting(*rows, **shown_to):
    book = plan(
        criteria(("TC01", "Đường", "31/12/2024"), ("TC02", "Đèn", "31/12/2024")),
        progress(*rows, head=SAID),
    )
    return shown(book, as_of=SEPTEMBER, previous=AUGUST, **shown_to)


def texts(seen):
    told = obstacles.standing(seen)
    return list(zip(told["text"], told["new"].tolist(), strict=True))


def test_new_ones_stand_first_then_by_owner():
    seen = meeting(
        ("1/8/2024", "Tam Đa", "TC01", None, "cũ"),
        ("15/8/2024", "Đại Phú", "TC01", None, "vào ngày họp"),
        ("16/8/2024", "Tam Đa", "TC02", None, "sau một ngày"),
        ("1/9/2024", "Đại Phú", "TC02", None, "mới"),
        ("10/8/2024", "Đại Phú", None, None, "chung"),
    )
    assert texts(seen) == [
        ("mới", True),
        ("sau một ngày", True),
        ("vào ngày họp", False),
        ("chung", False),
        ("cũ", False),
    ]
    assert obstacles.finding(seen, obstacles.standing(seen)) == (
        "Khó khăn, kiến nghị: 2 nơi nêu 5 điều, 2 mới từ ngày 15/08/2024"
    )


def test_the_newest_word_on_an_item_stands_for_the_older_ones():
    seen = meeting(
        ("1/6/2024", "Tam Đa", "TC01", None, "lần đầu"),
        ("1/7/2024", "Tam Đa", "TC01", None, "lần hai"),
        ("1/7/2024", "Tam Đa", "TC01", "Đang làm", "cùng ngày"),
        ("1/5/2024", "Tam Đa", None, None, "chung"),
    )
    assert texts(seen) == [("lần hai", False), ("cùng ngày", False), ("chung", False)]


def test_what_is_done_is_in_the_way_no_longer():
    seen = meeting(
        ("1/9/2024", "Tam Đa", "TC01", None, "đã qua"),
        ("2/9/2024", "Tam Đa", "TC01", "Đạt", None),
        ("1/9/2024", "Đại Phú", "TC01", None, "còn vướng"),
    )
    assert texts(seen) == [("còn vướng", True)]


def test_nothing_in_the_way_is_said_and_to_others_than_the_owner_nothing_is_claimed():
    assert obstacles.finding(meeting(), obstacles.standing(meeting())) == (
        "Không có khó khăn, kiến nghị nào còn vướng"
    )
    told = ("1/9/2024", "Tam Đa", "TC01", None, "thiếu kinh phí")
    seen = meeting(told)
    of_all = [slide.key for slide in slides.deck(seen, href=lambda label: "x")]
    assert "kho-khan-1" in of_all
    another = Audience(Role.OWN, (1,))
    hidden = replace(seen, whole=seen_by(seen.whole, another), audience=another)
    of_another = [slide.key for slide in slides.deck(hidden, href=lambda label: "x")]
    assert of_another == [key for key in of_all if key != "kho-khan-1"]
    itself = Audience(Role.OWN, (0,))
    own = replace(seen, whole=seen_by(seen.whole, itself), audience=itself)
    assert obstacles.finding(own, obstacles.standing(own)) == (
        "Khó khăn, kiến nghị của đơn vị mình: 1 nơi nêu 1 điều, 1 mới từ ngày 15/08/2024"
    )
