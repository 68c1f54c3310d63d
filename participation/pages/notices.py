"""What author and staff are told about an idea that others cannot see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation.cases.lifecycle import REASONS, HoldReason
from participation.foundation.actors import Actor
from participation.foundation.text import N_
from participation.ideas.models import Idea, IdeaMove
from participation.pages.texts import explanation
from participation.web.words import gettext


@dataclass(frozen=True)
class Notice:
    """One message above the idea."""

    heading: str
    text: str
    tone: str


def notices_of(
    viewer: Actor, idea: Idea, moves: Sequence[IdeaMove], reasons: Mapping[str, str]
) -> list[Notice]:
    """Why the idea is not public, if it is not; the reason and the moderator's sentence."""
    found = []
    if idea.held_reason is not None:
        found.append(_held(viewer, idea))
    elif idea.is_hidden:
        heading = gettext("Hidden by the municipality")
        found.append(
            Notice(heading, explanation(reasons, idea.hidden_reason, idea.hidden_sentence), "warning")
        )
    if idea.meaning.is_withheld:
        last = moves[-1] if moves else None
        why = explanation(reasons, last.reason_code, last.sentence) if last else ""
        found.append(Notice(_readers(viewer, idea), why, "info"))
    return found


# Why somebody looks at it first, in words to its author.
LOOKS = {
    HoldReason.CPR: N_(
        "Your text holds something that looks like a CPR number. Mend it, and it goes on at once."
    ),
    HoldReason.LINK: N_("There is a link in the first that you write here. That is why we look at it first."),
    HoldReason.WAVE: N_("We got many texts that look alike. That is why we look at it first."),
    HoldReason.EVERYTHING: N_("Right now we look at everything new before others see it."),
}


def _held(viewer: Actor, idea: Idea) -> Notice:
    reason = HoldReason(idea.held_reason or "")
    if viewer.actor_id != idea.author_id:
        return Notice(gettext("Held: %(reason)s", reason=gettext(REASONS[reason])), "", "warning")
    return Notice(gettext("Your idea waits until we have looked at it"), gettext(LOOKS[reason]), "warning")


def _readers(viewer: Actor, idea: Idea) -> str:
    if viewer.actor_id == idea.author_id:
        return gettext("Only you and the municipality can see the idea.")
    return gettext("Only the author and the municipality can see this idea.")
