"""The words of what owners say is in their way."""

from typing import Final

TITLE: Final = "Khó khăn, kiến nghị"
COUNT: Final = "{title}: {owners} nơi nêu {number} điều"
NEW: Final = "{count}, {new} mới từ ngày {day}"
OWN: Final = "Khó khăn, kiến nghị của đơn vị mình"
NONE: Final = "Không có khó khăn, kiến nghị nào còn vướng"
NONE_MORE: Final = "Sổ không ghi khó khăn, kiến nghị nào của mục chưa xong."
OWN_ALONE: Final = (
    "Chỉ gồm điều đơn vị mình nêu; điều nơi khác nêu không hiển thị với người xem này."
)
IS_NEW: Final = "◆ Mới"
TABLE: Final = "Khó khăn, kiến nghị còn vướng theo nơi nêu, mới nêu trước"
WRITTEN: Final = "Ngày nêu"

# The report
SECTION: Final = "KHÓ KHĂN, KIẾN NGHỊ"
FOUND: Final = "Có {owners} nơi nêu {number} khó khăn, kiến nghị còn vướng{new}:"
FOUND_NEW: Final = ", trong đó {number} mới nêu từ ngày {day}"
NOTHING: Final = "Không có khó khăn, kiến nghị nào còn vướng."
OF_OWNER: Final = "{owner}:"
BY_ONE: Final = "{owner}{about}: {text} (nêu ngày {day}{new})."
POINT: Final = "{about}{text} (nêu ngày {day}{new})."
ABOUT_OF_ONE: Final = ", về {code} – {title}"
ABOUT: Final = "Về {code} – {title}: "
NEWLY: Final = ", mới"
MORE: Final = "Còn {number} điều khác ghi trong sổ theo dõi."
