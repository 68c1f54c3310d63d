"""All projects, and one with its news and what came of it."""

from typing import Any

from flask import render_template, request

from participation.extensions import db
from participation.foundation.listing import Page
from participation.pages import (
    adoptions,
    cards,
    chain,
    meeting_lines,
    outcomes,
    running,
    taking_part,
    texts,
)
from participation.pages.associations import association_links
from participation.pages.listing import Chip, address, paged, total_words
from participation.projects import queries
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project
from participation.web import guards
from participation.web.addresses import settle, url_for
from participation.web.words import gettext


def projects() -> str:
    """The list, as the address asks for it."""
    page = queries.PROJECTS_LIST.page(db.session(), queries.everybodys(), request.args.to_dict())
    return render_template(
        "pages/projects.html",
        cards=[cards.project_card(project) for project in page.rows],
        total=total_words(page, texts.project_count),
        chips=_chips(page),
        pages=paged(page, "pages.projects", {}),
        clear_href=url_for("pages.projects") if page.filters else None,
    )


def project(project_id: int, slug: str) -> str:
    """One project, from its goals and ideas to its outcome."""
    found = guards.found(queries.find(project_id))
    settle(found.slug)
    return render_template("pages/project.html", project=found, **_parts(found))


def _parts(project: Project) -> dict[str, Any]:
    goals, ideas = queries.goals_of_project(project), queries.ideas_of_project(project)
    return {
        "badge": cards.project_badge(project),
        "association_links": association_links(guards.viewer(), project.organisation),
        "runner": cards.runner_name(project),
        "steward": cards.steward_name(project),
        "goals": [(goal.title, cards.goal_address(goal)) for goal in goals],
        "ideas": [cards.idea_card(idea) for idea in ideas],
        "steps": chain.of_project(project, goals, ideas),
        "needs": taking_part.needs_of(project),
        "told": outcomes.told_of(project),
        "carried": adoptions.of_project(guards.viewer(), project),
        **running.parts_of(project),
        "meetings": meeting_lines.of_project(project),
    }


def _chips(page: Page[Project]) -> list[Chip]:
    chosen = page.filters.get("status", "")
    counts = queries.counts_by_status()
    rows = [("", gettext("All"), sum(counts.values()))]
    rows += [
        (status.value, gettext(meaning.label), counts[status])
        for status, meaning in PROJECTS.meanings.items()
        if counts.get(status)
    ]
    kept = {name: value for name, value in page.filters.items() if name != "status"}
    return [
        Chip(label, address("pages.projects", kept, status=value), value == chosen, count)
        for value, label, count in rows
    ]
