"""Supporting and withdrawing: the wanted state is said, so repeating it is harmless.

Row and counter change in one transaction; the counter only when a row did, by a Core update that leaves
the idea's version alone, so that supporters never collide with writers.
"""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.votes.events import IdeaSupported, SupportWithdrawn
from participation.votes.models import Vote


def support(*, actor: Actor, idea: Idea) -> bool:
    """Support the idea; False when the person already did."""
    require(actor, "votes.support", idea)
    assert actor.actor_id is not None
    _lock(idea)
    require(actor, "votes.support", idea)
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    row = {
        "municipality_id": idea.municipality_id,
        "idea_id": idea.id,
        "person_id": actor.actor_id,
        "created_at": now(),
    }
    statement = dialect.insert(Vote).values(row).on_conflict_do_nothing().returning(Vote.idea_id)
    if db.session.execute(statement).first() is None:
        return False
    _count(idea, 1)
    publish(IdeaSupported(idea=idea, person_id=actor.actor_id))
    return True


def withdraw(*, actor: Actor, idea: Idea) -> bool:
    """Take the support back; False when there was none. An invalidated row stays as evidence."""
    require(actor, "votes.withdraw", idea)
    assert actor.actor_id is not None
    _lock(idea)
    mine = (Vote.idea_id == idea.id, Vote.person_id == actor.actor_id, Vote.invalidated_at.is_(None))
    statement = delete(Vote).where(*mine).returning(Vote.idea_id)
    if db.session.execute(statement, execution_options={"synchronize_session": False}).first() is None:
        return False
    _count(idea, -1)
    publish(SupportWithdrawn(idea=idea, person_id=actor.actor_id))
    return True


def take_back_publication(*, idea: Idea, since: datetime) -> None:
    """Remove the author's own support since publication; RuleViolation when somebody else supports it since.

    What a resident has done is not made invisible without a word.
    """
    recent = (Vote.idea_id == idea.id, Vote.created_at >= since)
    others = select(Vote.person_id).where(*recent, Vote.person_id != idea.author_id)
    if db.session.scalar(others.limit(1)) is not None:
        raise RuleViolation(N_("Somebody supports the idea already. Hide it if it cannot stand."))
    own = delete(Vote).where(*recent, Vote.invalidated_at.is_(None)).returning(Vote.idea_id)
    if db.session.execute(own, execution_options={"synchronize_session": False}).first() is not None:
        _count(idea, -1)


def _lock(idea: Idea) -> None:
    """Read the idea again under its row's lock: a decision in the meantime has frozen the number."""
    lock(idea)


def _count(idea: Idea, change: int) -> None:
    statement = (
        update(Idea)
        .where(Idea.id == idea.id)
        .values(support_count=Idea.support_count + change)
        .execution_options(synchronize_session=False)
    )
    db.session.execute(statement)
    db.session.refresh(idea, ["support_count"])
