"""What has happened to an idea, and the act that can be taken back."""

from sqlalchemy import bindparam, select

from participation.extensions import db
from participation.ideas.models import Answer, Idea, IdeaMove

_MOVES = select(IdeaMove).where(IdeaMove.idea_id == bindparam("idea_id")).order_by(IdeaMove.id)


def moves_of(idea: Idea, *, whole: bool) -> list[IdeaMove]:
    """The logged moves, oldest first; readers see those from publication on, author and staff the whole.

    What was taken back before anybody was told of it never happened to the author; see `all_moves_of`.
    """
    return [move for move in all_moves_of(idea) if move.counts and (whole or move.is_public)]


def all_moves_of(idea: Idea) -> list[IdeaMove]:
    """The same with what was taken back, and the taking back: for staff."""
    return list(db.session.scalars(_MOVES, {"idea_id": idea.id}))


def act_that_left(idea: Idea, version: int) -> IdeaMove | Answer | None:
    """The move or interim answer after which the idea had that version."""
    move = select(IdeaMove).where(IdeaMove.idea_id == idea.id, IdeaMove.left_version == version)
    answer = select(Answer).where(Answer.idea_id == idea.id, Answer.left_version == version)
    return db.session.scalar(move) or db.session.scalar(answer)
