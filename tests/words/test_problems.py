"""What is said of a problem is true of every cell it may be raised on."""

import pytest

from lib import words
from lib.problem import ProblemCode

SAID = [
    (
        ProblemCode.UNKNOWN_WORKSHEET,
        "Tên trang “Tiến độ cũ” chỉ gần giống tên một trang của sổ, nên trang này không được đọc.",
        (
            "Ghi lại đúng tên trang, trang riêng là “Tiến độ – tên đơn vị”; trang cũ, trang thừa thì "
            "đặt tên khác hẳn."
        ),
    ),
    (ProblemCode.MISSING_VALUE, "Ô “Mã” phải ghi mà đang để trống.", "Điền ô này."),
    (
        ProblemCode.GUESSED_NAME,
        "Tên “x” viết thiếu dấu hoặc thừa chữ, đã hiểu theo tên giống nhất.",
        "Kiểm tra, rồi chọn lại tên trong danh sách.",
    ),
    (
        ProblemCode.SEVERAL_CODES,
        "Ô mã “x” ghi nhiều mã, nên dòng không được tính.",
        "Tách ra, mỗi dòng một mã.",
    ),
    (
        ProblemCode.EARLY_DATE,
        "Ngày x trước Ngày bắt đầu của kế hoạch, nên không được tính.",
        "Kiểm tra lại năm; việc đạt từ trước thì ghi bằng ngày đầu tiên của kế hoạch.",
    ),
    (
        ProblemCode.GUESSED_DATE,
        "Ngày “x” thiếu năm, đã hiểu là ngày đầu tiên như thế kể từ khi bắt đầu kế hoạch.",
        "Ghi đủ ngày/tháng/năm.",
    ),
    (
        ProblemCode.GUESSED_RESULT,
        "Kết quả “x” không có trong danh sách, đã hiểu theo chữ đầu, không tính là đạt.",
        "Kiểm tra, rồi chọn kết quả trong danh sách; lời giải thích ghi ở cột Ghi chú.",
    ),
    (
        ProblemCode.UNREADABLE_RESULT,
        "Không hiểu kết quả “x”: không tính là đạt, thẩm định không rõ thì coi là chưa đạt.",
        "Chọn kết quả trong danh sách thả xuống; chưa thẩm định xong thì chưa ghi dòng.",
    ),
    (
        ProblemCode.UNREADABLE_NUMBER,
        "Không đọc được, hoặc không dùng được, số “x”: đã dùng giá trị mặc định.",
        "Nhập một số: Điểm lớn hơn 0, Năm từ 2000 đến 2099, mục khác không âm.",
    ),
    (
        ProblemCode.DUPLICATE_DEFINITION,
        "“x” trùng với một tên hoặc mã đã khai báo trước, nên dòng này không được tính.",
        (
            "Xóa hoặc đổi tên dòng trùng; cùng một tên thì thời gian hiệu lực của các dòng không được "
            "chồng lên nhau."
        ),
    ),
    (
        ProblemCode.CONTRADICTORY,
        "Kết quả và tỷ lệ ghi ở dòng này mâu thuẫn nhau, đã tính theo hướng thấp hơn.",
        "Sửa kết quả hoặc tỷ lệ cho khớp nhau.",
    ),
    (
        ProblemCode.WRONG_WORKSHEET,
        "Dòng ghi cho “x” nằm trong trang riêng của nơi khác.",
        "Chuyển dòng sang trang của nơi đó, hoặc sửa lại tên ở cột Đơn vị.",
    ),
]


@pytest.mark.parametrize(("code", "told", "remedy"), SAID, ids=[code for code, *_ in SAID])
def test_what_is_said(code, told, remedy):
    said = words.PROBLEM[code].format(worksheet="Tiến độ cũ", column="Mã", value="x")
    assert (said, words.PROBLEM_REMEDY[code]) == (told, remedy)


@pytest.mark.parametrize("code", ProblemCode)
def test_readers_see_no_english(code):
    assert "sheet" not in words.PROBLEM[code].replace("{worksheet}", "")
    assert "sheet" not in words.PROBLEM_REMEDY[code]
