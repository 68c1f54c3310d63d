"""The queue: open cases of every kind, what today asks, and which case comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select, true, tuple_
from sqlalchemy.orm import aliased, defer, joinedload

from participation.accounts.models import Person
from participation.cases.models import Case, CaseDisqualification, CaseKind
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.calendar import week_end
from participation.foundation.clock import end_of_day, now, today
from participation.foundation.listing import COUNT_LIMIT, Filter, Listing, Sort
from participation.foundation.model import BigKey
from participation.foundation.numbers import row_id
from participation.foundation.text import N_
from participation.ideas.lifecycle import DRAFTS, IdeaStatus
from participation.ideas.models import Idea
from participation.search import queries as search
from participation.strategies.models import Goal

# Their subject is an idea, which the text index finds; other cases are found by their title.
OF_IDEAS = (CaseKind.REVIEW, CaseKind.ANSWER)
OUTSIDE = "outside"


def open_cases() -> Select[Case]:
    """What waits for staff, each with its owner's name."""
    owner = joinedload(Case.owner).load_only(Person.display_name)
    return select(Case).where(Case.is_open).options(owner)


def queue_of(viewer: Actor) -> Listing[Case]:
    """The queue as one of the staff sees it: `mine` is the viewer's, a number is a colleague's."""
    return Listing(
        identity=Case.id,
        filters={
            "kind": Filter(_of_kind),
            "theme": Filter(_of_theme),
            "goal": Filter(_of_goal),
            "status": Filter(_of_status),
            "owner": Filter(partial(_owned, viewer)),
            "overdue": Filter(_is_overdue),
            "first": Filter(_is_first),
            "q": Filter(_with_words),
        },
        sorts={"promise": Sort(N_("Nearest promise first"), Case.due_at, is_descending=False)},
    )


def _of_kind(text: str) -> ColumnElement[bool] | None:
    return Case.kind == CaseKind(text) if text in set(CaseKind) else None


def _with_idea(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Idea.case_id == Case.id, *conditions)


def _of_theme(text: str) -> ColumnElement[bool] | None:
    number = row_id(text)
    of_theme = select(Goal.id).where(Goal.theme_id == number)
    return None if number is None else Case.goal_id.in_(of_theme)


def _of_goal(text: str) -> ColumnElement[bool] | None:
    if text == OUTSIDE:
        return and_(Case.goal_id.is_(None), _with_idea(Idea.is_outside_strategy == true()))
    number = row_id(text)
    return None if number is None else Case.goal_id == number


def _of_status(text: str) -> ColumnElement[bool] | None:
    return _with_idea(Idea.status == IdeaStatus(text)) if text in set(IdeaStatus) else None


def _owned(viewer: Actor, text: str) -> ColumnElement[bool] | None:
    if text == "nobody":
        return Case.owner_id.is_(None)
    number = viewer.actor_id if text == "mine" else row_id(text)
    return None if number is None else Case.owner_id == number


def _is_overdue(_text: str = "") -> ColumnElement[bool]:
    return Case.due_at < now()


def _is_first(_text: str) -> ColumnElement[bool]:
    """The account has sent one idea only, as in `newcomers`."""
    other = aliased(Idea)
    sent = (other.author_id == Idea.author_id, other.id != Idea.id, other.status.not_in(sorted(DRAFTS)))
    return _with_idea(~exists().where(*sent))


def _with_words(text: str) -> ColumnElement[bool] | None:
    found = search.matching(text)
    # SQLite folds the case of English letters only.
    spellings = {text, text.lower(), text.upper(), text.capitalize()}
    titled = or_(*(Case.subject_title.contains(each, autoescape=True) for each in sorted(spellings)))
    by_number = Case.journal_number.contains(text, autoescape=True)
    known = or_(by_number, and_(Case.kind.not_in(OF_IDEAS), titled))
    return known if found is None else or_(known, _with_idea(Idea.id.in_(found)))


@dataclass(frozen=True)
class Counts:
    """How many cases wait, altogether and of each sort; each counted no further than COUNT_LIMIT + 1."""

    all: int
    today: int
    overdue: int
    week: int
    mine: int
    nobody: int


def counts_for(viewer: Actor) -> Counts:
    """Everything that the desk's top counts, in one statement that reads no more when more waits."""
    this_day = today()
    asked = {
        "viewer_id": viewer.actor_id,
        "present": now(),
        "day_ends": end_of_day(this_day),
        "week_ends": end_of_day(week_end(this_day)),
    }
    return Counts(**db.session.execute(_counts(), asked).one()._mapping)


@cache
def _counts() -> Select[Any]:
    """Made once: every page of the queue asks it."""
    present, day_ends, week_ends = (
        bindparam(name, type_=Case.due_at.type) for name in ("present", "day_ends", "week_ends")
    )
    conditions: dict[str, list[ColumnElement[bool]]] = {
        "all": [],
        "today": [Case.due_at <= day_ends],
        "overdue": [Case.due_at < present],
        "week": [Case.due_at.between(present, week_ends)],
        "mine": [Case.owner_id == bindparam("viewer_id", type_=BigKey)],
        "nobody": [Case.owner_id.is_(None)],
    }
    counted: list[Any] = [_limited(wanted).label(name) for name, wanted in conditions.items()]
    return select(*counted)


def _limited(conditions: list[ColumnElement[bool]]) -> ColumnElement[int]:
    rows = select(Case.id).where(Case.is_open, *conditions).limit(COUNT_LIMIT + 1).subquery()
    return select(func.count()).select_from(rows).scalar_subquery()


def ideas_of(cases: Iterable[Case]) -> dict[int, Idea]:
    """The ideas that the cases are about, by the case's id, with their goals; one statement for all."""
    statement = select(Idea).where(Idea.case_id.in_([case.id for case in cases]))
    ideas = db.session.scalars(
        statement.options(defer(Idea.body), joinedload(Idea.goal).load_only(Goal.title))
    )
    return {idea.case_id: idea for idea in ideas if idea.case_id is not None}


def next_case(viewer: Actor, *, after: Case | None = None) -> Case | None:
    """The viewer's own or nobody's case whose promise falls first, or next after that of another case."""
    barred = exists().where(
        CaseDisqualification.case_id == Case.id, CaseDisqualification.person_id == viewer.actor_id
    )
    theirs = or_(Case.owner_id.is_(None), Case.owner_id == viewer.actor_id)
    statement = open_cases().where(theirs, ~barred).order_by(Case.due_at, Case.id)
    if after is not None:
        statement = statement.where(tuple_(Case.due_at, Case.id) > tuple_(after.due_at, after.id))
    return db.session.scalar(statement.limit(1))
