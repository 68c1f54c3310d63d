"""Who works at the desk."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.triage.models import BulkAct, Note


@permission("triage.work")
def may_work(actor: Actor) -> bool:
    return actor.is_staff


@permission("triage.carry_out")
def may_carry_out(actor: Actor, bulk: BulkAct) -> bool:
    """Whoever has prepared it, and seen what it comes to."""
    return actor.is_staff and bulk.actor_id == actor.actor_id


@permission("triage.undo_bulk")
def may_undo_bulk(actor: Actor, bulk: BulkAct) -> bool:
    return actor.is_staff


@permission("triage.edit_note")
def may_edit_note(actor: Actor, note: Note) -> bool:
    """Nobody changes what another has noted."""
    return actor.is_staff and note.author_id is not None and note.author_id == actor.actor_id
