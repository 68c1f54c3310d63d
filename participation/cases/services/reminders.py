"""What the clock says of promises: once before one falls, and once after; of many at a time in one word."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.dialects import postgresql, sqlite

from participation.cases import queries
from participation.cases.events import PromiseFell, PromiseNears, PromisesFell, PromisesNear
from participation.cases.models import Case, CaseReminder, Reminder
from participation.extensions import db
from participation.foundation.calendar import add_working_days, is_at_work
from participation.foundation.clock import end_of_day, local_date, now
from participation.foundation.events import publish
from participation.foundation.tenancy import current_municipality_id

# In working days.
REMINDED_BEFORE = 2
# Nobody is told of what fell longer ago, as when an old queue meets its first reminder.
LONGEST_AGO = timedelta(days=14)
BATCH = 100


def remind() -> None:
    """Say of each promise what has to be said now, in working hours; however often it is called, once."""
    moment = now()
    if not is_at_work(moment):
        return
    coming = queries.falls_between(moment, _soon(moment))
    _say_near(_once(Reminder.NEAR, queries.unsaid(Reminder.NEAR, coming, queries.is_owned(), limit=BATCH)))
    fallen = queries.falls_between(moment - LONGEST_AGO, moment)
    _say_fallen(_once(Reminder.FALLEN, queries.unsaid(Reminder.FALLEN, fallen, limit=BATCH)))


def _say_near(cases: Sequence[Case]) -> None:
    by_owner: dict[int, list[Case]] = {}
    for case in cases:
        by_owner.setdefault(case.owner_id or 0, []).append(case)
    for person_id, theirs in by_owner.items():
        if len(theirs) == 1:
            publish(PromiseNears(case=theirs[0], person_id=person_id))
        else:
            publish(PromisesNear(person_id=person_id))


def _say_fallen(cases: Sequence[Case]) -> None:
    if len(cases) == 1:
        publish(PromiseFell(case=cases[0]))
    elif cases:
        publish(PromisesFell())


def _soon(moment: datetime) -> datetime:
    """Promises up to here fall soon."""
    return end_of_day(add_working_days(local_date(moment), REMINDED_BEFORE))


def _once(kind: Reminder, cases: Sequence[Case]) -> list[Case]:
    """Those of the cases whose row this transaction was the one to write."""
    if not cases:
        return []
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    rows = [
        {
            "municipality_id": current_municipality_id(),
            "case_id": case.id,
            "kind": kind,
            "due_at": case.due_at,
            "at": now(),
        }
        for case in cases
    ]
    insert = dialect.insert(CaseReminder).values(rows).on_conflict_do_nothing()
    written = set(db.session.scalars(insert.returning(CaseReminder.case_id)))
    return [case for case in cases if case.id in written]
