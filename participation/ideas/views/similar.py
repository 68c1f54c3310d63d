"""What is found while somebody writes: ideas that wish for the same."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from flask import render_template, request

from participation.ideas.models import TITLE_LENGTH, Idea
from participation.ideas.queries.similar import similar_to
from participation.ideas.views.blueprint import blueprint
from participation.ideas.views.writing_form import address_of
from participation.web import guards, limits
from participation.web.limits import Limit
from participation.web.words import gettext

LOOKED = Limit("ideas.similar", 300, timedelta(minutes=10))


@blueprint.get("/foreslaa/lignende")
def similar() -> str:
    """A part of a page: the ideas like the title, or nothing at all."""
    title = request.args.get("title", "")[:TITLE_LENGTH].strip()
    viewer = guards.viewer()
    if title:
        limits.spend(LOOKED, limits.address() if viewer.actor_id is None else f"{viewer.actor_id}")
    return render_template("ideas/_similar.html", similar=rows(title))


def rows(title: str, text: str = "", *, excluding: Collection[int] = ()) -> list[dict[str, Any]]:
    """What components/similar.html takes, for the reader of the page."""
    ideas = similar_to(guards.viewer(), title, text, excluding=excluding) if title else []
    return [
        {
            "title": idea.title,
            "badge": {"label": gettext(idea.meaning.label), "tone": idea.meaning.tone},
            "support_count": idea.support_count if idea.decided_support is None else idea.decided_support,
            "links": [(_act(idea), address_of(idea))],
        }
        for idea in ideas
    ]


def _act(idea: Idea) -> str:
    return gettext("Support it instead") if idea.meaning.takes_votes else gettext("See the idea")
