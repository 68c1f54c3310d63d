"""Reactions: a visitor's text finds its author, closed accounts leave no drafts, held texts are forgotten."""

from sqlalchemy import select

from participation.accounts.events import AccountClosed, SignedIn
from participation.extensions import db
from participation.foundation.events import subscribe
from participation.ideas.lifecycle import DRAFTS
from participation.ideas.models import Idea
from participation.ideas.services import drafts, writing
from participation.web import worker

INTENT = "ideas.draft:"
HOUR = 3600.0


@subscribe(SignedIn)
def adopt_draft(event: SignedIn) -> None:
    """What was written before signing in becomes the person's own."""
    if event.intent.startswith(INTENT):
        drafts.adopt(actor=event.person, key=int(event.intent.removeprefix(INTENT)))


@subscribe(AccountClosed)
def delete_drafts(event: AccountClosed) -> None:
    """A draft goes with its author; what was sent stays, without a name."""
    own = select(Idea).where(Idea.author_id == event.person.id, Idea.status.in_(sorted(DRAFTS)))
    for idea in list(db.session.scalars(own)):
        writing.delete_draft(actor=event.person, idea=idea)


worker.register(every=HOUR, work=drafts.forget_drafts)
