"""How reports and appeals end, and in which words people are told."""

from enum import StrEnum

from participation.foundation.text import N_


class Outcome(StrEnum):
    """How a reported matter ended."""

    HIDDEN = "hidden"
    SUSPENDED = "suspended"
    LEFT = "left"


class Verdict(StrEnum):
    """What the colleague found who looked at it again."""

    UPHELD = "upheld"
    OVERTURNED = "overturned"


# What was done to a person is not told to another one.
OUTCOMES = {
    Outcome.HIDDEN: N_("We have hidden it."),
    Outcome.SUSPENDED: N_("You were right to tell us, and we have acted on it."),
    Outcome.LEFT: N_("We have looked at it."),
}
VERDICTS = {
    Verdict.UPHELD: N_("A colleague has looked at it again, and it stays as it was decided."),
    Verdict.OVERTURNED: N_("A colleague has looked at it again, and you were right."),
}


class DeletionReason(StrEnum):
    """On what ground something is deleted for good."""

    CPR = "cpr"
    COURT_ORDER = "court_order"
    OTHER = "other_law"


GROUNDS: dict[DeletionReason, str] = {
    DeletionReason.CPR: N_("It held a CPR number"),
    DeletionReason.COURT_ORDER: N_("A court has decided it"),
    DeletionReason.OTHER: N_("The law demands it"),
}
# What readers are told where it stood.
TOMBSTONES: dict[str, str] = {
    DeletionReason.CPR: N_("The content is deleted because it held a CPR number (Data Protection Act § 11)."),
    DeletionReason.COURT_ORDER: N_("The content is deleted because a court has decided it."),
    DeletionReason.OTHER: N_("The content is deleted because the law demands it."),
}
