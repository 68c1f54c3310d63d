"""Hiding a project's news and showing them again, each with a row that is never changed."""

from participation.extensions import lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.moderation.events.updates import UpdateHidden, UpdateShown
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries.appeals import ended_by
from participation.moderation.services.entries import write_entry
from participation.moderation.services.hiding import ALREADY_HIDDEN, ALREADY_SHOWN
from participation.projects.models import ProjectUpdate
from participation.projects.services import news


def hide_update(*, actor: Actor, update: ProjectUpdate, reason_code: str, sentence: str) -> ModerationEntry:
    """Take words and pictures out of sight; their place on the page says why."""
    require(actor, "moderation.hide_update", update)
    lock(update)
    if update.hidden_at is not None:
        raise RuleViolation(ALREADY_HIDDEN)
    update.hidden_at, update.hidden_reason, update.hidden_sentence = now(), reason_code, sentence
    entry = _note(actor, update, ModerationAct.HIDE, reason_code, sentence)
    publish(UpdateHidden(actor=actor, update=update, entry=entry, person_id=update.author_id))
    return entry


def show_update(
    *, actor: Actor, update: ProjectUpdate, sentence: str, is_appealed: bool = False
) -> ModerationEntry:
    """Bring hidden news back."""
    require(actor, "moderation.hide_update", update)
    lock(update)
    if update.hidden_at is None:
        raise RuleViolation(ALREADY_SHOWN)
    entry = _note(actor, update, ModerationAct.SHOW, update.hidden_reason or "", sentence)
    update.hidden_at = update.hidden_reason = update.hidden_sentence = None
    news.settle(project=update.project)
    publish(
        UpdateShown(
            actor=actor,
            update=update,
            entry=entry,
            person_id=update.author_id,
            is_appealed=is_appealed or ended_by(entry) is not None,
        )
    )
    return entry


def _note(
    actor: Actor, update: ProjectUpdate, act: ModerationAct, reason_code: str, sentence: str
) -> ModerationEntry:
    entry = write_entry(actor=actor, act=act, subject=update, reason_code=reason_code, sentence=sentence)
    news.settle(project=update.project)
    return entry
