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
    "Thực hiện {plan}, {agency} báo cáo kết quả {period}(số liệu đến {as_of}{compared}) như sau:"
)
OPENING_COMPARED: Final = ", so sánh với {previous}"
OPENING_SCOPE: Final = "Số liệu dưới đây chỉ tính {whose}."
CLOSE: Final = "Trên đây là báo cáo kết quả thực hiện {plan}; kính báo cáo để xem xét, chỉ đạo./."
WE: Final = "cơ quan thường trực"

# Sections
GENERAL: Final = "TÌNH HÌNH CHUNG"
BY_GROUP: Final = "KẾT QUẢ THEO NHÓM"
REPORTS: Final = "CHẾ ĐỘ BÁO CÁO"
REQUESTS: Final = "ĐỀ NGHỊ"

# Parts of sections
TABLES: Final = "Kết quả theo nhóm đơn vị, nhóm tiêu chí"
TABLES_OF_UNIT: Final = "Kết quả theo nhóm tiêu chí"
LEADERS: Final = "Đơn vị dẫn đầu"
RANK: Final = "Xếp hạng"
BEHIND: Final = "Đơn vị chậm và lý do"
LIGHT_REASON: Final = "Đèn và lý do"
TASKS: Final = "Mục quá hạn theo cơ quan theo dõi"
CHANGES: Final = "Thay đổi so với kỳ trước"

AND: Final = " và "
LIGHTS: Final = "Có {units} đơn vị được theo dõi, trong đó: {lights}."
LIGHTS_BEFORE: Final = " Kỳ trước ({previous}): {lights}."
UNIT_LIGHT: Final = "{unit} đang ở đèn {light}."
UNIT_LIGHT_BEFORE: Final = " Kỳ trước ({previous}): đèn {light}."
FOLLOWS: Final = "{agency} theo dõi {number} tiêu chí của {units} đơn vị."
FOLLOWS_NONE: Final = "{agency} không theo dõi tiêu chí nào."
LIGHT: Final = {
    Light.GREEN: "{number} đơn vị đèn xanh",
    Light.AMBER: "{number} đơn vị đèn vàng",
    Light.RED: "{number} đơn vị đèn đỏ",
    Light.GREY: "{number} đơn vị đèn xám (chưa báo cáo, chưa có gì đến hạn)",
}
NO_RED: Final = "không có đơn vị đèn đỏ"
MET: Final = "Đã đạt {share} lượt tiêu chí ({percent}), {appraised}"
APPRAISED: Final = "trong đó {number} lượt đã được thẩm định"
NONE_APPRAISED: Final = "chưa lượt nào được thẩm định"
NONE_MET: Final = "Chưa đạt lượt nào trong {total} lượt tiêu chí"
MET_BEFORE: Final = "; kỳ trước đạt {share} lượt ({percent})"
NONE_MET_BEFORE: Final = "; kỳ trước chưa đạt lượt nào"
OVERDUE: Final = "Còn {number} mục quá hạn, gồm {kinds}"
OVERDUE_KIND: Final = "Còn {kind} quá hạn"
NOTHING_OVERDUE: Final = "Không có mục nào quá hạn"
OVERDUE_BEFORE: Final = "; kỳ trước {number} mục"
NOTHING_OVERDUE_BEFORE: Final = "; kỳ trước không có mục nào quá hạn"
SOON: Final = "Trong {days} ngày tới có {number} mục đến hạn."
NOTHING_SOON: Final = "Trong {days} ngày tới không có mục nào đến hạn."
ON_TIME: Final = "Trong {due} báo cáo đã qua ngày cuối của hạn, {parts}."
SENT_ON_TIME: Final = "có {number} báo cáo gửi đúng hạn ({percent}){among}"
NONE_ON_TIME: Final = "không có báo cáo nào gửi đúng hạn"
SENT_LATE: Final = "{number} báo cáo gửi quá hạn"
NOT_SENT: Final = "{number} báo cáo chưa gửi"
NO_REPORTS: Final = "Chưa có báo cáo nào qua ngày cuối của hạn."
STALE: Final = "Có {cells} lượt tiêu chí chưa đạt mà quá {days} ngày không cập nhật."
ERRORS: Final = "Sổ theo dõi còn {errors} chỗ chưa được tính do ghi sai."
ERRORS_WHOLE: Final = "Cả sổ theo dõi còn {errors} chỗ chưa được tính do ghi sai."

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
RANK_OF: Final = "Nhóm {group}, trong {number} đơn vị: {unit}."
NOT_RANKED: Final = "{unit} chưa được xếp hạng."
NOTHING_MET: Final = "Nhóm {group}: chưa đơn vị nào đạt tiêu chí nào."
NOBODY: Final = "Nhóm {group}: chưa có đơn vị nào được xếp hạng."
NO_UNITS: Final = "Không có đơn vị nào trong phạm vi báo cáo."
RED: Final = "Có {number} trên {total} đơn vị đèn đỏ:"
RED_UNIT: Final = "{unit} (nhóm {group}, hạng {rank}, đạt {share} tiêu chí): {reason}"
MORE: Final = "Còn {number} đơn vị khác, xem Phụ lục {annex}."
LATE: Final = "Có {number} trên {total} đơn vị có mục quá hạn:"
LATE_UNIT: Final = "{unit}: {reason}"
NOBODY_LATE: Final = "Không có đơn vị nào có mục quá hạn."
MORE_ITEMS: Final = "Còn {number} nhiệm vụ khác, xem phụ lục Danh sách quá hạn."
AMBER: Final = "Ngoài ra có {number} đơn vị đèn vàng: {units}."

PERIOD: Final = "{title} (hạn {due}): {parts}."
PERIOD_ON_TIME: Final = "{number} đúng hạn"
PERIOD_LATE: Final = "{number} gửi quá hạn"
PERIOD_MISSING: Final = "{number} chưa gửi, gồm {names}"
LOWEST: Final = "Nơi có tỷ lệ báo cáo đúng hạn thấp nhất: {names}."
NO_OVERDUE: Final = "Không có việc nào quá hạn."
NO_DAYS_GIVEN: Final = "Sổ theo dõi chưa ghi ngày giao của nhiệm vụ nào."
OVERDUE_TASKS: Final = "Nhiệm vụ quá hạn:"
OTHER_TASKS: Final = "Nhiệm vụ khác quá hạn:"
OVERDUE_TASK: Final = "{code} – {title}: {owners}, hạn {due}, quá hạn {days} ngày."
NO_TASKS: Final = "Không có nhiệm vụ nào quá hạn."
NO_OTHER_TASKS: Final = "Không có nhiệm vụ nào khác quá hạn."

CHANGED: Final = "So với kỳ trước ({previous}):"
UP: Final = "Lên hạng {number} đơn vị: {names}."
DOWN: Final = "Xuống hạng {number} đơn vị: {names}."
MERGED: Final = "Sáp nhập {merged}."
NEWLY_MET: Final = "Mới đạt {number} lượt tiêu chí: {names}."
LOST: Final = "Không còn đạt {number} lượt tiêu chí: {names}."
NEWLY_OVERDUE: Final = "Mới quá hạn {number} mục: {names}."
CLEARED: Final = "Hết quá hạn {number} mục: {names}."
NOT_COMPARED: Final = "Kỳ trước ({day}) thuộc kế hoạch trước, không so sánh."
NO_CHANGES: Final = "So với kỳ trước không có thay đổi về thứ hạng, tiêu chí đạt và mục quá hạn."
ASKED: Final = "Đề nghị các đơn vị, cơ quan hoàn thành các việc sau chậm nhất ngày {day}:"
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
CHANGED_LIST: Final = "ĐƠN VỊ, CƠ QUAN QUÁ HẠN HOẶC CÓ THAY ĐỔI"
CHANGED_NOTE: Final = "Chỉ ghi đơn vị {why}: {number}; đủ tất cả ở bảng tính kèm theo."
CHANGED_OF_ALL: Final = "{number} trên {all} đơn vị"
CHANGED_NONE: Final = "không có đơn vị nào"
LISTED_LATE: Final = "có mục quá hạn"
LISTED_RED: Final = "đèn đỏ, có mục quá hạn"
LISTED_CHANGED: Final = "mất tiêu chí đã đạt hoặc hết quá hạn từ ngày {previous}"
LISTED_TURNED: Final = "đổi đèn"
LATE_CALENDAR: Final = "NƠI CHƯA GỬI BÁO CÁO, GỬI QUÁ HẠN"
LATE_CALENDAR_NOTE: Final = (
    "Chỉ ghi nơi còn báo cáo chưa gửi, hoặc gửi quá hạn báo cáo đến hạn từ ngày {previous}; đủ tất cả ở "
    "bảng tính kèm theo."
)
LIGHT_THEN: Final = "Đèn kỳ trước"
LIGHT_NOW: Final = "Đèn kỳ này"
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
LATE_BY: Final = "chậm {days}"
REPORT_LEGEND: Final = (
    "Chú giải: ✔ gửi đúng hạn; chậm n: gửi quá hạn n ngày; ■ n: chưa gửi, quá hạn n ngày; "
    "▲ sắp đến hạn; → chưa đến hạn; ô trống: không phải gửi."
)

# Heads of the annexes' tables
ON_TIME_SHORT: Final = "Đúng hạn"
