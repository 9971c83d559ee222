"""A workbook's package: its parts under any spelling of their names, and their XML within bounds.

Names of elements are taken without their namespace: Strict Open XML has namespaces of its own, and
programs differ in prefixes. What a package says of its size bounds nothing; what is read of it is
bounded here.
"""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from lib.source.errors import SourceError, SourceErrorCode

Attributes = dict[str, str]

MOST_BYTES = 1 << 29
"""Of all parts together; ten million cells take less."""
MOST_BYTES_OF_A_LIST = 1 << 26
"""Of a part that lists what the package holds; 60,000 styles take a fifth of it."""
TIGHTEST = 100
"""How many times smaller a larger part than that may lie in the package; worksheets seldom reach
thirty, what is made to fill a machine's memory or time a thousand."""
LONGEST_TAG = 1 << 20
LONGEST_TEXT = 1 << 20
"""Excel ends a cell at 32,767 characters."""
DEEPEST = 1_000
_CHUNK = 1 << 16


class Reader:
    """Takes what a part says, in order.

    The text since the last tag began lies in `texts`, that of the value being read in `parts`.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.parts: list[str] = []
        self.depth = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take an element's beginning."""
        raise NotImplementedError

    def end(self, name: str) -> None:
        """Take an element's end."""
        raise NotImplementedError


class Package:
    """The parts of a zip file; upper case, backslashes and leading slashes make no difference."""

    def __init__(self, content: bytes) -> None:
        self._zip = ZipFile(BytesIO(content))
        self._parts = {_resolved("", info.filename): info for info in self._zip.infolist()}
        self._bytes_left = MOST_BYTES

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def relations(self, part: str = "") -> Iterator[tuple[str, str, str]]:
        """Give the id, kind (its address's last word) and part of all a part refers to.

        Those of the package itself without `part`; nothing where they are not listed.
        """
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        for element, said in self.elements(listed) if listed in self else ():
            if element == "Relationship" and said.get("TargetMode", "").lower() != "external":
                kind = said.get("Type", "").rpartition("/")[2].lower()
                yield said.get("Id", ""), kind, _resolved(folder, said.get("Target", ""))

    def elements(self, part: str) -> Iterator[tuple[str, Attributes]]:
        """Give every element of a part that is a list: its name and attributes, in order."""
        reader = _Elements()
        for _ in self._parsed(part, reader, MOST_BYTES_OF_A_LIST):
            reader.texts.clear()
            yield from reader.found
            reader.found.clear()

    def read(self, part: str, reader: Reader) -> None:
        """Read a part of texts or cells."""
        for _ in self._parsed(part, reader, MOST_BYTES):
            pass

    def _parsed(self, part: str, reader: Reader, most: int) -> Iterator[None]:
        """Parse a part, pausing after each chunk of it."""
        info = self._parts[part]
        self._bytes_left -= info.file_size
        blown = info.file_size > max(MOST_BYTES_OF_A_LIST, TIGHTEST * info.compress_size)
        if blown or self._bytes_left < 0 or info.file_size > most:
            raise SourceError(SourceErrorCode.WORKBOOK_TOO_LARGE)
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
        parser.CharacterDataHandler = reader.texts.append
        parser.StartDoctypeDeclHandler = _refuse_doctype
        fed = 0
        with self._zip.open(info) as source:
            while chunk := source.read(_CHUNK):
                parser.Parse(chunk, False)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > LONGEST_TAG:
                    raise ValueError("a tag without end")
                if sum(map(len, reader.texts)) + sum(map(len, reader.parts)) > LONGEST_TEXT:
                    raise ValueError("a text without end")
                if reader.depth > DEEPEST:
                    raise ValueError("elements within elements without end")
                yield
        parser.Parse(b"", True)
        yield


class _Elements(Reader):
    """The elements begun since the list was last emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []

    def start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        self.found.append((local(name), attributes))

    def end(self, name: str) -> None:
        self.depth -= 1


def local(name: str) -> str:
    """Take the prefix off the name of an element or an attribute."""
    return name.rpartition(":")[2] if ":" in name else name


def _resolved(folder: str, target: str) -> str:
    name = unquote(target).replace("\\", "/").lower()
    return posixpath.normpath(posixpath.join("/", folder, name)).lstrip("/")


def _refuse_doctype(*_declared: object) -> None:
    """Refuse entities, which may stand for gigabytes: no workbook declares any."""
    raise ValueError("a document type")
