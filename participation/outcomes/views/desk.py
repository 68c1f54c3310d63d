"""Where staff answer somebody for whom it did not help."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation
from participation.outcomes import queries
from participation.outcomes.forms import ReplyForm
from participation.outcomes.models import HelpAnswer
from participation.outcomes.services import asking
from participation.outcomes.views.blueprint import blueprint
from participation.projects import queries as projects
from participation.web import guards


@blueprint.route("/opgaver/tilbagemeldinger/<id:help_answer_id>", methods=["GET", "POST"])
@guards.signed_in
def feedback(help_answer_id: int) -> Any:
    """What somebody says, and the answer's form."""
    found = guards.found(queries.feedback(help_answer_id))
    guards.require("outcomes.see_feedback", found)
    form = ReplyForm()
    if form.validate_on_submit() and _replied(form, found):
        flash(gettext("Done, and the person is told."), "success")
        return redirect(url_for("outcomes.feedback", help_answer_id=found.id))
    page = render_template(
        "outcomes/feedback.html",
        form=form,
        given=found,
        ideas=projects.ideas_of_project(found.project),
        may_reply=can(guards.viewer(), "outcomes.reply", found),
    )
    return page, form.response_code


def _replied(form: ReplyForm, found: HelpAnswer) -> bool:
    guards.require("outcomes.reply", found)
    try:
        asking.reply(actor=guards.viewer(), answer=found, words=form.words.data or "")
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True
