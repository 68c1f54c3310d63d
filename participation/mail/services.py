"""Posting a mail, claiming what is due, and noting what became of it."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from participation.extensions import db, own_transaction
from participation.foundation.clock import FAR_FUTURE, now
from participation.mail import rules
from participation.mail.models import OutgoingMail


def post(
    *,
    kind: str,
    recipient: str,
    language: str,
    context: Mapping[str, Any],
    key: str | None = None,
    is_urgent: bool = False,
) -> None:
    """Put a mail in the outbox, in the request's transaction; a second one with the same key is dropped.

    An urgent one leaves before all that wait.
    """
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(OutgoingMail).values(
        kind=kind,
        recipient=recipient,
        language=language,
        context=dict(context),
        key=key,
        due_at=now() - rules.HEAD_START * is_urgent,
    )
    db.session.execute(insert.on_conflict_do_nothing(index_elements=["municipality_id", "key"]))


def claim() -> list[OutgoingMail]:
    """Take some due mails, in a short transaction of its own; no other worker has them for a while."""
    moment = now()
    due = select(OutgoingMail.id).where(OutgoingMail.due_at <= moment)
    if db.session.scalar(due.limit(1)) is None:
        return []
    with own_transaction() as session:
        session.expire_on_commit = False
        wanted = select(OutgoingMail).where(OutgoingMail.due_at <= moment)
        order = wanted.order_by(OutgoingMail.due_at, OutgoingMail.id).limit(rules.BATCH)
        mails = list(session.scalars(order.with_for_update(skip_locked=True)))
        for mail in mails:
            mail.due_at, mail.tries = moment + rules.LEASE, mail.tries + 1
    return mails


def note_sent(*, mail: OutgoingMail, was_wanted: bool) -> None:
    """The mail has left, or nobody wants it any more."""
    _settle(mail, due_at=FAR_FUTURE, sent_at=now() if was_wanted else None, last_error="")


def note_failure(*, mail: OutgoingMail, error: str, is_final: bool) -> None:
    """The mail could not be sent: try again later, or give up. `error` holds no address."""
    again = None if is_final else rules.next_try(mail.tries, now())
    _settle(mail, due_at=again or FAR_FUTURE, failed_at=None if again else now(), last_error=error[:200])


def _settle(mail: OutgoingMail, **values: Any) -> None:
    with own_transaction() as session:
        session.execute(update(OutgoingMail).where(OutgoingMail.id == mail.id).values(**values))


def readdress(*, recipient: str, to: str, but: Collection[str]) -> None:
    """Send what still waits for an address to another; `but` are the kinds that are meant for the old one."""
    waiting = (OutgoingMail.recipient == recipient, OutgoingMail.due_at < FAR_FUTURE)
    moved = update(OutgoingMail).where(*waiting, OutgoingMail.kind.not_in(sorted(but)))
    db.session.execute(moved.values(recipient=to))


def forget_mails_to(*, recipient: str) -> None:
    """Drop whatever the outbox still holds for an address, as when an account is closed."""
    db.session.execute(delete(OutgoingMail).where(OutgoingMail.recipient == recipient))


def forget_old() -> None:
    """Drop mails that were sent or given up long ago: an outbox is no archive of addresses."""
    long_ago = now() - rules.KEPT_FOR
    finished = or_(OutgoingMail.sent_at < long_ago, OutgoingMail.failed_at < long_ago)
    unwanted = (OutgoingMail.due_at == FAR_FUTURE) & (OutgoingMail.created_at < long_ago)
    db.session.execute(delete(OutgoingMail).where(or_(finished, unwanted)))
