"""The status as a document (DOCX) for the council's agenda: two pages, headings, tables with a head."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from participation.pages.status.report import Report, Row
from participation.web.locale import current_language
from participation.web.words import gettext

LANGUAGES = {"da": "da-DK", "en": "en-GB"}
WIDTHS = (70, 14, 14, 16, 16, 16, 16, 22)
FONT = "Calibri"


def written(report: Report, purpose: str) -> bytes:
    """The file."""
    document: Any = Document()
    _prepare(document, report)
    document.add_heading(gettext("Status of %(strategy)s", strategy=report.strategy), 0)
    document.add_paragraph(gettext("As of %(date)s", date=report.day), "Subtitle")
    document.add_paragraph(purpose)
    _first_page(document, report)
    document.add_page_break()
    document.add_heading(gettext("Goal by goal"), 1)
    _goals(document, report)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Docx, report: Report) -> None:
    language = LANGUAGES[current_language()]
    section, properties = document.sections[0], document.core_properties
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(12)
    properties.title = gettext("Status of %(strategy)s", strategy=report.strategy)
    properties.language, properties.author = language, ""
    normal: Any = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(9), FONT
    normal.paragraph_format.space_after = Pt(3)
    _say_language(normal, language)
    for name, size in (("Title", 18), ("Heading 1", 13), ("Subtitle", 11)):
        style: Any = document.styles[name]
        style.font.size, style.font.name = Pt(size), FONT


def _say_language(style: Any, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    said = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia"):
        said.set(qn(name), language)
    properties.append(said)


def _first_page(document: Docx, report: Report) -> None:
    document.add_heading(gettext("In short"), 1)
    _bullets(document, [f"{figure} {words}" for figure, words in report.items])
    document.add_heading(gettext("Promises kept"), 1)
    document.add_paragraph(report.promises)
    if report.measures:
        document.add_heading(gettext("What is measured"), 1)
        _bullets(
            document,
            [f"{each.goal}: {each.title}. {each.label}. {each.sentence}" for each in report.measures],
        )
    if report.without:
        document.add_heading(gettext("Goals without ideas"), 1)
        document.add_paragraph(f"{report.without_words} {'; '.join(title for title, _ in report.without)}.")
    document.add_heading(gettext("Outside the strategy"), 1)
    document.add_paragraph(report.outside)
    document.add_heading(gettext("How we count"), 1)
    for note in report.notes:
        document.add_paragraph(note)


def _bullets(document: Docx, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(line, "List Bullet")


def _goals(document: Docx, report: Report) -> None:
    table: Any = document.add_table(rows=1, cols=len(WIDTHS), style="Table Grid")
    table.autofit = False
    _describe(table, report)
    _fill(table.rows[0], [gettext("Goal"), *report.columns], is_bold=True)
    _repeat(table.rows[0])
    for theme, rows in report.groups:
        heading = table.add_row()
        heading.cells[0].merge(heading.cells[-1])
        _write(heading.cells[0], theme, is_bold=True)
        for row in rows:
            _add(table, row)
    for row in report.more:
        _add(table, row, is_bold=row is report.more[-1])


def _add(table: Any, row: Row, *, is_bold: bool = False) -> None:
    _fill(table.add_row(), [row.title, *map(str, row.figures), row.measured], is_bold=is_bold)


def _fill(row: _Row, texts: list[str], *, is_bold: bool = False) -> None:
    for number, (cell, text, width) in enumerate(zip(row.cells, texts, WIDTHS, strict=True)):
        cell.width = Mm(width)
        _write(cell, text, is_bold=is_bold)
        if 0 < number < len(WIDTHS) - 1:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _keep_together(row)


def _write(cell: _Cell, text: str, *, is_bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    written = paragraph.add_run(text)
    written.bold, written.font.size = is_bold, Pt(7.5)


def _repeat(row: _Row) -> None:
    """The head stands on every page that the table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _describe(table: Table, report: Report) -> None:
    """What the table holds, for whoever hears it."""
    title = gettext("Goal by goal")
    words = gettext(
        "Ideas, decisions, projects and measurements of each goal as of %(date)s.", date=report.day
    )
    for name, text in (("w:tblCaption", title), ("w:tblDescription", words)):
        element = OxmlElement(name)
        element.set(qn("w:val"), text)
        table._tbl.tblPr.append(element)
