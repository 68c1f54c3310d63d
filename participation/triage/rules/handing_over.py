"""Why a case is handed over, in words."""

from participation.cases.models import HandoverReason
from participation.foundation.text import N_

HANDOVER_REASONS = {
    HandoverReason.NONE: N_("No special reason"),
    HandoverReason.ABSENCE: N_("Holiday or absence"),
    HandoverReason.KNOWS_MORE: N_("My colleague knows more about it"),
}
DISQUALIFIED = N_("disqualified")
