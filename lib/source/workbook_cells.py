"""Takes the XML of a workbook's texts and worksheets apart: rows of typed cells, merged ranges.

Of a cell told twice the later value counts, and a blank hides nothing; a row told twice is one row.
Excel itself calls such a file broken.
"""

from lib.grid import Cell
from lib.source.rows import MOST_CELLS, Merge, Row, too_large
from lib.source.workbook_package import Attributes, Reader, local
from lib.source.workbook_values import Values, text

NOT_CALCULATED = "Loading..."
"""What Google shows in a formula's cell before its value; reading reports it as a cell error."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
MOST_MERGES = MOST_ROWS
_TEXTS = {"str", "inlineStr"}
"""A formula's blank value of these kinds is a text calculated to be blank."""
_DIGITS = "0123456789"


class Texts(Reader):
    """The texts that cells refer to by their number."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Cell] = []
        self._spoken = False

    def start(self, name: str, attributes: Attributes) -> None:
        self.texts.clear()
        self.depth += 1
        name = local(name)
        if name == "si":
            self.parts.clear()
        elif name == "rPh":
            self._spoken = True

    def end(self, name: str) -> None:
        """Take an element's end; how some languages are pronounced is no part of a text."""
        self.depth -= 1
        name = local(name)
        if name == "t" and not self._spoken:
            self.parts += self.texts
        elif name == "si":
            self.found.append(text("".join(self.parts)))
        elif name == "rPh":
            self._spoken = False


class Cells(Reader):
    """The rows, counted from 1, and the merged ranges of one worksheet."""

    def __init__(self, values: Values) -> None:
        super().__init__()
        self.rows: dict[int, Row] = {}
        self.merges: list[Merge] = []
        self._value = values.value
        self._columns = _Columns()
        self._size = 0
        self._row, self._column = 0, -1
        self._cells: list[Cell] = []
        self._kind, self._style = "n", ""
        self._formula = self._spoken = False

    def start(self, name: str, attributes: Attributes) -> None:
        self.texts.clear()
        self.depth += 1
        if ":" in name:
            name = local(name)
        if name == "c":
            self.parts.clear()
            self._formula = False
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            place = attributes.get("r")
            self._column = self._columns[place.rstrip(_DIGITS)] if place else self._column + 1
        elif name == "v":
            return
        elif name == "row":
            number = attributes.get("r")
            self._row, self._column = int(number) if number else self._row + 1, -1
            self._cells = list(self.rows.get(self._row, ()))
        elif name == "f":
            self._formula = True
        elif name == "is":
            self.parts.clear()
        elif name == "rPh":
            self._spoken = True
        elif name == "mergeCell":
            self._merge(attributes["ref"])

    def end(self, name: str) -> None:
        self.depth -= 1
        if ":" in name:
            name = local(name)
        if name == "v" or (name == "t" and not self._spoken):
            self.parts += self.texts
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._spoken = False

    def _end_cell(self) -> None:
        if written := "".join(self.parts):
            value = self._value(self._kind, self._style, written)
        else:
            value = NOT_CALCULATED if self._formula and self._kind not in _TEXTS else None
        if value is None:
            return
        missing = self._column - len(self._cells)
        if missing < 0:
            self._cells[self._column] = value
        elif self._column < MOST_COLUMNS:
            self._cells += [None] * missing
            self._cells.append(value)
        else:
            raise ValueError("a column that no worksheet has")

    def _end_row(self) -> None:
        if not self._cells:
            return
        if not 0 < self._row <= MOST_ROWS:
            raise ValueError("a row that no worksheet has")
        self._size += len(self._cells)
        if self._size > MOST_CELLS:
            raise too_large()
        self.rows[self._row] = tuple(self._cells)

    def _merge(self, written: str) -> None:
        first, _, last = written.replace("$", "").partition(":")
        left, top = self._corner(first, 0, 0)
        right, bottom = self._corner(last or first, MOST_COLUMNS - 1, MOST_ROWS - 1)
        (left, right), (top, bottom) = sorted((left, right)), sorted((top, bottom))
        self.merges.append(Merge(top, left, bottom + 1, right + 1))
        if len(self.merges) > MOST_MERGES:
            raise too_large()

    def _corner(self, place: str, column: int, row: int) -> tuple[int, int]:
        """Give a corner of a range, which may be of whole rows (`1:3`) or columns (`A:C`)."""
        letters = place.rstrip(_DIGITS)
        digits = place[len(letters) :]
        row = int(digits) - 1 if digits else row
        if not place or not 0 <= row < MOST_ROWS:
            raise ValueError("a row that no worksheet has")
        return self._columns[letters] if letters else column, row


class _Columns(dict[str, int]):
    """The place of a column, counted from 0, by its letters."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters.replace("$", "").upper():
            if not "A" <= letter <= "Z":
                raise ValueError("a column without a letter")
            number = number * 26 + ord(letter) - ord("A") + 1
            if number > MOST_COLUMNS:
                raise ValueError("a column that no worksheet has")
        if not number:
            raise ValueError("a column without a letter")
        self[letters] = number - 1
        return number - 1
