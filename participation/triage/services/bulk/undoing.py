"""Taking a bulk act back, whole or for single cases, while nobody has been told."""

from collections.abc import Callable, Collection

from sqlalchemy import select

from participation.cases.services import ownership
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.ideas.models import Idea
from participation.ideas.queries.moves import act_that_left
from participation.ideas.rules import revocable_until
from participation.ideas.services.taking_back import CHANGED, TOO_LATE
from participation.ideas.services.taking_back import undo as take_back
from participation.triage.events import BulkUndone
from participation.triage.models import BulkAct, BulkItem, ItemState
from participation.triage.queries import bulk as queries
from participation.triage.rules.saying import said_by


def undo(*, actor: Actor, bulk: BulkAct, item_ids: Collection[int] | None = None) -> None:
    """Take back the whole, or single cases of it; for each that cannot be, its item says why.

    What is taken back whole while it still runs is not gone on with.
    """
    require(actor, "triage.undo_bulk", bulk)
    lock(bulk)
    if item_ids is None:
        _stop(bulk)
    done = queries.items_of(bulk).where(BulkItem.state == ItemState.DONE)
    if item_ids is not None:
        done = done.where(BulkItem.id.in_(item_ids))
    page = list(db.session.scalars(done))
    for item in page:
        item.refusal = _attempt(actor, bulk, item)
        item.state = ItemState.DONE if item.refusal else ItemState.UNDONE
    db.session.flush()
    undone = sum(item.state is ItemState.UNDONE for item in page)
    publish(BulkUndone(actor=actor, bulk=bulk, changed=undone, refused=len(page) - undone))


def _stop(bulk: BulkAct) -> None:
    bulk.is_running = False
    for item in db.session.scalars(queries.items_of(bulk).where(BulkItem.state == ItemState.WAITING)):
        item.state = ItemState.UNDONE


def _attempt(actor: Actor, bulk: BulkAct, item: BulkItem) -> str:
    try:
        with db.session.begin_nested():
            UNDO.get(bulk.name, _take_back)(actor, bulk, item)
    except RuleViolation as violation:
        return violation.message
    except Forbidden:
        return queries.BARRED
    return ""


def _take_back(actor: Actor, _bulk: BulkAct, item: BulkItem) -> None:
    idea = db.session.scalar(select(Idea).where(Idea.case_id == item.case_id))
    logged = act_that_left(idea, item.left_version) if idea and item.left_version else None
    if idea is None or logged is None:
        raise StaleVersion(CHANGED)
    take_back(actor=actor, idea=idea, logged=logged)


def _check_in_time(item: BulkItem) -> None:
    if item.told_from is None or now() >= revocable_until(item.told_from):
        raise RuleViolation(TOO_LATE)


def _release(actor: Actor, bulk: BulkAct, item: BulkItem) -> None:
    _check_in_time(item)
    ownership.release(actor=actor, case=item.case, seen_owner_id=bulk.actor_id)


def _give_back(actor: Actor, bulk: BulkAct, item: BulkItem) -> None:
    _check_in_time(item)
    holder_id = said_by(bulk).colleague_id
    assert holder_id is not None
    ownership.give_back(actor=actor, case=item.case, holder_id=holder_id, former_id=item.seen_owner_id)


UNDO: dict[str, Callable[[Actor, BulkAct, BulkItem], None]] = {"claim": _release, "assign": _give_back}
