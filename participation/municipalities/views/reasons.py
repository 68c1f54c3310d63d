"""The administrators' pages about the reasons that staff give."""

from collections.abc import Callable
from typing import Any

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation, StaleVersion
from participation.municipalities import queries
from participation.municipalities.forms import PlaceReasonForm, ReasonForm
from participation.municipalities.rules import REASON_MOVES, STALE
from participation.municipalities.services import reasons as services
from participation.web import guards


@guards.signed_in
def reasons() -> str:
    """The list in its order, also what can no longer be chosen."""
    guards.require("municipalities.configure")
    return render_template(
        "municipalities/reasons.html",
        reasons=queries.all_reasons(),
        moves=REASON_MOVES,
        version=g.municipality.version,
    )


@guards.signed_in
def add_reason() -> Any:
    """A new reason at the end of the list."""
    guards.require("municipalities.configure")
    form = ReasonForm(data={"version": g.municipality.version, "is_active": True})
    if form.validate_on_submit() and _save(form, services.add_reason):
        flash(gettext("The reason is on the list."), "success")
        return redirect(url_for("municipalities.reasons"))
    return render_template("municipalities/add_reason.html", form=form), form.response_code


@guards.signed_in
def edit_reason(reason_id: int) -> Any:
    """What a reason says, when it can be chosen, and whether it still can."""
    guards.require("municipalities.configure")
    reason = guards.found(queries.reason_of(reason_id))
    form = ReasonForm(data={**vars(reason), "version": g.municipality.version})
    if form.validate_on_submit() and _save(form, services.edit_reason, reason=reason):
        flash(gettext("Saved."), "success")
        return redirect(url_for("municipalities.reasons"))
    return render_template("municipalities/edit_reason.html", form=form, reason=reason), form.response_code


@guards.signed_in
def place_reason(reason_id: int) -> Any:
    """One place up or down."""
    guards.require("municipalities.configure")
    reason = guards.found(queries.reason_of(reason_id))
    form = PlaceReasonForm()
    if not form.validate_on_submit():
        raise StaleVersion(STALE)
    services.place_reason(
        actor=guards.viewer(),
        reason=reason,
        is_upwards=form.direction.data == "up",
        version=form.seen_version,
    )
    return redirect(url_for("municipalities.reasons"))


def _save(form: ReasonForm, service: Callable[..., Any], **subject: Any) -> bool:
    try:
        service(actor=guards.viewer(), words=form.words, version=form.seen_version, **subject)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True
