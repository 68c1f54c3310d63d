"""The status as a table (CSV): a line for each goal, then those below."""

from collections.abc import Iterator
from io import BytesIO

from participation.pages.status.report import Report
from participation.records.rules.tables import Row, Table, write_csv
from participation.web.words import gettext


def written(report: Report) -> bytes:
    """The file, as a Danish spreadsheet reads it; no cell is taken for a formula."""
    promised = [name for name, _ in report.promised]
    headings = [gettext("Date"), gettext("Theme"), gettext("Goal"), *report.columns, *promised]
    file = BytesIO()
    write_csv(file, Table(report.strategy, headings, [20] * len(headings)), _rows(report))
    return file.getvalue()


def _rows(report: Report) -> Iterator[Row]:
    """What was promised is known of all goals together, so it stands in the last line."""
    none = [""] * len(report.promised)
    figures = [figure for _, figure in report.promised]
    for theme, rows in [*report.groups, ("", report.more)]:
        for row in rows:
            promised = figures if row is report.more[-1] else none
            yield [report.day, theme, row.title, *row.figures, row.measured, *promised]
