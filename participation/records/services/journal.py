"""The number of a case in the municipality's own journal."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.events import publish
from participation.ideas.models import Idea
from participation.records.events import CaseJournalised


def journalise(*, actor: Actor, idea: Idea, number: str) -> None:
    """Write the journal number on the case; an empty one takes it away."""
    require(actor, "records.journalise", idea)
    assert idea.case is not None
    if idea.case.journal_number == number:
        return
    idea.case.journal_number = number
    publish(CaseJournalised(actor=actor, idea=idea, has_number=bool(number)))
