"""Finding offers, the ideas that nobody carries out yet, and the agreement of a project."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import joinedload, selectinload

from participation.adoptions.lifecycle import CARRYING, OFFERS, OPEN_OFFERS
from participation.adoptions.models import Agreement, KeptIdea, Offer, OfferSupporter
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.clock import today
from participation.foundation.listing import Listing, Sort
from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea
from participation.organisations import queries as organisations
from participation.organisations.models import Organisation
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project, ProjectIdea

TAKING_OFFERS = IDEAS.statuses_where("takes_offers")
CANCELLED = PROJECTS.statuses_where("is_cancelled")
GOING = PROJECTS.statuses_where("is_open")
AGREED = OFFERS.statuses_where("is_agreed")

UNADOPTED: Listing[Idea] = Listing(
    identity=Idea.id,
    filters={},
    sorts={
        "decided": Sort(N_("Waited longest"), Idea.decided_at, is_descending=False),
        "most": Sort(N_("Most support"), Idea.support_count),
    },
)


def _is_free() -> ColumnElement[bool]:
    """It goes forward, and neither a project that stands nor the municipality itself carries it out."""
    carried = (
        select(ProjectIdea.idea_id)
        .join(Project, Project.id == ProjectIdea.project_id)
        .where(Project.status.not_in(sorted(CANCELLED)), ProjectIdea.idea_id == Idea.id)
    )
    return and_(
        Idea.status.in_(sorted(TAKING_OFFERS)),
        Idea.effort_id.is_(None),
        Idea.decided_at.is_not(None),
        ~carried.exists(),
        Idea.id.not_in(select(KeptIdea.idea_id)),
    )


def unadopted() -> Select[Idea]:
    """The ideas of the list for everybody that nobody carries out yet."""
    return ideas.public_ideas().where(_is_free())


def is_kept(idea: Idea) -> bool:
    """The municipality has said that it carries the idea out itself."""
    return idea.meaning.takes_offers and db.session.get(KeptIdea, idea.id) is not None


def latest_unadopted(limit: int) -> list[Idea]:
    """Some of them, those that have waited longest first."""
    waiting = unadopted().order_by(Idea.decided_at, Idea.id)
    return list(db.session.scalars(waiting.limit(limit)))


def _whole() -> Select[Offer]:
    return select(Offer).options(
        joinedload(Offer.organisation),
        joinedload(Offer.idea),
        joinedload(Offer.person),
        selectinload(Offer.supporters).options(
            joinedload(OfferSupporter.person), joinedload(OfferSupporter.organisation)
        ),
    )


def find(offer_id: int) -> Offer | None:
    """The offer with that number, whoever asks."""
    return db.session.scalar(_whole().where(Offer.id == offer_id))


def open_offers_of(idea: Idea) -> list[Offer]:
    """The offers about an idea that still wait for somebody, oldest first."""
    waiting = _whole().where(Offer.idea_id == idea.id, Offer.status.in_(sorted(OPEN_OFFERS)))
    return list(db.session.scalars(waiting.order_by(Offer.id)))


def others_of(offer: Offer) -> list[Offer]:
    """The open offers that compete with it."""
    return [each for each in open_offers_of(offer.idea) if each.id != offer.id]


def shown_offers_of(idea: Idea) -> list[Offer]:
    """Those of them that everybody can read."""
    return [each for each in open_offers_of(idea) if each.is_shown]


def open_offer_by(organisation: Organisation, idea: Idea) -> Offer | None:
    """The one that the organisation has already made."""
    mine = (Offer.organisation_id == organisation.id, Offer.status.in_(sorted(OPEN_OFFERS)))
    return db.session.scalar(_whole().where(Offer.idea_id == idea.id, *mine))


def open_offers_by(organisation: Organisation) -> list[Offer]:
    """All that the organisation has made and nobody has answered for good."""
    mine = (Offer.organisation_id == organisation.id, Offer.status.in_(sorted(OPEN_OFFERS)))
    return list(db.session.scalars(_whole().where(*mine).order_by(Offer.id)))


def offers_by(organisation: Organisation) -> list[Offer]:
    """All offers of an organisation, the newest first."""
    mine = _whole().where(Offer.organisation_id == organisation.id)
    return list(db.session.scalars(mine.order_by(Offer.id.desc())))


def count_open_by(person_id: int | None) -> int:
    """How many offers the person has made that are still open."""
    mine = (Offer.person_id == person_id, Offer.status.in_(sorted(OPEN_OFFERS)))
    return db.session.scalar(select(func.count(Offer.id)).where(*mine)) or 0


def supporter(offer: Offer, person_id: int | None, organisation_id: int | None) -> OfferSupporter | None:
    """The row of whoever has joined, for themselves or for an organisation."""
    return next(
        (
            each
            for each in offer.supporters
            if each.organisation_id == organisation_id
            and (organisation_id is not None or each.person_id == person_id)
        ),
        None,
    )


def carrying(project: Project) -> list[Offer]:
    """The offers that a project has come from: the one agreed to first."""
    found = _whole().where(Offer.project_id == project.id, Offer.status.in_(sorted(CARRYING)))
    return sorted(db.session.scalars(found), key=lambda each: (each.status not in AGREED, each.id))


def partners_in(offers: Iterable[Offer], project: Project) -> list[Organisation]:
    """The other organisations that take part, in the order in which they came, also one that has closed."""
    found: dict[int, Organisation] = {}
    for offer in offers:
        for each in (offer.organisation, *offer.helping_organisations):
            if each.id != project.organisation_id and not each.is_hidden:
                found.setdefault(each.id, each)
    return list(found.values())


def helpers_in(offers: Iterable[Offer]) -> int:
    """How many people said that they are in on it, each once."""
    return len({each.person_id for offer in offers for each in offer.helping_people})


def choices_for(actor: Actor, idea: Idea) -> dict[int, str]:
    """The organisations for which the person can offer: those that have not done so already."""
    taken = {each.organisation_id for each in open_offers_of(idea)}
    return {each.id: each.name for each in organisations.acting_for(actor.actor_id) if each.id not in taken}


def made_for(actor: Actor, idea: Idea) -> list[Offer]:
    """The open offers about it of the organisations for which the person acts."""
    mine = {each.id for each in organisations.acting_for(actor.actor_id)}
    return [each for each in open_offers_of(idea) if each.organisation_id in mine]


def choices_to_join(actor: Actor, offer: Offer) -> dict[int, str]:
    """The organisations for which the person can join in it."""
    taken = {each.organisation_id for each in offer.supporters} | {offer.organisation_id}
    return {each.id: each.name for each in organisations.acting_for(actor.actor_id) if each.id not in taken}


def agreements_of(project: Project) -> list[Agreement]:
    """All versions, the newest first, with those who wrote and confirmed them."""
    people = (Agreement.written_by, Agreement.municipality_by, Agreement.organisation_by)
    versions = select(Agreement).where(Agreement.project_id == project.id)
    statement = versions.options(*(joinedload(each) for each in people))
    return list(db.session.scalars(statement.order_by(Agreement.number.desc())))


def agreement(agreement_id: int) -> Agreement | None:
    """One version by its number in the table."""
    return db.session.scalar(select(Agreement).where(Agreement.id == agreement_id))


def in_force(project: Project) -> Agreement | None:
    """The newest version that both sides have confirmed."""
    return next((each for each in agreements_of(project) if each.is_confirmed), None)


def ending(*, by: date) -> list[Agreement]:
    """The agreements in force that end by a day, and whose sides have not been told."""
    confirmed = and_(Agreement.municipality_at.is_not(None), Agreement.organisation_at.is_not(None))
    newest = (
        select(Agreement.project_id, func.max(Agreement.number).label("number"))
        .where(confirmed)
        .group_by(Agreement.project_id)
        .subquery()
    )
    statement = (
        select(Agreement)
        .join(newest, and_(newest.c.project_id == Agreement.project_id, newest.c.number == Agreement.number))
        .join(Agreement.project)
        .where(Project.status.in_(sorted(GOING)), Project.organisation_id.is_not(None))
        .where(Agreement.ends_on <= by, Agreement.ends_on >= today(), Agreement.warned_on.is_(None))
    )
    return list(db.session.scalars(statement.order_by(Agreement.ends_on, Agreement.id)))


def waiting_cases(project: Project) -> Iterable[Agreement]:
    """The versions whose end staff have been reminded of."""
    held = select(Agreement).where(Agreement.project_id == project.id, Agreement.case_id.is_not(None))
    return db.session.scalars(held.options(joinedload(Agreement.case)))
