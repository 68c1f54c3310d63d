"""Who offers to carry an idea out, who carries a project, and the ideas that lack somebody."""

from typing import Any

from flask import render_template, request

from participation.adoptions import queries
from participation.adoptions.models import Agreement, Offer
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.ideas.models import Idea
from participation.pages import cards, texts
from participation.pages.listing import Chip, address, paged, total_words
from participation.projects.models import Project
from participation.web.addresses import url_for
from participation.web.templating import show_date, show_number
from participation.web.words import gettext, ngettext


def unadopted() -> str:
    """The ideas that go forward and that nobody carries out yet, those that have waited longest first."""
    page = queries.UNADOPTED.page(db.session(), queries.unadopted(), request.args.to_dict())
    return render_template(
        "pages/unadopted.html",
        cards=[cards.idea_card(idea) for idea in page.rows],
        total=total_words(page, texts.idea_count),
        chips=[
            Chip(gettext(sort.label), address("pages.unadopted", {}, sort=name), name == page.sort)
            for name, sort in queries.UNADOPTED.sorts.items()
        ],
        pages=paged(page, "pages.unadopted", {}),
    )


def of_idea(viewer: Actor, idea: Idea) -> dict[str, Any] | None:
    """What an idea's page says about who carries it out; nothing where somebody does."""
    is_free = can(viewer, "adoptions.is_free", idea)
    is_kept = not is_free and queries.is_kept(idea)
    if not is_free and not is_kept:
        return None
    may_keep = can(viewer, "adoptions.keep", idea)
    return {
        "keep_href": url_for("adoptions.keep", idea_id=idea.id) if may_keep and is_free else None,
        "release_href": url_for("adoptions.release", idea_id=idea.id) if may_keep and is_kept else None,
        "is_kept": is_kept,
        "offers": [_row(viewer, each) for each in queries.shown_offers_of(idea)] if is_free else [],
        "offer_href": _offer_href(viewer, idea) if is_free else None,
        "list_href": url_for("pages.unadopted"),
    }


def _offer_href(viewer: Actor, idea: Idea) -> str | None:
    """Also for visitors, who sign in on the way."""
    is_asked = viewer.actor_id is None or can(viewer, "adoptions.offer", idea)
    return url_for("adoptions.offer", idea_id=idea.id) if is_asked else None


def _row(viewer: Actor, offer: Offer) -> dict[str, Any]:
    may_join = viewer.actor_id is None or can(viewer, "adoptions.join", offer)
    leaves, sees = can(viewer, "adoptions.leave", offer), can(viewer, "adoptions.see_offer", offer)
    return {
        "offer": offer,
        "name": offer.organisation.public_name,
        "href": cards.organisation_address(offer.organisation),
        "helpers": _helpers(offer),
        "join_href": _to("join", offer) if may_join and not leaves else None,
        "leave_href": _to("leave", offer) if leaves else None,
        "inside_href": _to("inside", offer) if sees else None,
    }


def _to(name: str, offer: Offer) -> str:
    return url_for(f"adoptions.{name}", offer_id=offer.id)


def _helpers(offer: Offer) -> str:
    """Organisations by name, people by their number."""
    names = [each.public_name for each in offer.helping_organisations if each.public_name]
    number = len(offer.helping_people)
    if number:
        names.append(ngettext("%(count)s person", "%(count)s people", number, count=show_number(number)))
    return gettext("In on it: %(names)s", names=", ".join(names)) if names else ""


def of_project(viewer: Actor, project: Project) -> dict[str, Any]:
    """Who else takes part in a project, and that there is an agreement."""
    offers = queries.carrying(project) if project.organisation_id is not None else []
    number = queries.helpers_in(offers)
    sees = can(viewer, "adoptions.see_agreement", project)
    agreement = queries.in_force(project) if project.organisation_id else None
    return {
        "runner_href": _runner_href(project),
        "partners": [
            (each.public_name, cards.organisation_address(each))
            for each in queries.partners_in(offers, project)
            if each.public_name
        ],
        "helpers": ngettext("%(count)s person", "%(count)s people", number, count=show_number(number))
        if number
        else "",
        "agreement": _until(agreement) if agreement else "",
        "agreement_href": url_for("adoptions.agreement", project_id=project.id) if sees else None,
    }


def _runner_href(project: Project) -> str | None:
    """The association's page, while it has one."""
    if project.organisation is None or project.organisation.is_hidden:
        return None
    return cards.organisation_address(project.organisation)


def _until(agreement: Agreement) -> str:
    """How long it holds, or held."""
    date = show_date(agreement.ends_on)
    if agreement.is_over:
        return gettext("With the municipality, ended on %(date)s", date=date)
    return gettext("With the municipality, until %(date)s", date=date)
