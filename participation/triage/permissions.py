"""Who works at the desk."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.triage.models import Note


@permission("triage.work")
def may_work(actor: Actor) -> bool:
    return actor.is_staff


@permission("triage.edit_note")
def may_edit_note(actor: Actor, note: Note) -> bool:
    """Nobody changes what another has noted."""
    return actor.is_staff and note.author_id is not None and note.author_id == actor.actor_id
