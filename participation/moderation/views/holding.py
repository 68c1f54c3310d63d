"""The desk's page about something that is held, and what can be decided about it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.cases.lifecycle import REASONS, HoldReason
from participation.discussions.models import Comment
from participation.foundation.personal import has_cpr
from participation.foundation.text import N_
from participation.ideas.models import Addition
from participation.moderation.forms import HideForm
from participation.moderation.queries import held as queries
from participation.moderation.queries.held import Held
from participation.moderation.services import holding as services
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.tasks import Task, Verb, answer, with_reasons
from participation.projects.models import ProjectUpdate
from participation.web import guards

KINDS: dict[type, str] = {
    Comment: N_("Comment"),
    Addition: N_("Addition"),
    ProjectUpdate: N_("News from the project"),
}
CHANGE = N_("A change of a comment")
SEND_BACK = Verb(N_("Ask for it to be mended"), services.send_back)
TURN_DOWN = Verb(N_("Do not show it"), services.turn_down)


@blueprint.get("/opgaver/tilbageholdt/<id:case_id>")
@guards.signed_in
def held(case_id: int) -> str:
    """The text as it was written, why it waits, and the three possibilities."""
    found = _found(case_id)
    reason = found.thing.held_reason
    return render_template(
        "moderation/held.html",
        held=found,
        place=_place(found),
        title=found.title,
        kind=gettext(KINDS[type(found.thing)] if found.before is None else CHANGE),
        why=gettext(REASONS[HoldReason(reason)]) if reason else "",
        has_cpr=has_cpr(found.text),
    )


@blueprint.post("/opgaver/tilbageholdt/<id:case_id>/vis")
@guards.signed_in
def release_held(case_id: int) -> Any:
    """Show the very text that was seen."""
    found = _found(case_id)
    services.release(actor=guards.viewer(), held=found, seen=request.form.get("seen", ""))
    flash(gettext("Everybody can see it now, and the author is told."), "success")
    return redirect(_place(found))


@blueprint.route("/opgaver/tilbageholdt/<id:case_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def send_back(case_id: int) -> Any:
    """A reason and a sentence: what is to be mended."""
    return answer(_task(case_id, SEND_BACK, "return"))


@blueprint.route("/opgaver/tilbageholdt/<id:case_id>/afvis", methods=["GET", "POST"])
@guards.signed_in
def turn_down(case_id: int) -> Any:
    """A rule and a sentence: why it is not shown."""
    return answer(_task(case_id, TURN_DOWN, "hide"))


def _found(case_id: int) -> Held:
    guards.require("moderation.work")
    found = guards.found(queries.find(case_id))
    guards.require("moderation.decide_held", found.case, found.author)
    return found


def _task(case_id: int, verb: Verb, move: str) -> Task:
    found, form = _found(case_id), with_reasons(HideForm(), move)
    back = url_for("moderation.held", case_id=case_id)
    return Task(verb, form, found.title, found.text, back, {"held": found})


def _place(found: Held) -> str:
    """Where readers find it."""
    subject, front = found.subject, url_for("pages.front")
    if found.idea is not None:
        return f"{front}ideer/{found.idea.id}-{found.idea.slug}"
    if isinstance(subject, ProjectUpdate):
        return url_for("pages.project", project_id=subject.project_id, slug=subject.project.slug)
    return f"{front}{subject.discussion.place}#kommentar-{subject.id}" if subject.discussion else front
