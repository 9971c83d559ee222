"""The week in one plain text: a row of a table is a line that names its parts."""

from lib.export.digest import digest


def test_what_is_asked_for_names_who_chases_and_who_acts(told):
    lines = digest(told, "Tuần qua chưa nhắc ai.").splitlines()
    assert (
        "- TC04 – Bố trí kinh phí thực hiện (quá 77 ngày); đôn đốc: Phòng Tài chính; "
        "nơi phải làm: UBND các xã Quyết Thắng, Hồng Sơn, Lương Thiện, Cấp Tiến, Tân Thanh"
    ) in lines
    assert lines[-1] == "Tuần qua chưa nhắc ai."
