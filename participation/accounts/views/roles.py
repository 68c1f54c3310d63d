"""The administrators' page about who may what."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.accounts import queries
from participation.accounts.forms import RoleForm, TakeRoleForm
from participation.accounts.models import Person, Role
from participation.accounts.services import roles as services
from participation.accounts.views.blueprint import blueprint
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.web import guards
from participation.web.forms import Form

UNKNOWN = N_("Nobody has signed in here with that address. Ask the person to sign in first.")


@blueprint.route("/indstillinger/roller", methods=["GET", "POST"])
@guards.signed_in
def roles() -> Any:
    """Who is on staff, and a role for one more."""
    guards.require("accounts.grant_roles")
    form = RoleForm()
    if form.validate_on_submit() and _give(form):
        flash(gettext("The role is given."), "success")
        return redirect(url_for("accounts.roles"))
    return render_template("accounts/roles.html", form=form, staff=queries.staff()), form.response_code


@blueprint.route("/indstillinger/roller/<id:person_id>", methods=["GET", "POST"])
@guards.signed_in
def take_role(person_id: int) -> Any:
    """Asked before somebody is no longer on staff."""
    guards.require("accounts.grant_roles")
    person = guards.found(queries.member_of_staff(person_id))
    form = TakeRoleForm()
    if form.validate_on_submit() and _change(form, person, Role.CITIZEN):
        flash(gettext("The role is taken away."), "success")
        return redirect(url_for("pages.front" if person is guards.viewer() else "accounts.roles"))
    return render_template("accounts/take_role.html", form=form, person=person), form.response_code


def _give(form: RoleForm) -> bool:
    person = queries.by_email(form.email.data or "")
    if person is None:
        form.refuse(RuleViolation(UNKNOWN), "email")
        return False
    return _change(form, person, Role(form.role.data))


def _change(form: Form, person: Person, role: Role) -> bool:
    try:
        services.change_role(actor=guards.viewer(), person=person, role=role)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True
