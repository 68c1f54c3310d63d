"""What an idea was made of: the ideas that live on in it, where a merged one leads, and related ones."""

from dataclasses import dataclass
from typing import Any

from flask import request

from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.errors import Missing, Moved
from participation.ideas import queries as ideas
from participation.ideas.models import Addition, Idea
from participation.ideas.queries import merging
from participation.pages.cards import idea_card
from participation.pages.texts import signed
from participation.web.addresses import url_for
from participation.web.words import gettext

# Comments keep their numbers when they move, so the page of comments that an address asks for is kept.
KEPT = ("until", "after")


@dataclass(frozen=True)
class Part:
    """An idea that lives on in another; `is_readable` by everybody, not only by its author and staff."""

    idea: Idea
    proposer: str
    additions: list[Addition]
    versions_href: str | None
    is_readable: bool


def lead_on(viewer: Actor, idea: Idea, *, to_versions: bool = False) -> None:
    """Raise Moved for a merged idea; its author reads it here while the other is not public."""
    if idea.merged_into_id is None:
        return
    target = ideas.find(viewer, merging.where_it_lives(idea).id)
    if target is None:
        if can(viewer, "ideas.see_history", idea):
            return
        raise Missing
    if to_versions:
        raise Moved(url_for("pages.idea_versions", idea_id=target.id, _anchor=f"ide-{idea.id}"))
    kept: dict[str, Any] = {name: request.args[name] for name in KEPT if name in request.args}
    raise Moved(url_for("pages.idea", idea_id=target.id, slug=target.slug, **kept))


def parts(viewer: Actor, idea: Idea) -> dict[str, Any]:
    """The texts that the idea also builds on, and the cards of those it is linked with."""
    return {
        "built_from": [_part(viewer, idea, other) for other in merging.absorbed(viewer, idea)]
        if idea.has_joined
        else [],
        "related": [idea_card(other) for other in merging.see_also(idea)]
        if idea.has_links or idea.has_joined
        else [],
    }


def own_links(viewer: Actor, idea: Idea) -> list[tuple[str, str]]:
    """Where its authors say what they think of a merging that the idea takes part in."""
    if viewer.actor_id is None or not (idea.has_joined or idea.author_id == viewer.actor_id):
        return []
    return [
        (gettext("About the merging of two ideas"), url_for("ideas.merge", merge_id=merge.id))
        for merge in merging.merges_of(idea)
        if can(viewer, "ideas.object", merge) or can(viewer, "ideas.stand_together", merge)
    ]


def _part(viewer: Actor, idea: Idea, other: Idea) -> Part:
    has_versions = len(ideas.versions_of(other)) > 1
    versions = url_for("pages.idea_versions", idea_id=idea.id, _anchor=f"ide-{other.id}")
    return Part(
        idea=other,
        proposer=signed(viewer, other.author.display_name or gettext("Former user"), other.organisation),
        additions=ideas.additions_of(other),
        versions_href=versions if has_versions else None,
        is_readable=other.published_at is not None,
    )
