"""A4 pages as Nghị định 30/2020/NĐ-CP asks: margins, type, page numbers, what stands on each page."""

import io
from datetime import date, datetime
from typing import Any, Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from lib.export.text import clipped
from lib.steady import steady
from lib.view.palette import WARNING

FONT: Final = "Times New Roman"
BODY_SIZE: Final = 14
WIDTH: Final = 210
HEIGHT: Final = 297
TOP: Final = 22
BOTTOM: Final = 20
LEFT: Final = 30
RIGHT: Final = 16
INDENT: Final = 12.7

CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER
JUSTIFIED: Final = WD_ALIGN_PARAGRAPH.JUSTIFY
AT_LEFT: Final = WD_ALIGN_PARAGRAPH.LEFT

# Word names a style's number after its name, without the blanks.
_STYLED: Final = '<w:pStyle w:val="{style}"/>'
_INDENTED: Final = f'<w:ind w:firstLine="{round(INDENT / 25.4 * 1440)}"/>'

TEXT_WIDTH: Final = WIDTH - LEFT - RIGHT
MOST_LETTERS: Final = 255
"""What a property of a document may hold."""


def blank_paper(*, ribbon: str | None, foot: str = "") -> Paper:
    """Return an empty portrait document; the ribbon and the foot stand on every page of it.

    The decree's form has no foot.
    """
    paper = Document()
    _set_styles(paper)
    section = paper.sections[0]
    _lay_out(section, landscape=False)
    section.different_first_page_header_footer = True
    _fill_header(section.first_page_header.paragraphs[0], None, ribbon)
    _fill_header(section.header.paragraphs[0], section, ribbon)
    for footer in (section.first_page_footer, section.footer) if foot else ():
        _small(footer.paragraphs[0].add_run(foot))
        footer.paragraphs[0].alignment = CENTRE
    return paper


def finished(paper: Paper, day: date, **properties: str) -> bytes:
    """Save a document with its properties; the same document and day give the same bytes."""
    core, midnight = paper.core_properties, datetime.combine(day, datetime.min.time())
    core.comments, core.language, core.revision = "", "vi-VN", 1
    core.created = core.modified = midnight
    for name, text in properties.items():
        setattr(core, name, clipped(text, MOST_LETTERS))
    content = io.BytesIO()
    paper.save(content)
    return steady(content.getvalue(), day)


def annex_section(paper: Paper) -> Section:
    """Begin a landscape section whose pages are numbered from 1 of its own."""
    return _numbered_section(paper, landscape=True)


def letter_section(paper: Paper) -> Section:
    """Begin the next letter: a portrait section whose pages are numbered from 1 of its own."""
    return _numbered_section(paper, landscape=False)


def _numbered_section(paper: Paper, *, landscape: bool) -> Section:
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    # The break stands in a paragraph of its own, which must not open a page of its own.
    _flatten(Paragraph(paper.element.body[-2], paper))
    _lay_out(section, landscape=landscape)
    section.different_first_page_header_footer = True
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    properties: Any = section._sectPr  # noqa: SLF001 - python-docx has no page numbering
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    properties.insert_element_before(numbering, "w:cols", "w:titlePg", "w:docGrid")
    return section


def paragraph(
    paper: Any,
    text: str = "",
    *,
    align: WD_ALIGN_PARAGRAPH = JUSTIFIED,
    size: float = BODY_SIZE,
    bold: bool = False,
    italic: bool = False,
    indent: bool = False,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
    style: str | None = None,
) -> Paragraph:
    """Add a paragraph of text to a document or a cell; `keep` holds it with what follows."""
    line = parse_xml(
        f"<w:p {nsdecls('w')}><w:pPr>{_STYLED.format(style=style.replace(' ', '')) if style else ''}"
        f'<w:keepNext w:val="{keep:d}"/><w:spacing w:before="{round(before * 20)}"'
        f' w:after="{round(after * 20)}" w:line="240" w:lineRule="auto"/>'
        f'{_INDENTED if indent else ""}<w:jc w:val="{align.to_xml(align)}"/></w:pPr></w:p>'
    )
    if text:
        run = parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:b w:val="{bold:d}"/><w:i w:val="{italic:d}"/>'
            f'<w:sz w:val="{round(size * 2)}"/></w:rPr></w:r>'
        )
        run.text = text
        line.append(run)
    append(paper, line)
    return Paragraph(line, paper)


def append(paper: Any, block: Any) -> None:
    """Add a paragraph or a table, as XML, at the end of a document or a cell.

    A document is not searched for its end, so that one of a thousand pages is written as quickly.
    """
    if isinstance(paper, Paper):
        paper.element.body[-1].addprevious(block)
    else:
        paper._tc.append(block)  # noqa: SLF001 - python-docx has no cells of XML


def gap(paper: Any) -> None:
    """Leave a little air, where two tables would run into one or a table ends a section."""
    _flatten(paragraph(paper, size=1, after=5))


def rule_below(paper: Any, *, indent: float) -> None:
    """Draw a thin line, centred, that leaves so many millimetres free on either side."""
    line = paragraph(paper, size=1, align=CENTRE, before=2)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm(indent)
    line.paragraph_format.line_spacing = Pt(3)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    properties: Any = line.paragraph_format.element.get_or_add_pPr()
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _flatten(line: Paragraph) -> None:
    line.paragraph_format.line_spacing = Pt(1)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY


def _set_styles(paper: Paper) -> None:
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY_SIZE)
    _all_scripts(normal)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    for level in ("Heading 1", "Heading 2"):
        heading = paper.styles[level]
        heading.font.name, heading.font.size = FONT, Pt(BODY_SIZE)
        heading.font.bold, heading.font.italic = True, False
        heading.font.color.rgb = RGBColor(0, 0, 0)
        _all_scripts(heading)
    # Else Word opens the document in its mode for older versions.
    for setting in paper.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _all_scripts(style: Any) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _lay_out(section: Section, *, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    long, short = Mm(HEIGHT), Mm(WIDTH)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance, section.footer_distance = Mm(8), Mm(9)


def _fill_header(first: Paragraph, numbered: Section | None, ribbon: str | None) -> None:
    first.alignment = CENTRE
    lines = [first]
    if numbered is not None:
        _page_number(first.add_run())
        if ribbon:
            lines.append(numbered.header.add_paragraph())
    if ribbon:
        run = lines[-1].add_run(ribbon)
        run.bold, run.font.color.rgb = True, RGBColor.from_string(WARNING)
        _small(run)
        lines[-1].alignment = CENTRE
    for line in lines:
        line.paragraph_format.space_after = Pt(0)


def _small(run: Run) -> None:
    run.font.size = Pt(10)


def _page_number(run: Run) -> None:
    run.font.size = Pt(BODY_SIZE)
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), ("end", None)):
        part = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            part.text = text
        else:
            part.set(qn("w:fldCharType"), str(kind))
        run._r.append(part)  # noqa: SLF001 - python-docx has no fields
