"""Opening, moving and closing a case, for the feature that owns it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from participation.accounts.models import Person
from participation.cases import rules
from participation.cases.lifecycle import HeldState, HoldReason
from participation.cases.models import Case, CaseDisqualification, CaseKind, Holdable
from participation.extensions import db
from participation.foundation.calendar import add_working_days
from participation.foundation.clock import FAR_FUTURE, end_of_day, now, today
from participation.municipalities import queries as municipalities


def open_case(*, kind: CaseKind, due_at: datetime, title: str, place: str = "") -> Case:
    """A new case that waits for staff until `due_at`; what it is about stores the key.

    A place that holds the subject's own key is written once there is one.
    """
    case = Case(kind=kind, due_at=due_at, subject_title=title, place=place)
    db.session.add(case)
    db.session.flush()
    return case


def reopen(*, case: Case, kind: CaseKind, due_at: datetime) -> None:
    """Let a case wait, again or for something else; for everybody when its owner has left meanwhile."""
    if case.owner is not None and not case.owner.is_staff:
        case.owner_id = None
    case.kind, case.due_at, case.is_open, case.closed_at = kind, due_at, True, None


def disqualify(*, case: Case, person_id: int) -> None:
    """The person takes no part in it from now on (forvaltningsloven § 3)."""
    db.session.add(CaseDisqualification(case_id=case.id, person_id=person_id))
    db.session.flush()
    db.session.expire(case, ["disqualifications"])


def keep_apart(*, case: Case, writer: Person) -> None:
    """Whoever wrote what it is about takes no part in it, when they are one of the staff (§ 3, nr. 1)."""
    if not writer.is_staff or case.disqualifies(writer.id):
        return
    disqualify(case=case, person_id=writer.id)
    if case.owner_id == writer.id:
        case.owner_id = None


def close(*, case: Case) -> None:
    """Nothing waits any more."""
    if case.is_open:
        case.is_open, case.due_at, case.closed_at = False, FAR_FUTURE, now()


def reason_to_hold(*, author: Person, texts: Iterable[str]) -> HoldReason | None:
    """Why somebody has to look first at what the author has written now; None when nobody has to."""
    return rules.hold_reason(author=author, texts=texts, settings=municipalities.settings(), moment=now())


def hold(*, thing: Holdable, reason: HoldReason, title: str, place: str = "") -> None:
    """Have staff look at it by the promise for new ideas; without a `place` of its own it has a page."""
    thing.held_reason, thing.held_state = reason, HeldState.WAITING
    thing.held_code = thing.held_sentence = ""
    days = municipalities.settings().review_working_days
    due_at = end_of_day(add_working_days(today(), days))
    case = _case_of(thing)
    if case is None:
        case = open_case(kind=CaseKind.HELD, due_at=due_at, title=title)
        thing.case_id = case.id
    else:
        reopen(case=case, kind=CaseKind.HELD, due_at=due_at)
    case.place = place or f"opgaver/tilbageholdt/{case.id}"


def let_go(*, thing: Holdable, state: HeldState | None = None, code: str = "", sentence: str = "") -> None:
    """Nobody has to look any more: nothing is held, or it stays so with words to the author."""
    thing.held_state, thing.held_code, thing.held_sentence = state, code, sentence
    if state is None:
        thing.held_at = thing.held_reason = None
    case = _case_of(thing)
    if case is not None:
        close(case=case)


def _case_of(thing: Holdable) -> Case | None:
    if thing.case_id is None:
        return None
    return db.session.scalar(select(Case).where(Case.id == thing.case_id))
