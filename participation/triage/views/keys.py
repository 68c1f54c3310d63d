"""The desk by keyboard: what the keys do, and whether single ones do anything."""

from typing import Any, cast

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.accounts.models import Person
from participation.accounts.services import profile
from participation.triage.forms.keys import KeysForm
from participation.triage.views.blueprint import blueprint
from participation.web import guards


@blueprint.route("/genveje", methods=["GET", "POST"])
@guards.signed_in
def keys() -> Any:
    """The same list as the dialog on the desk's pages, and the choice."""
    guards.require("triage.work")
    person = cast(Person, guards.viewer())
    form = KeysForm(has_single_keys=person.has_single_keys)
    if form.validate_on_submit():
        wanted = bool(form.has_single_keys.data)
        profile.choose_single_keys(actor=person, person=person, wanted=wanted)
        flash(gettext("Saved."), "success")
        return redirect(url_for("triage.keys"))
    return render_template("triage/keys.html", form=form), form.response_code
