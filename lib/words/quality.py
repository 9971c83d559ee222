"""The words of Chất lượng số liệu."""

from typing import Final

from lib.sheet import Kind

LOST: Final = "Dòng không được tính"
TO_MEND: Final = "Chỗ cần sửa"
SILENT: Final = "Nơi chưa ghi quá {days} ngày"
TO_MEND_NOTE: Final = "{errors} chỗ chưa được tính do ghi sai, {notices} chỗ nhắc kiểm tra"
LOST_NOTE: Final = "các chỗ còn lại chỉ ảnh hưởng một ô, hoặc chỉ cần kiểm tra"
SILENT_NOTE: Final = "mà còn tiêu chí, nhiệm vụ chưa xong hoặc báo cáo quá hạn"

NONE: Final = "Không có chỗ nào phải sửa trong sổ."
FIRST: Final = "Sửa trước tiên ({agency}): {number} chỗ làm cả trang không được tính"
BROUGHT_ABOUT: Final = (
    "▲ Còn **{number} dòng** chưa được tính vì các chỗ trên: sửa xong thì tự được tính, dòng nào "
    "còn sai sẽ hiện ở đây."
)
STANDING: Final = "{agency} sửa: {number} chỗ"
STANDING_AGENCY: Final = "Cơ quan thường trực"
OWNERS: Final = "Xã, thị trấn, cơ quan sửa: {number} chỗ"
UNCLEAR: Final = "Chưa rõ nơi nhập, {agency} hỏi lại: {number} chỗ"
MORE: Final = "và {number} chỗ khác; sửa những chỗ trên rồi xem tiếp"

WHO: Final = "Nơi sửa"
WHERE: Final = "Ở đâu"
WHAT: Final = "Vấn đề và cách sửa"
DO: Final = "Cần làm:"
EFFECT: Final = "Hậu quả"
WRITTEN: Final = "Dòng đang ghi"

SHEET_LOST: Final = "Cả trang không được tính"
ROW_LOST: Final = "Dòng không được tính"
CELL_LOST: Final = "Dòng được tính, ô này coi như trống"
COLUMN_LOST: Final = "Cột sau không được đọc"
READ_AS_COMMON: Final = "Trang được đọc như trang chung, dòng nào cũng phải ghi tên đơn vị"
DEFAULT_USED: Final = "Dùng giá trị mặc định"
NOT_MET: Final = "Dòng được tính, nhưng không coi là đạt"
REFUSED: Final = "Tính là thẩm định chưa đạt"
OBSTACLE_ALONE: Final = "Khó khăn, kiến nghị vẫn được nêu, không gắn với mã nào"
MERGER_LOST: Final = "Dòng được tính, việc sáp nhập thì chưa"
NAME_LOST: Final = "Dòng được tính, tên này thì không"
SCOPE_LOST: Final = "Tên này không được tính; không còn tên nào đúng thì áp dụng cho tất cả"
DUE_LOST: Final = {
    Kind.CRITERION: "Hạn lấy theo ngày kết thúc kế hoạch; chưa đạt thì coi là nguy cơ chậm",
    Kind.TASK: "Hạn lấy theo ngày kết thúc kế hoạch",
}
NOT_YET: Final = "Chưa tính cho đến ngày đã ghi"
NOT_OWED: Final = "Không phải việc của nơi này, không tính vào đâu"
COUNTED: Final = "Vẫn được tính"
REPLACED: Final = "Dòng này không tính, dòng dưới thay thế"
EMPTY: Final = "(trống)"
WHOLE_SHEET: Final = "trang «{worksheet}»"
COLUMN_OF_SHEET: Final = "cột «{column}» ở trang «{worksheet}»"
GAPS_MORE: Final = "{number} chỗ khác"
NOTHING_LOGGED: Final = "▲ Đến ngày **{day}** chưa có dòng nào ở trang «Tiến độ» được tính: việc đã qua hạn hiện là quá hạn, còn lại là chưa báo cáo."
NOTHING_LOGGED_RIBBON: Final = "CHƯA CÓ DÒNG TIẾN ĐỘ NÀO ĐẾN NGÀY {day}"
SETTING: Final = "giá trị «{value}» ở trang «Cấu hình»"
READ_AS_BLANK: Final = "▲ Không có hoặc không đọc được {names}: đang coi như để trống. Nếu do sơ suất, ghi lại theo mẫu."
READ_AS_BLANK_RIBBON: Final = "COI NHƯ ĐỂ TRỐNG: {names}"
GAPS: Final = "▲ Sổ thiếu {gaps}: số liệu, đèn và hạng **chưa đủ căn cứ**."
GAPS_LINK: Final = "Xem cách sửa"
GAPS_RIBBON: Final = "SỐ LIỆU CHƯA ĐỦ CĂN CỨ – sổ thiếu {gaps}"

LATER: Final = (
    "Có {number} dòng ghi ngày sau {day} (muộn nhất {newest}), chưa được tính ở ngày này; nếu ghi nhầm "
    "ngày tháng thì sửa lại."
)
UNREAD: Final = (
    "▲ Không đọc trang {titles} vì tên không phải tên trang của sổ theo dõi. Nếu có số liệu ở đó, "
    "đổi lại tên trang theo mẫu."
)
SILENCE: Final = "{number} nơi chưa ghi quá {days} ngày"
SILENCE_NOTE: Final = "Tính từ dòng mới nhất ở trang Tiến độ đến ngày {day}, lâu nhất xếp trước."
OWNER: Final = "Nơi ghi"
LAST: Final = "Ghi gần nhất"
DAYS: Final = "Số ngày"
NEVER: Final = "Chưa ghi lần nào"
STALE: Final = "Tiêu chí có số liệu cũ"
ENTRIES: Final = "Số dòng đã ghi"
