"""What the desk keeps of its own."""

from participation.triage.models.bulk import BulkAct as BulkAct
from participation.triage.models.bulk import BulkItem as BulkItem
from participation.triage.models.bulk import ItemState as ItemState
