"""Why something is held before others can see it, and how it stands with it."""

from enum import StrEnum

from participation.foundation.text import N_


class HoldReason(StrEnum):
    """Why somebody looks at it first."""

    CPR = "cpr"
    LINK = "link"
    WAVE = "wave"
    EVERYTHING = "everything"


class HeldState(StrEnum):
    """How it stands with something that was held; what was let out has no state any more."""

    WAITING = "waiting"
    RETURNED = "returned"
    REFUSED = "refused"


# For staff, and for the author.
REASONS = {
    HoldReason.CPR: N_("looks like a CPR number"),
    HoldReason.LINK: N_("link in the first post of a new account"),
    HoldReason.WAVE: N_("part of a wave"),
    HoldReason.EVERYTHING: N_("everything is held at the moment"),
}
