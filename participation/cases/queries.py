"""What waits, who has had it, and which promises fall."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, select

from participation.accounts import queries as accounts
from participation.accounts.models import Person
from participation.cases.models import Case, CaseHandover, CaseReminder, Reminder
from participation.extensions import db


def find(case_id: int) -> Case | None:
    """The case of that id."""
    return db.session.scalar(select(Case).where(Case.id == case_id))


def held_by(person: Person) -> Sequence[Case]:
    """The open cases that the person has."""
    statement = select(Case).where(Case.owner_id == person.id, Case.is_open).order_by(Case.id)
    return db.session.scalars(statement).all()


def colleagues(case: Case) -> list[Person]:
    """The staff who can have the case: not its owner, nobody who is disqualified."""
    return [
        person
        for person in accounts.staff()
        if person.id != case.owner_id and not case.disqualifies(person.id)
    ]


def handovers_of(case: Case) -> Sequence[CaseHandover]:
    """Who has had the case, oldest first."""
    statement = select(CaseHandover).where(CaseHandover.case_id == case.id).order_by(CaseHandover.id)
    return db.session.scalars(statement).all()


def last_handover_of(case: Case) -> CaseHandover | None:
    """How the case came to whoever has it now."""
    log = select(CaseHandover).where(CaseHandover.case_id == case.id)
    return db.session.scalar(log.order_by(CaseHandover.id.desc()).limit(1))


def unsaid(kind: Reminder, *conditions: ColumnElement[bool], limit: int) -> Sequence[Case]:
    """Open cases of whose present promise this has not been said yet, the nearest first."""
    said = exists().where(
        CaseReminder.case_id == Case.id, CaseReminder.kind == kind, CaseReminder.due_at == Case.due_at
    )
    statement = select(Case).where(Case.is_open, *conditions, ~said).order_by(Case.due_at, Case.id)
    return db.session.scalars(statement.limit(limit)).all()


def falls_between(first: datetime, last: datetime) -> ColumnElement[bool]:
    """The promise falls from the one moment to the other."""
    return Case.due_at.between(first, last)


def is_owned() -> ColumnElement[bool]:
    """Somebody has the case."""
    return Case.owner_id.is_not(None)
