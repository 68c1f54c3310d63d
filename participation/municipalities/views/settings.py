"""The administrators' pages about the municipality itself."""

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.municipalities.forms import ConfigureForm
from participation.municipalities.services import settings as services
from participation.web import guards


@guards.signed_in
def settings() -> str:
    """All that an administrator decides, each with its page."""
    guards.require("municipalities.configure")
    return render_template("municipalities/settings.html")


@guards.signed_in
def configure() -> Any:
    """Names, contact, promises, access and colour."""
    guards.require("municipalities.configure")
    form = ConfigureForm(data=_present())
    is_sound = form.validate_on_submit()
    preview = form.accent.data if is_sound and "preview" in request.form else None
    if is_sound and preview is None and _save(form):
        flash(gettext("Saved."), "success")
        return redirect(url_for("municipalities.configure"))
    page = render_template("municipalities/configure.html", form=form, preview=preview)
    return page, form.response_code


def _present() -> dict[str, Any]:
    municipality = g.municipality
    stored: dict[str, Any] = g.site.settings.model_dump() | {
        "name": municipality.name,
        "short_name": municipality.short_name,
        "version": municipality.version,
    }
    return stored | {"closed_weeks": ", ".join(str(week) for week in stored["closed_weeks"])}


def _save(form: ConfigureForm) -> bool:
    try:
        services.configure(
            actor=guards.viewer(),
            name=form.name.data or "",
            short_name=form.short_name.data or "",
            settings=form.settings,
            version=form.seen_version,
        )
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True
