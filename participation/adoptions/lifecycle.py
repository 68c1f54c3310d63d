"""An offer's life: it waits, it is agreed to, or somebody else carries the idea out."""

from dataclasses import dataclass
from enum import StrEnum

from participation.foundation.lifecycle import Lifecycle, Move
from participation.foundation.text import N_

BODY_LENGTH = 2000
CONTACT_LENGTH = 160


class OfferStatus(StrEnum):
    """Where an offer stands."""

    WAITING = "waiting"
    RETURNED = "returned"
    AGREED = "agreed"
    JOINED = "joined"
    NOT_CHOSEN = "not_chosen"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class OfferMeaning:
    """What a status means; `is_open` still waits for somebody, `is_carrying` has led to a project."""

    label: str
    tone: str
    is_open: bool = False
    awaits_decision: bool = False
    awaits_offerer: bool = False
    is_agreed: bool = False
    is_carrying: bool = False
    is_passed_over: bool = False
    is_withdrawn: bool = False


S = OfferStatus
OFFERER, MODERATOR, SYSTEM = (frozenset({role}) for role in ("offerer", "moderator", "system"))
SENTENCE = frozenset({"sentence"})
OPEN = frozenset({S.WAITING, S.RETURNED})

OFFERS: Lifecycle[OfferStatus, OfferMeaning] = Lifecycle(
    meanings={
        S.WAITING: OfferMeaning(N_("Waits for the municipality"), "wait", is_open=True, awaits_decision=True),
        S.RETURNED: OfferMeaning(N_("Waits for you"), "wait", is_open=True, awaits_offerer=True),
        S.AGREED: OfferMeaning(N_("Agreed"), "yes", is_agreed=True, is_carrying=True),
        S.JOINED: OfferMeaning(N_("Part of the project"), "yes", is_carrying=True),
        S.NOT_CHOSEN: OfferMeaning(N_("Somebody else carries it out"), "quiet", is_passed_over=True),
        S.REFUSED: OfferMeaning(N_("Not agreed"), "no"),
        S.WITHDRAWN: OfferMeaning(N_("Taken back"), "quiet", is_withdrawn=True),
    },
    moves=(
        Move("agree", N_("Agree"), frozenset({S.WAITING}), S.AGREED, MODERATOR),
        Move("return", N_("Ask for more"), frozenset({S.WAITING}), S.RETURNED, MODERATOR, SENTENCE),
        Move("refuse", N_("Say no, thank you"), frozenset({S.WAITING}), S.REFUSED, MODERATOR, SENTENCE),
        Move("send_again", N_("Send again"), frozenset({S.RETURNED}), S.WAITING, OFFERER),
        Move("withdraw", N_("Take the offer back"), OPEN, S.WITHDRAWN, OFFERER),
        Move("join", N_("Make it part of the project"), OPEN, S.JOINED, SYSTEM),
        Move("pass_over", N_("Somebody else carries it out"), OPEN, S.NOT_CHOSEN, SYSTEM),
    ),
)
OPEN_OFFERS = OFFERS.statuses_where("is_open")
CARRYING = OFFERS.statuses_where("is_carrying")
