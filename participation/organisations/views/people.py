"""Roles, removing, leaving and handing over."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.organisations import queries
from participation.organisations.forms import LEAVE, ConfirmForm, HandOverForm, RoleForm, role_hints
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.services import belonging, inviting
from participation.organisations.views.blueprint import blueprint
from participation.organisations.views.loading import done, found, inside_of
from participation.web import guards
from participation.web.limits import Limit, spend
from participation.web.locale import current_language

INVITATIONS = Limit("organisations.invite", 30, timedelta(days=1))


@blueprint.route("/foreninger/<id:organisation_id>/folk/<id:membership_id>", methods=["GET", "POST"])
@guards.signed_in
def change_role(organisation_id: int, membership_id: int) -> Any:
    """Another role for somebody."""
    organisation = found(organisation_id, "organisations.lead")
    membership = guards.found(queries.membership(organisation, membership_id))
    form = RoleForm(role=membership.role.value)
    if form.validate_on_submit():
        wanted = {"membership": membership, "role": MembershipRole(form.role.data)}
        if done(form, belonging.change_role, "role", organisation=organisation, **wanted):
            flash(gettext("The role is changed."), "success")
            return redirect(inside_of(organisation))
    shown = {"organisation": organisation, "membership": membership, "hints": role_hints()}
    return render_template("organisations/change_role.html", form=form, **shown), form.response_code


@blueprint.route("/foreninger/<id:organisation_id>/folk/<id:membership_id>/fjern", methods=["GET", "POST"])
@guards.signed_in
def remove(organisation_id: int, membership_id: int) -> Any:
    """Asked before somebody is removed."""
    organisation = found(organisation_id, "organisations.lead")
    membership = guards.found(queries.membership(organisation, membership_id))
    guards.require("organisations.end_membership", organisation, membership)
    form = ConfirmForm()
    if form.validate_on_submit() and done(
        form, belonging.remove, organisation=organisation, membership=membership
    ):
        flash(gettext("Removed. It holds from now on."), "success")
        return redirect(inside_of(organisation))
    shown = {"organisation": organisation, "membership": membership}
    return render_template("organisations/remove.html", form=form, **shown), form.response_code


@blueprint.route("/foreninger/<id:organisation_id>/forlad", methods=["GET", "POST"])
@guards.signed_in
def leave(organisation_id: int) -> Any:
    """Asked before one leaves."""
    organisation = found(organisation_id, "organisations.leave")
    form = ConfirmForm()
    if form.validate_on_submit() and done(form, belonging.leave, organisation=organisation):
        flash(gettext("You do not belong to %(name)s any more.", name=organisation.name), "success")
        return redirect(url_for("organisations.mine"))
    page = render_template("organisations/leave.html", form=form, organisation=organisation)
    return page, form.response_code


@blueprint.route("/foreninger/<id:organisation_id>/giv-videre", methods=["GET", "POST"])
@guards.signed_in
def hand_over(organisation_id: int) -> Any:
    """Who comes next; one's own role ends when they say yes."""
    organisation = found(organisation_id, "organisations.lead")
    form = HandOverForm()
    if form.validate_on_submit():
        spend(INVITATIONS, str(organisation.id))
        kept = None if form.left_role.data == LEAVE else MembershipRole(form.left_role.data)
        wanted = {"email": form.email.data, "left_role": kept, "language": current_language()}
        if done(form, inviting.hand_over, "email", organisation=organisation, **wanted):
            flash(gettext("Sent. You sign for it until the new one has said yes."), "success")
            return redirect(inside_of(organisation))
    page = render_template("organisations/hand_over.html", form=form, organisation=organisation)
    return page, form.response_code
