"""What a person supports; nobody can list who supports an idea."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, select
from sqlalchemy.orm import aliased

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.model import BigKey
from participation.foundation.tenancy import current_municipality_id
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea, Merge, MergeState
from participation.ideas.queries.merging import family, where_it_lives
from participation.votes.models import SupportSetAside, Vote


def is_supporting(actor: Actor, idea: Idea) -> bool:
    """Whether the actor supports the idea."""
    return bool(db.session.scalar(select(supported_by(actor.actor_id, idea.id))))


def supported_by(person_id: Any, idea_id: Any) -> ColumnElement[bool]:
    """The same as a condition."""
    return exists().where(Vote.person_id == person_id, Vote.idea_id == idea_id, Vote.invalidated_at.is_(None))


def given_at() -> ColumnElement[datetime]:
    """When a support was given, or last renewed."""
    return func.coalesce(Vote.renewed_at, Vote.created_at)


def of_earlier_period(idea: Idea) -> int:
    """How many supported the idea before the present strategy and have not renewed it; nobody's name."""
    if idea.carried_at is None:
        return 0
    theirs = (Vote.idea_id == idea.id, Vote.invalidated_at.is_(None), given_at() < idea.carried_at)
    return db.session.scalar(select(func.count()).where(*theirs)) or 0


def is_renewable(actor: Actor, idea: Idea) -> bool:
    """Whether the actor's own support is of the period before."""
    if actor.actor_id is None or idea.carried_at is None:
        return False
    mine = (Vote.idea_id == idea.id, Vote.person_id == actor.actor_id, Vote.invalidated_at.is_(None))
    return bool(db.session.scalar(select(select(Vote).where(*mine, given_at() < idea.carried_at).exists())))


def renewable_by(actor: Actor) -> ColumnElement[bool]:
    """The actor's supports of the period before for ideas that still take support, as a condition."""
    taking = sorted(IDEAS.statuses_where("takes_votes"))
    theirs = (Idea.id == Vote.idea_id, Idea.status.in_(taking), Idea.hidden_at.is_(None))
    carried = select(Idea.id).where(*theirs)
    return and_(
        Vote.person_id == actor.actor_id,
        Vote.invalidated_at.is_(None),
        carried.where(given_at() < Idea.carried_at).correlate(Vote).exists(),
    )


def recounted() -> list[tuple[int, int, int]]:
    """Ideas whose counter differs from their rows: (idea id, counter, rows); empty when all is well."""
    rows = (
        select(Vote.idea_id, func.count().label("rows"))
        .where(Vote.invalidated_at.is_(None))
        .group_by(Vote.idea_id)
        .subquery()
    )
    counted = func.coalesce(rows.c.rows, 0)
    statement = (
        select(Idea.id, Idea.support_count, counted)
        .outerjoin(rows, rows.c.idea_id == Idea.id)
        .where(Idea.support_count != counted)
        .order_by(Idea.id)
    )
    return [(int(row[0]), int(row[1]), int(row[2])) for row in db.session.execute(statement)]


def supporters_together(source: Idea, target: Idea) -> int:
    """How many would support the two as one, each counted once."""
    own = aliased(Vote)
    has_own = select(own.person_id).where(own.idea_id == target.id, own.person_id == Vote.person_id)
    added = select(func.count()).where(
        Vote.idea_id == source.id, Vote.invalidated_at.is_(None), ~has_own.exists()
    )
    return target.support_count + (db.session.scalar(added) or 0)


def supporters_given_back(merge: Merge) -> int:
    """How many would support the source again if the merging were undone now."""
    rows = given_back(merge).subquery()
    return db.session.scalar(select(func.count()).where(rows.c.invalidated_at.is_(None))) or 0


def set_aside_by(actor: Actor, idea: Idea) -> ColumnElement[bool]:
    """What the actor gave to ideas that live on in this one, as a condition; what is invalidated stays."""
    joined = select(Merge.id).where(Merge.state == MergeState.DONE, Merge.target_id.in_(family(idea.id)))
    return and_(
        SupportSetAside.person_id == actor.actor_id,
        SupportSetAside.merge_id.in_(joined),
        SupportSetAside.invalidated_at.is_(None),
    )


INVALIDATION = ["invalidated_at", "invalidated_by_id", "invalidated_reason"]
GIVEN = ["person_id", "created_at", "renewed_at"]
GIVEN_BACK = ["idea_id", *GIVEN, "origin_merge_id", *INVALIDATION]


def rows_of(model: Any, columns: list[str], **first: int) -> Select[Any]:
    """This municipality's rows with these columns, after some that are the same in every row.

    The municipality is named, for it is not added inside an INSERT … SELECT.
    """
    here = current_municipality_id()
    columns_before = [literal(value, BigKey) for value in (here, *first.values())]
    wanted: list[Any] = [*columns_before, *(getattr(model, name) for name in columns)]
    return select(*wanted).where(model.municipality_id == here)


def given_back(merge: Merge) -> Select[Any]:
    """The rows that the source gets back, in the order of GIVEN_BACK; who has withdrawn since has none."""
    there = aliased(Vote)
    is_since = and_(SupportSetAside.invalidated_at.is_(None), there.invalidated_at > merge.merged_at)
    invalidation = [
        case((is_since, getattr(there, name)), else_=getattr(SupportSetAside, name)).label(name)
        for name in INVALIDATION
    ]
    rows: Select[Any] = rows_of(SupportSetAside, GIVEN_BACK[1:5], idea_id=merge.source_id).add_columns(
        *invalidation
    )
    same_person = and_(there.idea_id == merge.target_id, there.person_id == SupportSetAside.person_id)
    found: Select[Any] = rows.outerjoin(there, same_person)
    return found.where(SupportSetAside.merge_id == merge.id)


def another_way(merge: Merge) -> Select[int]:
    """Another merging into the same target that brings the support of the row's person along."""
    return (
        select(func.min(Merge.id))
        .join(SupportSetAside, SupportSetAside.merge_id == Merge.id)
        .where(
            Merge.target_id == merge.target_id,
            Merge.state == MergeState.DONE,
            Merge.id != merge.id,
            SupportSetAside.person_id == Vote.person_id,
            SupportSetAside.invalidated_at.is_(None),
        )
        .group_by(SupportSetAside.person_id)
        .correlate(Vote)
    )


def counted() -> Any:
    """What an idea's counter must be, beside the idea in an UPDATE."""
    rows = select(func.count()).where(Vote.idea_id == Idea.id, Vote.invalidated_at.is_(None))
    return rows.correlate(Idea).scalar_subquery()


def supporters_left(merge: Merge) -> int:
    """How many would support the target if the merging were undone now."""
    only_by_this = select(func.count()).where(
        Vote.idea_id == merge.target_id,
        Vote.invalidated_at.is_(None),
        Vote.origin_merge_id == merge.id,
        ~another_way(merge).exists(),
    )
    return merge.target.support_count - (db.session.scalar(only_by_this) or 0)


def merges_with_support_by(actor: Actor) -> list[Merge]:
    """The mergings that have set a support of the actor's aside which still counts, oldest first."""
    theirs = (SupportSetAside.person_id == actor.actor_id, SupportSetAside.invalidated_at.is_(None))
    merges = select(Merge).join(SupportSetAside, SupportSetAside.merge_id == Merge.id)
    return list(db.session.scalars(merges.where(*theirs).order_by(Merge.merged_at, Merge.id)))


def merge_after(merge: Merge) -> Merge | None:
    """The merging by which the target of this one lives on in another now."""
    onward = (Merge.source_id == merge.target_id, Merge.state == MergeState.DONE)
    return db.session.scalar(select(Merge).where(*onward))


def places_of_support_by(actor: Actor) -> list[Idea]:
    """The ideas that a support of the actor's counts for, or lives on in; lower numbers first."""
    supported = select(Idea).where(supported_by(actor.actor_id, Idea.id))
    merged = [where_it_lives(merge.target) for merge in merges_with_support_by(actor)]
    return sorted({*db.session.scalars(supported), *merged}, key=lambda idea: idea.id)


def invalidated_since(actor: Actor) -> Select[int]:
    """The mergings whose undoing brings the actor's support back invalidated, for it was so afterwards."""
    theirs = and_(Vote.idea_id == Merge.target_id, Vote.person_id == actor.actor_id)
    since = select(Merge.source_id).join(Vote, theirs)
    since = since.where(Merge.state == MergeState.DONE, Vote.invalidated_at > Merge.merged_at)
    return select(Merge.id).where(
        Merge.state == MergeState.DONE, Merge.source_id.in_(family(*db.session.scalars(since)))
    )
