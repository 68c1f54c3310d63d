"""Reactions: pictures are seen with their outcome, a closed account leaves no words, and the worker asks."""

from participation.accounts.events import AccountClosed
from participation.files import queries as files
from participation.files.models import StoredFile
from participation.foundation.actors import Actor
from participation.foundation.events import subscribe
from participation.outcomes import queries
from participation.outcomes.services import asking
from participation.web import worker

HOUR = 3600.0


@files.owner
def shows(stored: StoredFile, _viewer: Actor) -> bool:
    """Everybody sees what came of a project."""
    return queries.shows_picture(stored.id)


@subscribe(AccountClosed)
def forget_words(event: AccountClosed) -> None:
    """Nobody is left who could be answered."""
    asking.forget_words(person_id=event.person.id)


worker.register(every=HOUR, work=asking.ask_about_what_is_done)
