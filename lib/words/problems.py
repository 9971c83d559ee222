"""What each problem of the sheet means in a plain sentence, and what to do about it."""

from typing import Final

from lib.problem import ProblemCode as P
from lib.problem import Severity

SEVERITY: Final = {Severity.ERROR: "Không được tính", Severity.NOTICE: "Cần kiểm tra"}

PROBLEM: Final = {
    P.MISSING_WORKSHEET: "Thiếu trang bắt buộc “{worksheet}”.",
    P.UNKNOWN_WORKSHEET: "Tên trang “{worksheet}” gần giống nhật ký nhưng thiếu dấu gạch, "
    "nên không được đọc.",
    P.MISSING_COLUMN: "Trang thiếu cột bắt buộc “{column}”, nên cả trang không được đọc.",
    P.DUPLICATE_COLUMN: "Cột “{column}” xuất hiện hai lần, chỉ cột đầu tiên được đọc.",
    P.MISSING_VALUE: "Ô “{column}” bỏ trống, dòng không được tính.",
    P.CELL_ERROR: "Ô “{column}” đang báo lỗi công thức {value}.",
    P.UNKNOWN_NAME: "Không có đơn vị, cơ quan nào tên “{value}”.",
    P.GUESSED_NAME: "Tên “{value}” viết thiếu dấu, đã hiểu theo tên gần nhất.",
    P.WRONG_WORKSHEET: "Dòng ghi cho “{value}” trong trang riêng của đơn vị khác.",
    P.UNKNOWN_CODE: "Không có tiêu chí, nhiệm vụ hay kỳ báo cáo mã “{value}”.",
    P.UNKNOWN_ITEM: "Trang Cấu hình không có mục “{value}”.",
    P.UNKNOWN_AGENCY: "Cơ quan “{value}” không có trong trang Cơ quan, hiển thị như đã ghi.",
    P.UNREADABLE_DATE: "Không đọc được ngày “{value}”.",
    P.GUESSED_DATE: "Ngày “{value}” thiếu năm, đã hiểu theo năm của kế hoạch.",
    P.FUTURE_DATE: "Ngày {value} ở sau hôm nay.",
    P.UNREADABLE_PERCENT: "Không đọc được tỷ lệ “{value}”.",
    P.AMBIGUOUS_PERCENT: "Số {value} có thể là 1% hoặc 100%, đã tính là 1%.",
    P.UNREADABLE_NUMBER: "Không đọc được số “{value}”, đã dùng giá trị mặc định.",
    P.UNREADABLE_RESULT: "Không hiểu kết quả “{value}”.",
    P.CONTRADICTORY: "Tỷ lệ {value} mâu thuẫn với kết quả ghi cùng dòng, "
    "đã tính theo hướng thấp hơn.",
    P.DUPLICATE_DEFINITION: "“{value}” đã được khai báo ở dòng trên, chỉ dòng đầu được tính.",
    P.DUPLICATE_ENTRY: "Hai dòng cùng ngày, cùng đơn vị, cùng mã {value}: dòng dưới được tính.",
    P.CIRCULAR_MERGE: "Sáp nhập vào “{value}” tạo thành vòng tròn, không được tính.",
    P.NOT_OWED: "Đơn vị không được giao mã {value}.",
}

PROBLEM_REMEDY: Final = {
    P.MISSING_WORKSHEET: "Thêm trang này theo mẫu, hoặc đổi lại tên trang đã bị sửa.",
    P.UNKNOWN_WORKSHEET: "Đổi tên thành dạng “Tiến độ – tên đơn vị”.",
    P.MISSING_COLUMN: "Thêm cột, hoặc sửa tiêu đề cột cho đúng tên.",
    P.DUPLICATE_COLUMN: "Xóa hoặc đổi tên cột thừa.",
    P.MISSING_VALUE: "Điền giá trị vào ô.",
    P.CELL_ERROR: "Sửa công thức, hoặc nhập thẳng giá trị.",
    P.UNKNOWN_NAME: "Chọn lại tên trong danh sách thả xuống.",
    P.GUESSED_NAME: "Kiểm tra và chọn lại tên đủ dấu trong danh sách.",
    P.WRONG_WORKSHEET: "Chuyển dòng sang trang của đúng đơn vị.",
    P.UNKNOWN_CODE: "Chọn lại mã trong danh sách thả xuống.",
    P.UNKNOWN_ITEM: "Dùng đúng tên mục như trong trang mẫu, hoặc xóa dòng.",
    P.UNKNOWN_AGENCY: "Thêm cơ quan vào trang Cơ quan, hoặc sửa lại tên.",
    P.UNREADABLE_DATE: "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/09/2024.",
    P.GUESSED_DATE: "Ghi đủ ngày/tháng/năm.",
    P.FUTURE_DATE: "Kiểm tra lại ngày.",
    P.UNREADABLE_PERCENT: "Nhập một số từ 0 đến 100.",
    P.AMBIGUOUS_PERCENT: "Ghi rõ 1 hay 100.",
    P.UNREADABLE_NUMBER: "Nhập một số lớn hơn 0.",
    P.UNREADABLE_RESULT: "Chọn kết quả trong danh sách thả xuống.",
    P.CONTRADICTORY: "Sửa kết quả hoặc tỷ lệ cho khớp nhau.",
    P.DUPLICATE_DEFINITION: "Xóa hoặc đổi tên dòng trùng.",
    P.DUPLICATE_ENTRY: "Xóa dòng thừa nếu nhập trùng.",
    P.CIRCULAR_MERGE: "Sửa cột “Sáp nhập vào”.",
    P.NOT_OWED: "Kiểm tra mã, hoặc cột “Áp dụng cho”, “Chủ trì”, “Đối tượng”.",
}
SUGGESTION: Final = "Có phải “{suggestion}” không?"
