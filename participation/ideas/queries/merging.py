"""Which ideas live on in which, who stands as author together, and which refer to each other."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal, or_, select
from sqlalchemy.orm import aliased, joinedload

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.clock import now
from participation.foundation.model import BigKey
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea, IdeaLink, IdeaMove, Merge, MergeState
from participation.ideas.queries import find, public_ideas, visible_to

ACTIVE = (MergeState.PLANNED, MergeState.DONE)


def family(*idea_ids: int) -> Select[int]:
    """The ids of ideas and of all that live on in them, directly or by way of another."""
    tree = select(Idea.id).where(Idea.id.in_(idea_ids)).cte(recursive=True)
    tree = tree.union_all(select(Idea.id).join(tree, Idea.merged_into_id == tree.c.id))
    return select(tree.c.id)


def absorbed(viewer: Actor, idea: Idea) -> list[Idea]:
    """The ideas that live on in this one and that the viewer may read, oldest first."""
    statement = visible_to(viewer).where(
        Idea.id.in_(family(idea.id)), Idea.id != idea.id, Idea.hidden_at.is_(None)
    )
    return list(db.session.scalars(statement.options(joinedload(Idea.author)).order_by(Idea.id)))


def where_it_lives(idea: Idea) -> Idea:
    """The idea itself, or the one that it lives on in now; who may read that is for the caller to ask."""
    while idea.merged_into_id is not None:
        idea = db.session.scalars(select(Idea).where(Idea.id == idea.merged_into_id)).one()
    return idea


def find_living(viewer: Actor, idea_id: int) -> Idea | None:
    """The idea of that number, or the one that it lives on in now; only where the viewer may read both."""
    idea = find(viewer, idea_id)
    if idea is None or idea.merged_into_id is None:
        return idea
    return find(viewer, where_it_lives(idea).id)


def before_merge(idea: Idea) -> dict[str, Any]:
    """What the idea was before it was last merged; empty when it never was."""
    statement = select(IdeaMove.before).where(IdeaMove.idea_id == idea.id, IdeaMove.name == "merge")
    return db.session.scalar(statement.order_by(IdeaMove.id.desc()).limit(1)) or {}


def status_before(idea: Idea) -> IdeaStatus | None:
    """Where a merged idea goes back to."""
    return IdeaStatus(before_merge(idea)["status"]) if idea.meaning.leads_on else None


def _merges(*conditions: ColumnElement[bool]) -> list[Merge]:
    """Mergings with both their ideas."""
    statement = select(Merge).options(joinedload(Merge.source), joinedload(Merge.target))
    statement = statement.where(Merge.source.has(Idea.erased_at.is_(None)), *conditions)
    return list(db.session.scalars(statement.order_by(Merge.id)))


def find_merge(merge_id: int) -> Merge | None:
    """The merging with that number."""
    return next(iter(_merges(Merge.id == merge_id)), None)


def merges_of(idea: Idea) -> list[Merge]:
    """The mergings planned or done in which the idea takes part, oldest first."""
    return _merges(Merge.state.in_(ACTIVE), or_(Merge.source_id == idea.id, Merge.target_id == idea.id))


def merge_of(source: Idea) -> Merge | None:
    """The merging, planned or done, that the idea is the source of: there is one at most."""
    return next(iter(_merges(Merge.state.in_(ACTIVE), Merge.source_id == source.id)), None)


def done_merge_of(source: Idea) -> Merge | None:
    """The merging by which the idea lives on in another now."""
    found = merge_of(source)
    return found if found is not None and found.is_done else None


def merges_of_author(author: Actor) -> list[Merge]:
    """The mergings planned or done of the author's own ideas with those of others."""
    own = select(Idea.id).where(Idea.author_id == author.actor_id)
    is_source, is_target = Merge.source_id.in_(own), Merge.target_id.in_(own)
    return _merges(Merge.state.in_(ACTIVE), is_source != is_target)


def due_plans() -> list[Merge]:
    """The planned mergings whose time has come and to which no author objects."""
    unopposed = and_(Merge.source_objection == "", Merge.target_objection == "")
    return _merges(Merge.state == MergeState.PLANNED, Merge.due_at <= now(), unopposed)


def coauthors_of(idea: Idea) -> list[str]:
    """The names of those who agreed with its author to stand as authors together, for everybody to read."""
    source = aliased(Idea)
    statement = (
        select(Person.display_name)
        .join(source, source.author_id == Person.id)
        .join(Merge, Merge.source_id == source.id)
        .where(
            Merge.target_id == idea.id,
            Merge.state == MergeState.DONE,
            Merge.source_agrees.is_(True),
            Merge.target_agrees.is_(True),
            Person.closed_at.is_(None),
            Person.display_name.is_not(None),
        )
    )
    return [name for name in db.session.scalars(statement.order_by(Merge.id)) if name]


def _linked_ids(ids: Select[int]) -> Select[int]:
    higher = select(IdeaLink.higher_id).where(IdeaLink.lower_id.in_(ids))
    lower = select(IdeaLink.lower_id).where(IdeaLink.higher_id.in_(ids))
    return higher.union(lower)  # type: ignore[return-value]  # a union of ids is used as one


def see_also(idea: Idea) -> list[Idea]:
    """The public ideas that this one, or one that lives on in it, is linked with."""
    own = family(idea.id)
    statement = public_ideas().where(Idea.id.in_(_linked_ids(own)), Idea.id.not_in(own))
    return list(db.session.scalars(statement.order_by(Idea.id)))


def linked_with(idea: Idea) -> list[Idea]:
    """The ideas that this one is linked with, for staff."""
    ids = _linked_ids(select(literal(idea.id, BigKey)))
    return list(db.session.scalars(select(Idea).where(Idea.id.in_(ids)).order_by(Idea.id)))


def link_between(ideas: Collection[int]) -> IdeaLink | None:
    """The link of two ideas."""
    lower, higher = sorted(ideas)
    statement = select(IdeaLink).where(IdeaLink.lower_id == lower, IdeaLink.higher_id == higher)
    return db.session.scalar(statement)
