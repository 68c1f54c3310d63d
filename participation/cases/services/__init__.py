"""Opening, moving and closing a case, for the feature that owns it."""

from datetime import datetime

from participation.cases.models import Case, CaseKind
from participation.extensions import db
from participation.foundation.clock import FAR_FUTURE, now


def open_case(*, kind: CaseKind, due_at: datetime, title: str, place: str = "") -> Case:
    """A new case that waits for staff until `due_at`; what it is about stores the key.

    A place that holds the subject's own key is written once there is one.
    """
    case = Case(kind=kind, due_at=due_at, subject_title=title, place=place)
    db.session.add(case)
    db.session.flush()
    return case


def reopen(*, case: Case, kind: CaseKind, due_at: datetime) -> None:
    """Let a case wait, again or for something else."""
    case.kind, case.due_at, case.is_open, case.closed_at = kind, due_at, True, None


def close(*, case: Case) -> None:
    """Nothing waits any more."""
    if case.is_open:
        case.is_open, case.due_at, case.closed_at = False, FAR_FUTURE, now()
