"""Claiming with a code what one wrote by hand."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.papers.forms import ClaimForm
from participation.papers.services.claiming import claim as claim_paper
from participation.papers.views.blueprint import blueprint
from participation.web import guards
from participation.web.limits import Limit, spend

TRIES = Limit("papers.claim", 10, timedelta(hours=1))


@blueprint.route("/papirkode", methods=["GET", "POST"])
@guards.signed_in
def claim() -> Any:
    """Write the code; the idea and the supports are the account's afterwards."""
    guards.require("papers.claim")
    form = ClaimForm()
    if form.validate_on_submit():
        spend(TRIES, str(guards.viewer().actor_id))
        try:
            claimed = claim_paper(actor=guards.viewer(), code=form.code.data or "")
        except RuleViolation as refusal:
            form.refuse(refusal, "code")
        else:
            flash(gettext("Thank you. What you wrote on paper is on your account now."), "success")
            return redirect(url_for("ideas.mine" if claimed.ideas else "accounts.profile"))
    return render_template("papers/claim.html", form=form), form.response_code
