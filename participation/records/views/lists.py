"""A list as a table: what the page shows with its filters, all of it, as CSV or as a spreadsheet."""

from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

from flask import request, send_file
from werkzeug import Response

from participation.extensions import long_look
from participation.foundation.clock import today
from participation.records.queries import lists
from participation.records.rules.tables import FORMATS, Format
from participation.records.services.exporting import note_list
from participation.records.views import columns
from participation.records.views.blueprint import blueprint, spend_export
from participation.web import guards


@blueprint.post("/udtraek/<list_name>/<format_name>")
@guards.signed_in
def export_list(list_name: str, format_name: str) -> Response:
    """The list, filtered as the address says; its reader's name and what it held are in the internal log."""
    guards.require("records.export")
    guards.found(lists.LISTS.get(list_name))
    kind = guards.found(FORMATS.get(format_name))
    spend_export()
    file, filters, count = _written(list_name, kind)
    note_list(
        actor=guards.viewer(), list_name=list_name, format_name=kind.ending, filters=filters, rows=count
    )
    name = f"{columns.file_name(list_name)}-{today()}.{kind.ending}"
    return send_file(file, mimetype=kind.media_type, as_attachment=True, download_name=name)


def _written(list_name: str, kind: Format) -> tuple[IO[bytes], dict[str, str], int]:
    """The whole file, before anything leaves: a fault is a page, and not half a file."""
    statement, filters = lists.asked_for(list_name, guards.viewer(), request.args)
    table, home = columns.table(list_name), columns.home()
    with ExitStack() as stack, long_look() as session:
        file = stack.enter_context(TemporaryFile())
        rows = columns.cells_of(list_name, lists.rows_of(session, statement), home)
        count = kind.write(file, table, rows)
        file.seek(0)
        # The response closes it.
        stack.pop_all()
    return file, filters, count
