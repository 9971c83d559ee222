"""What the commands say on the terminal."""

from typing import Final

PREVIOUS_NOT_EARLIER: Final = "Ngày so sánh (--previous) phải trước ngày số liệu (--as-of)."
WRONG_ARGUMENT: Final = "Tham số của lệnh chưa đúng ({wrong}), xem cách dùng bằng {program} --help"
NO_DATE_OF_OURS: Final = "Ngày “{text}” nằm ngoài các năm 2000–2099"
NOT_A_DATE: Final = "“{text}” không phải ngày dạng YYYY-MM-DD, ví dụ 2024-09-15"
CANNOT_WRITE: Final = "Không ghi được tệp {path}, kiểm tra thư mục và quyền ghi."
UNKNOWN_OWNER: Final = "Không có đơn vị, cơ quan nào tên “{name}” (--owner)."
UNKNOWN_PERIOD: Final = "Không có kỳ báo cáo mã “{code}” (--period)."
ONLY_WITH: Final = "{option} chỉ dùng với --format {format}"
READING: Final = "Đang đọc số liệu, xin chờ…"
WRITING: Final = "Đang lập báo cáo, xin chờ…"
