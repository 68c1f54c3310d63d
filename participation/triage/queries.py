"""Whom a decision about an idea concerns, and how many of them will be told."""

from sqlalchemy import Select, func, select, union

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.actors import Actor
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea
from participation.votes.models import Vote

INTERIM_ANSWER = "answer_for_now"


def supporters_of(idea_id: int) -> Select[int]:
    """The ids of those whose support counts; for telling them, never for showing them."""
    return select(Vote.person_id).where(Vote.idea_id == idea_id, Vote.invalidated_at.is_(None))


def concerned_by(idea_id: int) -> Select[int]:
    """The ids of the author, supporters, commenters and followers, each once."""
    commenters = (
        select(Comment.author_id)
        .join(Idea, Idea.discussion_id == Comment.discussion_id)
        .where(Idea.id == idea_id, Comment.deleted_at.is_(None), Comment.hidden_at.is_(None))
    )
    everybody = union(
        author_of(idea_id),
        supporters_of(idea_id),
        commenters,
        select(Follow.person_id).where(Follow.idea_id == idea_id),
    ).subquery()
    return select(everybody.c[0])


def author_of(idea_id: int) -> Select[int]:
    """The id of the idea's author."""
    return select(Idea.author_id).where(Idea.id == idea_id)


def count_told(idea: Idea, actor: Actor, move: str) -> int:
    """How many people hear of a move, or of an interim answer, if `actor` makes it now."""
    is_public = move == INTERIM_ANSWER or IDEAS.move(move).is_public
    told = concerned_by(idea.id) if is_public else author_of(idea.id)
    reached = select(func.count()).select_from(Person).where(Person.id.in_(told), Person.closed_at.is_(None))
    if actor.actor_id is not None:
        reached = reached.where(Person.id != actor.actor_id)
    return db.session.scalar(reached) or 0
