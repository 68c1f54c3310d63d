"""Inviting, sending again and taking back; and the page behind the link in the mail."""

from datetime import timedelta
from typing import Any, cast

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.accounts.models import Person
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.foundation.tenancy import current_municipality_id
from participation.organisations import queries
from participation.organisations.forms import ConfirmForm, InviteForm, role_hints
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Invitation
from participation.organisations.services import inviting
from participation.organisations.views.blueprint import blueprint
from participation.organisations.views.loading import done, found, inside_of
from participation.organisations.views.people import INVITATIONS
from participation.web import guards
from participation.web.limits import Limit, address, spend
from participation.web.locale import current_language
from participation.web.tokens import unsealed

MISSING = Limit("organisations.invitation_link", 60, timedelta(hours=1))


@blueprint.route("/foreninger/<id:organisation_id>/inviter", methods=["GET", "POST"])
@guards.signed_in
def invite(organisation_id: int) -> Any:
    """Whom to invite, and as what."""
    organisation = found(organisation_id, "organisations.lead")
    form = InviteForm(role=MembershipRole.MEMBER.value)
    if form.validate_on_submit():
        spend(INVITATIONS, str(organisation.id))
        wanted = {"email": form.email.data, "role": MembershipRole(form.role.data)}
        wanted["language"] = current_language()
        if done(form, inviting.invite, "email", organisation=organisation, **wanted):
            flash(gettext("The invitation is sent."), "success")
            return redirect(inside_of(organisation))
    shown = {"organisation": organisation, "hints": role_hints()}
    return render_template("organisations/invite.html", form=form, **shown), form.response_code


@blueprint.post("/foreninger/<id:organisation_id>/invitationer/<id:invitation_id>/send-igen")
@guards.signed_in
def resend_invitation(organisation_id: int, invitation_id: int) -> Response:
    """Mail it again; the earlier link ends."""
    return _seen_to(organisation_id, invitation_id, inviting.resend, gettext("Sent again."))


@blueprint.post("/foreninger/<id:organisation_id>/invitationer/<id:invitation_id>/fjern")
@guards.signed_in
def revoke_invitation(organisation_id: int, invitation_id: int) -> Response:
    """Take it back."""
    return _seen_to(organisation_id, invitation_id, inviting.revoke, gettext("The invitation is taken back."))


def _seen_to(organisation_id: int, invitation_id: int, service: Any, words: str) -> Response:
    organisation = found(organisation_id, "organisations.lead")
    invitation = guards.found(queries.invitation(invitation_id))
    guards.found(invitation if invitation.organisation_id == organisation.id else None)
    spend(INVITATIONS, str(organisation.id))
    service(actor=guards.viewer(), organisation=organisation, invitation=invitation)
    flash(words, "success")
    return redirect(inside_of(organisation), 303)


@blueprint.get("/foreninger/sig-ja/<invitation_token>")
def invitation(invitation_token: str) -> Any:
    """Who invites to what; nothing happens before the button is pressed."""
    invited = _invited(invitation_token)
    organisation = guards.found(queries.find(invited.organisation_id))
    page = render_template(
        "organisations/invitation.html",
        invitation=invited,
        organisation=organisation,
        token=invitation_token,
        form=ConfirmForm(),
        is_theirs=can(guards.viewer(), "organisations.answer_invitation", invited),
        here=guards.here(),
        hint=role_hints()[invited.role.value],
        address=_veiled(invited.email),
    )
    return page, 200 if invited.is_open and organisation.is_active else 410


@blueprint.post("/foreninger/sig-ja/<invitation_token>")
def accept_invitation(invitation_token: str) -> Response:
    """Yes."""
    return _accepted(_invited(invitation_token))


@blueprint.post("/foreninger/sig-nej/<invitation_token>")
def decline_invitation(invitation_token: str) -> Response:
    """No, thank you."""
    return _declined(_invited(invitation_token))


@guards.named
def _accepted(invited: Invitation) -> Response:
    organisation = guards.found(queries.find(invited.organisation_id))
    _require_theirs(invited)
    inviting.accept(actor=_person(), organisation=organisation, invitation=invited)
    flash(gettext("Welcome to %(name)s.", name=organisation.name), "success")
    return redirect(inside_of(organisation), 303)


@guards.signed_in
def _declined(invited: Invitation) -> Response:
    organisation = guards.found(queries.find(invited.organisation_id))
    _require_theirs(invited)
    inviting.decline(actor=_person(), organisation=organisation, invitation=invited)
    flash(gettext("You have said no, thank you."), "success")
    return redirect(url_for("pages.front"), 303)


def _person() -> Person:
    """Who is signed in; only behind a guard."""
    return cast(Person, guards.viewer())


def _require_theirs(invited: Invitation) -> None:
    guards.require("organisations.answer_invitation", invited)
    if not invited.is_open:
        raise RuleViolation(inviting.OVER)


def _invited(token: str) -> Invitation:
    note = unsealed(inviting.MAIL, token)
    is_ours = isinstance(note, list) and len(note) == 2 and note[0] == current_municipality_id()
    invited = queries.invitation_by(inviting.hash_of(token=str(note[1]))) if is_ours else None
    if invited is None:
        spend(MISSING, address())
    return guards.found(invited)


def _veiled(email: str) -> str:
    """`b…@eksempel.dk`: enough for whoever has the address, little for somebody else with the link."""
    name, _at, domain = email.rpartition("@")
    return f"{name[:1]}…@{domain}"
