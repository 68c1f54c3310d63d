"""Keeping what is being written in an act's form, and giving it back."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, request, url_for
from flask_babel import gettext
from werkzeug import Response
from werkzeug.datastructures import MultiDict

from participation.foundation.actors import Actor
from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.triage.forms import form_for
from participation.triage.models import AnswerDraft
from participation.triage.queries import templates as queries
from participation.triage.rules import ACTS, Act
from participation.triage.services import drafts as services
from participation.triage.views.blueprint import blueprint
from participation.web import guards
from participation.web.limits import Limit, spend

LIMIT = Limit("triage.draft", 600, timedelta(hours=1))
NOT_KEPT = frozenset({"csrf_token", "version"})
LONGEST = 10_000


@blueprint.post("/<id:idea_id>/<name>/kladde")
@guards.signed_in
def keep_draft(idea_id: int, name: str) -> Response:
    """Store what was written so far, or `drop` it; `quietly` is the browser itself, which wants no page."""
    guards.require("triage.work")
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    act = guards.found(ACTS.get(name))
    spend(LIMIT, str(guards.viewer().actor_id))
    said = (_drop if "drop" in request.form else _keep)(idea, act)
    if request.form.get("quietly"):
        return Response(status=204)
    flash(gettext(said), "success")
    return redirect(url_for("triage.move", idea_id=idea.id, name=act.name), 303)


def _keep(idea: Idea, act: Act) -> str:
    services.keep_draft(actor=guards.viewer(), idea=idea, act=act.name, fields=_written(act))
    return N_("The draft is saved. Only you can see it.")


def _drop(idea: Idea, act: Act) -> str:
    services.drop_draft(actor=guards.viewer(), idea=idea, act=act.name)
    return N_("The draft is thrown away.")


def _written(act: Act) -> dict[str, str]:
    names = [field.name for field in form_for(act.needs)() if field.name not in NOT_KEPT]
    return {name: request.form[name][:LONGEST] for name in names if name in request.form}


def draft_for(act: Act, idea: Idea, viewer: Actor) -> AnswerDraft | None:
    """What the form begins with when it is opened; nothing once something was sent."""
    return queries.draft_of(viewer, idea, act.name) if request.method == "GET" else None


def restored(draft: AnswerDraft, known: dict[str, Any]) -> dict[str, Any]:
    """What a fresh form is made from when there is a draft."""
    texts = {name: str(value) for name, value in known.items()}
    return {"formdata": MultiDict(texts | draft.fields | {"version": texts["version"]})}
