"""What a project needs, as its page shows it: how much room there is, and whether the reader has joined."""

from dataclasses import dataclass
from datetime import date

from participation.projects.models import Project
from participation.volunteering import queries
from participation.volunteering.models import Need, NeedKind, Volunteer
from participation.web import guards
from participation.web.addresses import url_for
from participation.web.words import gettext, ngettext


@dataclass(frozen=True)
class NeedCard:
    """One thing that is needed; without `href` nobody can join now. `mine` is the reader's own place."""

    title: str
    room: str
    details: str = ""
    day: date | None = None
    href: str | None = None
    label: str = ""
    mine: Volunteer | None = None


def needs_of(project: Project) -> list[NeedCard]:
    """What can be joined, and what the reader has joined; nothing once the project has ended."""
    if not project.meaning.is_open:
        return []
    needs = queries.needs_of(project)
    places = queries.places_of(guards.viewer(), needs)
    cards = [_card(need, places.get(need.id)) for need in needs]
    if not any(need.is_general for need in needs):
        cards.insert(0, _general(project, None))
    return [card for card in cards if card.href or card.mine or card.details or card.room]


def _card(need: Need, mine: Volunteer | None) -> NeedCard:
    if need.is_general:
        return _general(need.project, need, mine)
    is_joinable = need.closed_at is None and mine is None
    address = url_for("volunteering.join", project_id=need.project_id, need_id=need.id)
    return NeedCard(
        title=need.title,
        room=_room(need),
        details=need.details,
        day=need.day,
        href=address if is_joinable else None,
        label=_label(need),
        mine=mine,
    )


def _general(project: Project, need: Need | None, mine: Volunteer | None = None) -> NeedCard:
    is_joinable = (need is None or need.closed_at is None) and mine is None
    address = url_for("volunteering.join_project", project_id=project.id)
    count = need.taken if need else 0
    said = ngettext("%(count)s takes part", "%(count)s take part", count, count=count) if count else ""
    return NeedCard(
        title=gettext("Take part in the project"),
        room=said,
        href=address if is_joinable else None,
        label=gettext("I want to join"),
        mine=mine,
    )


def _label(need: Need) -> str:
    if need.is_full:
        return gettext("Join the waiting list")
    return gettext("I bring it") if need.kind is NeedKind.THING else gettext("I will come")


def _room(need: Need) -> str:
    if need.closed_at is not None:
        return gettext("They have who they need.")
    if need.capacity is None:
        return ngettext("%(count)s has joined", "%(count)s have joined", need.taken, count=need.taken)
    if need.is_full:
        return ngettext("Taken. %(count)s waits.", "Taken. %(count)s wait.", need.waiting, count=need.waiting)
    return gettext("%(taken)s of %(capacity)s are found", taken=need.taken, capacity=need.capacity)
