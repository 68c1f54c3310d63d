"""Reactions: planned mergings are carried out on their day, or dropped when an idea goes elsewhere."""

from participation.foundation.events import subscribe
from participation.ideas.events import IdeaMoved
from participation.triage.services import merging
from participation.web import worker

MINUTE = 60.0


@subscribe(IdeaMoved)
def drop_plans(event: IdeaMoved) -> None:
    """Who decides, withdraws or merges an idea otherwise has overtaken the plan."""
    merging.drop_plans(idea=event.idea)


worker.register(every=MINUTE, work=merging.carry_out_due)
