"""The words of the shell: page names, filters, freshness, and what is said when nothing is left."""

from typing import Final

APP: Final = "Theo dõi tiến độ"
DEFAULT_PLAN: Final = "Kế hoạch chưa đặt tên"

PAGE: Final = {
    "tong-quan": ("Tổng quan", "Tình hình chung trong một màn hình"),
    "xep-hang": ("Xếp hạng", "Đơn vị nào đang dẫn đầu, đơn vị nào tụt lại"),
    "den-tin-hieu": ("Đèn tín hiệu", "Từng đơn vị theo từng tiêu chí"),
    "tieu-chi": ("Tiêu chí", "Từng tiêu chí: ai đạt, ai chậm, vì sao, ai đôn đốc"),
    "han": ("Hạn & quá hạn", "Việc quá hạn, sắp đến hạn và nội dung nhắc việc"),
    "don-vi": ("Đơn vị", "Chi tiết một đơn vị"),
    "co-quan": ("Cơ quan", "Chi tiết một cơ quan"),
    "chat-luong": ("Chất lượng số liệu", "Dòng nào trong sổ cần sửa"),
    "cach-tinh": ("Cách tính", "Mỗi con số được tính như thế nào"),
    "trinh-chieu": ("Trình chiếu", "Chiếu tại cuộc họp"),
    "ket-luan": ("Kết luận họp", "Sửa, chốt việc giao tại cuộc họp; lấy ra sổ và thông báo"),
    "xuat-bao-cao": ("Xuất báo cáo", "Tải văn bản, bảng tính, lịch"),
}
"""By its address each page's name, and what it is for."""

ILLUSTRATIVE: Final = "DỮ LIỆU MINH HỌA"
ILLUSTRATIVE_MORE: Final = "số liệu dựng để làm mẫu, không dùng để đánh giá"
DATES: Final = "Số liệu đến ngày **{as_of}**, so với **{previous}** · "
FRESHNESS: Final = {
    "read": "Đọc sổ lúc",
    "again": "Đọc lại",
    "lost": "Mất kết nối với máy chủ",
    "lost_since": (
        " từ {moment}. Số liệu trên màn hình là của lần đọc ghi ở trên; trang tự nối lại khi có thể."
    ),
}
READ_OF_TODAY: Final = "Sổ hiện nay đọc lúc"
READING_NOW: Final = "Đang đọc lại sổ."
READ_JUST_NOW: Final = "Vừa đọc xong hoặc đang đọc; thử lại sau ít giây."
STILL_SHOWN: Final = "Đang hiển thị số liệu đọc lúc {moment}."
NOTHING_SHOWN: Final = "Chưa có số liệu nào để hiển thị."
SINCE: Final = "từ {moment}"
FAILURE_TITLE: Final = "Không đọc được sổ"
TO_DO: Final = "Cần làm:"
BEHIND_TITLE: Final = "Có sổ chưa đọc được số liệu mới"
MORE_BEHIND: Final = "Còn {count} sổ khác cũng không đọc được."
NOT_YET_READ: Final = "{count} sổ chưa đến lượt đọc; số liệu đầy đủ dần trong ít phút."

FILTERS: Final = "Bộ lọc"
GROUP: Final = "Nhóm"
UNIT: Final = "Đơn vị"
AGENCY: Final = "Cơ quan"
AS_OF_FILTER: Final = "Ngày số liệu"
PREVIOUS_FILTER: Final = "So với ngày"
ALL_GROUPS: Final = "Tất cả nhóm"
ALL_UNITS: Final = "Tất cả đơn vị"
ALL_AGENCIES: Final = "Tất cả cơ quan"
DATE_OF_SHEET: Final = "{day} (theo sổ)"
DATE_OF_MEETING: Final = "Kỳ trước, theo sổ"
SEARCH: Final = "Tìm đơn vị, cơ quan"
SEARCH_HINT: Final = "Gõ tên, không cần dấu"
SEARCH_NONE: Final = "Không có đơn vị, cơ quan nào tên gần với “{text}”."
FILTERED_BY: Final = "Đang lọc:"
SCOPE_OF_AGENCY: Final = (
    "chỉ tính {number} tiêu chí và các việc cơ quan này theo dõi; đèn và hạng vẫn tính đủ"
)
SCOPE_WITHOUT_CRITERIA: Final = "cơ quan này không theo dõi tiêu chí nào, chỉ tính các việc và báo cáo của cơ quan; đèn và hạng vẫn tính đủ"
CLEAR: Final = "Bỏ lọc"
UNKNOWN: Final = "Không tìm được {names}; đang hiển thị như khi không chọn."
DAYS_THERE: Final = " (chọn được ngày từ {first} đến {last})"
AFTER_SHEET: Final = (
    "▲ Sổ chốt số liệu ngày **{day}**, dòng mới nhất ghi ngày **{newest}**. Xem sau ngày chốt thì "
    "việc chưa kịp ghi vẫn tính là chưa làm."
)
NOTHING_LEFT: Final = "Không có đơn vị nào khớp với bộ lọc đang chọn."
NOT_DRAWN: Final = "(Biểu đồ chưa vẽ xong khi in. Chờ biểu đồ hiện ra rồi in lại.)"
NOTHING_YET: Final = (
    "Sổ chưa đủ để hiển thị trang này. Ghi các đơn vị vào trang «Đơn vị», các tiêu chí vào trang "
    "«Tiêu chí», tiến độ vào trang «Tiến độ»; số liệu tự hiện ra."
)

FIRST_USE_TITLE: Final = "Đang dùng sổ theo dõi mẫu"
FIRST_USE: Final = (
    (
        "Chưa kết nối Google Trang tính nên hệ thống đọc tệp **{file}** đặt cạnh chương trình. "
        "Mở tệp bằng Excel hoặc LibreOffice, sửa và lưu, màn hình đổi theo sau vài giây."
    ),
    (
        "Muốn dùng sổ trên Google Trang tính: cơ quan thường trực kết nối theo mục 5 của Hướng dẫn "
        "sử dụng đi kèm chương trình."
    ),
)

MENU: Final = "Trang · Bộ lọc"

# What Streamlit itself writes in English, as the page script replaces it.
DOWNLOAD_FAILED: Final = "Chưa tạo được tệp. Bấm tải lại; nếu vẫn không được, tải lại trang hoặc báo người quản lý máy chủ."
CHROME: Final = {
    "No results": "Không có kết quả",
    "Open": "Mở danh sách",
    "Add": "Tìm",
    "App pages": "Các trang",
    "Sidebar": "Trang và bộ lọc",
    "Collapse sidebar": "Thu bảng chọn",
    "Expand sidebar": MENU,
    "Clear entry": "Xóa ô tìm",
    "Choose an option": "Chọn",
    "Choose options": "Chọn",
    "Choose or add an option": "Chọn hoặc gõ",
    "Choose or add options": "Chọn hoặc gõ",
    "Choose date": "Chọn ngày",
    "Help": "Giải thích:",
    "Clear value": "Xóa",
    "Show suggestions": "Mở danh sách",
    "empty": "không có dòng nào",
    "Close sidebar": "Đóng bảng chọn",
    "Open sidebar": MENU,
    "Close": "Đóng",
    "Dismiss": "Đóng",
    "Page not found": "Không có trang này",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Địa chỉ không đúng; đang hiển thị trang đầu."
    ),
    "Show data": "Xem số liệu",
    "Show chart": "Xem biểu đồ",
    "Download as PNG": "Tải ảnh PNG",
    "Copy Vega-Lite spec": "Chép mã biểu đồ",
    "Fullscreen": "Toàn màn hình",
    "Close fullscreen": "Thu nhỏ lại",
    "Connecting": "Đang kết nối",
    "Stop": "Dừng",
    "group mark container": "biểu đồ",
    "Running...": "Đang tính…",
    "Clear": "Xóa",
    "Clear search": "Xóa ô tìm",
    "visualization": "biểu đồ",
    "Link to heading": "Liên kết tới mục này",
    "Skip to main content": "Tới nội dung chính",
    "Failed to generate file for download": DOWNLOAD_FAILED,
    "Download failed": DOWNLOAD_FAILED,
    "Request timed out": DOWNLOAD_FAILED,
    "Connection closed": DOWNLOAD_FAILED,
    "Connection error": "Mất kết nối với máy chủ",
    "This app has encountered an error. The original error message is redacted to prevent data "
    "leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click "
    "on 'Manage app' in the lower right of your app).": "Trang này gặp lỗi nên không hiện được. Các "
    "trang khác vẫn xem được; báo người quản trị xem nhật ký chương trình.",
    "Streamlit server is not responding. Are you connected to the internet?": (
        "Máy chủ không trả lời. Trang tự nối lại khi có thể."
    ),
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it "
    "in your terminal:": "Máy chủ đã dừng hoặc mạng bị ngắt. Trang tự nối lại khi có thể.",
}
MORE: Final = {"more": "Xem cả {number} mục", "less": "Thu gọn"}
"""On a phone, below the first of many."""
TABLE_SORTS: Final = "Bấm để xếp theo cột này"
TABLE_SCROLLS: Final = "Bảng số liệu, cuộn ngang để xem hết"

MINE: Final = {
    "bar": "Nơi của tôi",
    "mine": {"don-vi": "Đơn vị của tôi", "co-quan": "Cơ quan của tôi"},
    "remember": {"don-vi": "Đặt làm đơn vị của tôi", "co-quan": "Đặt làm cơ quan của tôi"},
    "device": "Ghi nhớ trên máy này; từ trang nào cũng mở được bằng một lần bấm",
    "forget": "Bấm để thôi ghi nhớ trên máy này",
}
"""The reader's own unit or agency, remembered on the device; by the address of its page."""
