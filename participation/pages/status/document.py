"""The status as a document (DOCX) for the council's agenda: two pages, headings, tables with a head."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row

from participation.pages.status import styles
from participation.pages.status.report import Report, Row
from participation.web.locale import current_language
from participation.web.words import gettext

# In millimetres: the goal, its six figures, what is measured.
WIDTHS = (62, 17, 13, 14, 14, 17, 21, 28)
MARGIN = Mm(12)


def written(report: Report, purpose: str, address: str) -> bytes:
    """The file; `address` is where the same can be read."""
    document: Any = Document()
    _prepare(document, report)
    _foot(document, report, address)
    document.add_heading(gettext("Status of %(strategy)s", strategy=report.strategy), 0)
    said = {"municipality": report.municipality, "date": report.day}
    document.add_paragraph(gettext("%(municipality)s. As of %(date)s", **said), "Subtitle")
    document.add_paragraph(purpose)
    _first_page(document, report)
    document.add_page_break()
    document.add_heading(gettext("Goal by goal"), 1)
    _goals(document, report)
    document.add_heading(gettext("How we count"), 1)
    for note in report.notes:
        document.add_paragraph(note)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Docx, report: Report) -> None:
    section, properties = document.sections[0], document.core_properties
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = MARGIN, Mm(16)
    section.footer_distance = Mm(8)
    properties.title = gettext("Status of %(strategy)s", strategy=report.strategy)
    properties.author = report.municipality
    properties.language = styles.prepare(document, current_language())


def _foot(document: Docx, report: Report, address: str) -> None:
    """Whose it is, and where the same stands, with the number of the page."""
    said = {"municipality": report.municipality, "address": address}
    words = gettext("%(municipality)s. The same can be read at %(address)s. Page", **said)
    paragraph: Any = document.sections[0].footer.paragraphs[0]
    paragraph.style.font.size = Pt(7.5)
    paragraph.add_run(f"{words} ")
    styles.add_page_number(paragraph)


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
        document.add_paragraph(f"{report.without_words} {_names(report.without)}.")
    document.add_heading(gettext("Outside the strategy"), 1)
    named = f" {_names(report.named, report.unnamed)}." if report.named else ""
    document.add_paragraph(report.outside + named)


def _names(links: Iterable[tuple[str, str]], more: str = "") -> str:
    return "; ".join([*(title for title, _ in links), *([more] if more else [])])


def _bullets(document: Docx, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(line, "List Bullet")


def _goals(document: Docx, report: Report) -> None:
    table: Any = document.add_table(rows=1, cols=len(WIDTHS), style="Table Grid")
    table.autofit = False
    # Word reads the cells' widths, LibreOffice the columns'.
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    styles.calm(table)
    words = gettext(
        "Ideas, decisions, projects and measurements of each goal as of %(date)s.", date=report.day
    )
    styles.describe(table, gettext("Goal by goal"), words)
    _fill(table.rows[0], [gettext("Goal"), *report.columns], is_bold=True, size=7)
    styles.repeat(table.rows[0])
    for theme, rows in report.groups:
        _head(table.add_row(), theme)
        for row in rows:
            _add(table, row)
    for row in report.more:
        _add(table, row, is_bold=row is report.more[-1])


def _head(row: _Row, theme: str) -> None:
    """The theme's line stays with the first of its goals."""
    cell = row.cells[0].merge(row.cells[-1])
    styles.shade(cell)
    _write(cell, theme, is_bold=True)
    cell.paragraphs[0].paragraph_format.keep_with_next = True


def _add(table: Any, row: Row, *, is_bold: bool = False) -> None:
    _fill(table.add_row(), [row.title, *map(str, row.figures), row.measured], is_bold=is_bold)


def _fill(row: _Row, texts: list[str], *, is_bold: bool = False, size: float = 8) -> None:
    for number, (cell, text, width) in enumerate(zip(row.cells, texts, WIDTHS, strict=True)):
        cell.width = Mm(width)
        _write(cell, text, is_bold=is_bold, size=size)
        if 0 < number < len(WIDTHS) - 1:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles.keep_together(row)


def _write(cell: _Cell, text: str, *, is_bold: bool = False, size: float = 8) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
    written = paragraph.add_run(text)
    written.bold, written.font.size = is_bold, Pt(size)
