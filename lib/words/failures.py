"""What is said when something cannot be done: of the sheet, never a key's text; of a command."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Final

from lib.source.errors import SourceErrorCode as E
from lib.words.figures import day_and_clock


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure in words: what happened and what to do about it."""

    what: str
    remedy: str


FAILURE: Final = {
    E.NO_NETWORK: "Không kết nối được tới {host}",
    E.TIMEOUT: "Chờ {seconds} giây mà máy chủ không trả lời",
    E.UNTRUSTED: "Không xác minh được máy chủ {host}",
    E.QUOTA: "Đã vượt số lần đọc mà Google cho phép trong một phút",
    E.UNAVAILABLE: "Dịch vụ của Google đang gián đoạn (mã {status})",
    E.UNREADABLE_ANSWER: "Máy chủ trả lời không đúng dạng của Google Trang tính (mã {status})",
    E.NOT_SHARED: "Bảng tính chưa được chia sẻ cho tài khoản {share_with}",
    E.NOT_FOUND: "Không tìm thấy bảng tính {spreadsheet}, có thể đã bị xóa",
    E.NOT_A_SPREADSHEET: "Địa chỉ {spreadsheet} là tệp Excel để trên Drive, "
    "không phải Google Trang tính",
    E.WORKSHEET_MISSING: "Trang “{worksheet}” bị đổi tên hoặc bị xóa trong lúc đọc",
    E.API_DISABLED: "Dự án của khóa chưa bật Google Sheets API",
    E.KEY_UNREADABLE: "Khóa của tài khoản dịch vụ không đúng dạng (mục {field})",
    E.KEY_REVOKED: "Google không còn chấp nhận khóa của tài khoản {account}",
    E.CLOCK_WRONG: "Đồng hồ của máy chạy sai quá nhiều",
    E.CONFIGURATION_MISSING: "Chưa khai báo kết nối trong {path}",
    E.BAD_CONFIGURATION: "Tệp cấu hình {path} có chỗ sai (mục {field}, dòng {line})",
    E.WORKBOOK_MISSING: "Không tìm thấy tệp {path}",
    E.WORKBOOK_NOT_WRITTEN: "Không ghi được sổ mẫu {path}",
    E.WORKBOOK_LOCKED: "Tệp {path} đang bị khóa hoặc đang được ghi",
    E.WORKBOOK_DAMAGED: "Tệp {path} bị hỏng hoặc chưa ghi xong",
    E.WORKBOOK_EMPTY: "Tệp {path} không có trang tính nào",
    E.WORKBOOK_TOO_LARGE: "Tệp {path} quá lớn để đọc (giới hạn 10 triệu ô)",
    E.NOT_A_WORKBOOK: "Tệp {path} không phải tệp Excel dạng .xlsx đọc được",
    E.INTERNAL: "Chương trình gặp lỗi khi đọc sổ",
}

FAILURE_REMEDY: Final = {
    E.NO_NETWORK: "Kiểm tra mạng của máy chủ; số liệu tự cập nhật khi có mạng lại.",
    E.TIMEOUT: "Kiểm tra đường mạng; hệ thống tự đọc lại.",
    E.UNTRUSTED: "Kiểm tra ngày giờ của máy và thiết bị lọc mạng ở giữa.",
    E.QUOTA: "Không phải làm gì, hệ thống tự đọc lại thưa hơn.",
    E.UNAVAILABLE: "Chờ Google khắc phục; hệ thống tự đọc lại.",
    E.UNREADABLE_ANSWER: "Kiểm tra xem mạng có trang đăng nhập chặn ở giữa không.",
    E.NOT_SHARED: "Mở bảng tính, chọn Chia sẻ, thêm địa chỉ trên với quyền Người xem.",
    E.NOT_FOUND: "Kiểm tra địa chỉ bảng tính trong tệp cấu hình, hoặc khôi phục từ Thùng rác.",
    E.NOT_A_SPREADSHEET: "Mở tệp, chọn Tệp → Lưu dưới dạng Google Trang tính, "
    "rồi dùng địa chỉ mới.",
    E.WORKSHEET_MISSING: "Đặt lại tên trang như mẫu; hệ thống tự đọc lại.",
    E.API_DISABLED: "Bật Google Sheets API cho dự án, sau vài phút sẽ đọc được.",
    E.KEY_UNREADABLE: "Tải lại khóa dạng JSON của tài khoản dịch vụ và chép đủ vào tệp cấu hình.",
    E.KEY_REVOKED: "Tạo khóa mới cho tài khoản dịch vụ và thay vào tệp cấu hình.",
    E.CLOCK_WRONG: "Đặt lại ngày giờ của máy chủ.",
    E.CONFIGURATION_MISSING: "Chép .streamlit/secrets.example.toml thành "
    ".streamlit/secrets.toml và điền theo hướng dẫn.",
    E.BAD_CONFIGURATION: "Sửa lại tệp cấu hình theo .streamlit/secrets.example.toml.",
    E.WORKBOOK_MISSING: "Đặt lại tệp vào đúng chỗ, lấy từ thùng rác hoặc bản sao lưu. Khởi động lại không lấy lại được số liệu của tệp.",
    E.WORKBOOK_NOT_WRITTEN: "Kiểm tra ổ đĩa còn chỗ trống và thư mục được phép ghi; hệ thống tự ghi lại.",
    E.WORKBOOK_LOCKED: "Lưu và đóng tệp trong Excel; hệ thống tự đọc lại.",
    E.WORKBOOK_DAMAGED: "Lưu lại tệp; nếu vẫn lỗi, khôi phục từ bản sao lưu.",
    E.WORKBOOK_EMPTY: "Chép lại các trang tính của sổ vào tệp, hoặc khôi phục từ bản sao lưu.",
    E.WORKBOOK_TOO_LARGE: "Xóa các dòng, cột và vùng gộp ô thừa rồi lưu lại tệp.",
    E.NOT_A_WORKBOOK: "Lưu tệp ở dạng Excel (.xlsx), không đặt mật khẩu.",
    E.INTERNAL: "Báo người quản trị xem nhật ký chương trình; hệ thống tự đọc lại.",
}
_UNKNOWN: Final = "không rõ"


# What the commands say on the terminal
PREVIOUS_NOT_EARLIER: Final = "Ngày so sánh (--previous) phải trước ngày số liệu (--as-of)."
WRONG_ARGUMENT: Final = "Tham số của lệnh chưa đúng ({wrong}), xem cách dùng bằng {program} --help"
NO_DATE_OF_OURS: Final = "Ngày “{text}” nằm ngoài các năm 2000–2099"
NOT_A_DATE: Final = (
    "“{text}” không phải ngày có thật; ghi ngày trước, tháng sau, đủ năm, ví dụ 15/9/2024"
)
NO_YEAR: Final = "“{text}” thiếu năm, ví dụ 15/9/2024"
CANNOT_WRITE: Final = "Không ghi được tệp {path}, kiểm tra thư mục và quyền ghi."
UNKNOWN_NAME: Final = {
    "owner": "Không có đơn vị, cơ quan nào tên “{name}” (--owner).",
    "group": "Không có nhóm nào tên “{name}” (--group).",
    "unit": "Không có đơn vị nào tên “{name}” (--unit).",
    "agency": "Không có cơ quan nào tên “{name}” (--agency).",
}
SEVERAL_NAMES: Final = "“{name}” (--{option}) có thể là {names}; ghi đủ tên một nơi."
NOTHING_LEFT: Final = "Không còn đơn vị, cơ quan nào trong phạm vi {filters}."
NOTHING_TO_JUDGE: Final = (
    "Không có tiêu chí nào chờ thẩm định trong phạm vi đã chọn; không ghi tệp nào."
)
HELD_TOO_EARLY: Final = "Ngày thẩm định (--held-on) không được trước ngày số liệu: kết luận trước ngày đơn vị ghi Đạt thì không tính."
ANSWER_TOO_EARLY: Final = "Hạn trả lời (--answer-by) không được trước ngày {day}."
NO_LETTER: Final = "Không có nơi nào phải đôn đốc trong phạm vi đã chọn; không ghi tệp nào."
UNKNOWN_PERIOD: Final = "Không có kỳ báo cáo mã “{code}” (--period)."
ONLY_WITH: Final = "{option} chỉ dùng với --format {format}"
FORGOTTEN: Final = (
    "Ngày họp trước ở trang Cấu hình là {previous}, hơn hai tháng trước ngày số liệu {as_of}; đang so "
    "với ngày ấy. Nếu đã họp sau ngày ấy thì sửa ở Cấu hình; nếu đúng thì thêm --previous {previous}."
)
OR: Final = " hoặc "
READING: Final = "Đang đọc số liệu, xin chờ…"
WRITING: Final = "Đang lập báo cáo, xin chờ…"


# Of a list of spreadsheets
BEHIND: Final = "Sổ {sheet}: {what}; {kept}. {remedy}"
LEADING: Final = "chính"
OLDER_SHOWN: Final = "đang dùng bản đọc lúc {moment}"
NEVER_READ: Final = "chưa đọc được lần nào, số liệu của sổ này chưa có"


def failure_sentence(code: E, details: Mapping[str, str]) -> Failure:
    """Say what happened and what to do; a detail that is missing reads “không rõ”."""
    return Failure(FAILURE[code].format_map(_Details(details)), FAILURE_REMEDY[code])


def behind_sentence(
    name: str, read_at: datetime | None, code: E, details: Mapping[str, str]
) -> str:
    """Say of a spreadsheet of a list what failed, what stands for it, and what to do.

    `read_at` is on the reader's clock; without one it was never read.
    """
    told = failure_sentence(code, details)
    kept = OLDER_SHOWN.format(moment=day_and_clock(read_at)) if read_at else NEVER_READ
    sheet = f"“{name}”" if name else LEADING
    return BEHIND.format(sheet=sheet, what=told.what, kept=kept, remedy=told.remedy)


class _Details(dict[str, str]):
    def __getitem__(self, name: str) -> str:
        told = super().__getitem__(name)
        return PurePath(told).name if name == "path" else told

    def __missing__(self, name: str) -> str:
        return _UNKNOWN
