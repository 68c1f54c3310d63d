"""Where an offer stands, and the case that waits for staff as long as it waits for them."""

from participation.adoptions.lifecycle import OFFERS
from participation.adoptions.models import Offer
from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.extensions import db, lock
from participation.foundation.calendar import add_working_days
from participation.foundation.clock import end_of_day, now, today
from participation.foundation.errors import StaleVersion
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities

REWORDED = N_("The offer has changed since you opened it. Read it again, then answer.")
FASTER = N_("Somebody was faster: it is “%(status)s” now. Look at it again.")


def write_status(*, offer: Offer, move: str) -> None:
    """The only writer of the status; StaleVersion when it stands elsewhere now."""
    step = OFFERS.move(move)
    lock(offer)
    if offer.status not in step.sources:
        raise StaleVersion(FASTER, status=offer.meaning.label)
    offer.status, offer.changed_at = step.leads_to(), now()
    db.session.flush()


def check_fresh(*, offer: Offer, seen_version: int | None) -> None:
    """Under the lock of its row: StaleVersion when it says something else than what the actor has read."""
    lock(offer)
    if seen_version not in (None, offer.version):
        raise StaleVersion(REWORDED)


def await_decision(*, offer: Offer) -> None:
    """Have staff look at it by the promise for new ideas."""
    due_at = end_of_day(add_working_days(today(), municipalities.settings().review_working_days))
    if offer.case is None:
        place, title = f"opgaver/tilbud/{offer.id}", offer.idea.safe_title
        offer.case = cases.open_case(kind=CaseKind.OFFER, due_at=due_at, title=title, place=place)
    else:
        cases.reopen(case=offer.case, kind=CaseKind.OFFER, due_at=due_at)
    db.session.flush()


def close_case(*, offer: Offer) -> None:
    """Staff have nothing to do with it any more."""
    if offer.case is not None:
        cases.close(case=offer.case)
    db.session.flush()
