"""Recognising who may not write by the address, so that a new account is no way around it.

Only a keyed hash of the address is kept, and only while the suspension lasts.
"""

from sqlalchemy import delete, select

from participation.accounts.events import SuspensionFollowed
from participation.accounts.models import Person, SuspendedAddress
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.events import publish
from participation.web.sessions import keyed_hash


def remember(*, person: Person) -> None:
    """Note the address that the person has now, until the suspension ends."""
    if person.email_key is None or person.suspended_until is None:
        return
    known = _known(person) or SuspendedAddress(key_hash=_hash(person))
    known.person_id, known.until = person.id, person.suspended_until
    db.session.add(known)
    db.session.flush()


def recognise(*, person: Person) -> None:
    """Let a suspension go on under a new account with the same address."""
    known = _known(person)
    if known is None or known.until <= now():
        return
    former, person.suspended_until = known.person, known.until
    remember(person=person)
    publish(SuspensionFollowed(person=person, former=former))


def forget(*, person: Person) -> None:
    """The person may write again, under whatever address."""
    db.session.execute(delete(SuspendedAddress).where(SuspendedAddress.person_id == person.id))


def forget_ended() -> None:
    """Drop what is over: the hash was for that time only."""
    db.session.execute(delete(SuspendedAddress).where(SuspendedAddress.until <= now()))


def _known(person: Person) -> SuspendedAddress | None:
    return db.session.scalar(select(SuspendedAddress).where(SuspendedAddress.key_hash == _hash(person)))


def _hash(person: Person) -> str:
    return keyed_hash(f"suspended:{person.email_key}")
