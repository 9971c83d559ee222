"""What each problem of the sheet means in a plain sentence, and what to do about it."""

from typing import Final

from lib.problem import ProblemCode as P
from lib.problem import Severity

SEVERITY: Final = {Severity.ERROR: "Không được tính", Severity.NOTICE: "Cần kiểm tra"}

PROBLEM: Final = {
    P.MISSING_WORKSHEET: "Sổ thiếu trang bắt buộc “{worksheet}”.",
    P.UNKNOWN_WORKSHEET: "Tên trang “{worksheet}” chỉ gần giống tên một trang của sổ, "
    "nên trang này không được đọc.",
    P.MISPLACED_WORKSHEET: "Trang “{worksheet}” nói khác sổ chính, hoặc là trang riêng của nơi khác, "
    "nên không được đọc trong sổ này.",
    P.MISSING_COLUMN: "Trang thiếu cột bắt buộc “{column}”, nên cả trang không được đọc.",
    P.DUPLICATE_COLUMN: "Cột “{column}” xuất hiện hai lần, chỉ cột đầu tiên được đọc.",
    P.MISSING_VALUE: "Ô “{column}” phải ghi mà đang để trống.",
    P.CELL_ERROR: "Ô “{column}” đang báo lỗi công thức {value}.",
    P.UNKNOWN_NAME: "Không nhận ra “{value}” là đơn vị, cơ quan nào.",
    P.GUESSED_NAME: "Tên “{value}” viết thiếu dấu hoặc thừa chữ, đã hiểu theo tên giống nhất.",
    P.WRONG_WORKSHEET: "Dòng ghi cho “{value}” nằm trong trang riêng của nơi khác.",
    P.UNKNOWN_CODE: "Không có tiêu chí, nhiệm vụ hay kỳ báo cáo mã “{value}”.",
    P.SEVERAL_CODES: "Ô mã “{value}” ghi nhiều mã, nên dòng không được tính.",
    P.UNKNOWN_ITEM: "Trang Cấu hình không có mục “{value}”.",
    P.UNKNOWN_AGENCY: "Cơ quan “{value}” không có trong trang Cơ quan, hiển thị như đã ghi.",
    P.UNREADABLE_DATE: "Không đọc được, hoặc không dùng được, ngày “{value}”.",
    P.GUESSED_DATE: "Ngày “{value}” thiếu năm, đã hiểu là ngày đầu tiên như thế kể từ khi bắt đầu "
    "kế hoạch.",
    P.EARLY_DATE: "Ngày {value} trước Ngày bắt đầu của kế hoạch, nên không được tính.",
    P.FUTURE_DATE: "Ngày {value} ở sau hôm nay.",
    P.UNREADABLE_PERCENT: "Không đọc được tỷ lệ “{value}”.",
    P.AMBIGUOUS_PERCENT: "Số {value} có thể là 1% hoặc 100%, đã tính là 1%.",
    P.UNREADABLE_NUMBER: "Không đọc được, hoặc không dùng được, số “{value}”: đã dùng giá trị "
    "mặc định.",
    P.UNREADABLE_RESULT: "Không hiểu kết quả “{value}”: không tính là đạt, thẩm định không rõ thì "
    "coi là chưa đạt.",
    P.GUESSED_RESULT: "Kết quả “{value}” không có trong danh sách, đã hiểu theo chữ đầu, không tính "
    "là đạt.",
    P.CONTRADICTORY: "Kết quả và tỷ lệ ghi ở dòng này mâu thuẫn nhau, đã tính theo hướng thấp hơn.",
    P.DUPLICATE_DEFINITION: "“{value}” trùng với một tên hoặc mã đã khai báo trước, nên dòng này "
    "không được tính.",
    P.DUPLICATE_ENTRY: "Hai dòng cùng ngày, cùng đơn vị, cùng mã {value}: dòng dưới được tính.",
    P.CIRCULAR_MERGE: "Sáp nhập vào “{value}” tạo thành vòng tròn, không được tính.",
    P.NOT_OWED: "Nơi này không được giao mã {value}.",
}

PROBLEM_REMEDY: Final = {
    P.MISSING_WORKSHEET: "Thêm trang này theo mẫu, hoặc đổi lại tên trang đã bị sửa.",
    P.UNKNOWN_WORKSHEET: "Ghi lại đúng tên trang, trang riêng là “Tiến độ – tên đơn vị”; trang cũ, "
    "trang thừa thì đặt tên khác hẳn.",
    P.MISPLACED_WORKSHEET: "Ghi những dòng ấy vào sổ chính, hoặc vào sổ của nơi ấy, rồi xóa trang này.",
    P.MISSING_COLUMN: "Thêm cột, hoặc sửa tiêu đề cột cho đúng tên.",
    P.DUPLICATE_COLUMN: "Xóa hoặc đổi tên cột thừa.",
    P.MISSING_VALUE: "Điền ô này.",
    P.CELL_ERROR: "Sửa công thức, hoặc nhập thẳng giá trị.",
    P.UNKNOWN_NAME: "Chọn lại tên trong danh sách, hoặc ghi đúng như ở trang Đơn vị, Cơ quan; mỗi "
    "dòng tiến độ, thẩm định chỉ một tên.",
    P.GUESSED_NAME: "Kiểm tra, rồi chọn lại tên trong danh sách.",
    P.WRONG_WORKSHEET: "Chuyển dòng sang trang của nơi đó, hoặc sửa lại tên ở cột Đơn vị.",
    P.UNKNOWN_CODE: "Chọn lại mã trong danh sách thả xuống.",
    P.SEVERAL_CODES: "Tách ra, mỗi dòng một mã.",
    P.UNKNOWN_ITEM: "Dùng đúng tên mục như trong trang mẫu, hoặc xóa dòng.",
    P.UNKNOWN_AGENCY: "Thêm cơ quan vào trang Cơ quan, hoặc sửa lại tên.",
    P.UNREADABLE_DATE: "Nhập một ngày có thật theo thứ tự ngày/tháng/năm, ví dụ 05/09/2024; Ngày "
    "kết thúc phải sau Ngày bắt đầu.",
    P.GUESSED_DATE: "Ghi đủ ngày/tháng/năm.",
    P.EARLY_DATE: "Kiểm tra lại năm; việc đạt từ trước thì ghi bằng ngày đầu tiên của kế hoạch.",
    P.FUTURE_DATE: "Kiểm tra lại ngày.",
    P.UNREADABLE_PERCENT: "Nhập một số từ 0 đến 100.",
    P.AMBIGUOUS_PERCENT: "Ghi rõ 1 hay 100.",
    P.UNREADABLE_NUMBER: "Nhập một số: Điểm lớn hơn 0, Năm từ 2000 đến 2099, mục khác không âm.",
    P.UNREADABLE_RESULT: "Chọn kết quả trong danh sách thả xuống; chưa thẩm định xong thì chưa ghi "
    "dòng.",
    P.GUESSED_RESULT: "Kiểm tra, rồi chọn kết quả trong danh sách; lời giải thích ghi ở cột Ghi "
    "chú.",
    P.CONTRADICTORY: "Sửa kết quả hoặc tỷ lệ cho khớp nhau.",
    P.DUPLICATE_DEFINITION: "Xóa hoặc đổi tên dòng trùng; cùng một tên thì thời gian hiệu lực của "
    "các dòng không được chồng lên nhau.",
    P.DUPLICATE_ENTRY: "Xóa dòng thừa nếu nhập trùng.",
    P.CIRCULAR_MERGE: "Sửa cột “Sáp nhập vào”.",
    P.NOT_OWED: "Kiểm tra mã, hoặc cột “Áp dụng cho”, “Chủ trì”, “Đối tượng”.",
}
SUGGESTION: Final = "Có phải “{suggestion}” không?"
UNDERSTOOD: Final = "Đã hiểu là “{suggestion}”."
