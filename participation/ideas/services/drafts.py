"""A visitor's text: held under a secret number until the visitor has signed in, two days at most."""

import secrets
from datetime import timedelta

from sqlalchemy import delete

from participation.accounts.models import Person
from participation.accounts.services.profile import name_person
from participation.extensions import db, lock
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.ideas.models import PendingDraft
from participation.ideas.queries.drafts import key_hash, pending_draft
from participation.ideas.services.versions import IdeaText
from participation.ideas.services.writing import propose, submit

LIFE = timedelta(days=2)
LARGEST_KEY = 2**63 - 1


def hold(*, text: IdeaText, key: int | None = None) -> int:
    """Hold a visitor's text; gives the secret number that finds it. A known `key` holds the newer text."""
    pending = pending_draft(key) if key is not None else None
    if pending is None or pending.idea_id is not None:
        key = secrets.randbelow(LARGEST_KEY) + 1
        pending = PendingDraft(key_hash=key_hash(key))
        db.session.add(pending)
    pending.wants_sending = False
    assert key is not None
    text.put_into(pending)
    db.session.flush()
    return key


def prepare_sending(*, pending: PendingDraft, author_name: str) -> None:
    """Have it sent as soon as the visitor has signed in, under that name if the account has none."""
    pending.author_name, pending.wants_sending = author_name, True
    db.session.flush()


def adopt(*, actor: Person, key: int) -> None:
    """Make a held text the person's own idea, and send it when that was asked for.

    The person gets the name that was written with it, unless there is one already.
    """
    pending = pending_draft(key)
    if pending is None:
        return
    lock(pending)
    if pending.idea_id is not None:
        return
    require(actor, "ideas.propose")
    if pending.author_name and not actor.display_name:
        name_person(actor=actor, person=actor, name=pending.author_name)
    idea = propose(actor=actor, text=IdeaText.of(pending))
    pending.idea_id = idea.id
    if pending.wants_sending:
        submit(actor=actor, idea=idea)
    db.session.flush()


def forget_drafts() -> None:
    """Delete what nobody has come back for."""
    db.session.execute(delete(PendingDraft).where(PendingDraft.created_at < now() - LIFE))
