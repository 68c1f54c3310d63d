"""Hiding and showing again, each with a row that is never changed."""

from participation.discussions.models import Comment
from participation.extensions import lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.ideas.services.moves import settle
from participation.moderation.events import Content, ContentHidden, ContentShown
from participation.moderation.events.organisations import OrganisationHidden, OrganisationShown
from participation.moderation.lifecycle import Outcome
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries.appeals import ended_by
from participation.moderation.rules import writer_of
from participation.moderation.services.entries import write_entry
from participation.moderation.services.reports import settle_by_act
from participation.organisations.models import Organisation

ALREADY_HIDDEN = N_("It is hidden already.")
ALREADY_SHOWN = N_("It is shown already.")


def hide_idea(*, actor: Actor, idea: Idea, reason_code: str, sentence: str) -> ModerationEntry:
    """Take an idea out of sight; its page, case, discussion and lists follow."""
    require(actor, "ideas.hide", idea)
    entry = _hide(actor, idea, reason_code, sentence)
    settle(idea=idea)
    return entry


def show_idea(*, actor: Actor, idea: Idea, sentence: str, is_appealed: bool = False) -> ModerationEntry:
    """Bring a hidden idea back to where it was; `is_appealed` when its author hears of that besides."""
    require(actor, "ideas.hide", idea)
    entry = _show(actor, idea, sentence, is_appealed)
    idea.held_reason = None
    settle(idea=idea)
    return entry


def hide_comment(*, actor: Actor, comment: Comment, reason_code: str, sentence: str) -> ModerationEntry:
    """Take a comment's text out of sight; its place in the thread says why."""
    require(actor, "moderation.hide_comment", comment)
    return _hide(actor, comment, reason_code, sentence)


def show_comment(
    *, actor: Actor, comment: Comment, sentence: str, is_appealed: bool = False
) -> ModerationEntry:
    """Bring a hidden comment back."""
    require(actor, "moderation.hide_comment", comment)
    return _show(actor, comment, sentence, is_appealed)


def hide_organisation(
    *, actor: Actor, organisation: Organisation, reason_code: str, sentence: str
) -> ModerationEntry:
    """Take an association's name and purpose out of sight; its ideas and projects stay, without the name."""
    require(actor, "moderation.hide_organisation", organisation)
    _cover(organisation, reason_code, sentence)
    entry = write_entry(
        actor=actor,
        act=ModerationAct.HIDE,
        subject=organisation,
        reason_code=reason_code,
        sentence=sentence,
    )
    owner = writer_of(organisation)
    publish(OrganisationHidden(actor=actor, organisation=organisation, entry=entry, person_id=owner))
    settle_by_act(actor=actor, subject=organisation, outcome=Outcome.HIDDEN, entry=entry)
    return entry


def show_organisation(
    *, actor: Actor, organisation: Organisation, sentence: str, is_appealed: bool = False
) -> ModerationEntry:
    """Bring an association's name and purpose back."""
    require(actor, "moderation.hide_organisation", organisation)
    reason = _uncover(organisation)
    entry = write_entry(
        actor=actor, act=ModerationAct.SHOW, subject=organisation, reason_code=reason, sentence=sentence
    )
    publish(
        OrganisationShown(
            actor=actor,
            organisation=organisation,
            entry=entry,
            person_id=writer_of(organisation),
            is_appealed=is_appealed or ended_by(entry) is not None,
        )
    )
    return entry


def _cover(thing: Content | Organisation, reason_code: str, sentence: str) -> None:
    lock(thing)
    if thing.hidden_at is not None:
        raise RuleViolation(ALREADY_HIDDEN)
    thing.hidden_at, thing.hidden_reason, thing.hidden_sentence = now(), reason_code, sentence


def _uncover(thing: Content | Organisation) -> str:
    """The reason for which it was hidden until now."""
    lock(thing)
    if thing.hidden_at is None:
        raise RuleViolation(ALREADY_SHOWN)
    reason = thing.hidden_reason or ""
    thing.hidden_at = thing.hidden_reason = thing.hidden_sentence = None
    return reason


def _hide(actor: Actor, content: Content, reason_code: str, sentence: str) -> ModerationEntry:
    _cover(content, reason_code, sentence)
    entry = write_entry(
        actor=actor, act=ModerationAct.HIDE, subject=content, reason_code=reason_code, sentence=sentence
    )
    publish(ContentHidden(content=content, entry=entry, person_id=content.author_id, actor=actor))
    settle_by_act(actor=actor, subject=content, outcome=Outcome.HIDDEN, entry=entry)
    return entry


def _show(actor: Actor, content: Content, sentence: str, is_appealed: bool) -> ModerationEntry:
    reason = _uncover(content)
    entry = write_entry(
        actor=actor, act=ModerationAct.SHOW, subject=content, reason_code=reason, sentence=sentence
    )
    is_answered = is_appealed or ended_by(entry) is not None
    publish(
        ContentShown(
            content=content, entry=entry, person_id=content.author_id, actor=actor, is_appealed=is_answered
        )
    )
    return entry
