"""Supporting and withdrawing: the wanted state is said, so repeating it is harmless.

Row and counter change in one transaction; the counter only when a row did, by a Core update that leaves
the idea's version alone, so that supporters never collide with writers. When ideas are merged or separated
everybody's support moves in a few statements, however many they are; the caller holds both ideas' locks.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm.attributes import set_committed_value

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.model import BigKey
from participation.foundation.text import N_
from participation.ideas.models import Idea, Merge
from participation.votes import queries
from participation.votes.events import IdeaSupported, SupportRenewed, SupportWithdrawn
from participation.votes.models import SupportSetAside, Vote

QUIETLY = {"synchronize_session": False}
INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
# Made once, as making a statement costs more than asking it.
_GIVING = {
    name: insert(Vote).on_conflict_do_nothing().returning(Vote.idea_id) for name, insert in INSERTS.items()
}
_COUNTING = (
    update(Idea)
    .where(Idea.id == bindparam("idea", type_=BigKey))
    .values(support_count=Idea.support_count + bindparam("change", type_=Integer))
    .returning(Idea.support_count)
)


def support(*, actor: Actor, idea: Idea) -> bool:
    """Support the idea; False when the person already did. StaleVersion when it has just been merged."""
    require(actor, "votes.support", idea)
    assert actor.actor_id is not None
    _lock(idea)
    require(actor, "votes.support", idea)
    row = {
        "municipality_id": idea.municipality_id,
        "idea_id": idea.id,
        "person_id": actor.actor_id,
        "created_at": now(),
    }
    if db.session.execute(_GIVING[_dialect()], row).first() is None:
        return False
    _count(idea, 1)
    publish(IdeaSupported(idea=idea, person_id=actor.actor_id))
    return True


def withdraw(*, actor: Actor, idea: Idea) -> bool:
    """Take the support back; False when there was none. An invalidated row stays as evidence.

    It is taken back from all that lives on in the idea: separating it later brings no support back.
    """
    require(actor, "votes.withdraw", idea)
    assert actor.actor_id is not None
    _lock(idea)
    mine = (Vote.idea_id == idea.id, Vote.person_id == actor.actor_id, Vote.invalidated_at.is_(None))
    statement = delete(Vote).where(*mine).returning(Vote.idea_id)
    if db.session.execute(statement, execution_options=QUIETLY).first() is None:
        return False
    db.session.execute(
        delete(SupportSetAside).where(queries.set_aside_by(actor, idea)), execution_options=QUIETLY
    )
    _count(idea, -1)
    publish(SupportWithdrawn(idea=idea, person_id=actor.actor_id))
    return True


def renew(*, actor: Actor, idea: Idea) -> bool:
    """Let a support of the period before stand in this one; False when there is none. No number changes."""
    require(actor, "votes.renew", idea)
    assert actor.actor_id is not None
    _lock(idea)
    require(actor, "votes.renew", idea)
    mine = (Vote.idea_id == idea.id, Vote.person_id == actor.actor_id, Vote.invalidated_at.is_(None))
    statement = update(Vote).where(*mine, queries.given_at() < idea.carried_at).values(renewed_at=now())
    if db.session.execute(statement.returning(Vote.idea_id), execution_options=QUIETLY).first() is None:
        return False
    publish(SupportRenewed(idea=idea, person_id=actor.actor_id))
    return True


def renew_all(*, actor: Actor) -> int:
    """Let all of the actor's support of the period before stand in this one; how many there were."""
    require(actor, "votes.renew_all")
    statement = update(Vote).where(queries.renewable_by(actor)).values(renewed_at=now())
    renewed = db.session.execute(statement.returning(Vote.idea_id), execution_options=QUIETLY).all()
    return len(renewed)


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
    if idea.meaning.leads_on:
        raise StaleVersion(N_("The idea has just been merged with another. Open its page again."))


def _count(idea: Idea, change: int) -> None:
    asked = {"idea": idea.id, "change": change}
    number = db.session.scalars(_COUNTING, asked, execution_options=QUIETLY).one()
    set_committed_value(idea, "support_count", number)


def move_support(*, merge: Merge) -> None:
    """Let everybody who supports the source support the target instead, once each.

    The source's rows are set aside as they are. Who supports the target anyway keeps that row, also where it
    has been invalidated; an invalidated support of the source does not count at the target.
    """
    of_source = Vote.idea_id == merge.source_id
    columns = [*queries.GIVEN, *queries.INVALIDATION, "origin_merge_id"]
    kept = queries.rows_of(Vote, columns, merge_id=merge.id).where(of_source)
    _insert_rows(SupportSetAside, ["merge_id", *columns], kept)
    moved = queries.rows_of(Vote, queries.GIVEN, idea_id=merge.target_id, origin_merge_id=merge.id)
    names = ["idea_id", "origin_merge_id", *queries.GIVEN]
    _insert_rows(Vote, names, moved.where(of_source, Vote.invalidated_at.is_(None)))
    db.session.execute(delete(Vote).where(of_source), execution_options=QUIETLY)
    # Support of the period before stays known as such, wherever it goes.
    merge.target.carried_at = merge.target.carried_at or merge.source.carried_at
    recount(ideas=(merge.source, merge.target))


def give_support_back(*, merge: Merge) -> None:
    """Undo it: what was set aside and not withdrawn since is the source's again, as it was.

    Who supports the target only by this merging does so no more, unless by another merging as well. What has
    been invalidated at the target since then comes back invalidated.
    """
    _insert_rows(Vote, queries.GIVEN_BACK, queries.given_back(merge))
    through_this = (Vote.idea_id == merge.target_id, Vote.origin_merge_id == merge.id)
    other = queries.another_way(merge)
    by_another = (
        update(Vote).where(*through_this, other.exists()).values(origin_merge_id=other.scalar_subquery())
    )
    for statement in (
        by_another,
        delete(Vote).where(*through_this),
        delete(SupportSetAside).where(SupportSetAside.merge_id == merge.id),
    ):
        db.session.execute(statement, execution_options=QUIETLY)
    recount(ideas=(merge.source, merge.target))


def bring_along(*, actor: Actor, merges: Sequence[Merge]) -> None:
    """Let the actor's support that these have set aside count where it lives on, as if it had been there."""
    for merge in merges:
        step: Merge | None = merge
        while step is not None:
            step = _bring_on(actor, step)


def _bring_on(actor: Actor, merge: Merge) -> Merge | None:
    """One step, unless there is a row: one that has been invalidated keeps the support from going on."""
    onward = queries.merge_after(merge)
    kind, place = (
        (Vote, {"idea_id": merge.target_id}) if onward is None else (SupportSetAside, {"merge_id": onward.id})
    )
    rows = queries.rows_of(SupportSetAside, queries.GIVEN, **place, origin_merge_id=merge.id)
    counting = (
        SupportSetAside.merge_id == merge.id,
        SupportSetAside.person_id == actor.actor_id,
        SupportSetAside.invalidated_at.is_(None),
    )
    _insert_rows(kind, [*place, "origin_merge_id", *queries.GIVEN], rows.where(*counting))
    return onward


def recount(*, ideas: Sequence[Idea]) -> None:
    """Let the counters of locked ideas be what their rows say."""
    these = update(Idea).where(Idea.id.in_([idea.id for idea in ideas]))
    db.session.execute(these.values(support_count=queries.counted()), execution_options=QUIETLY)
    for idea in ideas:
        db.session.refresh(idea, ["support_count"])


def _insert(model: type) -> Any:
    return INSERTS[_dialect()](model)


def _dialect() -> str:
    return str(db.session.get_bind().dialect.name)


def _insert_rows(model: type, columns: list[str], rows: Any) -> None:
    statement = _insert(model).from_select(["municipality_id", *columns], rows)
    db.session.execute(statement.on_conflict_do_nothing())
