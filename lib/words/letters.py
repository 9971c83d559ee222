"""The words of the letters that chase: a công văn in the form of Nghị định 30/2020/NĐ-CP."""

from typing import Final

TITLE: Final = "Công văn đôn đốc"
NUMBER: Final = "Số: ……/{sign}-……"
ABOUT: Final = "V/v đôn đốc thực hiện {plan}"
OPENING: Final = (
    "Thực hiện {plan}, qua theo dõi đến {day}, {owner} còn {what}{scope}, cụ thể như sau:"
)
OF_KINDS: Final = "{what} ({kinds})"
OF_KIND: Final = "{number} {kind}"
SCOPE: Final = " trong phần việc do {agency} theo dõi"
OVERDUE: Final = "Mục quá hạn"
SOON: Final = "Mục sắp đến hạn"
NUMBERED: Final = "{number}. {title}"
ASK: Final = (
    "{agency} đề nghị {owner} hoàn thành các mục nêu trên, cập nhật kết quả vào sổ theo dõi và có "
    "văn bản trả lời chậm nhất {day}; mục nào chưa hoàn thành được thì nêu rõ nguyên nhân và ngày "
    "hoàn thành."
)
WHERE: Final = "Nơi ghi kết quả: {address}"
CLOSE: Final = "Đề nghị {owner} quan tâm, thực hiện./."
NONE: Final = "Không có đơn vị, cơ quan nào có mục quá hạn phải đôn đốc bằng công văn."
FILE: Final = "{number:02d}-{name}.docx"
"""What each letter is called among several files."""

# Xuất báo cáo
NOTE: Final = (
    "{number} nơi có mục quá hạn, mỗi nơi một công văn theo thể thức Nghị định 30/2020/NĐ-CP; trả lời "
    "chậm nhất ngày {day}."
)
NOT_TO_ITSELF: Final = "Không lập công văn gửi chính {agency}."
CHOICE: Final = "Công văn gửi"
ALL_IN_ONE: Final = "Tất cả, một tệp"
ONE_EACH: Final = "Tất cả, mỗi nơi một tệp"
ONE_EACH_VALUE: Final = "tung-noi"
"""The address's value for a file each; no owner is called so."""
ANSWER_BY: Final = "Trả lời chậm nhất"
ANSWER_USUAL: Final = "{day} (sau năm ngày làm việc)"
