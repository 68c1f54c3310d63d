"""What the desk keeps for itself: notes, contributions, templates of answers, drafts, acts on many ideas."""

from participation.triage.models.bulk import BulkAct as BulkAct
from participation.triage.models.bulk import BulkItem as BulkItem
from participation.triage.models.bulk import ItemState as ItemState
from participation.triage.models.contributions import Contribution as Contribution
from participation.triage.models.contributions import ContributionLink as ContributionLink
from participation.triage.models.drafts import AnswerDraft as AnswerDraft
from participation.triage.models.notes import Note as Note
from participation.triage.models.templates import AnswerTemplate as AnswerTemplate
