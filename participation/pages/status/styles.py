"""What the document's parts look like, and what is said of them to whoever hears them."""

from typing import Any

from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

LANGUAGES = {"da": "da-DK", "en": "en-GB"}
# It is in Word, and a font of the same widths is in LibreOffice, so a page holds as much in both.
FONT = "Arial"
INK = RGBColor(0x1A, 0x1A, 0x1A)
LINE, SHADE = "BFBFBF", "EDEDED"
SIZES = {"Title": 20, "Heading 1": 13, "Subtitle": 11, "Normal": 9.5}
THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def prepare(document: Docx, language: str) -> str:
    """One font, one colour, and the language of the words; the language as a code is returned."""
    code = LANGUAGES[language]
    for name, size in SIZES.items():
        style: Any = document.styles[name]
        style.font.size, style.font.name, style.font.color.rgb = Pt(size), FONT, INK
        style.font.italic = False
        _leave_theme(style)
    normal: Any = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(4)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(12)
    normal.element.get_or_add_rPr().append(_element("w:lang", val=code, eastAsia=code))
    return code


def _leave_theme(style: Any) -> None:
    """The theme's font would win over the one that is named; the title needs no line under it."""
    fonts = style.element.rPr.rFonts
    for name in THEMED:
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def calm(table: Table) -> None:
    """Thin lines between the rows, none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    for side in ("left", "right", "insideV"):
        borders.append(_element(f"w:{side}", val="nil"))
    # The order of the parts is the format's.
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def describe(table: Table, title: str, words: str) -> None:
    """What the table holds, for whoever hears it."""
    table._tbl.tblPr.append(_element("w:tblCaption", val=title))
    table._tbl.tblPr.append(_element("w:tblDescription", val=words))


def shade(cell: _Cell) -> None:
    """A quiet ground."""
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=SHADE))


def repeat(row: _Row) -> None:
    """The head stands on every page that the table reaches."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def keep_together(row: _Row) -> None:
    """A row stands on one page."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def add_page_number(paragraph: Paragraph) -> None:
    """The number of the page, which the reader's program fills in."""
    field = _element("w:fldSimple", instr="PAGE")
    run: Any = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)
