"""Looking at something again: the colleague's page, and the one for somebody outside who has no account."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.foundation.tenancy import current_municipality_id
from participation.moderation.forms import DecideForm
from participation.moderation.lifecycle import Verdict
from participation.moderation.models import Appeal
from participation.moderation.queries import appeals as queries
from participation.moderation.services import appeals as services
from participation.moderation.views import words
from participation.moderation.views.blueprint import blueprint
from participation.municipalities import queries as municipalities
from participation.web import guards
from participation.web.tokens import unsealed


@blueprint.route("/opgaver/ny-vurdering/<id:appeal_id>", methods=["GET", "POST"])
@guards.signed_in
def appeal(appeal_id: int) -> Any:
    """What was done, what the person says, and the answer's form; whoever acted only reads."""
    guards.require("moderation.work")
    found = guards.found(queries.find(appeal_id))
    guards.require("moderation.see_appeal", found)
    form = DecideForm()
    if form.is_submitted():
        guards.require("moderation.decide_appeal", found)
        if _decided(guards.viewer(), found, form):
            flash(gettext("Done, and the person is told."), "success")
            return redirect(url_for("moderation.appeal", appeal_id=found.id))
    return _page("moderation/appeal.html", found, form)


@blueprint.route("/ny-vurdering/<token>", methods=["GET", "POST"])
def outside(token: str) -> Any:
    """The same for whoever holds the address that was mailed outside; the answer ends it."""
    note = unsealed(services.OUTSIDE, token) or [None, 0]
    is_here = note[0] == current_municipality_id()
    found = guards.found(queries.find(note[1]) if is_here else None)
    guards.found(found if found.is_outside else None)
    form = DecideForm()
    if found.decided_at is None and _decided(SYSTEM, found, form):
        return redirect(url_for("moderation.outside", token=token))
    return _page("moderation/outside.html", found, form)


def _decided(actor: Actor, appeal: Appeal, form: DecideForm) -> bool:
    if not form.validate_on_submit():
        return False
    verdict, sentence = Verdict(form.verdict.data), form.sentence.data or ""
    try:
        services.decide(actor=actor, appeal=appeal, verdict=verdict, sentence=sentence)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def _page(template: str, appeal: Appeal, form: DecideForm) -> Any:
    act = appeal.act
    reason = municipalities.reason(act.reason_code)
    page = render_template(
        template,
        appeal=appeal,
        act=act,
        words=words.decision(act),
        content=words.content(act),
        reason=words.of(reason, "label"),
        reason_text=words.of(reason, "text"),
        may_decide=can(guards.viewer(), "moderation.decide_appeal", appeal),
        form=form,
    )
    return page, form.response_code
