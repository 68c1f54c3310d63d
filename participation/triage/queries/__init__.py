"""Who is behind an idea, and how many people a move concerns."""

from collections.abc import Collection, Iterable

from sqlalchemy import Select, func, select, union

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.actors import Actor
from participation.ideas.lifecycle import DRAFTS
from participation.ideas.models import Answer, Idea
from participation.ideas.queries.merging import family
from participation.votes.models import Vote


def names_of(person_ids: Collection[int | None]) -> dict[int, str]:
    """The names of people, by id; a closed account has none."""
    statement = select(Person.id, Person.display_name).where(Person.id.in_(set(person_ids) - {None}))
    return {row[0]: row[1] or "" for row in db.session.execute(statement)}


def newcomers(author_ids: Iterable[int]) -> set[int]:
    """Those of the authors who have sent one idea only."""
    statement = select(Idea.author_id).where(
        Idea.author_id.in_(set(author_ids)), Idea.status.not_in(sorted(DRAFTS))
    )
    return set(db.session.scalars(statement.group_by(Idea.author_id).having(func.count() == 1)))


def author_of(idea_id: int) -> Select[int]:
    """The id of the idea's author."""
    return select(Idea.author_id).where(Idea.id == idea_id)


def authors_of(idea_id: int) -> Select[int]:
    """The ids of the authors of the idea and of all that live on in it."""
    return select(Idea.author_id).where(Idea.id.in_(family(idea_id)))


def supporters_of(idea_id: int) -> Select[int]:
    """The ids of those whose support counts; for telling them, never for showing them."""
    return select(Vote.person_id).where(Vote.idea_id == idea_id, Vote.invalidated_at.is_(None))


def concerned_by(idea_id: int) -> Select[int]:
    """The ids of authors, supporters, commenters and followers, each once: who hears of a public move.

    Those of the ideas that live on in this one are among them.
    """
    commenters = (
        select(Comment.author_id)
        .join(Idea, Idea.discussion_id == Comment.discussion_id)
        .where(
            Idea.id == idea_id,
            Comment.deleted_at.is_(None),
            Comment.hidden_at.is_(None),
            Comment.held_at.is_(None),
        )
    )
    followers = select(Follow.person_id).where(Follow.idea_id.in_(family(idea_id)))
    parts = (authors_of(idea_id), supporters_of(idea_id), commenters, followers)
    everybody = union(*parts).subquery()
    return select(everybody.c[0])


def people_told(idea: Idea, actor: Actor) -> int:
    """How many hear of a public move, or of an interim answer, if `actor` makes it now."""
    reached = (
        select(func.count())
        .select_from(Person)
        .where(Person.id.in_(concerned_by(idea.id)), Person.closed_at.is_(None), Person.id != actor.actor_id)
    )
    return db.session.scalar(reached) or 0


def last_answer_by(actor: Actor) -> Answer | None:
    """The actor's latest answer: whoever answers again comes from the same department."""
    statement = select(Answer).where(Answer.actor_id == actor.actor_id)
    return db.session.scalar(statement.order_by(Answer.id.desc()).limit(1))
