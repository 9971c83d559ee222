"""The words of the gate: who may look, who is turned away, who can reach the server."""

from typing import Final

TITLE: Final = "Đăng nhập để xem"
NOTE: Final = (
    "Bảng theo dõi này chỉ dành cho lãnh đạo, cơ quan thường trực, các đơn vị và cơ quan có tên "
    "trong sổ."
)
SIGN_IN: Final = "Đăng nhập"
SIGN_OUT: Final = "Đăng xuất"
NOT_NAMED: Final = (
    "Tài khoản **{address}** chưa được phép xem. Đề nghị cơ quan thường trực ghi địa chỉ này vào cột "
    "«Thư điện tử» của đơn vị, cơ quan trong sổ."
)
NO_PROXY: Final = "Hãy mở bảng theo dõi qua cổng đăng nhập của cơ quan."
SEEN_AS: Final = {
    "all": "Đang xem: {address} – xem toàn bộ",
    "own": "Đang xem: {address} – minh chứng, ghi chú, khó khăn chỉ hiện của nơi mình",
    "public": "Bản công khai: chỉ có xếp hạng và đèn tín hiệu",
}
ALONE: Final = "Chỉ máy này mở được bảng theo dõi; máy khác chỉ qua cổng đặt trước nó, nếu có."
REACHED: Final = {
    True: "Máy khác trong mạng mở được bảng theo dõi; ai xem phải được phép.",
    False: "Máy khác trong mạng mở được bảng theo dõi, và ai mở cũng thấy TẤT CẢ: chưa bật đăng nhập.",
}
BASE_PATH: Final = (
    "Bảng theo dõi chỉ chạy ở gốc của một tên máy chủ (https://theodoi.example.vn/), không chạy dưới một "
    "đường dẫn. Cần làm: bỏ đường dẫn gốc trong thiết đặt của máy chủ, đặt tên riêng cho bảng theo dõi."
)
REFUSED: Final = "Không được phép xem."
WRONG: Final = (
    "Mục [access] trong tệp .streamlit/secrets.toml chưa đúng ({reason}) nên chưa ai được xem. Cần "
    "làm: cơ quan thường trực sửa mục này rồi khởi động lại."
)
BROKEN: Final = "tệp không đọc được"
UNKNOWN_FIELD: Final = "có mục không có trong tệp mẫu"
FIELD: Final = "không hiểu mục {field}"
FORWARDED: Final = "với way = proxy phải chạy với biến FORWARDED_ALLOW_IPS để trống, như make run và deploy/install"
PROXY_INCOMPLETE: Final = "thiếu header (một trong các tên nêu ở tệp mẫu) hoặc trusted"
