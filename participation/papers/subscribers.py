"""Reactions: promises count from the day of receipt, and a closed account leaves no signature behind."""

from sqlalchemy import delete

from participation.accounts.events import AccountClosed
from participation.extensions import db
from participation.foundation.events import subscribe
from participation.ideas.events import IdeaMoved
from participation.papers.models import Signature
from participation.papers.services.entering import count_from_receipt


@subscribe(IdeaMoved)
def keep_the_promise_from_receipt(event: IdeaMoved) -> None:
    """Publication promises an answer; for what came on paper it was due from the day it came in."""
    if event.move.name == "publish":
        count_from_receipt(idea=event.idea)


@subscribe(AccountClosed)
def forget_signature(event: AccountClosed) -> None:
    """The support stays without a person, as every other."""
    db.session.execute(delete(Signature).where(Signature.person_id == event.person.id))
