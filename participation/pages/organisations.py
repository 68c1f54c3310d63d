"""All associations and groups, one of them for everybody, and the same for its own people."""

from typing import Any

from flask import render_template, request

from participation.adoptions.queries import offers_by
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.listing import Page
from participation.ideas.queries import behalf as ideas
from participation.organisations import queries
from participation.organisations.forms import ShowMeForm
from participation.organisations.lifecycle import KINDS
from participation.organisations.models import Organisation
from participation.pages import cards, deeds, meeting_lines, texts
from participation.pages.listing import Chip, address, paged, total_words
from participation.projects.queries import projects_of_organisation
from participation.web import guards
from participation.web.addresses import settle, url_for
from participation.web.words import gettext


def organisations() -> str:
    """The list, as the address asks for it."""
    page = queries.ORGANISATIONS_LIST.page(db.session(), queries.listed(), request.args.to_dict())
    return render_template(
        "pages/organisations.html",
        cards=[cards.organisation_card(each) for each in page.rows],
        total=total_words(page, texts.organisation_count),
        chips=_chips(page),
        query=page.filters.get("q", ""),
        kept=[("kind", page.filters["kind"])] if "kind" in page.filters else [],
        pages=paged(page, "pages.organisations", {}),
        clear_href=url_for("pages.organisations") if page.filters else None,
    )


def _chips(page: Page[Organisation]) -> list[Chip]:
    chosen, kept = page.filters.get("kind", ""), {"q": page.filters.get("q", "")}
    rows = [("", gettext("All"))]
    rows += [(kind.value, gettext(meaning.label)) for kind, meaning in KINDS.items()]
    return [
        Chip(label, address("pages.organisations", kept, kind=value), value == chosen)
        for value, label in rows
    ]


def organisation(organisation_id: int, slug: str) -> str:
    """What it does, what it has proposed and carries out, whom to ask, and who does the work."""
    found = guards.found(queries.find_public(organisation_id))
    settle(found.slug)
    return render_template("pages/organisation.html", organisation=found, **_parts(found))


def _parts(organisation: Organisation) -> dict[str, Any]:
    projects = projects_of_organisation(organisation.id)
    return {
        "ideas": [cards.idea_card(idea) for idea in ideas.public_of(organisation)],
        "projects": [cards.project_card(each) for each in projects],
        "done": deeds.done_by(organisation, projects),
        "news": deeds.news_of(organisation) if projects else [],
        "people": queries.shown_people(organisation),
        "meetings": meeting_lines.of_organisation(organisation),
        "inside_href": _inside_href(organisation),
        "application_href": _application_href(organisation),
    }


def _inside_href(organisation: Organisation) -> str | None:
    belongs = can(guards.viewer(), "organisations.belong", organisation)
    return url_for("pages.organisation_inside", organisation_id=organisation.id) if belongs else None


def _application_href(organisation: Organisation) -> str | None:
    is_staff = can(guards.viewer(), "organisations.see_application", organisation)
    return url_for("organisations.application", organisation_id=organisation.id) if is_staff else None


@guards.signed_in
def organisation_inside(organisation_id: int) -> str:
    """How it stands, who belongs to it, its ideas also before they are published, and what one can do."""
    viewer = guards.viewer()
    found = guards.found(queries.find_visible(viewer, organisation_id))
    guards.require("organisations.see_inside", found)
    return render_template("pages/organisation_inside.html", organisation=found, **_inside(found))


def _inside(organisation: Organisation) -> dict[str, Any]:
    viewer = guards.viewer()
    own = queries.membership_of(organisation, viewer.actor_id)
    leads = can(viewer, "organisations.lead", organisation)
    return {
        "own": own,
        "people": queries.people_of(organisation),
        "past": queries.past_people_of(organisation),
        "invitations": queries.invitations_of(organisation) if leads else [],
        "show_form": ShowMeForm(wanted=own.is_shown) if own else None,
        "offers": offers_by(organisation),
        "ideas": [cards.idea_card(idea) for idea in ideas.all_of(organisation)],
    }
