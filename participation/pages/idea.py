"""An idea: where it stands, what the municipality said, its text, its chain, support and comments."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext

from participation.discussions import queries as discussions
from participation.discussions.forms import CommentForm
from participation.follows import queries as follows
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.errors import Moved
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities
from participation.organisations import queries as organisations
from participation.pages import chain, texts
from participation.pages.answers import shown
from participation.pages.cards import goal_address, idea_address, idea_badge, project_card
from participation.pages.frame import exists
from participation.pages.history import history_of, versions_text
from participation.pages.support import promise_of, support_of
from participation.pages.threads import thread_of
from participation.projects import queries as projects
from participation.votes import queries as votes
from participation.web import guards
from participation.web.addresses import settle


def idea(idea_id: int, slug: str) -> str:
    """One idea; a merged one leads on to the other, a wrong slug to the right one."""
    viewer = guards.viewer()
    found = guards.found(ideas.find(viewer, idea_id))
    _lead_on(viewer, found)
    settle(found.slug)
    return render_template("pages/idea.html", idea=found, **_parts(viewer, found))


def idea_versions(idea_id: int) -> str:
    """What changed from version to version."""
    viewer = guards.viewer()
    found = guards.found(ideas.find(viewer, idea_id))
    _lead_on(viewer, found)
    versions = versions_text(ideas.versions_of(found))
    return render_template(
        "pages/idea_versions.html", idea=found, href=idea_address(found), versions=versions
    )


def _lead_on(viewer: Actor, idea: Idea) -> None:
    if idea.merged_into_id is not None:
        raise Moved(idea_address(guards.found(ideas.find(viewer, idea.merged_into_id))))


def _parts(viewer: Actor, idea: Idea) -> dict[str, Any]:
    answers = ideas.answers_of(idea)
    linked = projects.of_ideas([idea.id]).get(idea.id, [])
    moves = ideas.moves_of(idea, whole=can(viewer, "ideas.see_history", idea))
    reasons = {reason.code: texts.reason_label(reason) for reason in municipalities.all_reasons()}
    said = [shown(answer) for answer in answers]
    stopped = next((move.reason_code for move in reversed(moves) if move.reason_code), None)
    return {
        "badge": idea_badge(idea),
        "badge_sentence": texts.badge_sentence(idea),
        "breadcrumbs": _breadcrumbs(idea),
        "proposer": _proposer(idea),
        "steps": chain.of_idea(idea, linked, reason=reasons.get(stopped or "", idea.explanation)),
        "final_answers": [answer for answer in reversed(said) if not answer.is_interim][:1],
        "earlier_answers": _earlier(said),
        "additions": ideas.additions_of(idea),
        "merged": ideas.merged_into(idea),
        "projects": [project_card(project) for project in linked],
        "history": history_of(idea, moves, answers, reasons),
        "has_versions": len(ideas.versions_of(idea)) > 1,
        "withheld": _withheld(viewer, idea, moves, reasons),
        **_around(viewer, idea, answers),
    }


def _around(viewer: Actor, idea: Idea, answers: list[Any]) -> dict[str, Any]:
    """What stands beside and beneath the text, for this reader."""
    is_supporting = votes.is_supporting(viewer, idea)
    return {
        "support": support_of(viewer, idea, is_supporting=is_supporting),
        "promise": promise_of(idea, answers),
        "is_supporting": is_supporting,
        "is_following": follows.is_following(viewer, idea),
        "thread": thread_of(viewer, idea.discussion, request.args),
        "comment_form": CommentForm() if discussions.may_write(viewer, idea.discussion) else None,
        "own_links": _own_links(viewer, idea),
    }


def _proposer(idea: Idea) -> str:
    return idea.author.display_name or gettext("Former user")
