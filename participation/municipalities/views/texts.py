"""The administrators' pages about the municipality's own texts."""

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.municipalities import queries
from participation.municipalities.forms import WriteTextForm
from participation.municipalities.rules import TEXT_LANGUAGES
from participation.municipalities.services import settings as services
from participation.web import guards

# The address's last part → the text.
KINDS = {"regler": "rules", "privatliv": "privacy", "om": "about"}


@guards.signed_in
def texts() -> str:
    """The texts that the municipality writes itself."""
    guards.require("municipalities.configure")
    return render_template("municipalities/texts.html")


@guards.signed_in
def write_text(page: str) -> Any:
    """One text in both languages, with a preview."""
    guards.require("municipalities.configure")
    kind = KINDS[page]
    form = WriteTextForm(data=queries.written_texts(kind) | {"version": g.municipality.version})
    is_sound = form.validate_on_submit()
    is_preview = is_sound and "preview" in request.form
    if is_sound and not is_preview and _save(form, kind):
        flash(gettext("Saved."), "success")
        return redirect(url_for("municipalities.write_text", page=page))
    preview = {language: queries.filled_in(form[language].data) for language in TEXT_LANGUAGES if is_preview}
    shown = render_template("municipalities/write_text.html", form=form, kind=kind, preview=preview)
    return shown, form.response_code


def _save(form: WriteTextForm, kind: str) -> bool:
    bodies = {language: form[language].data for language in TEXT_LANGUAGES}
    try:
        services.write_text(actor=guards.viewer(), kind=kind, bodies=bodies, version=form.seen_version)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True
