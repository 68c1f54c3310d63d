"""What is proposed to be deleted for good."""

from typing import Any

from sqlalchemy import select

from participation.extensions import db
from participation.moderation.models import Deletion
from participation.moderation.rules import Erasable
from participation.moderation.rules.deletion import column_of


def find(deletion_id: int) -> Deletion | None:
    """The proposal with that number."""
    return db.session.scalar(select(Deletion).where(Deletion.id == deletion_id))


def open_deletion(subject: Erasable) -> Deletion | None:
    """The proposal that waits for an answer, if there is one."""
    column = getattr(Deletion, column_of(subject))
    return db.session.scalar(select(Deletion).where(column == subject.id, Deletion.decided_at.is_(None)))


def named(kind: type[Any], number: int) -> Any:
    """The person or the organisation with that number, whose account is not closed."""
    found = db.session.scalar(select(kind).where(kind.id == number))
    return None if found is None or getattr(found, "closed_at", None) else found
