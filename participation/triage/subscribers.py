"""The worker goes on with bulk acts that have been begun, and forgets previews."""

from participation.triage.services.bulk import doing
from participation.web import worker

HOUR = 3600.0

worker.register(every=1, work=doing.carry_on)
worker.register(every=HOUR, work=doing.forget_previews)
