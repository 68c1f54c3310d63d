"""Close a discussion and open it again."""

from typing import Any

from flask import url_for

from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.moderation.forms import HideForm, ShowForm
from participation.moderation.services import closing as services
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.tasks import Task, Verb, answer, come_from, with_reasons
from participation.web import guards

CLOSE = Verb(N_("Close the discussion"), services.close_discussion)
OPEN = Verb(N_("Open the discussion again"), services.open_discussion)


@blueprint.route("/ideer/<id:idea_id>/luk-samtalen", methods=["GET", "POST"])
@guards.signed_in
def close_discussion(idea_id: int) -> Any:
    """Take no more comments."""
    return answer(_task(CLOSE, with_reasons(HideForm(), "close"), idea_id))


@blueprint.route("/ideer/<id:idea_id>/aabn-samtalen", methods=["GET", "POST"])
@guards.signed_in
def open_discussion(idea_id: int) -> Any:
    """Take comments again."""
    return answer(_task(OPEN, ShowForm(), idea_id))


def _task(verb: Verb, form: ShowForm, idea_id: int) -> Task:
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    guards.require("moderation.close_discussion", idea)
    back = come_from(url_for("pages.idea", idea_id=idea.id, slug=idea.slug))
    return Task(verb, form, idea.title, "", back, {"idea": idea})
