"""Staff say whether an idea is the municipality's own to carry out: one press."""

from typing import Any

from flask import flash
from flask_babel import gettext
from werkzeug import Response

from participation.adoptions.services import keeping
from participation.adoptions.views.blueprint import blueprint, to_idea
from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.web import guards


@blueprint.post("/ideer/<id:idea_id>/selv")
@guards.signed_in
def keep(idea_id: int) -> Any:
    """We do it ourselves."""
    return _say(idea_id, keeping.keep, gettext("The municipality carries it out itself."))


@blueprint.post("/ideer/<id:idea_id>/slip")
@guards.signed_in
def release(idea_id: int) -> Any:
    """Others may."""
    return _say(idea_id, keeping.release, gettext("Others can offer to carry it out now."))


def _say(idea_id: int, service: Any, words: str) -> Response:
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    guards.require("adoptions.keep", idea)
    try:
        service(actor=guards.viewer(), idea=idea)
    except RuleViolation as refusal:
        flash(gettext(refusal.message, **refusal.values), "error")
        return to_idea(idea)
    flash(words, "success")
    return to_idea(idea)
