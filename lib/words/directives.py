"""The words of what is asked of units and agencies after a briefing."""

from typing import Final

SENTENCE: Final = "{who} {what}, chậm nhất ngày {due}."
RED: Final = (
    "giải trình nguyên nhân chậm, khắc phục {number} mục quá hạn, trước hết là tiêu chí bắt buộc"
)
TASKS: Final = "hoàn thành {number} nhiệm vụ quá hạn"
REPORTS: Final = "gửi {number} báo cáo còn thiếu"
FOLLOW: Final = "đôn đốc, hướng dẫn các đơn vị hoàn thành {number} tiêu chí quá hạn được giao theo dõi"
SOON: Final = "hoàn thành {number} mục sắp đến hạn"
NO_DATA: Final = "cập nhật {number} lượt tiêu chí chưa báo cáo"
ERRORS: Final = "rà soát, sửa {number} chỗ ghi sai trong sổ theo dõi để số liệu được tính đủ"
AND_OTHERS: Final = "và {number} nơi khác"
EVERYONE: Final = "Các đơn vị, cơ quan"
