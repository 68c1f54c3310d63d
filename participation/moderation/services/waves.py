"""Dealing with a wave: everything is held, shown again or not shown by one act."""

from collections.abc import Collection

from participation.cases import services as cases
from participation.cases.lifecycle import HeldState, HoldReason
from participation.discussions import services as discussions
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.ideas.services import holding as ideas
from participation.ideas.services.moves import Details, move
from participation.moderation.events import ContentHidden
from participation.moderation.events.holding import (
    HeldDecided,
    PostHeld,
    PostShown,
    WaveHeld,
    WaveReleased,
    WaveSettled,
)
from participation.moderation.models import ModerationAct, Wave, WaveEntry, WaveKind
from participation.moderation.queries import waves as queries
from participation.moderation.queries.waves import Post
from participation.moderation.services.entries import write_entry
from participation.moderation.services.watching import add_posts

STILL_HELD = N_("Some of it is held. Show it again, or do not show it, and then the task is done.")
NOTHING_HELD = N_("Nothing of it is held.")


def hold_wave(*, actor: Actor, wave: Wave, chosen: Collection[int] | None = None) -> int:
    """Hold all of it, or the chosen entries, until somebody has looked; how many posts that were.

    Of a wave of new accounts everything that they have written and will write.
    """
    require(actor, "moderation.hold_wave", wave)
    lock(wave)
    if wave.kind is WaveKind.SIGN_UPS:
        _hold_accounts(wave, chosen)
        chosen = None
    count = sum(_hold(actor, entry) for entry in queries.entries_of(wave, chosen=chosen))
    wave.held_at = wave.held_at or now()
    db.session.flush()
    publish(WaveHeld(actor=actor, wave=wave, posts=count))
    return count


def _hold_accounts(wave: Wave, chosen: Collection[int] | None) -> None:
    entries = queries.entries_of(wave, chosen=chosen)
    for entry in entries:
        entry.person.posts_held_at = entry.person.posts_held_at or now()
    add_posts(wave=wave, posts=queries.posts_by([each.person_id for each in entries], wave.first_at))


def _post(entry: WaveEntry) -> Post | None:
    return entry.idea or entry.comment


def _hold(actor: Actor, entry: WaveEntry) -> bool:
    post = _post(entry)
    if post is None or entry.is_held:
        return False
    if isinstance(post, Idea):
        entry.is_held = ideas.hold_back(idea=post, reason=HoldReason.WAVE)
    else:
        entry.is_held = discussions.hold_back(comment=post, reason=HoldReason.WAVE)
    if entry.is_held:
        db.session.flush()
        publish(PostHeld(actor=actor, content=post, person_id=post.author_id))
    return entry.is_held


def release_wave(*, actor: Actor, wave: Wave) -> int:
    """Show again what this wave has held and nobody has decided about since; how many posts that were."""
    require(actor, "moderation.hold_wave", wave)
    lock(wave)
    count = 0
    for entry in queries.entries_of(wave):
        if entry.idea_id is None and entry.comment_id is None:
            entry.person.posts_held_at = None
        count += _show(actor, entry)
    wave.held_at = None
    db.session.flush()
    publish(WaveReleased(actor=actor, wave=wave, posts=count))
    return count


def _show(actor: Actor, entry: WaveEntry) -> bool:
    post, was_held = _post(entry), entry.is_held
    entry.is_held = False
    if post is None or not was_held or post.held_reason != HoldReason.WAVE:
        return False
    if isinstance(post, Idea):
        ideas.bring_back(idea=post)
    else:
        discussions.let_out(comment=post)
    db.session.flush()
    publish(PostShown(actor=actor, content=post, person_id=post.author_id))
    return True


def settle_wave(*, actor: Actor, wave: Wave) -> None:
    """It was no wave, or it is over; RuleViolation while something of it is held."""
    require(actor, "moderation.hold_wave", wave)
    if any(entry.is_held for entry in queries.entries_of(wave)):
        raise RuleViolation(STILL_HELD)
    cases.close(case=wave.case)
    publish(WaveSettled(actor=actor, wave=wave))


def turn_down_wave(*, actor: Actor, wave: Wave, reason_code: str, sentence: str) -> int:
    """Do not show what is held, by one rule and with one sentence to each author; the task is done."""
    require(actor, "moderation.hold_wave", wave)
    lock(wave)
    held = [entry for entry in queries.entries_of(wave) if entry.is_held]
    if not held:
        raise RuleViolation(NOTHING_HELD)
    for entry in held:
        _turn_down(actor, entry, reason_code, sentence)
    cases.close(case=wave.case)
    publish(WaveSettled(actor=actor, wave=wave, posts=len(held)))
    return len(held)


def _turn_down(actor: Actor, entry: WaveEntry, code: str, sentence: str) -> None:
    """Each author is told, and can have somebody else look at it."""
    entry.is_held = False
    if entry.idea is not None and entry.idea.held_reason == HoldReason.WAVE:
        _turn_idea_down(actor, entry.idea, code, sentence)
    if entry.comment is not None and entry.comment.held_reason == HoldReason.WAVE:
        cases.let_go(thing=entry.comment, state=HeldState.REFUSED, code=code, sentence=sentence)
        noted = write_entry(
            actor=actor,
            act=ModerationAct.REFUSE,
            subject=entry.comment,
            reason_code=code,
            sentence=sentence,
        )
        publish(
            HeldDecided(actor=actor, content=entry.comment, idea=None, entry=noted, person_id=entry.person_id)
        )


def _turn_idea_down(actor: Actor, idea: Idea, code: str, sentence: str) -> None:
    idea.held_reason = None
    if idea.meaning.awaits_review:
        move(actor=actor, idea=idea, name="refuse", details=Details(reason_code=code, sentence=sentence))
        return
    idea.hidden_reason, idea.hidden_sentence = code, sentence
    noted = write_entry(
        actor=actor, act=ModerationAct.HIDE, subject=idea, reason_code=code, sentence=sentence
    )
    publish(ContentHidden(actor=actor, content=idea, entry=noted, person_id=idea.author_id))
