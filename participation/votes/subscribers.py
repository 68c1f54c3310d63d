"""Reactions: the author supports the own idea, and a visitor's support waits for the right code."""

from participation.accounts.events import SignedIn
from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.events import subscribe
from participation.ideas.events import IdeaMoved, IdeaMoveUndone
from participation.ideas.queries import merging
from participation.votes import services

INTENT = "votes.support:"


@subscribe(SignedIn)
def support_what_was_wished(event: SignedIn) -> None:
    """Who pressed the button as a visitor supports by signing in; an idea that is gone is passed over."""
    if not event.intent.startswith(INTENT):
        return
    idea = merging.find_living(event.person, int(event.intent.removeprefix(INTENT)))
    if idea is not None:
        services.support(actor=event.person, idea=idea)


@subscribe(IdeaMoved)
def support_own_idea(event: IdeaMoved) -> None:
    """At publication the author supports with an ordinary row, which can be withdrawn."""
    author = db.session.get(Person, event.idea.author_id)
    if event.move.name == "publish" and author is not None and can(author, "votes.support", event.idea):
        services.support(actor=author, idea=event.idea)


@subscribe(IdeaMoveUndone)
def take_back_own_support(event: IdeaMoveUndone) -> None:
    """The support that came with publication goes with it."""
    if event.move.name == "publish":
        services.take_back_publication(idea=event.idea, since=event.move.at)
