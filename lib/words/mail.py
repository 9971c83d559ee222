"""The words of letters by e-mail: their subjects, what the command says, what is wrong."""

from typing import Final

SUBJECT: Final = "Nhắc việc đến {day}: {owner} còn {what}"
DIGEST_SUBJECT: Final = "Tình hình tuần đến {day}: {plan}"
ILLUSTRATIVE: Final = "[{ribbon}] {subject}"
DIGEST_SENT: Final = "NHẮC VIỆC TRONG TUẦN"
DIGEST_REMINDED: Final = "Từ ngày {since} đã gửi thư nhắc {owners} nơi, {letters} thư."
DIGEST_REMINDED_NONE: Final = "Trong tuần chưa gửi thư nhắc nào."
LEADERS: Final = "lãnh đạo"

# What the command says
WOULD: Final = "Sẽ gửi {owner} <{to}>"
SENT: Final = "Đã gửi {owner} <{to}>"
TO_SEND: Final = "Chưa gửi gì. Thêm --send để gửi {number} thư."
NOTHING_TO_SEND: Final = "Không có thư nào để gửi."
DONE: Final = "Đã gửi {number} thư."
ALREADY: Final = "Hôm nay đã nhắc {owner}, không gửi lại."
ALREADY_DIGEST: Final = "Tuần này đã gửi bản tình hình cho lãnh đạo, không gửi lại."
CUT: Final = "Thư gửi {owner} ngày {day} bị ngắt giữa chừng, không rõ đã tới chưa; hỏi lại nơi nhận (<{to}>)."
NO_ADDRESS: Final = "{owner}: chưa có địa chỉ ở cột Thư điện tử (trang {worksheet}, dòng {row})."
WRONG_ADDRESS: Final = (
    "{owner}: “{address}” không phải địa chỉ thư (trang {worksheet}, dòng {row}, cột Thư điện tử)."
)
REFUSED: Final = "{owner}: máy chủ thư không nhận <{to}>."
UNSURE: Final = (
    "{owner}: mất liên lạc với máy chủ thư khi đang gửi <{to}>, không rõ đã tới chưa; hôm nay không "
    "gửi lại."
)
STOPPED: Final = "{reason} Còn {number} thư chưa gửi; chạy lại lệnh để gửi nốt."
NOT_LOGGED: Final = "Không ghi được nhật ký {path}, kiểm tra đĩa và quyền ghi."
NOT_LOGGED_AFTER: Final = "Đã gửi {owner} nhưng không ghi được nhật ký {path}."
NO_LOG: Final = "Không đọc được nhật ký {path}, nên không gửi: có thể trùng thư đã gửi."
BUSY: Final = "Một lần gửi khác đang chạy, hãy đợi lần đó xong."
NO_LEADERS: Final = (
    "Chưa có địa chỉ lãnh đạo để gửi: ghi leaders ở mục [mail] (hoặc [access]) của tệp cấu hình."
)

# What is wrong with the account
OFF: Final = (
    "Chưa bật gửi thư: tệp cấu hình không có mục [mail], xem .streamlit/secrets.example.toml."
)
WRONG: Final = "Mục [mail] của tệp cấu hình chưa đúng: {reason}."
BROKEN: Final = "tệp không đọc được"
UNKNOWN_FIELD: Final = "không có mục tên {field}"
FIELD: Final = "không hiểu {field}"
PASSWORD_IN_THE_OPEN: Final = "mật khẩu không được gửi qua đường không mã hóa (security)"
UNTRUSTED: Final = (
    "Không xác minh được máy chủ thư {host}; kiểm tra ca ở mục [mail] và giờ của máy."
)
NOT_LET_IN: Final = "Máy chủ thư {host} không nhận user, password ở mục [mail]."
NOT_SEALED: Final = "Máy chủ thư {host} không hỗ trợ cách đăng nhập hoặc mã hóa (security) đã ghi."
NO_SENSE: Final = "Máy chủ thư {host} (cổng {port}) không trả lời đúng; kiểm tra port, security."
NO_SERVER: Final = "Không kết nối được tới máy chủ thư {host} (cổng {port})."
