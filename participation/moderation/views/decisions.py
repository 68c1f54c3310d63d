"""What was decided about somebody, as they read it, and where they ask for another look."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.accounts.models import Person
from participation.discussions import queries as discussions
from participation.foundation.authorization import can
from participation.foundation.clock import now
from participation.foundation.errors import Missing, RuleViolation
from participation.moderation import rules
from participation.moderation.forms import AppealForm
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries import appeals as queries
from participation.moderation.rules import Act
from participation.moderation.services import appeals as services
from participation.moderation.views import words
from participation.moderation.views.blueprint import blueprint
from participation.municipalities import queries as municipalities
from participation.web import guards

LIMIT = 3000


@blueprint.get("/min-side/beslutninger")
@guards.signed_in
def decisions() -> str:
    """All that was decided about the reader."""
    rows = [_row(act) for act in queries.decisions_about(guards.viewer())]
    return render_template("moderation/decisions.html", rows=rows)


def _row(act: Act) -> dict[str, Any]:
    """What it was about has a title, unless it was about the reader."""
    title = "" if isinstance(rules.subject_of(act), Person) else words.content(act)["title"]
    return {"act": act, "words": words.decision(act), "title": title, "href": _href(act)}


@blueprint.route("/beslutninger/<id:entry_id>", methods=["GET", "POST"])
@guards.signed_in
def decision(entry_id: int) -> Any:
    """Something hidden, closed or stopped."""
    return _answer(queries.entry(entry_id))


@blueprint.route("/beslutninger/ideer/<id:move_id>", methods=["GET", "POST"])
@guards.signed_in
def refusal(move_id: int) -> Any:
    """An idea that was not published."""
    return _answer(queries.refusal(move_id))


@blueprint.get("/kommentarer/<id:comment_id>/beslutning")
@guards.signed_in
def comment_decision(comment_id: int) -> Any:
    """From a hidden comment to what was decided about it."""
    comment = guards.found(discussions.find(guards.viewer(), comment_id))
    hidden = queries.last_entry(ModerationAct.HIDE, comment_id=comment.id)
    entry = guards.found(hidden or queries.last_entry(ModerationAct.REFUSE, comment_id=comment.id))
    guards.require("moderation.see_decision", entry)
    return redirect(_href(entry))


def _answer(act: Act | None) -> Any:
    if act is None or not _is_readers(act):
        raise Missing
    form = AppealForm()
    if form.validate_on_submit():
        try:
            services.appeal(actor=guards.viewer(), act=act, body=form.body.data or "")
            flash(gettext("Thank you. Somebody else looks at it now."), "success")
            return redirect(_href(act))
        except RuleViolation as violation:
            form.refuse(violation)
    return render_template("moderation/_decision.html", form=form, **_shown(act)), form.response_code


def _is_readers(act: Act) -> bool:
    """Another person's is missing, like what does not exist."""
    return can(guards.viewer(), "moderation.see_decision", act) and rules.is_appealable(act)


def _shown(act: Act) -> dict[str, Any]:
    reason = municipalities.reason(act.reason_code)
    return {
        "act": act,
        "words": words.decision(act),
        "content": words.content(act),
        "reason": words.of(reason, "label"),
        "reason_text": words.of(reason, "text"),
        "until": getattr(act, "until", None),
        "appeal": queries.appeal_of(act),
        "ends_at": rules.appeal_ends_at(act),
        "is_late": now() > rules.appeal_ends_at(act),
        "limit": LIMIT,
    }


def _href(act: Act) -> str:
    if isinstance(act, ModerationEntry):
        return url_for("moderation.decision", entry_id=act.id)
    return url_for("moderation.refusal", move_id=act.id)
