"""Who is behind an idea, and how many people a move concerns."""

from collections.abc import Collection, Iterable

from sqlalchemy import Select, func, literal, select, union, union_all

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
    wanted = set(person_ids) - {None}
    if not wanted:
        return {}
    statement = select(Person.id, Person.display_name).where(Person.id.in_(wanted))
    return {row[0]: row[1] or "" for row in db.session.execute(statement)}


def newcomers(author_ids: Iterable[int]) -> set[int]:
    """Those of the authors who have sent one idea only."""
    statement = select(Idea.author_id).where(
        Idea.author_id.in_(set(author_ids)), Idea.status.not_in(sorted(DRAFTS))
    )
    return set(db.session.scalars(statement.group_by(Idea.author_id).having(func.count() == 1)))


def author_of(*idea_ids: int) -> Select[int]:
    """The ids of the ideas' authors."""
    return select(Idea.author_id).where(Idea.id.in_(idea_ids))


def supporters_of(*idea_ids: int) -> Select[int]:
    """The ids of those whose support counts; for telling them, never for showing them."""
    return select(Vote.person_id).where(Vote.idea_id.in_(idea_ids), Vote.invalidated_at.is_(None))


def roles_in(*idea_ids: int) -> dict[str, Select[int]]:
    """The ids of those whom ideas concern, by what they are to them, the closest first.

    Those of the ideas that live on in these are among them; who did two things is in both.
    """
    shown = (Comment.deleted_at.is_(None), Comment.hidden_at.is_(None), Comment.held_at.is_(None))
    return {
        "authors": select(Idea.author_id).where(Idea.id.in_(family(*idea_ids))),
        "supporters": supporters_of(*idea_ids),
        "commenters": select(Comment.author_id)
        .join(Idea, Idea.discussion_id == Comment.discussion_id)
        .where(Idea.id.in_(idea_ids), *shown),
        "followers": select(Follow.person_id).where(Follow.idea_id.in_(family(*idea_ids))),
    }


def concerned_by(idea_id: int) -> Select[int]:
    """The ids of authors, supporters, commenters and followers, each once: who hears of a public move."""
    everybody = union(*roles_in(idea_id).values()).subquery()
    return select(everybody.c[0])


def people_told(actor: Actor, *idea_ids: int, only_authors: bool = False) -> dict[str, int]:
    """How many hear of it if `actor` moves these ideas now, each once in the closest role; one statement."""
    roles = {"authors": author_of(*idea_ids)} if only_authors else roles_in(*idea_ids)
    parts = [people.add_columns(literal(rank)) for rank, people in enumerate(roles.values())]
    everybody = union_all(*parts).subquery()
    person, rank = everybody.c[0], everybody.c[1]
    closest = select(person.label("person_id"), func.min(rank).label("rank")).group_by(person).subquery()
    counted = (
        select(closest.c.rank, func.count())
        .join(Person, Person.id == closest.c.person_id)
        .where(Person.closed_at.is_(None), Person.id != actor.actor_id)
        .group_by(closest.c.rank)
        .order_by(closest.c.rank)
    )
    names = list(roles)
    return {names[row[0]]: row[1] for row in db.session.execute(counted)}


def last_answer_by(actor: Actor) -> Answer | None:
    """The actor's latest answer: whoever answers again comes from the same department."""
    statement = select(Answer).where(Answer.actor_id == actor.actor_id)
    return db.session.scalar(statement.order_by(Answer.id.desc()).limit(1))
