"""A first text under the secret number of its form: sent twice, it is still one text.

A visitor's is held until the visitor has signed in, two days at most. An account's becomes a draft at
once, and the number only says which.
"""

import secrets
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from participation.accounts.models import Person
from participation.accounts.services.profile import name_person
from participation.extensions import db, lock
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.ideas import queries
from participation.ideas.models import Idea, PendingDraft
from participation.ideas.queries.drafts import key_hash, pending_draft
from participation.ideas.services.versions import IdeaText
from participation.ideas.services.writing import edit, propose, submit

LIFE = timedelta(days=2)
LARGEST_KEY = 2**63 - 1


def new_key() -> int:
    """A secret number for a form."""
    return secrets.randbelow(LARGEST_KEY) + 1


def hold(*, text: IdeaText, key: int | None = None) -> int:
    """Hold a visitor's text; gives the secret number that finds it. A known `key` holds the newer text."""
    key = key or new_key()
    pending = under(key=key)
    if pending.idea_id is not None:
        key = new_key()
        pending = under(key=key)
    pending.wants_sending = False
    text.put_into(pending)
    db.session.flush()
    return key


def under(*, key: int) -> PendingDraft:
    """What is held under the number, nothing at first; locked, so that of two requests one comes later."""
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    empty = {"key_hash": key_hash(key), "title": "", "body": "", "place": ""}
    db.session.execute(dialect.insert(PendingDraft).values(empty).on_conflict_do_nothing())
    pending = pending_draft(key)
    assert pending is not None
    lock(pending)
    return pending


def begin(*, actor: Person, text: IdeaText, key: int) -> Idea:
    """The actor's idea of that form: a draft the first time, and changed by a newer text afterwards."""
    require(actor, "ideas.propose")
    pending = under(key=key)
    if pending.idea_id is None:
        return _become(pending, actor, text)
    idea = queries.find(actor, pending.idea_id)
    if idea is None or idea.author_id != actor.id:
        return propose(actor=actor, text=text)
    if idea.meaning.is_draft:
        edit(actor=actor, idea=idea, text=text)
    return idea if IdeaText.of(idea) == text else _become(pending, actor, text)


def _become(pending: PendingDraft, actor: Person, text: IdeaText) -> Idea:
    idea = propose(actor=actor, text=text)
    pending.idea_id = idea.id
    db.session.flush()
    return idea


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
    idea = _become(pending, actor, IdeaText.of(pending))
    if pending.wants_sending:
        submit(actor=actor, idea=idea)
    db.session.flush()


def forget_drafts() -> None:
    """Delete what nobody has come back for."""
    db.session.execute(delete(PendingDraft).where(PendingDraft.created_at < now() - LIFE))
