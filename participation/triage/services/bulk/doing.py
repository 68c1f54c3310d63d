"""Doing what was prepared: a page of cases in each transaction, each of them by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, exists, select
from sqlalchemy.orm.exc import StaleDataError

from participation.accounts.models import Person
from participation.cases.services import ownership
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, require
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.foundation.events import publish
from participation.ideas.models import Idea
from participation.ideas.rules import TOLD_AFTER
from participation.ideas.services import moves
from participation.ideas.services.answers import answer_for_now
from participation.ideas.services.needs import Details
from participation.triage.events import BulkDone, TasksGiven
from participation.triage.models import BulkAct, BulkItem, ItemState
from participation.triage.queries import bulk as queries
from participation.triage.rules.bulk import AT_ONCE, KEPT_FOR
from participation.triage.rules.saying import said_by, said_for


@dataclass(frozen=True)
class Task:
    """One case of a bulk act, as it is now."""

    actor: Actor
    name: str
    item: BulkItem
    idea: Idea | None
    details: Details


def carry_out(*, actor: Actor, bulk: BulkAct) -> None:
    """Do the next page of what waits; the worker does those after it. Done twice, it happens once."""
    require(actor, "triage.carry_out", bulk)
    lock(bulk)
    _announce(actor, bulk)
    page = list(db.session.scalars(_waiting(bulk).limit(AT_ONCE)))
    bulk.started_at = bulk.started_at or now()
    if not page:
        bulk.is_running = False
        return
    for item, idea in _locked(page):
        _do(actor, bulk, item, idea)
    db.session.flush()
    bulk.is_running = bool(db.session.scalar(select(exists(_waiting(bulk).with_only_columns(BulkItem.id)))))
    done = sum(item.state is ItemState.DONE for item in page)
    publish(BulkDone(actor=actor, bulk=bulk, changed=done, refused=len(page) - done))


def _announce(actor: Actor, bulk: BulkAct) -> None:
    """A colleague who is given many tasks hears of it once, unless all of it is taken back before."""
    colleague_id = said_by(bulk).colleague_id
    if bulk.started_at is None and colleague_id is not None:
        told_from = now() + TOLD_AFTER
        publish(TasksGiven(actor=actor, bulk=bulk, person_id=colleague_id, told_from=told_from))


def carry_on() -> None:
    """Do the next page of a bulk act that has been begun, for whoever began it."""
    begun = select(BulkAct).where(BulkAct.is_running).order_by(BulkAct.id).limit(1)
    bulk = db.session.scalar(begun.with_for_update(skip_locked=True))
    if bulk is None:
        return
    person = db.session.scalars(select(Person).where(Person.id == bulk.actor_id)).one()
    if can(person, "triage.carry_out", bulk):
        carry_out(actor=person, bulk=bulk)
    else:
        bulk.is_running = False


def forget_previews() -> None:
    """What was prepared and never done goes, a day later."""
    db.session.execute(
        delete(BulkAct).where(BulkAct.started_at.is_(None), BulkAct.prepared_at < now() - KEPT_FOR)
    )


def _waiting(bulk: BulkAct) -> Select[BulkItem]:
    return queries.items_of(bulk).where(BulkItem.state == ItemState.WAITING)


def _locked(items: list[BulkItem]) -> list[tuple[BulkItem, Idea | None]]:
    """Each with its idea, which nobody changes until this transaction ends; locked in one order by all."""
    case_ids = [item.case_id for item in items]
    statement = select(Idea).where(Idea.case_id.in_(case_ids)).order_by(Idea.id).with_for_update()
    ideas = db.session.scalars(statement, execution_options={"populate_existing": True})
    by_case = {idea.case_id: idea for idea in ideas}
    return [(item, by_case.get(item.case_id)) for item in items]


def _do(actor: Actor, bulk: BulkAct, item: BulkItem, idea: Idea | None) -> None:
    said, told_from = said_by(bulk), now() + TOLD_AFTER
    item.refusal = queries.obstacle(actor, bulk, said, item, idea) or ""
    details = said if idea is None else said_for(said, item, idea, told_from)
    if not item.refusal:
        item.refusal = _attempt(Task(actor, bulk.name, item, idea, details))
    item.state = ItemState.REFUSED if item.refusal else ItemState.DONE
    if not item.refusal:
        _seal(item, idea, told_from)


def _seal(item: BulkItem, idea: Idea | None, told_from: datetime) -> None:
    item.told_from = told_from
    item.left_version = idea.version if idea else None


def _attempt(task: Task) -> str:
    """Why it was refused; what happens to one case happens whole or not at all."""
    try:
        with db.session.begin_nested():
            APPLY.get(task.name, _move)(task)
    except RuleViolation as violation:
        return violation.message
    except Forbidden:
        return queries.BARRED
    except StaleDataError:
        return queries.CHANGED
    return ""


def _move(task: Task) -> None:
    assert task.idea is not None
    moves.move(
        actor=task.actor,
        idea=task.idea,
        name=task.name,
        details=task.details,
        seen_version=task.item.seen_version,
    )


def _answer_for_now(task: Task) -> None:
    answer, until = task.details.answer, task.details.until
    assert task.idea is not None and answer is not None and until is not None
    answer_for_now(
        actor=task.actor,
        idea=task.idea,
        text=answer,
        until=until,
        seen_version=task.item.seen_version,
        told_from=task.details.told_from,
    )


def _claim(task: Task) -> None:
    ownership.claim(actor=task.actor, case=task.item.case)


def _assign(task: Task) -> None:
    colleague = queries.colleague_of(task.details)
    assert colleague is not None
    seen_owner_id = task.item.seen_owner_id
    ownership.assign(
        actor=task.actor,
        case=task.item.case,
        person=colleague,
        seen_owner_id=seen_owner_id,
        is_one_of_many=True,
    )


APPLY: dict[str, Callable[[Task], None]] = {
    "answer_for_now": _answer_for_now,
    "claim": _claim,
    "assign": _assign,
}
