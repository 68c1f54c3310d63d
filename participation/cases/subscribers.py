"""Nothing waits for somebody who has left."""

from participation.accounts.events import RoleChanged
from participation.cases.services import ownership
from participation.foundation.events import subscribe


@subscribe(RoleChanged)
def put_back(event: RoleChanged) -> None:
    """Whoever works at the desk no more, or has closed the account, leaves the cases to everybody."""
    if not event.person.is_staff:
        ownership.put_back_all(actor=event.actor, person=event.person)
