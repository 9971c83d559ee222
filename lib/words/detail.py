"""The words of Đơn vị and Cơ quan: one owner, its items, their history."""

from typing import Final

ROW: Final = "trang «{worksheet}», dòng {row}"
CELL: Final = "trang «{worksheet}», ô {cell}"
