"""Reactions, and what the worker does: planned mergings on their day, and bulk acts that have been begun."""

from participation.foundation.events import subscribe
from participation.ideas.events import IdeaMoved
from participation.triage.services import merging
from participation.triage.services.bulk import doing
from participation.web import worker

MINUTE, HOUR = 60.0, 3600.0


@subscribe(IdeaMoved)
def drop_plans(event: IdeaMoved) -> None:
    """Who decides, withdraws or merges an idea otherwise has overtaken the plan."""
    merging.drop_plans(idea=event.idea)


worker.register(every=MINUTE, work=merging.carry_out_due)
worker.register(every=1, work=doing.carry_on)
worker.register(every=HOUR, work=doing.forget_previews)
