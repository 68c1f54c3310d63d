"""The desk: open cases with their ideas, what today asks, and how many people a move concerns."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select, true, union
from sqlalchemy.orm import contains_eager, joinedload

from participation.accounts.models import Person
from participation.cases.models import Case, CaseKind
from participation.discussions.models import Comment
from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.actors import Actor
from participation.foundation.clock import end_of_day, now, today
from participation.foundation.listing import Filter, Listing, Sort
from participation.foundation.text import N_
from participation.ideas.lifecycle import DRAFTS
from participation.ideas.models import Answer, Idea
from participation.ideas.queries.merging import family
from participation.votes.models import Vote


def open_cases() -> Select[Idea]:
    """The ideas that wait for staff, each with its case and goal."""
    statement = select(Idea).join(Idea.case).where(Case.is_open)
    return statement.options(contains_eager(Idea.case), joinedload(Idea.goal))


def queue_of(viewer: Actor) -> Listing[Idea]:
    """The queue as one of the staff sees it: `mine` is the viewer's."""
    owners = {"mine": Case.owner_id == viewer.actor_id, "nobody": Case.owner_id.is_(None)}
    return Listing(
        identity=Idea.id,
        filters={"kind": Filter(_is_kind), "owner": Filter(owners.get), "overdue": Filter(_is_overdue)},
        sorts={"promise": Sort(N_("Nearest promise first"), Idea.promised_at, is_descending=False)},
    )


def _is_kind(value: str) -> ColumnElement[bool] | None:
    return Case.kind == CaseKind(value) if value in set(CaseKind) else None


def _is_overdue(_value: str = "") -> ColumnElement[bool]:
    return Idea.promised_at < now()


@dataclass(frozen=True)
class Counts:
    """How many cases wait, altogether and of each sort."""

    all: int
    today: int
    overdue: int
    mine: int
    nobody: int
    review: int
    answer: int


def counts_for(viewer: Actor) -> Counts:
    """Everything that the desk's top counts, in one statement."""
    conditions: dict[str, ColumnElement[bool]] = {
        "all": true(),
        "today": Idea.promised_at <= end_of_day(today()),
        "overdue": _is_overdue(),
        "mine": Case.owner_id == viewer.actor_id,
        "nobody": Case.owner_id.is_(None),
        "review": Case.kind == CaseKind.REVIEW,
        "answer": Case.kind == CaseKind.ANSWER,
    }
    counted = [func.count().filter(condition).label(name) for name, condition in conditions.items()]
    row = db.session.execute(select(*counted).select_from(Idea).join(Idea.case).where(Case.is_open)).one()
    return Counts(**row._mapping)


def next_case() -> Idea | None:
    """The case whose promise falls first."""
    return db.session.scalar(open_cases().order_by(Idea.promised_at, Idea.id).limit(1))


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
