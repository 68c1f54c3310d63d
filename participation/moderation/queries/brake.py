"""What the emergency brake has held."""

from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState, HoldReason
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Addition, Idea, IdeaVersion, VersionState
from participation.projects.models import ProjectUpdate

MOST = 500
HELD = HoldReason.EVERYTHING


def comments() -> list[Comment]:
    """Comments and their changes, oldest first."""
    waiting = (Comment.held_reason == HELD, Comment.held_state == HeldState.WAITING)
    return list(db.session.scalars(select(Comment).where(*waiting).order_by(Comment.id).limit(MOST)))


def additions() -> list[tuple[Addition, Idea]]:
    """Additions with their ideas, oldest first."""
    waiting = (Addition.held_reason == HELD, Addition.held_state == HeldState.WAITING)
    statement = select(Addition, Idea).join(Idea, Idea.id == Addition.idea_id).where(*waiting)
    return [(row[0], row[1]) for row in db.session.execute(statement.order_by(Addition.id).limit(MOST))]


def updates() -> list[tuple[ProjectUpdate, Person]]:
    """Projects' news with who wrote them, oldest first."""
    waiting = (ProjectUpdate.held_reason == HELD, ProjectUpdate.held_state == HeldState.WAITING)
    statement = select(ProjectUpdate, Person).join(ProjectUpdate.author).where(*waiting)
    return [(row[0], row[1]) for row in db.session.execute(statement.order_by(ProjectUpdate.id).limit(MOST))]


def versions() -> list[tuple[IdeaVersion, Idea]]:
    """New wordings with their ideas, oldest first."""
    waiting = (IdeaVersion.held_reason == HELD, IdeaVersion.state == VersionState.PROPOSED)
    statement = select(IdeaVersion, Idea).join(Idea, Idea.id == IdeaVersion.idea_id).where(*waiting)
    return [(row[0], row[1]) for row in db.session.execute(statement.order_by(IdeaVersion.id).limit(MOST))]


def ideas() -> list[Idea]:
    """Ideas that nobody has published yet, oldest first."""
    held = select(Idea).where(Idea.held_reason == HELD)
    return list(db.session.scalars(held.order_by(Idea.id).limit(MOST)))


def count() -> int:
    """How many texts there are of all these kinds."""
    waiting = HeldState.WAITING
    statements = (
        select(func.count(Comment.id)).where(Comment.held_reason == HELD, Comment.held_state == waiting),
        select(func.count(Addition.id)).where(Addition.held_reason == HELD, Addition.held_state == waiting),
        select(func.count(IdeaVersion.id)).where(
            IdeaVersion.held_reason == HELD, IdeaVersion.state == VersionState.PROPOSED
        ),
        select(func.count(ProjectUpdate.id)).where(
            ProjectUpdate.held_reason == HELD, ProjectUpdate.held_state == waiting
        ),
        select(func.count(Idea.id)).where(Idea.held_reason == HELD),
    )
    return sum(db.session.scalar(statement) or 0 for statement in statements)
