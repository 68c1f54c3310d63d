"""One case: the idea, what has happened, and what can be done now."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext

from participation.cases.lifecycle import HoldReason
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.ideas.permissions import speaks_for
from participation.ideas.queries import answers
from participation.ideas.queries.similar import similar_to
from participation.projects import queries as projects
from participation.triage.queries.beside import TO_DECIDE, TO_READ, Beside, beside
from participation.triage.rules import ACTS, LIKELY, Act
from participation.triage.views import merging, words
from participation.triage.views.blueprint import blueprint
from participation.triage.views.changes import waiting_text
from participation.triage.views.history import history_of
from participation.triage.views.notes import notes_of
from participation.triage.views.ownership import panel
from participation.web import guards


@blueprint.get("/<id:idea_id>")
@guards.signed_in
def case(idea_id: int) -> str:
    """The case, with the likely acts as buttons and the others folded."""
    guards.require("triage.work")
    viewer = guards.viewer()
    idea = guards.found(ideas.find_whole(viewer, idea_id, TO_READ))
    linked = projects.projects_of_idea(idea) if idea.has_projects else []
    acts = acts_for(viewer, idea, has_projects=bool(linked))
    return render_template(
        "triage/case.html",
        idea=idea,
        likely=acts[:LIKELY],
        unlikely=acts[LIKELY:],
        projects=linked,
        similar=_similar(viewer, idea),
        **_facts(viewer, idea, beside(viewer, idea)),
    )


def _similar(viewer: Actor, idea: Idea) -> list[dict[str, Any]]:
    """What wishes for the same, as components/similar.html takes it."""
    found = similar_to(viewer, idea.title, idea.body, excluding=[idea.id], options=TO_DECIDE)
    return [
        {
            "title": each.title,
            "badge": {"label": gettext(each.meaning.label), "tone": each.meaning.tone},
            "support_count": None if each.meaning.is_withheld else each.support_count,
            "links": [
                (gettext("See the page"), url_for("pages.idea", idea_id=each.id, slug=each.slug)),
                (gettext("Open the case"), url_for("triage.case", idea_id=each.id)),
            ],
            "merge_href": _merge_href(viewer, idea, each),
        }
        for each in found
    ]


def _merge_href(viewer: Actor, idea: Idea, other: Idea) -> str | None:
    """Where one sees what happens if the two become one; none where that cannot be."""
    are_open = all(can(viewer, "ideas.move_merge", each) for each in (idea, other))
    return url_for("triage.merge", idea_id=idea.id, other_id=other.id) if are_open else None


def acts_for(viewer: Actor, idea: Idea, *, has_projects: bool) -> list[Act]:
    """What the viewer can do now, the likeliest first; an idea with projects follows them."""
    return [
        act
        for act in ACTS.values()
        if can(viewer, act.permission, idea) and not (has_projects and act.follows_projects)
    ]


def _facts(viewer: Actor, idea: Idea, there: Beside) -> dict[str, Any]:
    return {
        "holds_cpr": idea.held_reason == HoldReason.CPR,
        "promise": words.promise(idea.promised_at),
        "why": words.why(idea, is_newcomer=there.is_newcomer) if idea.case and idea.case.is_open else "",
        "is_newcomer": there.is_newcomer,
        "answers": _answers(idea),
        "additions": ideas.additions_of(idea) if idea.has_additions else [],
        "history": history_of(idea),
        "change": waiting_text(idea) if there.change else None,
        "came_by": words.came_by(idea),
        "merging": merging.panel_of(idea, has_merges=there.merges),
        "ownership": panel(viewer, idea.case, has_log=there.handovers, is_own=speaks_for(viewer, idea)),
        "public_href": url_for("pages.idea", idea_id=idea.id, slug=idea.slug),
        **notes_of(viewer, idea, there),
    }


def _answers(idea: Idea) -> list[dict[str, Any]]:
    versions = answers.versions_of(idea.answers)
    return [words.shown(each, versions[each.id]) | {"id": each.id} for each in idea.answers]
