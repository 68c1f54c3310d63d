"""The public page of the strategy's status, and its two files."""

from datetime import date
from io import BytesIO
from typing import Any

from flask import render_template, request, send_file
from werkzeug import Response

from participation.foundation.clock import today
from participation.foundation.text import slugify
from participation.pages.status import document, table
from participation.pages.status.report import Report, purpose, report
from participation.progress import queries
from participation.progress.queries import StrategyStatus
from participation.web import guards
from participation.web.addresses import url_for
from participation.web.words import gettext

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def status() -> str:
    """The status on a day, today's when none is asked for; without a strategy a page that says so."""
    found, is_understood = _found()
    if found is None:
        return render_template("pages/status.html", report=None, is_understood=True, purpose=purpose())
    return render_template(
        "pages/status.html",
        report=_report(found),
        is_understood=is_understood,
        purpose=purpose(),
        chosen=found.day,
        latest=today(),
        **_ways(found),
    )


def status_document() -> Response:
    """The same as a document for the agenda."""
    found = guards.found(_found()[0])
    file = document.written(_report(found), purpose(), _page(found))
    return send_file(BytesIO(file), WORD, as_attachment=True, download_name=_name(found, "docx"))


def status_table() -> Response:
    """The same as a table."""
    found = guards.found(_found()[0])
    file = table.written(_report(found))
    return send_file(BytesIO(file), "text/csv", as_attachment=True, download_name=_name(found, "csv"))


def _found() -> tuple[StrategyStatus | None, bool]:
    """The status of the day in the address, and whether that was a day up to today."""
    asked = request.args.get("dato", "")
    day = _day(asked)
    strategy = queries.strategy_on(day or today())
    return queries.status_on(strategy, day or today()) if strategy else None, bool(day) or not asked


def _report(found: StrategyStatus) -> Report:
    return report(found, queries.ideas_outside(found.day))


def _page(found: StrategyStatus) -> str:
    """Where the same can be read on the site, then as now."""
    return url_for("pages.status", dato=found.day.isoformat(), _external=True)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= 2000 and day <= today() else None


def _ways(found: StrategyStatus) -> dict[str, Any]:
    day = found.day.isoformat()
    return {
        "document_href": url_for("pages.status_document", dato=day),
        "table_href": url_for("pages.status_table", dato=day),
        "outside_href": url_for("pages.ideas", goal="outside"),
        "breadcrumbs": [(found.strategy.title, url_for("pages.strategy"))],
    }


def _name(found: StrategyStatus, ending: str) -> str:
    return f"{slugify(gettext('Status'))}-{slugify(found.strategy.title)}-{found.day}.{ending}"
