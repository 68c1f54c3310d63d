"""Looking at what is held: let it out, ask for it to be mended, or do not show it; the author is told."""

from participation.cases import services as cases
from participation.cases.lifecycle import HeldState
from participation.discussions.models import Comment
from participation.discussions.services import let_out as let_comment_out
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.services.writing import let_out as let_addition_out
from participation.moderation.events.holding import HeldDecided
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries.held import Held
from participation.moderation.services.entries import write_entry
from participation.projects.models import ProjectUpdate
from participation.projects.services.news import let_out as let_news_out

FASTER = N_("A colleague was faster, or the author has mended it. Look at it again.")


def release(*, actor: Actor, held: Held, seen: str | None = None) -> ModerationEntry:
    """Show it to everybody: the very text that was `seen`, if that is said."""
    require(actor, "moderation.decide_held", held.case, held.author)
    _check_waits(held, seen)
    return _release(actor, held, "", is_appealed=False)


def release_refused(*, actor: Actor, held: Held, sentence: str) -> ModerationEntry:
    """Show what a colleague had refused: an appeal was right; its author hears that by the answer to it."""
    require(actor, "moderation.decide_held", held.case, held.author)
    return _release(actor, held, sentence, is_appealed=True)


def send_back(*, actor: Actor, held: Held, reason_code: str, sentence: str) -> ModerationEntry:
    """Ask the author to mend it; nobody else sees it until then."""
    require(actor, "moderation.decide_held", held.case, held.author)
    return _keep(actor, held, HeldState.RETURNED, (reason_code, sentence))


def turn_down(*, actor: Actor, held: Held, reason_code: str, sentence: str) -> ModerationEntry:
    """Do not show it; the author can have somebody else look at that."""
    require(actor, "moderation.decide_held", held.case, held.author)
    return _keep(actor, held, HeldState.REFUSED, (reason_code, sentence))


ACTS = {HeldState.RETURNED: ModerationAct.RETURN, HeldState.REFUSED: ModerationAct.REFUSE}


def _release(actor: Actor, held: Held, sentence: str, *, is_appealed: bool) -> ModerationEntry:
    entry = _note(actor, held, ModerationAct.RELEASE, "", sentence)
    if isinstance(held.thing, Comment):
        let_comment_out(comment=held.thing)
    elif isinstance(held.thing, ProjectUpdate):
        let_news_out(update=held.thing)
    else:
        assert held.idea is not None
        let_addition_out(idea=held.idea, addition=held.thing)
    _tell(actor, held, entry, is_appealed)
    return entry


def _keep(actor: Actor, held: Held, state: HeldState, why: tuple[str, str]) -> ModerationEntry:
    _check_waits(held, None)
    cases.let_go(thing=held.thing, state=state, code=why[0], sentence=why[1])
    entry = _note(actor, held, ACTS[state], *why)
    _tell(actor, held, entry, False)
    return entry


def _check_waits(held: Held, seen: str | None) -> None:
    # A comment has a version of its own, and whoever writes it has locked its discussion first.
    if not isinstance(held.thing, Comment):
        lock(held.thing)
    if not held.thing.awaits_look or seen not in (None, held.mark):
        raise StaleVersion(FASTER)


def _note(actor: Actor, held: Held, act: ModerationAct, code: str, sentence: str) -> ModerationEntry:
    return write_entry(actor=actor, act=act, subject=held.subject, reason_code=code, sentence=sentence)


def _tell(actor: Actor, held: Held, entry: ModerationEntry, is_appealed: bool) -> None:
    db.session.flush()
    publish(
        HeldDecided(
            actor=actor,
            content=held.thing,
            idea=held.idea,
            entry=entry,
            person_id=held.author.id,
            is_appealed=is_appealed,
        )
    )
