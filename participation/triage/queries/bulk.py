"""Bulk acts: which cases are chosen, what will happen to each, who is told, and what has been done."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.clock import end_of_day, local_date, now
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.foundation.text import N_
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea
from participation.ideas.rules import UNDO_WITHIN
from participation.ideas.services.needs import Details, check_needs
from participation.triage.models import BulkAct, BulkItem, ItemState
from participation.triage.queries import people_told
from participation.triage.queries.queue import open_cases, queue_of
from participation.triage.rules.bulk import BULK, MOST, TELLS_AUTHOR, TELLS_NOBODY
from participation.triage.rules.saying import said_by, said_for

BARRED = N_("You take no part in this case.")
NOT_AN_IDEA = N_("The case is not about an idea.")
CHANGED = N_("A colleague or the author has changed it since.")
TAKEN = N_("A colleague has the case.")
THEIRS = N_("Your colleague has the case already.")
THEY_ARE_BARRED = N_("Your colleague takes no part in this case.")
GONE = N_("Your colleague does not work at the desk any more.")
ELSEWHERE = N_("It does not stand where this can be done.")


@dataclass(frozen=True)
class Line:
    """One case of a bulk act with the idea that it is about, and why the act would be refused for it."""

    item: BulkItem
    idea: Idea | None
    obstacle: str | None = None

    @property
    def will_happen(self) -> bool:
        return self.obstacle is None


def chosen(viewer: Actor, numbers: Iterable[str], filters: Mapping[str, str] | None) -> list[Case]:
    """The open cases of these numbers, or all that the queue's filters show; no more than MOST of them."""
    statement = open_cases()
    if filters is None:
        statement = statement.where(Case.id.in_({number for text in numbers if (number := row_id(text))}))
    else:
        statement = queue_of(viewer).narrowed(statement, filters)
    return list(db.session.scalars(statement.order_by(Case.due_at, Case.id).limit(MOST)))


def find(bulk_id: int) -> BulkAct | None:
    """The bulk act of that id."""
    return db.session.scalar(select(BulkAct).where(BulkAct.id == bulk_id))


def lines_of(bulk: BulkAct, viewer: Actor) -> list[Line]:
    """Every case of a bulk act in its order, and what stands in the way; three statements for all."""
    items = db.session.scalars(items_of(bulk)).all()
    ideas = ideas_by_case([item.case_id for item in items])
    said = said_by(bulk)
    return [
        Line(item, ideas.get(item.case_id), obstacle(viewer, bulk, said, item, ideas.get(item.case_id)))
        for item in items
    ]


def items_of(bulk: BulkAct) -> Select[BulkItem]:
    """The cases of a bulk act in their order, each with who takes no part in it."""
    case = joinedload(BulkItem.case).options(selectinload(Case.disqualifications))
    return select(BulkItem).where(BulkItem.bulk_id == bulk.id).order_by(BulkItem.id).options(case)


def ideas_by_case(case_ids: Collection[int]) -> dict[int, Idea]:
    """The ideas that cases are about, by the case's id; one statement for all."""
    statement = select(Idea).where(Idea.case_id.in_(case_ids)).options(joinedload(Idea.goal))
    return {idea.case_id: idea for idea in db.session.scalars(statement) if idea.case_id is not None}


def obstacle(viewer: Actor, bulk: BulkAct, said: Details, item: BulkItem, idea: Idea | None) -> str | None:
    """Why the act would be refused for a case as it is now, as a message id; None when it would be done."""
    if not can(viewer, "cases.work", item.case):
        return BARRED
    if bulk.name in OWNERSHIP:
        return OWNERSHIP[bulk.name](viewer, said, item)
    if idea is None:
        return NOT_AN_IDEA
    if idea.version != item.seen_version:
        return CHANGED
    return _why_not(viewer, bulk.name, idea, said_for(said, item, idea))


def _why_not_taken(viewer: Actor, _said: Details, item: BulkItem) -> str | None:
    return None if can(viewer, "cases.claim", item.case) and item.case.owner_id is None else TAKEN


def _why_not_given(viewer: Actor, said: Details, item: BulkItem) -> str | None:
    colleague = colleague_of(said)
    reasons = {
        ELSEWHERE: not can(viewer, "cases.assign", item.case),
        GONE: colleague is None,
        TAKEN: item.case.owner_id != item.seen_owner_id,
        THEIRS: item.case.owner_id == said.colleague_id,
        THEY_ARE_BARRED: item.case.disqualifies(said.colleague_id),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


OWNERSHIP: dict[str, Callable[[Actor, Details, BulkItem], str | None]] = {
    "claim": _why_not_taken,
    "assign": _why_not_given,
}


def colleague_of(said: Details) -> Person | None:
    """Who is given the cases; None when they have left the staff. Read once, however many cases there are."""
    person = db.session.get(Person, said.colleague_id) if said.colleague_id else None
    return person if person is not None and person.is_staff and person.closed_at is None else None


def _why_not(viewer: Actor, name: str, idea: Idea, details: Details) -> str | None:
    if not can(viewer, BULK[name].permission, idea):
        return ELSEWHERE
    if name not in {move.name for move in IDEAS.moves}:
        return None
    try:
        check_needs(idea=idea, wanted=IDEAS.move(name), details=details)
    except RuleViolation as violation:
        return violation.message
    return None


def told(viewer: Actor, name: str, ideas: Collection[Idea]) -> dict[str, int]:
    """How many people are told of an act on these ideas, by role."""
    if name in TELLS_NOBODY or not ideas:
        return {}
    return people_told(viewer, *(idea.id for idea in ideas), only_authors=name in TELLS_AUTHOR)


def promised_days(first: date, last: date) -> dict[date, int]:
    """How many answers are promised for which day already."""
    awaiting = sorted(IDEAS.statuses_where("awaits_answer"))
    between = Idea.answer_due_at.between(end_of_day(first), end_of_day(last))
    days: dict[date, int] = {}
    for due in db.session.scalars(select(Idea.answer_due_at).where(Idea.status.in_(awaiting), between)):
        if due is not None:
            days[local_date(due)] = days.get(local_date(due), 0) + 1
    return days


def just_done(viewer: Actor, *, since: datetime | None = None) -> list[BulkAct]:
    """The viewer's bulk acts that may still be taken back, or those since a moment; the newest first."""
    begun = BulkAct.started_at >= (since or now() - UNDO_WITHIN)
    statement = select(BulkAct).where(BulkAct.actor_id == viewer.actor_id, begun)
    return list(db.session.scalars(statement.order_by(BulkAct.id.desc()).limit(20)))


def counts_of(bulk_ids: Collection[int]) -> dict[int, dict[ItemState, int]]:
    """How many cases of each bulk act have come to what; one statement for all."""
    statement = (
        select(BulkItem.bulk_id, BulkItem.state, func.count())
        .where(BulkItem.bulk_id.in_(bulk_ids))
        .group_by(BulkItem.bulk_id, BulkItem.state)
    )
    counts: dict[int, dict[ItemState, int]] = {number: {} for number in bulk_ids}
    for bulk_id, state, number in db.session.execute(statement):
        counts[bulk_id][state] = number
    return counts
