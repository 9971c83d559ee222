"""The words of the meeting's slides: titles, the directions proposed, the controls."""

from typing import Final

STATE_TITLE: Final = "Tình hình chung: {red} đơn vị đỏ trên {total}"
STATE_TITLE_NO_RED: Final = "Tình hình chung: không có đơn vị đỏ"
NOTHING_GIVEN: Final = "Không còn việc nào giao trước đó chưa xong."
RANKING_OF: Final = "Xếp hạng: {groups}"
BARS: Final = "Tỷ lệ đạt (đậm), tiến độ (nhạt), mức cần đạt đến nay (vạch)"
MOVED_TITLE: Final = "Từ ngày {day}: {up} đơn vị lên hạng, {down} xuống hạng"
MOVERS_ONLY: Final = "Chỉ vẽ những đơn vị đổi hạng nhiều nhất."
MERGED_MARK: Final = "◆ Đơn vị đã sáp nhập, đường kẻ dẫn đến đơn vị nhận; mũi tên so với hạng kỳ trước không kể các đơn vị này."
MOVES_TABLE: Final = "{group}: đơn vị đổi hạng"
RANK_THEN: Final = "Hạng kỳ trước"
RANK_NOW: Final = "Hạng kỳ này"
MATRIX_TABLE: Final = "Từng tiêu chí: số đơn vị đạt và đơn vị quá hạn"
WORST_ONLY: Final = "Chỉ vẽ những đơn vị quá hạn nhiều nhất và những tiêu chí ít đơn vị đạt nhất."
WHO: Final = "Đơn vị quá hạn"
RANKING_TABLE: Final = "{group}, phần {part}"
AGENCIES_TITLE: Final = "Quá hạn theo cơ quan theo dõi: {number} mục"
NO_AGENCIES: Final = "Không có mục nào quá hạn"
NO_AGENCIES_MORE: Final = "Mọi tiêu chí, nhiệm vụ, báo cáo đến hạn đều đã hoàn thành."
AGENCIES_TABLE: Final = "Các cơ quan có mục quá hạn đang theo dõi"
LONGEST: Final = "Lâu nhất"
OF_CHOSEN: Final = "{chosen} – {title}"
ITEM: Final = "{code} – {title} (quá {days} ngày)"
REPORT: Final = "báo cáo {period}"
MORE: Final = "và {number} mục khác"
NO_AGENCY: Final = "Chưa phân công theo dõi"
BEYOND: Final = "Còn {number} dòng nữa, xem ở các trang của bảng theo dõi."
NOTHING_CHANGED: Final = "So với kỳ trước, không đơn vị nào đổi hạng, không mục nào đổi trạng thái."
NOTHING_CHANGED_HERE: Final = "So với kỳ trước, không mục nào đổi trạng thái."

DIRECTIONS_TITLE: Final = "Đề nghị chỉ đạo: xong chậm nhất {day}, {why}"
NEXT_REPORT: Final = "hạn báo cáo kỳ tới"
IN_A_WEEK: Final = "sau một tuần"
NO_DIRECTIONS: Final = "Không có việc phải chỉ đạo thêm"
NO_DIRECTIONS_MORE: Final = "Không đơn vị nào đỏ, không mục nào quá hạn."
NO_DIRECTIONS_HERE: Final = "Không mục nào quá hạn."
DIRECTIONS_TABLE: Final = "Đơn vị, cơ quan phải giải trình hoặc thực hiện"
WHAT: Final = "Việc phải làm"
UNTIL: Final = "Chậm nhất"
EXPLAIN: Final = "Giải trình và khắc phục: {items}"
FINISH: Final = "Hoàn thành: {items}"

CHASED_BY: Final = "Đôn đốc"
WHOM: Final = "Nơi phải làm"
ACTIONS_TABLE: Final = "Việc phải làm, cơ quan đôn đốc và nơi phải làm"
ALL_UNITS: Final = "tất cả {number} đơn vị"
RED_EXPLAIN: Final = "Giải trình của {number} đơn vị đèn đỏ"
LATE_ITEM: Final = "{name} (quá {days} ngày)"
FINISH_TASKS: Final = "Hoàn thành {number} nhiệm vụ quá hạn"
SEND_REPORTS: Final = "Gửi {number} báo cáo còn nợ"

POSITION: Final = "{number}/{total}"
RETURN: Final = "Trở lại {number}/{total}"
PREVIOUS: Final = "Trang trước"
NEXT: Final = "Trang sau"
FIRST: Final = "Trang đầu"
LAST: Final = "Trang cuối"
FULL_SCREEN: Final = "Toàn màn hình"
FIND: Final = "Gõ số trang hoặc tên đơn vị"
NOBODY_CALLED: Final = "Không có đơn vị nào tên “{name}”."
PRINT: Final = "In cả bộ hoặc lưu thành tệp PDF"
PRINTING: Final = "Đang chuẩn bị bản in, mỗi trang trình chiếu một trang giấy nằm ngang."
BACK: Final = "Trở lại trình chiếu"
LEAVE: Final = "Thoát"
TURNING: Final = "Tự chuyển"
TURNING_OFF: Final = "Không tự chuyển"
TURNING_EVERY: Final = "{seconds} giây"

KEYS_TITLE: Final = "Các phím dùng khi trình chiếu"
KEYS_CLOSE: Final = "Đóng"
KEYS: Final = (
    ("→ ↓ Enter, dấu cách", NEXT),
    ("← ↑", PREVIOUS),
    ("Home, End", "Trang đầu, trang cuối"),
    ("Gõ số", "Đến trang có số ấy"),
    ("Gõ tên đơn vị, Enter", "Đến trang của đơn vị ấy; có dấu hay không đều được"),
    ("B", "Tắt màn hình; phím bất kỳ để bật lại"),
    ("F", FULL_SCREEN),
    ("Ctrl + P", PRINT),
    ("?", "Xem các phím này"),
    ("Esc", LEAVE),
)

UNIT_TITLE: Final = "{unit} ({group}): đèn {light}, quá hạn {overdue} mục"
UNIT_TABLE: Final = "Việc {unit} phải làm"
NOTHING_OWED: Final = "Không còn việc nào phải làm."
