"""Internal notes: written, and changed by their author."""

from participation.cases.models import Case
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.events import publish
from participation.triage.events import NoteWritten
from participation.triage.models import Note
from participation.triage.queries.notes import just_noted


def write_note(*, actor: Actor, case: Case, body: str) -> Note:
    """Add a note to a case of any kind; a double click is one note."""
    require(actor, "cases.work", case)
    lock(case)
    again = just_noted(case, author_id=actor.actor_id, body=body)
    if again is not None:
        return again
    note = Note(case_id=case.id, author_id=actor.actor_id, body=body)
    db.session.add(note)
    db.session.flush()
    publish(NoteWritten(actor=actor, note=note, case=case, is_new=True))
    return note


def edit_note(*, actor: Actor, note: Note, case: Case, body: str) -> None:
    """Change one's own note; its page says that it was changed, and when."""
    require(actor, "triage.edit_note", note)
    require(actor, "cases.work", case)
    note.body, note.changed_at = body, now()
    db.session.flush()
    publish(NoteWritten(actor=actor, note=note, case=case, is_new=False))
