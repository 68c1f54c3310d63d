"""Joining what somebody wrote by hand with their account: the idea is theirs, a support counts once."""

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import aliased

from participation.accounts.models import Person
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.papers import queries
from participation.papers.events import PaperClaimed
from participation.papers.models import SheetLine, Signature
from participation.papers.queries import person_of
from participation.papers.services.sheets import set_aside
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
    for idea in supported:
        _take_over_support(actor, person, idea)
    _take_over_paper(actor, person)
    person.closed_at, person.display_name, person.email = now(), None, None
    claimed = PaperClaimed(actor=actor, person_id=person.id, ideas=len(own), supports=len(supported))
    publish(claimed)
    return claimed


def _take_over_support(actor: Actor, person: Person, idea: Idea) -> None:
    """The row becomes the account's; where the account has one already, the other counts no more."""
    lock(idea)
    theirs = select(Vote.idea_id).where(Vote.idea_id == idea.id, Vote.person_id == actor.actor_id)
    if db.session.scalar(theirs) is not None:
        _keep_origin(Vote, Vote.idea_id, actor, person)
        set_aside(idea=idea, person_ids=[person.id], actor=actor, reason=TWICE)
        return
    row = update(Vote).where(Vote.idea_id == idea.id, Vote.person_id == person.id)
    db.session.execute(row.values(person_id=actor.actor_id), execution_options=QUIETLY)


def _keep_origin(kind: Any, place: Any, actor: Actor, person: Person) -> None:
    """Who came there on paper by themselves supports it by more than a merging, also once that is undone."""
    paper = aliased(kind)
    directly = select(paper.person_id).where(
        getattr(paper, place.key) == place,
        paper.person_id == person.id,
        paper.origin_merge_id.is_(None),
        paper.invalidated_at.is_(None),
    )
    own = update(kind).where(kind.person_id == actor.actor_id, directly.exists())
    db.session.execute(own.values(origin_merge_id=None), execution_options=QUIETLY)


def _take_over_paper(actor: Actor, person: Person) -> None:
    """Also what a merging has set aside, so that undoing it gives the support back to the account."""
    theirs = select(SupportSetAside.merge_id).where(SupportSetAside.person_id == actor.actor_id)
    _keep_origin(SupportSetAside, SupportSetAside.merge_id, actor, person)
    twice = (SupportSetAside.person_id == person.id, SupportSetAside.merge_id.in_(theirs))
    db.session.execute(delete(SupportSetAside).where(*twice), execution_options=QUIETLY)
    for kind in (SheetLine, Signature, SupportSetAside):
        statement = update(kind).where(kind.person_id == person.id).values(person_id=actor.actor_id)
        db.session.execute(statement, execution_options=QUIETLY)
