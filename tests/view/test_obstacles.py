"""What owners say is in their way: about an item or in general, whose it is, where it stands."""

from datetime import date

from lib.view.narrowing import narrowed
from lib.view.trail import obstacles_table
from tests.builders import assessed, criteria, progress

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
    )
    return table.frame.drop(columns="TT").to_dict("records")


def test_the_newest_stands_first_with_whose_it_is_and_about_what():
    assert [tuple(row.values()) for row in rows_of(NOW.obstacles, NOW.labels)] == [
        ("03/09/2024", "[Đại Phú](x?Phú)", "Chung", "Mưa lũ", "Tiến độ!4"),
        ("02/09/2024", "[Tam Đa](x?Đa)", "Chung", "Thiếu \\*cán bộ\\*", "Tiến độ!3"),
        ("01/09/2024", "[Tam Đa](x?Đa)", "TC01 – Đường \\[làng\\]", "Thiếu kinh phí", "Tiến độ!2"),
    ]


def test_one_owners_are_not_named_again():
    told = narrowed(NOW, unit="Tam Đa").obstacles
    assert [row["Về"] for row in rows_of(told, NOW.labels)] == ["Chung", "TC01 – Đường \\[làng\\]"]
    assert all("Nơi nêu" not in row for row in rows_of(told, NOW.labels))


def test_none_at_all_is_an_empty_table():
    assert rows_of(NOW.obstacles.head(0), NOW.labels) == []
