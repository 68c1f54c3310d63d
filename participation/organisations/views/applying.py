"""Applying, mending and taking back an application, and keeping up to date what the page says."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.accounts.models import Person
from participation.files.models import StoredFile
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.organisations.forms import ConfirmForm, ContactForm, OrganisationForm, kind_hints
from participation.organisations.lifecycle import OrganisationKind
from participation.organisations.models import Organisation
from participation.organisations.services import applying as services
from participation.organisations.services.picturing import show_picture
from participation.organisations.services.texts import OrganisationText
from participation.organisations.views.blueprint import blueprint
from participation.organisations.views.loading import done, found, inside_of
from participation.organisations.views.picturing import chosen
from participation.web import guards
from participation.web.application import takes_files
from participation.web.limits import Limit, spend

APPLICATIONS = Limit("organisations.apply", 5, timedelta(days=1))


@blueprint.route("/foreninger/ny", methods=["GET", "POST"])
@takes_files
@guards.named
def apply() -> Any:
    """What an organisation says about itself when it asks for a place here."""
    guards.require("organisations.apply")
    viewer = guards.viewer()
    assert isinstance(viewer, Person)
    form = OrganisationForm(contact_name=viewer.display_name, contact_email=viewer.email)
    is_sent, pictures = form.validate_on_submit(), chosen(form)
    if is_sent and not form.errors:
        spend(APPLICATIONS, str(viewer.id))
        organisation = _applied(form, pictures)
        if organisation is not None:
            return redirect(inside_of(organisation))
    page = render_template("organisations/apply.html", form=form, hints=kind_hints(), kept=pictures)
    return page, form.response_code


def _applied(form: OrganisationForm, pictures: list[StoredFile]) -> Organisation | None:
    try:
        organisation = services.apply(actor=guards.viewer(), text=_text(form))
        _show(form, organisation, pictures)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return None
    flash(
        gettext("We have your application. You hear from us as soon as somebody has looked at it."), "success"
    )
    return organisation


def _show(form: ContactForm, organisation: Organisation, pictures: list[StoredFile]) -> None:
    picture, words = next(iter(pictures), None), form.alternative_text.data or ""
    show_picture(actor=guards.viewer(), organisation=organisation, picture=picture, words=words)


def _said(form: ContactForm) -> dict[str, Any]:
    """What was filled in; a field that the browser left out is empty."""
    names = OrganisationText.__dataclass_fields__.keys()
    return {name: value if value is not None else "" for name, value in form.data.items() if name in names}


def _text(form: OrganisationForm) -> OrganisationText:
    said = _said(form)
    return OrganisationText(**{**said, "kind": OrganisationKind(said["kind"])})


@blueprint.route("/foreninger/<id:organisation_id>/ret", methods=["GET", "POST"])
@takes_files
@guards.signed_in
def edit(organisation_id: int) -> Any:
    """What it says; the name of what is approved stays, for the municipality has approved that one."""
    organisation = found(organisation_id, "organisations.edit")
    form = _form_of(organisation)
    is_sent, pictures = form.validate_on_submit(), chosen(form, organisation_id)
    if is_sent and not form.errors and _changed(organisation, form, pictures):
        return redirect(inside_of(organisation))
    shown = {"organisation": organisation, "hints": kind_hints(), "kept": pictures}
    return render_template("organisations/edit.html", form=form, **shown), form.response_code


def _form_of(organisation: Organisation) -> ContactForm:
    text = vars(OrganisationText.of(organisation))
    if organisation.shown_picture is not None:
        text["alternative_text"] = organisation.shown_picture.alternative_text
    if organisation.is_active and not can(guards.viewer(), "organisations.rename", organisation):
        return ContactForm(data=text)
    return OrganisationForm(data={**text, "kind": organisation.kind.value})


def _changed(organisation: Organisation, form: ContactForm, pictures: list[StoredFile]) -> bool:
    said = _said(form)
    kind = OrganisationKind(said.get("kind", organisation.kind.value))
    text = OrganisationText(**{**vars(OrganisationText.of(organisation)), **said, "kind": kind})
    if not done(form, services.edit, organisation=organisation, text=text):
        return False
    _show(form, organisation, pictures)
    if organisation.meaning.awaits_applicant:
        services.send_again(actor=guards.viewer(), organisation=organisation)
        flash(gettext("Thank you. We look at it again."), "success")
    else:
        flash(gettext("The change is saved."), "success")
    return True


@blueprint.route("/foreninger/<id:organisation_id>/traek-tilbage", methods=["GET", "POST"])
@guards.signed_in
def recall(organisation_id: int) -> Any:
    """Asked before an application is taken back."""
    organisation = found(organisation_id, "organisations.recall")
    form = ConfirmForm()
    if form.validate_on_submit() and done(form, services.recall, organisation=organisation):
        flash(gettext("The application is taken back."), "success")
        return redirect(url_for("organisations.mine"))
    page = render_template("organisations/recall.html", form=form, organisation=organisation)
    return page, form.response_code


@blueprint.route("/foreninger/<id:organisation_id>/luk", methods=["GET", "POST"])
@guards.signed_in
def archive(organisation_id: int) -> Any:
    """Asked before an organisation is closed."""
    organisation = found(organisation_id, "organisations.archive")
    form = ConfirmForm()
    if form.validate_on_submit() and done(form, services.archive, organisation=organisation):
        flash(gettext("%(name)s is closed.", name=organisation.name), "success")
        return redirect(inside_of(organisation))
    page = render_template("organisations/archive.html", form=form, organisation=organisation)
    return page, form.response_code
