"""Finding ideas: what each reader may see, lists, and look-ups."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.lifecycle import DRAFTS, LEADING_ON, PUBLIC
from participation.ideas.models import Answer, Idea, IdeaMove


def is_public() -> ColumnElement[bool]:
    """The condition for everybody: published, not hidden; a withdrawn one only if it had been published."""
    return and_(Idea.status.in_(sorted(PUBLIC)), Idea.hidden_at.is_(None), Idea.published_at.is_not(None))


def visible_to(viewer: Actor) -> Select[Idea]:
    """The ideas that a reader may open; said once for lists and single pages.

    A merged idea is among them, for its address leads on. Another person's draft is nobody's.
    """
    conditions = [is_public(), Idea.status.in_(sorted(LEADING_ON))]
    if viewer.actor_id is not None:
        conditions.append(Idea.author_id == viewer.actor_id)
    if viewer.is_staff:
        conditions.append(Idea.status.not_in(sorted(DRAFTS)))
    return select(Idea).where(or_(*conditions))


def find(viewer: Actor, idea_id: int) -> Idea | None:
    """The idea of that id, when the reader may see it."""
    return db.session.scalar(visible_to(viewer).where(Idea.id == idea_id))


def answers_of(idea: Idea) -> list[Answer]:
    """The official answers, oldest first."""
    return list(db.session.scalars(select(Answer).where(Answer.idea_id == idea.id).order_by(Answer.id)))


def moves_of(idea: Idea, *, whole: bool) -> list[IdeaMove]:
    """The logged moves, oldest first; readers see those from publication on, author and staff the whole."""
    statement = select(IdeaMove).where(IdeaMove.idea_id == idea.id).order_by(IdeaMove.id)
    if not whole:
        statement = statement.where(IdeaMove.is_public)
    return list(db.session.scalars(statement))


def additions_of(idea: Idea) -> list[Addition]:
    """The author's dated additions, oldest first."""
    return list(db.session.scalars(select(Addition).where(Addition.idea_id == idea.id).order_by(Addition.id)))


def versions_of(idea: Idea) -> list[IdeaVersion]:
    """The text as it was and is, oldest first; what waits for a moderator or was turned down is not among it."""
    statement = select(IdeaVersion).where(
        IdeaVersion.idea_id == idea.id, IdeaVersion.state == VersionState.CURRENT
    )
    return list(db.session.scalars(statement.order_by(IdeaVersion.number)))


def merged_into(idea: Idea) -> list[Idea]:
    """The ideas that were joined with this one, oldest first."""
    statement = select(Idea).where(Idea.merged_into_id == idea.id, Idea.hidden_at.is_(None))
    return list(db.session.scalars(statement.options(joinedload(Idea.author)).order_by(Idea.id)))


def counts_by_goal() -> dict[int, dict[IdeaStatus, int]]:
    """How many public ideas stand under each goal, by status."""
    statement = select(Idea.goal_id, Idea.status, func.count()).where(is_public(), Idea.goal_id.is_not(None))
    counts: dict[int, dict[IdeaStatus, int]] = {}
    for goal_id, status, count in db.session.execute(statement.group_by(Idea.goal_id, Idea.status)):
        counts.setdefault(goal_id, {})[status] = count
    return counts


def counts_by_status(*conditions: ColumnElement[bool]) -> dict[IdeaStatus, int]:
    """How many public ideas stand at each status."""
    statement = select(Idea.status, func.count()).where(is_public(), *conditions).group_by(Idea.status)
    return {status: count for status, count in db.session.execute(statement)}


def answered_lately(limit: int) -> list[tuple[Idea, Answer]]:
    """Public ideas with the decision that was made about them, the latest first."""
    statement = (
        select(Idea, Answer)
        .join(Answer, Answer.idea_id == Idea.id)
        .where(is_public(), Idea.decided_at.is_not(None), Answer.kind != AnswerKind.INTERIM)
        .options(joinedload(Idea.goal))
        .order_by(Answer.id.desc())
    )
    return [(row[0], row[1]) for row in db.session.execute(statement.limit(limit))]


def needing_support(limit: int) -> list[Idea]:
    """Public ideas that can be supported, the one to be answered first at the top."""
    statement = select(Idea).where(is_public(), Idea.status.in_(TAKES_VOTES)).options(joinedload(Idea.goal))
    return list(db.session.scalars(statement.order_by(Idea.promised_at, Idea.id).limit(limit)))
