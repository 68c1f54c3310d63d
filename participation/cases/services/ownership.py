"""Taking a case, giving it to a colleague, and putting it back."""

from typing import Any

from sqlalchemy import update

from participation.accounts.models import Person
from participation.cases import queries
from participation.cases import services as cases
from participation.cases.events import CaseAssigned, CaseClaimed, CaseGivenBack, CaseReleased
from participation.cases.models import Case, CaseHandover, Handover, HandoverReason
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_

FASTER = N_("A colleague was faster. The case is somebody else's now.")
NOT_A_COLLEAGUE = N_("Choose a colleague who can take the case.")


def claim(*, actor: Actor, case: Case, seen_owner_id: int | None = None) -> None:
    """Take the case from the owner whom the actor saw, nobody by default.

    Raises StaleVersion when it is somebody else's meanwhile: of two who claim at once, one has it.
    """
    require(actor, "cases.claim", case)
    handover = _hand(actor, case, seen_owner_id, Handover.CLAIMED, actor.actor_id)
    publish(CaseClaimed(actor=actor, case=case, handover=handover))


def assign(
    *,
    actor: Actor,
    case: Case,
    person: Person,
    seen_owner_id: int | None,
    reason: HandoverReason = HandoverReason.NONE,
    note: str = "",
    is_one_of_many: bool = False,
) -> None:
    """Give the case to a colleague; a disqualified owner takes no part in it from now on.

    Where nobody owns it, it is the actor who is disqualified. Of `is_one_of_many` the colleague is not told
    by itself.
    """
    require(actor, "cases.assign", case)
    is_disqualifying = reason is HandoverReason.DISQUALIFIED
    leaving_id = case.owner_id or actor.actor_id
    if not person.is_staff or case.disqualifies(person.id) or person.id == case.owner_id:
        raise RuleViolation(NOT_A_COLLEAGUE)
    if is_disqualifying and person.id == leaving_id:
        raise RuleViolation(NOT_A_COLLEAGUE)
    handover = _hand(actor, case, seen_owner_id, Handover.ASSIGNED, person.id, reason=reason, note=note)
    if is_disqualifying and leaving_id is not None:
        cases.disqualify(case=case, person_id=leaving_id)
    publish(
        CaseAssigned(
            actor=actor, case=case, handover=handover, person_id=person.id, is_one_of_many=is_one_of_many
        )
    )


def give_back(*, actor: Actor, case: Case, holder_id: int, former_id: int | None) -> None:
    """Take a handover back while the colleague still has the case: it is whose it was, or nobody's."""
    require(actor, "cases.assign", case)
    handover = _hand(actor, case, holder_id, Handover.UNDONE, former_id)
    publish(CaseGivenBack(actor=actor, case=case, handover=handover))


def release(*, actor: Actor, case: Case, seen_owner_id: int | None) -> None:
    """Put the case back: it is nobody's."""
    require(actor, "cases.release", case)
    handover = _hand(actor, case, seen_owner_id, Handover.RELEASED, None)
    publish(CaseReleased(actor=actor, case=case, handover=handover))


def put_back_all(*, actor: Actor, person: Person) -> None:
    """Put back every case of a person who has left the staff, so that colleagues see what waits."""
    for case in queries.held_by(person):
        handover = _hand(actor, case, person.id, Handover.RELEASED, None)
        publish(CaseReleased(actor=actor, case=case, handover=handover))


def _hand(
    actor: Actor, case: Case, seen_id: int | None, kind: Handover, to_id: int | None, **said: Any
) -> CaseHandover:
    """One statement compares and writes, so nobody's choice is overwritten unseen."""
    still = Case.owner_id.is_not_distinct_from(seen_id)
    taken = db.session.execute(
        update(Case)
        .where(Case.id == case.id, Case.is_open, still)
        .values(owner_id=to_id)
        .returning(Case.id)
        .execution_options(synchronize_session=False)
    )
    is_taken = taken.scalar() is not None
    db.session.refresh(case)
    if not is_taken:
        raise StaleVersion(FASTER)
    handover = CaseHandover(
        case_id=case.id, kind=kind, from_id=seen_id, to_id=to_id, actor_id=actor.actor_id, **said
    )
    db.session.add(handover)
    db.session.flush()
    return handover
