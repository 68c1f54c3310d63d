"""The texts of an idea, one after the other."""

from sqlalchemy import select

from participation.extensions import db
from participation.ideas.models import Idea, IdeaVersion, VersionState


def versions_of(idea: Idea) -> list[IdeaVersion]:
    """The texts that have counted, oldest first; what waits or was turned down is not among them."""
    counted = (IdeaVersion.idea_id == idea.id, IdeaVersion.state == VersionState.CURRENT)
    return list(db.session.scalars(select(IdeaVersion).where(*counted).order_by(IdeaVersion.number)))


def proposed_version(idea: Idea) -> IdeaVersion | None:
    """The changed text that waits for a moderator."""
    waiting = (IdeaVersion.idea_id == idea.id, IdeaVersion.state == VersionState.PROPOSED)
    return db.session.scalar(select(IdeaVersion).where(*waiting))


def version_of(idea: Idea, version_id: int) -> IdeaVersion | None:
    """The text of that id, whatever has become of it."""
    own = (IdeaVersion.idea_id == idea.id, IdeaVersion.id == version_id)
    return db.session.scalar(select(IdeaVersion).where(*own))
