"""A Markdown document taken apart: its sections, their tables, the anchors links lead to."""

import re
from pathlib import Path

Row = dict[str, str]


def spans(text: str) -> list[str]:
    """Return what stands between the marks of code."""
    return listed(r"`([^`]+)`", text)


def listed(pattern: str, text: str) -> list[str]:
    return re.findall(pattern, text)


def anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    kept = "".join(c for c in heading.lower() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")


class Document:
    """A document whose sections hold those of lower headings below them; the first of a name."""

    def __init__(self, path: Path) -> None:
        self.content = path.read_text(encoding="utf-8")
        self._sections: dict[str, str] = {}
        self.headings: list[str] = []
        heads = [*re.finditer(r"^(#+) (.+)$", self.content, re.MULTILINE)]
        for place, head in enumerate(heads):
            ends = (h.start() for h in heads[place + 1 :] if len(h[1]) <= len(head[1]))
            self.headings.append(head[2])
            self._sections.setdefault(head[2], self.content[head.start() : next(ends, None)])

    @property
    def anchors(self) -> dict[str, str]:
        """Map each anchor to its heading."""
        return {anchor(heading): heading for heading in self._sections}

    def text(self, heading: str) -> str:
        return self._sections[heading]

    def section_at(self, anchor: str) -> str:
        return self._sections[self.anchors[anchor]]

    def tables(self, heading: str) -> list[list[Row]]:
        """Return the tables of a section, each row by its columns' heads."""
        blocks = re.findall(r"(?:^\|.*\n?)+", self.text(heading), re.MULTILINE)
        return [_rows(block) for block in blocks]


def _rows(block: str) -> list[Row]:
    lines = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in block.strip().splitlines()
    ]
    head, _, *body = lines
    return [dict(zip(head, cells, strict=True)) for cells in body]
