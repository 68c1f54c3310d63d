"""What author and staff are told about an idea that others cannot see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation.cases.lifecycle import REASONS, HoldReason
from participation.foundation.actors import Actor
from participation.foundation.text import N_
from participation.ideas.models import Idea, IdeaMove
from participation.moderation.models import ModerationAct
from participation.moderation.queries.appeals import last_entry
from participation.moderation.rules import is_appealable
from participation.pages.texts import explanation
from participation.web.addresses import url_for
from participation.web.words import gettext


@dataclass(frozen=True)
class Notice:
    """One message above the idea."""

    heading: str
    text: str
    tone: str
    href: str | None = None


def notices_of(
    viewer: Actor, idea: Idea, moves: Sequence[IdeaMove], reasons: Mapping[str, str]
) -> list[Notice]:
    """Why the idea is not public, if it is not; the reason and the moderator's sentence."""
    found = []
    if idea.held_reason is not None:
        found.append(_held(viewer, idea))
    elif idea.is_hidden:
        heading = gettext("Hidden by the municipality")
        why = explanation(reasons, idea.hidden_reason, idea.hidden_sentence)
        found.append(Notice(heading, why, "warning", _hiding(viewer, idea)))
    if idea.meaning.is_withheld:
        last = moves[-1] if moves else None
        why = explanation(reasons, last.reason_code, last.sentence) if last else ""
        found.append(Notice(_readers(viewer, idea), why, "info", _refusal(viewer, idea, last)))
    if idea.meaning.leads_on:
        heading = gettext("Merged with another idea")
        found.append(Notice(heading, gettext("You hear from us when the other one is published."), "info"))
    return found


# Why somebody looks at it first, in words to its author.
LOOKS = {
    HoldReason.CPR: N_("Your text holds something that looks like a CPR number. Mend it, and it can go on."),
    HoldReason.LINK: N_("There is a link in the first that you write here. That is why we look at it first."),
    HoldReason.WAVE: N_("We got many texts that look alike. That is why we look at it first."),
    HoldReason.EVERYTHING: N_("Right now we look at everything new before others see it."),
}


def _held(viewer: Actor, idea: Idea) -> Notice:
    reason = HoldReason(idea.held_reason or "")
    if viewer.actor_id != idea.author_id:
        return Notice(gettext("Held: %(reason)s", reason=gettext(REASONS[reason])), "", "warning")
    return Notice(gettext("Your idea waits until we have looked at it"), gettext(LOOKS[reason]), "warning")


def _hiding(viewer: Actor, idea: Idea) -> str | None:
    """Where the author asks somebody else to look at it."""
    is_own = viewer.actor_id == idea.author_id
    entry = last_entry(ModerationAct.HIDE, idea_id=idea.id) if is_own else None
    return url_for("moderation.decision", entry_id=entry.id) if entry else None


def _refusal(viewer: Actor, idea: Idea, last: IdeaMove | None) -> str | None:
    is_refused = last is not None and viewer.actor_id == idea.author_id and is_appealable(last)
    return url_for("moderation.refusal", move_id=last.id) if last and is_refused else None


def _readers(viewer: Actor, idea: Idea) -> str:
    if viewer.actor_id == idea.author_id:
        return gettext("Only you and the municipality can see the idea.")
    return gettext("Only the author and the municipality can see this idea.")
