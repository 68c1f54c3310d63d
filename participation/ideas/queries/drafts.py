"""Finding what a visitor has left, by the secret number alone."""

from hashlib import sha256

from sqlalchemy import select

from participation.extensions import db
from participation.ideas.models import PendingDraft


def key_hash(key: int) -> str:
    """What is stored of a secret number."""
    return sha256(str(key).encode()).hexdigest()


def pending_draft(key: int) -> PendingDraft | None:
    """The text that a visitor has left under a secret number."""
    return db.session.scalar(select(PendingDraft).where(PendingDraft.key_hash == key_hash(key)))
