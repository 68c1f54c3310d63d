"""Finding ideas: what each reader may see, lists, and look-ups."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, or_, select, true
from sqlalchemy.orm import aliased, joinedload, load_only, with_expression
from sqlalchemy.sql.base import ExecutableOption

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.listing import Filter, Listing, Sort
from participation.foundation.model import BigKey
from participation.foundation.numbers import row_id
from participation.foundation.personal import masked
from participation.foundation.text import N_
from participation.ideas.lifecycle import DRAFTS, IDEAS, LEADING_ON, PUBLIC, IdeaStatus
from participation.ideas.models import (
    Addition,
    Answer,
    GoalCount,
    Idea,
    IdeaLink,
    IdeaVersion,
    VersionState,
)
from participation.ideas.queries.additions import addition as addition
from participation.ideas.queries.additions import additions_of as additions_of
from participation.ideas.queries.moves import all_moves_of as all_moves_of
from participation.ideas.queries.moves import moves_of as moves_of
from participation.ideas.queries.versions import proposed_version as proposed_version
from participation.ideas.queries.versions import versions_of as versions_of
from participation.organisations import queries as organisations
from participation.search import queries as search
from participation.strategies.models import Effort, Goal, Theme

AWAITING_AUTHOR = IDEAS.statuses_where("awaits_author")
TAKING_VOTES = IDEAS.statuses_where("takes_votes")
MOST_OF_ONE_AUTHOR = 200
NEWEST = 100
READER: ColumnElement[int] = bindparam("reader_id", type_=BigKey)


def is_public() -> ColumnElement[bool]:
    """The condition for everybody: published, not hidden; a withdrawn one only if it had been published."""
    return Idea.is_listed == true()


def visible_to(viewer: Actor) -> Select[Idea]:
    """The ideas that a reader may open; said once for lists and single pages.

    A merged idea is among them if it could be read, for its address leads on. Another's draft is nobody's.
    """
    return readable_by(viewer.actor_id, is_staff=viewer.is_staff)


def readable_by(reader_id: Any, *, is_staff: bool) -> Select[Idea]:
    """The same by number; a statement that is made once for all readers gives a parameter's name for it."""
    leads_on = and_(
        Idea.status.in_(sorted(LEADING_ON)), Idea.published_at.is_not(None), Idea.hidden_at.is_(None)
    )
    conditions = [is_public(), leads_on]
    if reader_id is not None:
        conditions += [Idea.author_id == reader_id, _of_ones_own_organisation(reader_id)]
    if is_staff:
        conditions.append(Idea.status.not_in(sorted(DRAFTS)))
    return select(Idea).where(Idea.erased_at.is_(None), or_(*conditions))


def _of_ones_own_organisation(reader_id: Any) -> ColumnElement[bool]:
    """What somebody has sent on behalf of an organisation, for all its people of today."""
    return and_(
        Idea.organisation_id.in_(organisations.of_person(reader_id)), Idea.status.not_in(sorted(DRAFTS))
    )


def find(viewer: Actor, idea_id: int, *options: ExecutableOption) -> Idea | None:
    """The idea of that id, when the reader may see it; `options` say what is loaded with it."""
    statement = _readable(is_known=viewer.actor_id is not None, is_staff=viewer.is_staff)
    asked = {"idea_id": idea_id, "reader_id": viewer.actor_id}
    return db.session.scalars(statement.options(*options), asked).unique().one_or_none()


def of_discussion(viewer: Actor, discussion_id: int) -> Idea | None:
    """The idea that a discussion is about, when the reader may see it."""
    return db.session.scalar(visible_to(viewer).where(Idea.discussion_id == discussion_id))


def find_whole(viewer: Actor, idea_id: int, marks: Sequence[ExecutableOption] = ()) -> Idea | None:
    """The same with all that a page shows beside its text, in one statement; not for locking.

    `marks` are made once, and fill in what other features know about it, or it and the reader (READER).
    """
    statement = _whole(tuple(marks), is_known=viewer.actor_id is not None, is_staff=viewer.is_staff)
    found = db.session.scalars(statement, {"idea_id": idea_id, "reader_id": viewer.actor_id})
    return found.unique().one_or_none()


@cache
def _readable(*, is_known: bool, is_staff: bool) -> Select[Idea]:
    """Made once for each kind of reader: making it costs more than asking it."""
    readable = readable_by(READER if is_known else None, is_staff=is_staff)
    return readable.where(Idea.id == bindparam("idea_id", type_=BigKey))


@cache
def _whole(marks: tuple[ExecutableOption, ...], *, is_known: bool, is_staff: bool) -> Select[Idea]:
    goal, joined = joinedload(Idea.goal).load_only(Goal.title, Goal.theme_id), aliased(Idea)
    later = (IdeaVersion.number > 1, IdeaVersion.state == VersionState.CURRENT)
    linked = or_(IdeaLink.lower_id == Idea.id, IdeaLink.higher_id == Idea.id)
    return _readable(is_known=is_known, is_staff=is_staff).options(
        joinedload(Idea.author).load_only(Person.display_name, Person.is_paper),
        joinedload(Idea.organisation),
        goal.joinedload(Goal.theme).load_only(Theme.title),
        joinedload(Idea.effort).load_only(Effort.title, Effort.text),
        joinedload(Idea.discussion),
        joinedload(Idea.answers),
        with_expression(Idea.is_changed, exists().where(IdeaVersion.idea_id == Idea.id, *later)),
        with_expression(Idea.has_additions, exists().where(Addition.idea_id == Idea.id)),
        with_expression(Idea.has_joined, exists().where(joined.merged_into_id == Idea.id)),
        with_expression(Idea.has_links, exists().where(linked)),
        *marks,
    )


def answers_of(idea: Idea) -> list[Answer]:
    """The official answers, oldest first."""
    return list(db.session.scalars(select(Answer).where(Answer.idea_id == idea.id).order_by(Answer.id)))


@cache
def public_ideas() -> Select[Idea]:
    """The ideas of public lists, with what a card shows; for IDEAS_LIST and shorter lists."""
    text, count = (
        (Idea.status, Idea.title, Idea.body, Idea.goal_id),
        (Idea.support_count, Idea.decided_support),
    )
    days = (Idea.listed_at, Idea.promised_at, Idea.decided_at, Idea.answer_due_at)
    whole = (load_only(*text, *count, *days), joinedload(Idea.goal).load_only(Goal.title))
    return select(Idea).where(is_public()).options(*whole)


def _of_theme(text: str) -> ColumnElement[bool] | None:
    theme_id = row_id(text)
    return None if theme_id is None else Idea.goal_id.in_(select(Goal.id).where(Goal.theme_id == theme_id))


def _of_goal(text: str) -> ColumnElement[bool] | None:
    if text == OUTSIDE:
        return Idea.is_outside_strategy == true()
    goal_id = row_id(text)
    return None if goal_id is None else Idea.goal_id == goal_id


def _of_status(text: str) -> ColumnElement[bool] | None:
    wanted = next((status for status in PUBLIC if status.value == text), None)
    return None if wanted is None else Idea.status == wanted


def _with_words(text: str) -> ColumnElement[bool] | None:
    found = search.matching(text)
    return None if found is None else Idea.id.in_(found)


OUTSIDE = "outside"
IDEAS_LIST: Listing[Idea] = Listing(
    identity=Idea.id,
    filters={
        "theme": Filter(_of_theme),
        "goal": Filter(_of_goal),
        "status": Filter(_of_status),
        "q": Filter(_with_words),
    },
    sorts={
        "newest": Sort(N_("Newest"), Idea.listed_at),
        "most": Sort(N_("Most support"), Idea.support_count),
        "promise": Sort(N_("Answer promised soonest"), Idea.promised_at, is_descending=False),
    },
)


def counts_by_status(goal_ids: Iterable[int]) -> dict[int, dict[IdeaStatus, int]]:
    """For each goal with public ideas, how many stand where; one statement for all goals."""
    statement = select(GoalCount).where(GoalCount.goal_id.in_(list(goal_ids)), GoalCount.number > 0)
    counts: dict[int, dict[IdeaStatus, int]] = defaultdict(dict)
    for count in db.session.scalars(statement):
        counts[count.goal_id][count.status] = count.number
    return counts


def counts_by_goal() -> dict[int, int]:
    """How many public ideas each goal has that has any."""
    statement = select(GoalCount.goal_id, func.sum(GoalCount.number)).where(GoalCount.number > 0)
    rows = db.session.execute(statement.group_by(GoalCount.goal_id))
    return {goal_id: int(number) for goal_id, number in rows}


def latest_answered(limit: int) -> list[Idea]:
    """The ideas decided last, yes and no alike."""
    return list(db.session.scalars(_latest_answered(limit)))


@cache
def _latest_answered(limit: int) -> Select[Idea]:
    answered = public_ideas().where(Idea.decided_at.is_not(None))
    return answered.order_by(Idea.decided_at.desc(), Idea.id.desc()).limit(limit)


def needing_support(limit: int) -> list[Idea]:
    """Open ideas that have had the least time and support so far: of the newest those with few supporters."""
    return list(db.session.scalars(_needing_support(limit)))


@cache
def _needing_support(limit: int) -> Select[Idea]:
    is_open = Idea.status.in_(sorted(TAKING_VOTES))
    newest = select(Idea.id).where(is_public(), is_open).order_by(Idea.listed_at.desc(), Idea.id.desc())
    among = public_ideas().where(Idea.id.in_(newest.limit(NEWEST)))
    return among.order_by(Idea.support_count, Idea.id.desc()).limit(limit)


def ideas_of(author: Actor) -> list[Idea]:
    """The author's own ideas, drafts too: what waits for the author first, then the one changed last."""
    waits = case((Idea.status.in_(sorted(AWAITING_AUTHOR)), 0), else_=1)
    own = (Idea.author_id == author.actor_id, Idea.erased_at.is_(None))
    statement = select(Idea).where(*own).options(joinedload(Idea.goal))
    ordered = statement.order_by(waits, Idea.changed_at.desc(), Idea.id.desc())
    return list(db.session.scalars(ordered.limit(MOST_OF_ONE_AUTHOR)))


def searched_texts(idea: Idea) -> tuple[str, ...]:
    """What an idea is found by besides its title: nothing that readers do not get to see."""
    texts = (idea.body, idea.place, *(addition.body for addition in additions_of(idea)))
    return tuple(masked(text, email="", phone="") for text in texts)


def last_answers(idea_ids: Iterable[int]) -> dict[int, Answer]:
    """For each idea with an official answer the last one; one statement for all."""
    statement = select(Answer).where(Answer.idea_id.in_(list(idea_ids))).order_by(Answer.id)
    return {answer.idea_id: answer for answer in db.session.scalars(statement)}
