"""Measurements from a file: look at what it would change, then save it."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import ngettext

from participation.foundation.clock import today
from participation.strategies.forms.indicators import TableForm, UploadForm
from participation.strategies.rules.measurements import compare, read_table
from participation.strategies.services import indicators as services
from participation.strategies.views.blueprint import blueprint
from participation.strategies.views.indicators import measured
from participation.web import guards


@blueprint.route("/indikatorer/<id:indicator_id>/fil", methods=["GET", "POST"])
@guards.signed_in
def upload_measurements(indicator_id: int) -> Any:
    """A file's measurements beside what stands, and every row that cannot be taken."""
    indicator, reading = measured(indicator_id)
    form, shown = UploadForm(), dict[str, Any]()
    if form.validate_on_submit() and (text := form.content) is not None:
        rows, problems = read_table(text, today())
        differences = list(compare(list(reading.measurements), rows))
        kept = TableForm(formdata=None, data={"table": text})
        shown = {"differences": differences, "problems": problems, "kept": kept}
    page = render_template(
        "strategies/upload_measurements.html", form=form, indicator=indicator, reading=reading, **shown
    )
    return page, 422 if shown.get("problems") else form.response_code


@blueprint.post("/indikatorer/<id:indicator_id>/fil/gem")
@guards.signed_in
def save_measurements(indicator_id: int) -> Any:
    """Save what was looked at; a table with a fault in it is sent back."""
    indicator, _ = measured(indicator_id)
    rows, problems = read_table(str(TableForm().table.data or ""), today())
    if problems:
        return redirect(url_for("strategies.upload_measurements", indicator_id=indicator.id))
    count = services.record(actor=guards.viewer(), indicator=indicator, measurements=rows)
    words = ngettext("%(num)d measurement is saved.", "%(num)d measurements are saved.", count)
    flash(words, "success")
    return redirect(url_for("strategies.indicator", indicator_id=indicator.id))
