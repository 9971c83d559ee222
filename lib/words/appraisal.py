"""The words of the list for an appraisal session."""

from typing import Final

TITLE: Final = "Phiếu thẩm định"
NOTE: Final = (
    "{criteria} lượt tiêu chí của {units} đơn vị tự ghi Đạt, chưa thẩm định{anew}. Chọn Kết quả từng dòng trong "
    "tệp rồi chép các dòng đã chọn dán vào trang *{worksheet}* của sổ."
)
ANEW: Final = ", trong đó {number} lượt từng bị kết luận chưa đạt"
NONE: Final = "Không có tiêu chí nào tự ghi Đạt mà chưa thẩm định."
HELD_ON: Final = "Ngày thẩm định"
HELD_ON_USUAL: Final = "{day} (ngày số liệu)"
HINT: Final = (
    "Chọn Kết quả, dòng chưa xét để trống. Xong thì lọc bỏ dòng trống ở cột Kết quả, chép từ ô A{first} "
    "đến hết cột {last}, dán vào trang {worksheet} từ ô A{row}."
)
DECLARED_ON: Final = "Đơn vị ghi ngày"
JUDGED_BEFORE: Final = "Lần thẩm định trước"
