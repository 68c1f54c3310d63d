"""Reactions: a visitor's wish to follow waits for the sign-in."""

from participation.accounts.events import SignedIn
from participation.follows import services
from participation.foundation.events import subscribe
from participation.ideas.queries import merging

INTENT = "follows.follow:"


@subscribe(SignedIn)
def follow_what_was_wished(event: SignedIn) -> None:
    """Who asked for it as a visitor follows by signing in; an idea that is gone is passed over."""
    if not event.intent.startswith(INTENT):
        return
    idea = merging.find_living(event.person, int(event.intent.removeprefix(INTENT)))
    if idea is not None:
        services.follow(actor=event.person, idea=idea)
