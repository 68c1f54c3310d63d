"""Who may take lists and case files out of the system, and give a case its journal number."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.ideas.models import Idea


@permission("records.export")
def may_export(actor: Actor) -> bool:
    return actor.is_staff


@permission("records.export_case")
def may_export_case(actor: Actor, idea: Idea) -> bool:
    return actor.is_staff and not idea.meaning.is_draft


@permission("records.journalise")
def may_journalise(actor: Actor, idea: Idea) -> bool:
    return actor.is_staff and idea.case_id is not None
