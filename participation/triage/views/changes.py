"""A changed text that waits: agree to it, or let the old one stand."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.errors import StaleVersion
from participation.foundation.numbers import row_id
from participation.foundation.text import N_, difference
from participation.ideas import queries as ideas
from participation.ideas.models import Idea, VersionState
from participation.ideas.queries.versions import version_of
from participation.ideas.services.writing import decide_version
from participation.triage.views.blueprint import blueprint
from participation.web import guards


@blueprint.post("/<id:idea_id>/tekst")
@guards.signed_in
def decide_text(idea_id: int) -> Response:
    """Agree (`agrees=yes`) or not, to the very text that was shown."""
    guards.require("triage.work")
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    agrees = request.form.get("agrees") == "yes"
    if _is_decided(idea, agrees=agrees):
        return redirect(url_for("triage.case", idea_id=idea.id))
    waiting = ideas.proposed_version(idea)
    if waiting is None or str(waiting.id) != request.form.get("seen"):
        raise StaleVersion(N_("The text has changed since you opened it. Look at the idea again."))
    decide_version(actor=guards.viewer(), idea=idea, agrees=agrees)
    flash(gettext("Done: “%(title)s”.", title=idea.safe_title), "success")
    return redirect(url_for("triage.case", idea_id=idea.id))


def _is_decided(idea: Idea, *, agrees: bool) -> bool:
    """Whether the very text has been decided like this already, as by a double click."""
    seen = version_of(idea, row_id(request.form.get("seen")) or 0)
    state = VersionState.CURRENT if agrees else VersionState.REJECTED
    return seen is not None and seen.state is state


def waiting_text(idea: Idea) -> dict[str, Any] | None:
    """What would change, word for word; None when no changed text waits."""
    waiting = ideas.proposed_version(idea)
    if waiting is None:
        return None
    pairs = [(idea.title, waiting.title), (idea.body, waiting.body), (idea.place, waiting.place)]
    return {
        "id": waiting.id,
        "is_held": waiting.held_reason is not None,
        "parts": [difference(*pair) for pair in pairs if pair[0] != pair[1]],
    }
