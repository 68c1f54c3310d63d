"""What author and staff are told about an idea that others cannot see."""

from collections.abc import Sequence
from dataclasses import dataclass

from participation.foundation.actors import Actor
from participation.ideas.models import Idea, IdeaMove
from participation.pages.texts import explanation
from participation.web.words import gettext


@dataclass(frozen=True)
class Notice:
    """One message above the idea."""

    heading: str
    text: str
    tone: str


def notices_of(viewer: Actor, idea: Idea, moves: Sequence[IdeaMove], reasons: dict[str, str]) -> list[Notice]:
    """Why the idea is not public, if it is not; the reason and the moderator's sentence."""
    found = []
    if idea.is_hidden:
        heading = gettext("Hidden by the municipality")
        found.append(
            Notice(heading, explanation(reasons, idea.hidden_reason, idea.hidden_sentence), "warning")
        )
    if idea.meaning.is_withheld:
        last = moves[-1] if moves else None
        why = explanation(reasons, last.reason_code, last.sentence) if last else ""
        found.append(Notice(_readers(viewer, idea), why, "info"))
    if idea.meaning.leads_on:
        heading = gettext("Merged with another idea")
        found.append(Notice(heading, gettext("You hear from us when the other one is published."), "info"))
    return found


def _readers(viewer: Actor, idea: Idea) -> str:
    if viewer.actor_id == idea.author_id:
        return gettext("Only you and the municipality can see the idea.")
    return gettext("Only the author and the municipality can see this idea.")
