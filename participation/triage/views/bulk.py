"""One act on many cases: choose, say, look, do, and take back."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.cases.models import Case
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.ideas.services.needs import Details
from participation.triage.forms import MoveForm
from participation.triage.forms.bulk import SpreadForm
from participation.triage.models import BulkAct
from participation.triage.queries import bulk as queries
from participation.triage.rules import Act
from participation.triage.rules.bulk import BULK
from participation.triage.services.bulk import doing, preparing, undoing
from participation.triage.views import bulk_words, choices
from participation.triage.views.blueprint import blueprint
from participation.web import guards


@blueprint.route("/samlet/ny/<name>", methods=["GET", "POST"])
@guards.signed_in
def prepare(name: str) -> Any:
    """What is said once for all that was ticked, or for all that the queue's filters show (`all`)."""
    guards.require("triage.work")
    act, viewer = guards.found(BULK.get(name)), guards.viewer()
    filters = request.args if "all" in request.args else None
    cases = queries.chosen(viewer, request.values.getlist("case"), filters)
    if not cases:
        flash(gettext("Choose at least one task first."), "info")
        return redirect(url_for("triage.queue"))
    form = choices.bulk_form_of(act, viewer)
    bulk = _prepared(act, cases, form) if form.validate_on_submit() and form.is_clear else None
    if bulk is not None:
        return redirect(url_for("triage.bulk", bulk_id=bulk.id))
    page = bulk_words.form_page(act, cases, form)
    return page, form.response_code


def _prepared(act: Act, cases: list[Case], form: MoveForm) -> BulkAct | None:
    try:
        details = Details(**form.said)
        return preparing.prepare(actor=guards.viewer(), name=act.name, details=details, cases=cases)
    except RuleViolation as violation:
        form.refuse(violation, "doing")
        return None


@blueprint.route("/samlet/<id:bulk_id>", methods=["GET", "POST"])
@guards.signed_in
def bulk(bulk_id: int) -> Any:
    """Exactly what will happen; after it was done (POST), what has happened."""
    prepared = _found(bulk_id)
    if request.method == "POST":
        doing.carry_out(actor=guards.viewer(), bulk=prepared)
        return redirect(url_for("triage.bulk", bulk_id=bulk_id))
    return bulk_words.page(prepared, guards.viewer(), _spread_form(prepared))


@blueprint.post("/samlet/<id:bulk_id>/frister")
@guards.signed_in
def spread(bulk_id: int) -> Any:
    """So many answers a week, or the same promise for all (`same`)."""
    prepared, viewer = _found(bulk_id), guards.viewer()
    form = _spread_form(prepared)
    is_same = "same" in request.form
    rate, latest = (None, None) if is_same else (form.rate.data, form.latest.data)
    if is_same or form.validate():
        try:
            preparing.spread_promises(actor=viewer, bulk=prepared, rate=rate, latest=latest)
            return redirect(url_for("triage.bulk", bulk_id=bulk_id))
        except RuleViolation as violation:
            form.refuse(violation, "rate")
    return bulk_words.page(prepared, viewer, form), form.response_code


@blueprint.post("/samlet/<id:bulk_id>/fortryd")
@guards.signed_in
def undo_bulk(bulk_id: int) -> Response:
    """Take it back, whole or for the one `item`."""
    done = _found(bulk_id)
    item_ids = [guards.found(row_id(request.form["item"]))] if "item" in request.form else None
    undoing.undo(actor=guards.viewer(), bulk=done, item_ids=item_ids)
    return redirect(url_for("triage.bulk", bulk_id=bulk_id))


@blueprint.get("/samlet/")
@guards.signed_in
def just_done() -> str:
    """What the viewer has done to many cases lately, and can still take back."""
    guards.require("triage.work")
    return render_template("triage/just_done.html", acts=bulk_words.just_done(guards.viewer()))


def _found(bulk_id: int) -> BulkAct:
    """A preview is its author's alone; what has been done is everybody's at the desk."""
    guards.require("triage.work")
    found = guards.found(queries.find(bulk_id))
    is_visible = found.started_at is not None or can(guards.viewer(), "triage.carry_out", found)
    return guards.found(found if is_visible else None)


def _spread_form(prepared: BulkAct) -> SpreadForm:
    with db.session.no_autoflush:
        latest = prepared.latest or preparing.last_day()
    return SpreadForm(data={"rate": prepared.rate or bulk_words.RATE, "latest": latest})
