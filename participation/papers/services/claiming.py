"""Joining what somebody wrote by hand with their account: the idea is theirs, a support counts once."""

from typing import Any

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import aliased

from participation.accounts.models import Person
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.papers import queries
from participation.papers.events import PaperClaimed
from participation.papers.models import SheetLine, Signature
from participation.papers.queries import person_of
from participation.votes import queries as votes_queries
from participation.votes import services as votes
from participation.votes.models import SupportSetAside, Vote

WRONG = N_("This code does not fit, or it has been used already. Look at it once more.")
# The reason of a support that its person's account gives as well.
TWICE = "claimed"
QUIETLY = {"synchronize_session": False}


def claim(*, actor: Actor, code: str) -> PaperClaimed:
    """Take over what the code is for; the row without an account is closed, so a code works once."""
    require(actor, "papers.claim")
    person = person_of(code)
    if person is None:
        raise RuleViolation(WRONG)
    lock(person)
    if person.closed_at is not None:
        raise RuleViolation(WRONG)
    own, supported = queries.ideas_by(person), queries.ideas_supported_by(person)
    for idea in own:
        idea.author_id = actor.actor_id or 0
    db.session.flush()
    _take_over_support(actor, person)
    for kind in (SheetLine, Signature):
        theirs = update(kind).where(kind.person_id == person.id).values(person_id=actor.actor_id)
        db.session.execute(theirs, execution_options=QUIETLY)
    person.closed_at, person.display_name, person.email = now(), None, None
    claimed = PaperClaimed(actor=actor, person_id=person.id, ideas=len(own), supports=len(supported))
    publish(claimed)
    return claimed


def _take_over_support(actor: Actor, person: Person) -> None:
    """Also what a merging has set aside, so that undoing it gives the support back to the account.

    What only a merging brought along is reckoned anew from where it was given: whether a code is used before
    or after ideas are merged makes no difference. What does not count stays the paper's.
    """
    merges, places = votes_queries.merges_with_support_by(person), votes_queries.places_of_support_by(person)
    for idea in places:
        lock(idea)
    lost = votes_queries.invalidated_since(person)
    _join(SupportSetAside, SupportSetAside.merge_id, actor, person, SupportSetAside.merge_id.not_in(lost))
    _join(Vote, Vote.idea_id, actor, person)
    votes.bring_along(actor=actor, merges=merges)
    votes.recount(ideas=places)


def _join(kind: Any, place: Any, actor: Actor, person: Person, *among: ColumnElement[bool]) -> None:
    """The row becomes the account's; where the account has one already, the other counts no more.

    The account's then stands by itself, also once a merging is undone that had brought it along.
    """
    counting = (kind.person_id == person.id, kind.invalidated_at.is_(None), *among)
    brought = delete(kind).where(*counting, kind.origin_merge_id.is_not(None))
    db.session.execute(brought, execution_options=QUIETLY)
    given = place.in_(list(db.session.scalars(select(place).where(*counting))))
    own = aliased(kind)
    has_own = select(getattr(own, place.key)).where(own.person_id == actor.actor_id)
    twice = {"invalidated_at": now(), "invalidated_by_id": actor.actor_id, "invalidated_reason": TWICE}
    for statement in (
        update(kind).where(kind.person_id == actor.actor_id, given).values(origin_merge_id=None),
        update(kind).where(*counting, place.in_(has_own)).values(twice),
        update(kind).where(*counting).values(person_id=actor.actor_id),
    ):
        db.session.execute(statement, execution_options=QUIETLY)
