"""Who may work at a case, take it, and give it to somebody else."""

from participation.cases.models import Case
from participation.foundation.actors import Actor
from participation.foundation.authorization import permission


@permission("cases.work")
def may_work(actor: Actor, case: Case | None) -> bool:
    """Staff, but for who takes no part in this case (forvaltningsloven § 3)."""
    return actor.is_staff and (case is None or not case.disqualifies(actor.actor_id))


@permission("cases.claim")
def may_claim(actor: Actor, case: Case) -> bool:
    return case.is_open and case.owner_id != actor.actor_id and may_work(actor, case)


@permission("cases.assign")
def may_assign(actor: Actor, case: Case) -> bool:
    return case.is_open and may_work(actor, case)


@permission("cases.release")
def may_release(actor: Actor, case: Case) -> bool:
    """The owner; an administrator too, for a colleague who is away."""
    is_theirs = case.owner_id == actor.actor_id or actor.is_administrator
    return case.is_open and case.owner_id is not None and is_theirs and may_work(actor, case)
