"""What is kept beside written objects, noted while they are written and written together after them.

A thousand objects in one flush then cost a few statements more, and not a few thousand.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session, object_session

Note = TypeVar("Note")


def kept_after_flush(write: Callable[[Connection, list[Note]], None]) -> Callable[[Any, Note], None]:
    """How to note something of an object being written; `write` gets all notes of a flush, in order."""
    key = f"{write.__module__}.{write.__qualname__}"

    def note(written: Any, noted: Note) -> None:
        session = object_session(written)
        assert session is not None
        session.info.setdefault(key, []).append(noted)

    @event.listens_for(Session, "before_flush")
    def _forget(session: Session, *_more: Any) -> None:
        # What is left is of a flush that failed.
        session.info.pop(key, None)

    @event.listens_for(Session, "after_flush")
    def _write(session: Session, _context: Any) -> None:
        if notes := session.info.pop(key, None):
            write(session.connection(), notes)

    return note
