"""What author and staff are told about an idea that others cannot see."""

from collections.abc import Sequence
from dataclasses import dataclass

from participation.ideas.models import Idea, IdeaMove
from participation.web.words import gettext


@dataclass(frozen=True)
class Notice:
    """One message above the idea."""

    heading: str
    text: str
    tone: str


def notices_of(idea: Idea, moves: Sequence[IdeaMove], reasons: dict[str, str]) -> list[Notice]:
    """Why the idea is not public, if it is not; the reason and the moderator's sentence."""
    found = []
    if idea.is_hidden:
        heading = gettext("Hidden by the municipality")
        found.append(Notice(heading, _why(idea.hidden_reason, idea.hidden_sentence, reasons), "warning"))
    if idea.meaning.is_withheld:
        last = moves[-1] if moves else None
        why = _why(last.reason_code, last.sentence, reasons) if last else ""
        found.append(Notice(gettext("Only the author and the municipality can see this idea."), why, "info"))
    return found


def _why(code: str | None, sentence: str | None, reasons: dict[str, str]) -> str:
    return ". ".join(part.rstrip(".") for part in (reasons.get(code or "", ""), sentence) if part)
