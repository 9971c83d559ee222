"""The words of the recognition dossier: a tờ trình in the form of Nghị định 30/2020/NĐ-CP."""

from typing import Final

# The form
PAPER: Final = "TỜ TRÌNH"
DRAFT: Final = "DỰ THẢO"
NUMBER: Final = "Số: ……/TTr-{sign}"
TITLE: Final = "Đề nghị công nhận {unit} đạt điển hình theo {plan}"
DRAFT_TITLE: Final = "{draft} – {title}"
OPENING: Final = (
    "Thực hiện {plan}, {agency} đã theo dõi, thẩm định kết quả thực hiện các tiêu chí của {unit} "
    "(số liệu đến {as_of}), cụ thể như sau:"
)
OPENING_DRAFT: Final = (
    "Thực hiện {plan}, {agency} tổng hợp kết quả thực hiện các tiêu chí của {unit} (số liệu đến "
    "{as_of}). Đến ngày này {unit} chưa đủ hồ sơ đề nghị công nhận; văn bản này là dự thảo để rà "
    "soát, bổ sung."
)
CLOSE: Final = "Kính trình {recipient} xem xét, quyết định./."
CLOSE_DRAFT: Final = (
    "Dự thảo này chưa phải là văn bản đề nghị công nhận; lập lại sau khi đã bổ sung đủ các nội dung "
    "tại mục I./."
)

# What is missing
MISSING: Final = "NỘI DUNG CÒN THIẾU"
REFUSED: Final = "Thẩm định kết luận chưa đạt {number} tiêu chí:"
NOT_MET: Final = "Chưa đạt {number} tiêu chí:"
NOT_APPRAISED: Final = "Đã đạt nhưng chưa được thẩm định {number} tiêu chí:"
DOUBTS: Final = "Sổ theo dõi còn chỗ chưa đọc được, phải sửa trước khi trình:"
ITEM: Final = "{code} – {title}"
LACKING: Final = "{item}: {reason}"
MET_ON: Final = "ghi nhận ngày {day}."
MISSING_PARTS: Final = "Sổ thiếu {gaps}."
ROWS_LOST: Final = "Trang «{worksheet}» có chỗ ghi sai: {rows}."
UNREAD: Final = "Trang «{worksheet}» chưa được đọc."
ROW: Final = "dòng {row}"
ROWS_MORE: Final = "và {number} dòng khác"

# Results
RESULTS: Final = "KẾT QUẢ THỰC HIỆN TIÊU CHÍ"
ALL_MET: Final = "{unit} (nhóm {group}) đã đạt và được thẩm định đủ {total} tiêu chí áp dụng."
SOME_MET: Final = "{unit} (nhóm {group}) đã đạt {met}/{total} tiêu chí áp dụng, {appraised}."
APPRAISED: Final = "trong đó {number} tiêu chí đã được thẩm định"
NONE_APPRAISED: Final = "chưa tiêu chí nào được thẩm định"
NONE_MET: Final = "{unit} (nhóm {group}) chưa đạt tiêu chí nào trong {total} tiêu chí áp dụng."
WHERE: Final = "Từng tiêu chí với minh chứng và kết quả thẩm định ở Phụ lục I."
WHERE_BOTH: Final = (
    "Từng tiêu chí với minh chứng và kết quả thẩm định ở Phụ lục I, các lần ghi nhận, thẩm định ở "
    "Phụ lục II."
)
NO_EVIDENCE: Final = "Sổ theo dõi chưa ghi minh chứng của {number} tiêu chí đã đạt:"
ERRORS: Final = "Cả sổ theo dõi còn {number} chỗ chưa được tính do ghi sai."
SECTIONS_TABLE: Final = "Kết quả theo nhóm tiêu chí"

# History
HISTORY: Final = "QUÁ TRÌNH THỰC HIỆN"
PAST_TABLE: Final = "Kết quả của {unit} qua các mốc"
LAST_DAY: Final = "{unit} (ngày cuối)"

# Tasks and reports
WORK: Final = "NHIỆM VỤ, CHẾ ĐỘ BÁO CÁO"
TASKS: Final = "Được giao {number} nhiệm vụ: {parts}."
TASK: Final = "{number} {state}"
NO_TASKS: Final = "Không được giao nhiệm vụ nào."
LATE: Final = "Quá hạn hoặc hoàn thành quá hạn {number} mục:"
LATE_ITEM: Final = "{kind} {item}: {reason}"

# What is asked
ASKED: Final = "ĐỀ NGHỊ"
ASK: Final = (
    "{agency} kính đề nghị {recipient} xem xét, công nhận {unit} đạt điển hình theo {plan}."
)

# Annexes
ANNEX_OF: Final = "(Kèm theo Tờ trình số ……/TTr-{sign} ngày …… tháng …… năm {year} của {agency})"
CRITERIA: Final = "TỪNG TIÊU CHÍ: KẾT QUẢ, MINH CHỨNG, THẨM ĐỊNH"
CRITERIA_TABLE: Final = "Từng tiêu chí của {unit}"
BASIS: Final = "Căn cứ"
RESULT: Final = "Kết quả"
EVIDENCE: Final = "Minh chứng (ngày ghi)"
APPRAISAL: Final = "Thẩm định"
INHERITED: Final = "{status} (theo đơn vị cũ)"
UNDER_WAY: Final = "{status}, {progress}"
DATED: Final = "{text} ({day})"
OF_OWNER: Final = "{owner}: {text}"
BY: Final = "{verdict} ngày {day}"
NOT_YET: Final = "Chưa thẩm định"
NOT_AGAIN: Final = "Chưa thẩm định lại"
LOG: Final = "CÁC LẦN GHI NHẬN, THẨM ĐỊNH TỪNG TIÊU CHÍ"
LOG_TABLE: Final = "Các lần ghi nhận, thẩm định của {unit}"
SIDE: Final = "Ghi nhận"
NOTES: Final = "Minh chứng, ghi chú"

# Đơn vị, Xuất báo cáo, and the command
CARD: Final = "Hồ sơ đề nghị công nhận"
COMPLETE: Final = "{unit} đã đạt và được thẩm định đủ {total} tiêu chí: hồ sơ đủ để trình."
INCOMPLETE: Final = "{unit} chưa đủ hồ sơ: {told}. Văn bản ghi DỰ THẢO, nêu tên từng mục còn thiếu."
LACK_REFUSED: Final = "{number} tiêu chí thẩm định chưa đạt"
LACK_NOT_MET: Final = "{number} tiêu chí chưa đạt"
LACK_NOT_APPRAISED: Final = "{number} tiêu chí đạt chưa được thẩm định"
LACK_DOUBTS: Final = "sổ còn chỗ chưa đọc được"
CHOOSE: Final = "Chọn một đơn vị ở bộ lọc để lập hồ sơ của đơn vị ấy."
NOT_FOR: Final = "Hồ sơ chỉ lập được cho đơn vị có tiêu chí áp dụng, do cơ quan thường trực hoặc chính đơn vị ấy lập."
NEEDS_UNIT: Final = "Hồ sơ đề nghị công nhận lập cho một đơn vị: thêm --unit TÊN."
NO_CRITERIA: Final = "Không có tiêu chí nào áp dụng cho {unit}; không ghi tệp nào."
