"""The words of the official report, in the form and style of Nghị định 30/2020/NĐ-CP."""

from typing import Final

from lib.assess import Light

# Head
STATE: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
GAP: Final = "………………………"
"""What is left to fill in."""
NUMBER: Final = "Số: ……/BC-{sign}"
SIGN: Final = "……"
PLACE_AND_DATE: Final = "{place}, ngày …… tháng …… năm {year}"
PLACE: Final = "………"
REPORT: Final = "BÁO CÁO"
TO: Final = "Kính gửi: {recipient}."
TO_SEVERAL: Final = "Kính gửi:"
TO_COMMITTEE: Final = "Ủy ban nhân dân {area}"
POLICE: Final = "Công an"
TO_POLICE: Final = "Công an {area}"
AREA_KINDS: Final = (
    *["tỉnh", "thành phố", "thị xã", "thị trấn", "đặc khu"],
    *["quận", "huyện", "phường", "xã"],
)

# Title, by the kind of the reporting period
TITLE: Final = {
    "month": "Kết quả thực hiện {plan} {period}",
    "quarter": "Kết quả thực hiện {plan} {period}",
    "half": "Sơ kết thực hiện {plan} {period}",
    "year": "Tổng kết thực hiện {plan} {period}",
    None: "Kết quả thực hiện {plan}",
}
TITLE_OF: Final = "{title} ({whose})"
"""Where filters are on."""
OF_GROUP: Final = "nhóm {group}"
OF_AGENCY: Final = "phần việc của {agency}"
PERIOD_MARKS: Final = (("half", "6 tháng"), ("quarter", "quý"), ("month", "tháng"), ("year", "năm"))
"""What a period's kind has in its name; the first that is found counts."""
YEAR_OF_PERIOD: Final = " năm "
LONG_DAY: Final = "ngày {day:02d} tháng {month} năm {year}"

# Opening and close
PLAN_SIGN: Final = "{plan} (số {number} ngày {day})"
PLAN_GAP: Final = "……"
OPENING: Final = (
    "Thực hiện {plan}, {agency} báo cáo kết quả {period}(số liệu đến {as_of}, so sánh với "
    "{previous}) như sau:"
)
OPENING_SCOPE: Final = "Số liệu dưới đây chỉ tính {whose}."
CLOSE: Final = "Trên đây là báo cáo kết quả thực hiện {plan}; kính báo cáo để xem xét, chỉ đạo./."
WE: Final = "cơ quan thường trực"

# Sections
GENERAL: Final = "TÌNH HÌNH CHUNG"
BY_GROUP: Final = "KẾT QUẢ THEO NHÓM"
LEADERS: Final = "ĐƠN VỊ DẪN ĐẦU"
BEHIND: Final = "ĐƠN VỊ CHẬM VÀ LÝ DO"
REPORTS: Final = "CHẾ ĐỘ BÁO CÁO"
TASKS: Final = "NHIỆM VỤ QUÁ HẠN THEO CƠ QUAN"
CHANGES: Final = "THAY ĐỔI SO VỚI KỲ TRƯỚC"
REQUESTS: Final = "ĐỀ NGHỊ"

LIGHTS: Final = (
    "Có {units} đơn vị được theo dõi, trong đó: {lights}. Kỳ trước ({previous}): {lights_before}."
)
LIGHT: Final = {
    Light.GREEN: "{number} đơn vị đèn xanh",
    Light.AMBER: "{number} đơn vị đèn vàng",
    Light.RED: "{number} đơn vị đèn đỏ",
    Light.GREY: "{number} đơn vị đèn xám (chưa báo cáo, chưa có gì đến hạn)",
}
MET: Final = (
    "Đã đạt {share} lượt tiêu chí ({percent}), trong đó {appraised} lượt đã được thẩm định; "
    "kỳ trước đạt {share_before} lượt ({percent_before})."
)
OVERDUE: Final = (
    "Còn {number} mục quá hạn, gồm {criterion} tiêu chí, {task} nhiệm vụ và {report} báo cáo; kỳ "
    "trước {before} mục. Trong {days} ngày tới có {soon} mục đến hạn."
)
ON_TIME: Final = (
    "Trong {due} báo cáo đã qua ngày cuối của hạn, có {on_time} báo cáo gửi đúng hạn ({percent}){among}, "
    "{late} báo cáo gửi trễ, {missing} báo cáo chưa gửi."
)
NO_REPORTS: Final = "Chưa có báo cáo nào qua ngày cuối của hạn."
STALE: Final = (
    "Có {cells} lượt tiêu chí chưa đạt mà quá {days} ngày không cập nhật; số liệu của sổ theo dõi "
    "còn {errors} chỗ chưa được tính do ghi sai."
)

GROUPS_TABLE: Final = "Kết quả theo nhóm đơn vị"
SECTIONS_TABLE: Final = "Kết quả theo nhóm tiêu chí"
UNITS: Final = "Số đơn vị"
RATE: Final = "Tỷ lệ"
AGENCIES: Final = "Các cơ quan"
TOTAL: Final = "Cộng"
SECTION: Final = "Nhóm tiêu chí"
NO_SECTION: Final = "Chưa xếp nhóm"

LEADER: Final = (
    "{unit} (hạng {rank}: {share} tiêu chí, tiến độ {progress}, báo cáo đúng hạn {rate})"
)
LEADERS_OF: Final = "Nhóm {group}: {units}."
NOBODY: Final = "Nhóm {group}: chưa có đơn vị nào được xếp hạng."
NO_UNITS: Final = "Không có đơn vị nào trong phạm vi báo cáo."
RED: Final = "Có {number} trên {total} đơn vị đèn đỏ:"
RED_UNIT: Final = "{unit} (nhóm {group}, hạng {rank}, đạt {share} tiêu chí): {reason}"
MORE: Final = "Còn {number} đơn vị khác, xem Phụ lục {annex}."
MORE_ITEMS: Final = "Còn {number} nhiệm vụ khác, xem Phụ lục {annex}."
AMBER: Final = "Ngoài ra có {number} đơn vị đèn vàng: {units}."

PERIOD: Final = "{title} (hạn {due}): {on_time} đúng hạn, {late} gửi trễ, {missing} chưa gửi{who}."
WHO: Final = ", gồm {names}"
LOWEST: Final = "Nơi có tỷ lệ báo cáo đúng hạn thấp nhất: {names}."
NO_OVERDUE: Final = "Không có việc nào quá hạn."
OVERDUE_TASKS: Final = "Nhiệm vụ quá hạn:"
OVERDUE_TASK: Final = "{code} – {title}: {owner}, hạn {due}, quá hạn {days} ngày."
NO_TASKS: Final = "Không có nhiệm vụ nào quá hạn."

UP: Final = "Lên hạng {number} đơn vị: {names}."
DOWN: Final = "Xuống hạng {number} đơn vị: {names}."
MERGED: Final = "Sáp nhập: {merged}."
NEWLY_MET: Final = "Mới đạt {number} lượt tiêu chí: {names}."
LOST: Final = "Không còn đạt {number} lượt tiêu chí: {names}."
NEWLY_OVERDUE: Final = "Mới quá hạn {number} mục: {names}."
CLEARED: Final = "Hết quá hạn {number} mục: {names}."
NO_CHANGES: Final = "Không có thay đổi về thứ hạng, tiêu chí đạt và mục quá hạn."
ASKED: Final = "Đề nghị các đơn vị, cơ quan giải trình, hoàn thành các việc sau:"
NO_REQUESTS: Final = "Các đơn vị, cơ quan tiếp tục thực hiện theo kế hoạch."

# Foot
SENT_TO: Final = "Nơi nhận:"
RECEIVERS: Final = ("Như trên", "Các đơn vị, cơ quan liên quan")
ON_FILE: Final = "Lưu: VT"
KEPT: Final = "lưu"
"""How a line of the receivers begins that says where a copy is kept."""

# Annexes
ANNEX: Final = "Phụ lục {number}"
ANNEX_OF: Final = "(Kèm theo Báo cáo số ……/BC-{sign} ngày …… tháng …… năm {year} của {agency})"
RANKING: Final = "XẾP HẠNG CÁC ĐƠN VỊ"
MATRIX: Final = "TÌNH HÌNH TỪNG ĐƠN VỊ THEO TỪNG TIÊU CHÍ"
OVERDUE_LIST: Final = "DANH SÁCH QUÁ HẠN"
CALENDAR: Final = "TÌNH HÌNH BÁO CÁO ĐỊNH KỲ"
CHART: Final = "Biểu đồ xếp hạng nhóm {group}"
CHART_FIRST: Final = "Biểu đồ xếp hạng nhóm {group}: {shown} đơn vị đầu trong {number} đơn vị"
CHART_NOTE: Final = (
    "Thanh đậm: tỷ lệ điểm tiêu chí đạt; thanh nhạt: tiến độ chung; bên phải: tiêu chí đạt, tiến "
    "độ, thay đổi hạng. Đèn: ● xanh, ▲ vàng, ■ đỏ, ○ xám."
)
CHART_ALT: Final = "Biểu đồ thanh xếp hạng nhóm {group}: {units}. Số liệu ở bảng kèm theo."
CHART_UNIT: Final = "{rank}. {unit} đạt {share}, tiến độ {progress}"
GROUP_TABLE: Final = "Nhóm {group}"
LEGEND: Final = "Chú giải: {marks}."
CRITERIA: Final = "Tên tiêu chí"
CODES: Final = "{first} đến {last}"
NOT_ALL: Final = "Phụ lục in {shown} dòng đầu trong {number} dòng; đủ tất cả ở bảng tính kèm theo."
NONE_HERE: Final = "Không có mục nào."
LATE_BY: Final = "trễ {days}"
REPORT_LEGEND: Final = (
    "Chú giải: ✔ gửi đúng hạn; trễ n: gửi trễ n ngày; ■ n: chưa gửi, quá hạn n ngày; "
    "▲ sắp đến hạn; → chưa đến hạn; ô trống: không phải gửi."
)

# Heads of the annexes' tables
ON_TIME_SHORT: Final = "Đúng hạn"
