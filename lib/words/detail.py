"""The words of Đơn vị and Cơ quan: one owner, its items, their history."""

from typing import Final

ROW: Final = "trang\u00a0«{worksheet}», dòng\u00a0{row}"
CELL: Final = "trang\u00a0«{worksheet}», ô\u00a0{cell}"

# Choosing
CHOOSE_UNIT: Final = "Chọn một đơn vị"
CHOOSE_UNIT_NOTE: Final = "Bấm vào tên, hoặc tìm ở bộ lọc."
UNITS_BETWEEN: Final = "Các đơn vị từ {first} đến {last}"
MANY_UNITS: Final = "{most} đơn vị đầu trên {number}; tìm đơn vị khác ở bộ lọc."
CHOOSE_AGENCY: Final = "Chọn một cơ quan"
GONE: Final = "{unit} không có hiệu lực vào ngày {day}"
GONE_INTO: Final = "{unit} đã sáp nhập vào {successor} sau ngày {last}."
GONE_SINCE: Final = "{unit} có hiệu lực đến hết ngày {last}."
NOT_YET: Final = "{unit} có hiệu lực từ ngày {first}."
SEE_CRITERION: Final = "Xem {code} ở mọi đơn vị"
SEE_SUCCESSOR: Final = "Xem {successor}"
SEE_LAST_DAY: Final = "Xem {unit} ngày {last}"

# Obstacles
OBSTACLES: Final = "Khó khăn, kiến nghị đã nêu ({number})"
NEWEST_OBSTACLES: Final = "Khó khăn, kiến nghị đã nêu: {shown} mới nhất trên {number}"
OBSTACLES_TABLE: Final = "Khó khăn, kiến nghị, mới nhất trước"
OBSTACLE: Final = "Khó khăn, kiến nghị"
OBSTACLE_OF: Final = "Nơi nêu"
ABOUT: Final = "Về"
GENERAL: Final = "Chung"

# Figures
RANK: Final = "Hạng trong nhóm"
PLACES: Final = "{places} bậc"
PROGRESS: Final = "Tiến độ chung"
APPRAISED_NOTE: Final = "{appraised} đã thẩm định"

# What to do now
TO_DO: Final = "Phải làm ngay: {told}"
TO_DO_OVERDUE: Final = "{number} mục quá hạn"
TO_DO_SOON: Final = "{number} mục sắp đến hạn"
TO_DO_ROWS: Final = "{number} chỗ ghi sai trong sổ"
TO_DO_NOTHING: Final = "Không có việc nào quá hạn, sắp đến hạn hay ghi sai"
TO_DO_TABLE: Final = "Việc phải làm ngay của {owner}"
WRONG_ROWS: Final = "Chỗ {owner} ghi sai trong sổ"
WAY_OUT: Final = "Nếu {what} thì đèn đỏ chuyển sang vàng."
FINISH: Final = "hoàn thành {items}"
FINISH_MORE: Final = "{number} mục quá hạn khác"
FINISH_ANY: Final = "{number} trong {total} mục quá hạn"
AND: Final = " và "

# What is missing
MISSING: Final = "Còn {number} tiêu chí để đạt điển hình"
MISSING_MANDATORY: Final = "Còn {number} tiêu chí để đạt điển hình, trong đó {mandatory} bắt buộc"
OF_AGENCY: Final = "{text} (tiêu chí do {agency} theo dõi)"
NO_CRITERIA: Final = "Không có tiêu chí nào áp dụng"
MISSING_REST: Final = (
    "Trong đó {number} tiêu chí đã nêu ở trên; còn lại bắt buộc xếp trước, rồi theo hạn."
)
MISSING_ALL_ABOVE: Final = "Đều đã nêu ở trên."
MISSING_ORDER: Final = "Bắt buộc xếp trước, rồi theo hạn."
LAST_EVIDENCE: Final = "Minh chứng gần nhất"
SO_FAR: Final = "Đến nay {progress}."
MISSING_NONE: Final = "Đã đạt đủ {number} tiêu chí"
MANDATORY: Final = "bắt buộc"

# Each criterion
MET_NOT_APPRAISED: Final = "Đã đạt {number} tiêu chí, trong đó {waiting} chưa được thẩm định"
MET_ALL_APPRAISED: Final = "Đã đạt {number} tiêu chí, đều đã được thẩm định"
CRITERIA_TABLE: Final = "Từng tiêu chí đã đạt với tự đánh giá, thẩm định và minh chứng"
SELF: Final = "Tự đánh giá"
APPRAISAL: Final = "Thẩm định"
REACHED: Final = "Đạt"
NOT_REACHED: Final = "Chưa đạt"
UNDER_WAY: Final = "Mới"
DIFFERS: Final = "khác thẩm định"
BUT_REFUSED: Final = "{word} (thẩm định chưa đạt)"
INHERITED: Final = "theo đơn vị cũ"

# Tasks and reports
REST: Final = "Nhiệm vụ và báo cáo khác: {told}"
REST_OPEN: Final = "{number} trong hạn"
REST_DONE: Final = "{number} đã xong"
OWED_TABLE: Final = "Nhiệm vụ và báo cáo của {owner}"
NO_TASKS: Final = "Không có nhiệm vụ hay báo cáo nào được giao."

# Rank over time
RANK_TITLE: Final = "Hạng qua các tháng: từ {first} đến {last} trong nhóm {group}"
RANK_STEADY: Final = "Hạng qua các tháng: giữ hạng {last} trong nhóm {group}"
RANK_ALT: Final = "Biểu đồ đường, hạng cao ở trên: {points}."
RANK_POINT: Final = "{day} hạng {rank}"

# Predecessors
BEFORE_MERGER: Final = "Trước khi sáp nhập"
MERGER_NOTE: Final = (
    "{unit} thành lập ngày {day} từ {units}. Tiêu chí nào {unit} chưa tự ghi từ ngày sáp nhập thì "
    "lấy theo kết quả thấp nhất của các đơn vị cũ."
)
MERGER_NOTE_NO_DAY: Final = (
    "{unit} tiếp nhận {units}. Tiêu chí nào {unit} chưa tự ghi từ ngày sáp nhập thì lấy theo kết "
    "quả thấp nhất của các đơn vị cũ và của chính {unit} trước đó."
)
RENEWED_NOTE: Final = (
    "Từ ngày {day} {unit} được tính là đơn vị mới cùng tên. Tiêu chí nào chưa ghi lại từ ngày đó "
    "thì lấy theo kết quả trước đó."
)
LAST_DAY: Final = "Ngày cuối"

# One item
ITEM_UNKNOWN: Final = "{owner} không được giao mục {code}."
CLOSE: Final = "Đóng mục này"
WRITTEN_AT: Final = "Nêu tại"
GIVEN: Final = "Ngày giao"
PARTNERS: Final = "Phối hợp"
BASIS: Final = "Căn cứ"
HISTORY_TABLE: Final = "Lịch sử ghi nhận {code}, mới nhất trước"
NO_HISTORY: Final = "Chưa có dòng nào ghi về mục này đến ngày {day}."
ENTRY_WHAT: Final = "Ghi nhận"
RESULT: Final = "Kết quả"
AUTHOR: Final = "Người ghi"
WHERE: Final = "Trong sổ"
COMPLETED: Final = "Cơ quan thường trực ghi hoàn thành"
