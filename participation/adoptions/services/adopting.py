"""What a moderator answers to an offer; agreeing makes the project."""

from collections.abc import Collection

from participation.adoptions import queries
from participation.adoptions.events import IdeaAdopted, OfferDecided, OfferPassedOver, OfferShown
from participation.adoptions.lifecycle import OFFERS
from participation.adoptions.models import Offer
from participation.adoptions.rules import PLACE_LENGTH, description_of
from participation.adoptions.services.standing import check_fresh, close_case, write_status
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.personal import without_cpr
from participation.foundation.text import N_, shorten
from participation.ideas.models import Idea
from participation.organisations.lifecycle import ACTING
from participation.organisations.models import Organisation
from participation.projects.models import Project
from participation.projects.services import writing
from participation.projects.services.writing import ProjectText

WITHOUT_SENTENCE = N_("Write a sentence about why.")
HIDDEN = N_("“%(name)s” is hidden or closed, so nobody can agree to its offer.")
TAKEN = N_("Somebody carries the idea out already, or it does not go forward any more.")


def agree(
    *,
    actor: Actor,
    offer: Offer,
    sentence: str = "",
    joined_ids: Collection[int] = (),
    seen_version: int | None = None,
) -> Project:
    """Make the project of the idea and the offer; the other offers become part of it or are passed over."""
    require(actor, "adoptions.decide", offer)
    lock(offer.idea)
    require_free(actor=actor, idea=offer.idea)
    _require_active(offer.organisation)
    check_fresh(offer=offer, seen_version=seen_version)
    write_status(offer=offer, move="agree")
    others = queries.others_of(offer)
    _answer_others(others, joined_ids)
    project = _project(actor, offer)
    for each in (offer, *others):
        each.project = project if each.meaning.is_carrying else None
        each.sentence = sentence.strip() if each is offer else each.sentence
        close_case(offer=each)
    _tell_agreed(actor, offer, project)
    for each in others:
        _tell_passed_over(actor, each, each.project)
    return project


def answer(*, actor: Actor, offer: Offer, move: str, sentence: str, seen_version: int | None = None) -> None:
    """Ask for more, or say no; both with a sentence."""
    require(actor, "adoptions.decide", offer)
    if "sentence" in OFFERS.move(move).needs and not sentence.strip():
        raise RuleViolation(WITHOUT_SENTENCE)
    check_fresh(offer=offer, seen_version=seen_version)
    write_status(offer=offer, move=move)
    offer.sentence = sentence.strip()
    close_case(offer=offer)
    publish(OfferDecided(actor=actor, offer=offer, move=move, organisation=offer.organisation))


def show(*, actor: Actor, offer: Offer, seen_version: int | None = None) -> None:
    """Let everybody read the words of an offer that waited for a look."""
    require(actor, "adoptions.decide", offer)
    check_fresh(offer=offer, seen_version=seen_version)
    offer.held_reason = None
    db.session.flush()
    publish(OfferShown(actor=actor, offer=offer))


def pass_over(*, actor: Actor, offer: Offer) -> None:
    """The idea is carried out in another way, or not at all; part of whatever made it so, which has asked."""
    write_status(offer=offer, move="pass_over")
    close_case(offer=offer)
    _tell_passed_over(actor, offer, None)


def require_free(*, actor: Actor, idea: Idea) -> None:
    """RuleViolation when the idea has a project by now, or goes forward no more."""
    if not can(actor, "adoptions.is_free", idea):
        raise RuleViolation(TAKEN)


def _require_active(organisation: Organisation) -> None:
    """Under its lock: somebody may be hiding or closing it now."""
    lock(organisation)
    if not organisation.is_active:
        raise RuleViolation(HIDDEN, name=organisation.name)


def _answer_others(others: Collection[Offer], joined_ids: Collection[int]) -> None:
    for each in others:
        is_part = each.id in joined_ids and each.organisation.is_active
        write_status(offer=each, move="join" if is_part else "pass_over")


def _tell_agreed(actor: Actor, offer: Offer, project: Project) -> None:
    organisation = offer.organisation
    publish(IdeaAdopted(actor=actor, idea=offer.idea, organisation=organisation, project=project))
    publish(OfferDecided(actor=actor, offer=offer, move="agree", organisation=organisation))


def _tell_passed_over(actor: Actor, offer: Offer, project: Project | None) -> None:
    organisation = offer.organisation
    publish(OfferPassedOver(actor=actor, offer=offer, organisation=organisation, project=project))


def _project(actor: Actor, offer: Offer) -> Project:
    """With everything that the idea and the offer say; whoever offered, and still acts for them, runs it."""
    idea = offer.idea
    still_acts = offer.organisation.role_of(offer.person_id) in ACTING
    text = ProjectText(
        title=idea.safe_title,
        description=without_cpr(description_of(body=idea.body, how=offer.body)),
        steward=offer.organisation.name,
        organisation_id=offer.organisation_id,
        steward_id=offer.person_id if still_acts else None,
        place=shorten(without_cpr(idea.place), PLACE_LENGTH),
    )
    goals = [idea.goal_id] if idea.goal_id else []
    return writing.create(actor=actor, text=text, ideas=[idea], goal_ids=goals)
