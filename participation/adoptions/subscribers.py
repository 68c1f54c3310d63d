"""Offers follow their idea and their organisation; agreements are looked at before they end."""

from participation.adoptions import queries
from participation.adoptions.services import adopting, agreeing
from participation.adoptions.services.standing import close_case, write_status
from participation.foundation.actors import Actor
from participation.foundation.events import subscribe
from participation.ideas.events import IdeaMoved, IdeaMoveUndone
from participation.ideas.models import Idea
from participation.organisations.events import OrganisationArchived
from participation.projects.events import IdeaLinked, ProjectMoved
from participation.web import worker

HOUR = 3600.0


@subscribe(IdeaLinked)
def pass_over_where_somebody_carries(event: IdeaLinked) -> None:
    """An idea that has a project takes no offers any more."""
    _pass_over(event.actor, event.idea)


@subscribe(IdeaMoved, IdeaMoveUndone)
def pass_over_where_it_stops(event: IdeaMoved | IdeaMoveUndone) -> None:
    """Nor does one that goes forward no more."""
    if not event.idea.meaning.takes_offers:
        _pass_over(event.actor, event.idea)


@subscribe(OrganisationArchived)
def take_back_offers(event: OrganisationArchived) -> None:
    """Nobody can act for it any more."""
    for offer in queries.open_offers_by(event.organisation):
        write_status(offer=offer, move="withdraw")
        close_case(offer=offer)


@subscribe(ProjectMoved)
def close_reminders(event: ProjectMoved) -> None:
    """An agreement about what is over need not be prolonged."""
    if not event.project.meaning.is_open:
        agreeing.close_reminders(project=event.project)


def _pass_over(actor: Actor, idea: Idea) -> None:
    for offer in queries.open_offers_of(idea):
        adopting.pass_over(actor=actor, offer=offer)


worker.register(every=HOUR, work=agreeing.warn_of_end)
