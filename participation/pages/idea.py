"""An idea: where it stands, what the municipality said, its text, its chain, support and comments."""

from collections.abc import Mapping, Sequence
from typing import Any

from babel.lists import format_list
from flask import render_template, request
from sqlalchemy.orm import with_expression

from participation.discussions.forms import BODY_LENGTH, CommentForm, comment_form
from participation.follows import queries as follows
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.errors import Erased
from participation.ideas import queries as ideas
from participation.ideas.models import Answer, Idea, IdeaMove
from participation.ideas.queries.erased import erased_ground
from participation.ideas.queries.merging import absorbed, coauthors_of
from participation.moderation.lifecycle import TOMBSTONES, DeletionReason
from participation.organisations import queries as organisations
from participation.organisations.models import Organisation
from participation.pages import adoptions, chain, joined, outcomes, succession, texts
from participation.pages.answers import shown_all
from participation.pages.associations import association_links
from participation.pages.cards import (
    goal_address,
    idea_address,
    idea_badge,
    organisation_address,
    project_card,
    theme_address,
)
from participation.pages.held import additions_of
from participation.pages.history import changes_between, history_of
from participation.pages.notices import notices_of
from participation.pages.support import follow_of, promise_of, support_of
from participation.pages.threads import closing_of, thread_of
from participation.projects import queries as projects
from participation.votes import queries as votes
from participation.web import guards
from participation.web.addresses import settle, url_for
from participation.web.locale import current_language
from participation.web.markup import masked
from participation.web.words import gettext

OF_EVERYBODY = (with_expression(Idea.has_projects, projects.comes_from(Idea.id)),)
OF_A_READER = (
    *OF_EVERYBODY,
    with_expression(Idea.is_supported, votes.supported_by(ideas.READER, Idea.id)),
    with_expression(Idea.is_followed, follows.followed_by(ideas.READER, Idea.id)),
    with_expression(Idea.has_acting_reader, organisations.acts_for_some(ideas.READER)),
)


def idea(idea_id: int, slug: str) -> str:
    """One idea; a merged one leads on to the other, a wrong slug to the right one."""
    viewer = guards.viewer()
    marks = OF_EVERYBODY if viewer.actor_id is None else OF_A_READER
    found = _present(viewer, idea_id, ideas.find_whole(viewer, idea_id, marks))
    joined.lead_on(viewer, found)
    settle(found.slug)
    return render_template("pages/idea.html", idea=found, **_parts(viewer, found))


def idea_versions(idea_id: int) -> str:
    """What changed from version to version."""
    viewer = guards.viewer()
    found = _present(viewer, idea_id, ideas.find(viewer, idea_id))
    joined.lead_on(viewer, found, to_versions=True)
    return render_template(
        "pages/idea_versions.html",
        idea=found,
        href=idea_address(found),
        changes=changes_between(ideas.versions_of(found)),
        others=[(each, changes_between(ideas.versions_of(each))) for each in absorbed(viewer, found)],
    )


def _present(viewer: Actor, idea_id: int, found: Idea | None) -> Idea:
    """The idea; where it was deleted for good, the page says so."""
    ground = erased_ground(viewer, idea_id) if found is None else None
    if ground is not None:
        raise Erased(TOMBSTONES[DeletionReason(ground)])
    return guards.found(found)


def _parts(viewer: Actor, idea: Idea) -> dict[str, Any]:
    answers = idea.answers
    linked = projects.projects_of_idea(idea) if idea.has_projects else []
    moves = ideas.moves_of(idea, whole=can(viewer, "ideas.see_history", idea))
    reasons = texts.ReasonLabels()
    return {
        **_said(answers),
        "organisation": _organisation_link(idea.organisation),
        "badge": idea_badge(idea),
        "badge_sentence": texts.badge_sentence(idea),
        "breadcrumbs": _breadcrumbs(idea),
        "proposer": _proposer(viewer, idea),
        "came_by": texts.came_by(idea),
        "steps": chain.of_idea(idea, linked, **_stop(idea, moves, reasons)),
        "additions": additions_of(viewer, idea, reasons) if idea.has_additions else [],
        **joined.parts(viewer, idea),
        "projects": [project_card(project) for project in linked],
        "outcomes": outcomes.lines_of(linked),
        "history": history_of(idea, moves, answers, reasons, succession.journeys(idea)),
        "has_versions": idea.is_changed,
        "notices": notices_of(viewer, idea, moves, reasons),
        "mend_href": _mend_href(viewer, idea),
        **_around(viewer, idea, answers, reasons),
    }


def _said(answers: Sequence[Answer]) -> dict[str, Any]:
    """The municipality's last word, and what it said before."""
    said = shown_all(answers)
    return {
        "final_answers": [answer for answer in reversed(said) if not answer.is_interim][:1],
        "earlier_answers": [answer for answer in reversed(said) if answer.is_interim],
    }


def _stop(idea: Idea, moves: list[IdeaMove], reasons: Mapping[str, str]) -> dict[str, Any]:
    """Why and when it stopped, by the last move that led to where it stands."""
    last = next((move for move in reversed(moves) if move.to_status is idea.status), None)
    return {"reason": _why(idea, last, reasons), "stopped_at": last.at if last else None}


def _why(idea: Idea, last: IdeaMove | None, reasons: Mapping[str, str]) -> str:
    """A project's own reason is masked like the rest of its words."""
    if last is not None and last.reason_code:
        return reasons.get(last.reason_code, idea.explanation)
    return masked(last.sentence) if last is not None and last.cause else idea.explanation


def _around(viewer: Actor, idea: Idea, answers: list[Answer], reasons: Mapping[str, str]) -> dict[str, Any]:
    """What stands beside and beneath the text, for this reader."""
    is_supporting = bool(idea.is_supported)
    closing = closing_of(viewer, idea, reasons)
    thread = thread_of(viewer, idea.discussion, request.args, reasons, closing=closing)
    return {
        "support": support_of(viewer, idea, is_supporting=is_supporting),
        "promise": promise_of(idea, answers),
        "follow": follow_of(
            viewer, idea, is_following=_is_following(viewer, idea), is_supporting=is_supporting
        ),
        "thread": thread,
        "comment_form": _comment_form(viewer, idea) if thread and thread.has_form else None,
        "comment_limit": BODY_LENGTH,
        "adoption": adoptions.of_idea(viewer, idea),
        "own_links": [*_own_links(viewer, idea), *joined.own_links(viewer, idea)],
        "case_href": _case_href(viewer, idea),
        "report_links": _report_links(viewer, idea),
    }


def _is_following(viewer: Actor, idea: Idea) -> bool:
    """The idea itself, or one that lives on in it."""
    return bool(idea.is_followed) or (bool(idea.has_joined) and follows.is_following(viewer, idea))


def _comment_form(viewer: Actor, idea: Idea) -> CommentForm:
    return comment_form(organisations.names_acting_for(viewer.actor_id) if idea.has_acting_reader else {})


def _mend_href(viewer: Actor, idea: Idea) -> str | None:
    """Where the author takes up what waits for the author."""
    waits = idea.meaning.awaits_author and can(viewer, "ideas.edit", idea)
    return url_for("ideas.edit", idea_id=idea.id) if waits else None


def _breadcrumbs(idea: Idea) -> list[tuple[str, str]]:
    if idea.goal is None:
        return [(gettext("Ideas"), url_for("pages.ideas"))]
    theme = idea.goal.theme
    upper = [(theme.title, theme_address(theme))] if theme else [(gettext("Goals"), url_for("pages.goals"))]
    return [*upper, (idea.goal.title, goal_address(idea.goal))]


def _proposer(viewer: Actor, idea: Idea) -> str:
    nameless = gettext("somebody who is not named") if idea.author.is_paper else gettext("Former user")
    names = [
        idea.author.display_name or nameless,
        *(coauthors_of(idea) if idea.has_joined else []),
    ]
    name = format_list(names, locale=current_language())
    return texts.signed(viewer, str(name), idea.organisation)


def _organisation_link(organisation: Organisation | None) -> tuple[str, str] | None:
    """The organisation on whose behalf it was proposed, and its page."""
    shown = organisation.public_name if organisation else None
    return (shown, organisation_address(organisation)) if organisation and shown else None


def _own_links(viewer: Actor, idea: Idea) -> list[tuple[str, str]]:
    """What author and staff may do with it, each on a page of its own."""
    rows = (
        ("ideas.edit", gettext("Edit"), "ideas.edit"),
        ("ideas.add_to", gettext("Add to the idea"), "ideas.add_to"),
        ("ideas.move_withdraw", gettext("Withdraw the idea"), "ideas.withdraw"),
        ("ideas.hide", *_hiding(idea)),
        ("moderation.close_discussion", *_closing(idea)),
        ("moderation.propose_deletion", gettext("Delete for good"), "moderation.delete_idea"),
    )
    return [
        (label, url_for(endpoint, idea_id=idea.id))
        for name, label, endpoint in rows
        if can(viewer, name, idea)
    ]


def _hiding(idea: Idea) -> tuple[str, str]:
    if idea.is_hidden:
        return gettext("Show again"), "moderation.show_idea"
    return gettext("Hide"), "moderation.hide_idea"


def _closing(idea: Idea) -> tuple[str, str]:
    if idea.discussion_closed_at is not None:
        return gettext("Open the discussion again"), "moderation.open_discussion"
    return gettext("Close the discussion"), "moderation.close_discussion"


def _report_links(viewer: Actor, idea: Idea) -> list[tuple[str, str]]:
    """Where a reader tells of what breaks the rules: the idea, and the association behind it."""
    links = []
    if can(viewer, "moderation.report", idea):
        links.append((gettext("Report the idea"), url_for("moderation.report_idea", idea_id=idea.id)))
    return links + association_links(viewer, organisations.find(idea.organisation_id))


def _case_href(viewer: Actor, idea: Idea) -> str | None:
    is_open = viewer.is_staff and idea.case_id is not None
    return url_for("triage.case", idea_id=idea.id) if is_open else None
