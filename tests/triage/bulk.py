"""Bulk acts in a few words, for the tests."""

from collections.abc import Iterable
from typing import Any

from participation.accounts.models import Person
from participation.cases.models import CaseKind
from participation.extensions import db
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services.needs import Details
from participation.ideas.services.undoing import remembered
from participation.triage.models import BulkAct, BulkItem
from participation.triage.queries import bulk as queries
from participation.triage.services.bulk import doing, preparing
from tests.triage.conftest import idea_at


def submitted(**more: Any) -> Idea:
    """An idea that waits to be published, outside the strategy unless a goal is said."""
    placed = {"is_outside_strategy": True} if "goal_id" not in more else {}
    return idea_at(IdeaStatus.SUBMITTED, case={"kind": CaseKind.REVIEW}, **(placed | more))


def prepared(actor: Person, name: str, ideas: Iterable[Idea], **said: Any) -> BulkAct:
    """A bulk act on these ideas, not done yet."""
    cases = [idea.case for idea in ideas if idea.case is not None]
    return preparing.prepare(actor=actor, name=name, details=Details(**said), cases=cases)


def done(actor: Person, name: str, ideas: Iterable[Idea], **said: Any) -> BulkAct:
    """The same, done."""
    bulk = prepared(actor, name, ideas, **said)
    doing.carry_out(actor=actor, bulk=bulk)
    db.session.flush()
    return bulk


def items(bulk: BulkAct) -> list[BulkItem]:
    """What has become of each, in order."""
    return list(db.session.scalars(queries.items_of(bulk)))


def as_it_is(idea: Idea) -> dict[str, Any]:
    """Everything that an act may change."""
    db.session.refresh(idea)
    case, discussion = idea.case, idea.discussion
    assert case is not None
    return remembered(idea=idea) | {
        "promised_at": idea.promised_at,
        "case": (case.is_open, case.kind, case.due_at),
        "discussion": (discussion.is_open, discussion.is_public) if discussion else None,
    }
