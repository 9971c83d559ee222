"""The rows of a sheet that lived through the reform of 2025, written short."""

from tests.builders import (
    agencies,
    appraisals,
    criteria,
    periods,
    progress,
    settings,
    tasks,
    units,
)

XD, DT, TD = "Xây dựng điển hình", "Duy trì điển hình", "Tạo tiền đề"
GROUPS = {"XD": XD, "DT": DT, "TD": TD}

# A commune's group, the new one it goes into, and what it logged on TC01 TC02 TC03 NV01 Q1 Q2:
# a percent of 15/06; + met in time, l late, - nothing; a approved on 01/06, r refused then;
# 60r is 60 and refused on 20/06; . is not asked of it.
OLD = """
Quyết Thắng | XD | Đông Thọ    | +  60  30 + + +
Đông Lợi    | XD | Trường Sinh | +  60  20 + + -
Minh Thanh  | XD | Minh Thanh  | a  +   +  + + +
Phú Lương   | XD | Phú Lương   | +  +   60 + + +
Tam Đa      | XD | Phú Lương   | +  +   60 + l +
Phúc Ứng    | XD | Sơn Dương   | +  60  60 + + +
Vĩnh Lợi    | XD | Bình Ca     | +  60r 60 + + -
Hồng Lạc    | XD | Hồng Sơn    | a  60  40 + + +
Tú Thịnh    | XD | Sơn Dương   | +  40  40 + + +
Ninh Lai    | XD | Sơn Thủy    | +  +   +  + - -
Trung Yên   | XD | Tân Trào    | r  60  30 + + +
Trường Sinh | XD | Trường Sinh | +  +   60 - + +
Hợp Thành   | XD | Sơn Dương   | +  60  -  + + +
Hợp Hòa     | XD | Tân Thanh   | 50 60  40 - - -
Bình Yên    | XD | Minh Thanh  | +  60  40 + + +
Đồng Quý    | XD | Đông Thọ    | l  60  60 + l +
Lương Thiện | XD | Minh Thanh  | +  +   +  + + +
Chi Thiết   | XD | Hồng Sơn    | -  60  60 + + +
Văn Phú     | XD | Hồng Sơn    | +  60  30 - l -
Cấp Tiến    | XD | Bình Ca     | +  60  40 + + +
Kháng Nhật  | XD | Tân Thanh   | +  60  40 - - +
Sơn Dương   | XD | Sơn Dương   | +  60  60 + + +
Hào Phú     | DT | Trường Sinh | +  60  .  + + +
Thiện Kế    | DT | Sơn Thủy    | +  +   .  + + +
Sơn Nam     | DT | Sơn Thủy    | +  40  .  + + -
Đông Thọ    | DT | Đông Thọ    | a  +   .  - + +
Đại Phú     | TD | Phú Lương   | .  60  .  + + +
Tân Thanh   | TD | Tân Thanh   | .  -   .  + + -
Tân Trào    | TD | Tân Trào    | .  -   .  + + +
Thượng Ấm   | TD | Bình Ca     | .  +   .  + + +
Vân Sơn     | TD | Hồng Sơn    | .  40  .  - l +
"""
NEW = [
    *(("Minh Thanh", XD), ("Sơn Dương", XD), ("Bình Ca", XD), ("Phú Lương", XD)),
    *(("Trường Sinh", XD), ("Hồng Sơn", XD), ("Sơn Thủy", DT), ("Đông Thọ", DT)),
    *(("Tân Trào", TD), ("Tân Thanh", TD)),
]
ROWS = [[part.strip() for part in line.split("|")] for line in OLD.strip().splitlines()]
CODES = ("TC01", "TC02", "TC03", "NV01", "Q1", "Q2")
IN_TIME = dict(zip(CODES, ("20/5", "15/6", "15/6", "30/3", "31/3", "30/6"), strict=True))
TOO_LATE = {"TC01": "10/6", "Q1": "5/4"}
KINDS = {"Sơn Dương": "Thị trấn"}


def logged(owner, code, said):
    """Return the log lines and the verdicts that a sign stands for."""
    if said in (".", "-"):
        return [], []
    if said.rstrip("r").isdigit():
        log = ("15/6/2025", owner, code, "Đang làm", int(said.rstrip("r")))
        return [log], [("20/6/2025", owner, code, "Không đạt")] if said.endswith("r") else []
    day = (TOO_LATE if said == "l" else IN_TIME)[code]
    verdict = {"a": "Đạt", "r": "Không đạt"}.get(said)
    return [(f"{day}/2025", owner, code, "Hoàn thành")], (
        [("1/6/2025", owner, code, verdict)] if verdict else []
    )


SAID = [
    logged(name, code, said)
    for name, _, _, line in ROWS
    for code, said in zip(CODES, line.split(), strict=True)
]
OF_AGENCIES_AND_HEIRS = [
    ("31/3/2025", "Công an huyện", "Q1", "Đã gửi"),
    ("1/4/2025", "Phòng Nội vụ", "Q1", "Đã gửi"),
    ("30/3/2025", "Phòng Văn hóa", "Q1", "Đã gửi"),
    ("30/6/2025", "Phòng Văn hóa", "Q2", "Đã gửi"),
    ("20/6/2025", "Phòng Văn hóa", "NV02", "Xong"),
    ("8/6/2025", "Công an huyện", "NV04", "Xong"),
    ("5/6/2025", "Công an tỉnh", "NV04", "Xong"),
    ("10/6/2025", "Phòng Nội vụ", "NV04", "Xong"),
    ("1/6/2025", "Sở Y tế", "NV04", "Xong"),
    ("1/7/2025", "Sơn Dương", "TC02", "Đang làm", 70),
    ("1/7/2025", "Bình Ca", "TC02", "Đạt"),
    ("10/6/2025", "Tam Đa", "TC03", None, None, "thiếu kinh phí"),
    ("30/6/2025", "Sơn Dương", "TC02", None, None, "nhà văn hóa chưa xong"),
    ("1/7/2025", "Sơn Dương", None, None, None, "chưa có con dấu"),
]
YEAR = (
    settings(("Năm", 2025), ("Cơ quan thường trực", "Công an huyện")),
    units(
        *(
            (name, KINDS.get(name, "Xã"), GROUPS[group], None, "30/6/2025", into)
            for name, group, into, _ in ROWS
        ),
        *((name, "Xã", group, "1/7/2025", None, None) for name, group in NEW),
        head="Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
    ),
    agencies(
        ("Công an huyện", "Có", None, "30/6/2025", "Công an tỉnh"),
        ("Phòng Dân tộc", "Có", None, "28/2/2025", "Phòng Nội vụ"),
        ("Phòng Nội vụ", "Có", None, "30/6/2025", "Sở Nội vụ"),
        ("Phòng Văn hóa", "Có", None, "30/6/2025", "Sở Văn hóa"),
        ("Phòng Y tế", "Có", None, "30/6/2025", "Sở Y tế"),
        ("Công an tỉnh", "Không", None, None, None),
        ("Sở Nội vụ", "Có", "1/7/2025", None, None),
        ("Sở Văn hóa", "Có", "1/7/2025", None, None),
        ("Sở Y tế", "Không", None, None, None),
        head="Cơ quan | Báo cáo định kỳ | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
    ),
    criteria(
        ("TC01", "An ninh", "Công an huyện", 2, "31/5/2025", "Có", f"{XD}; {DT}"),
        ("TC02", "Nhà văn hóa", "Phòng Văn hóa", 1, "30/9/2025", None, None),
        ("TC03", "Đoàn kết", "Phòng Dân tộc", 1, None, None, XD),
        head="Mã | Tiêu chí | Cơ quan theo dõi | Điểm | Hạn | Bắt buộc | Áp dụng cho",
    ),
    tasks(
        ("NV01", "Lập kế hoạch", "Tất cả đơn vị", None, "31/3/2025"),
        ("NV02", "Hội thi", "Phòng Văn hóa; Sơn Dương", "1/4/2025", "30/6/2025"),
        ("NV03", "Bàn giao", "Công an huyện; Phòng Y tế", "1/7/2025", "15/7/2025"),
        ("NV04", "Phối hợp", "Tất cả cơ quan", None, None),
        head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
    ),
    periods(
        ("Q1", "Quý I", "1/4/2025", None),
        ("Q2", "Quý II", "1/7/2025", "Tất cả đơn vị; Phòng Văn hóa"),
        ("T6", "Tháng 6", "10/7/2025", None),
    ),
    progress(
        *(line for log, _ in SAID for line in log),
        *OF_AGENCIES_AND_HEIRS,
        head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Khó khăn kiến nghị",
    ),
    appraisals(*(verdict for _, verdicts in SAID for verdict in verdicts)),
)
