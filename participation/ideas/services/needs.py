"""What a move must say besides its name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from participation.foundation.clock import today
from participation.foundation.errors import RuleViolation
from participation.foundation.lifecycle import Move
from participation.foundation.text import N_
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services.answers import AnswerText


@dataclass(frozen=True)
class Details:
    """What a move says besides its name; `until` is the last day of a new promise.

    People are told from `told_from` on, at once by default; until then the move can be taken back.
    `is_readable` says whether a merged idea's text was public. `colleague_id` is who is given the cases.
    """

    reason_code: str | None = None
    sentence: str = ""
    answer: AnswerText | None = None
    goal_id: int | None = None
    is_outside_strategy: bool = False
    review_place: str = ""
    until: date | None = None
    explanation: str = ""
    effort_id: int | None = None
    has_link: bool = False
    cause: str = ""
    told_from: datetime | None = None
    merged_into_id: int | None = None
    is_readable: bool = True
    colleague_id: int | None = None


def _reason(_idea: Idea, details: Details) -> str | None:
    is_whole = details.reason_code and (details.sentence.strip() or details.answer)
    return None if is_whole else N_("Choose a reason and write a sentence of your own.")


def _sentence(_idea: Idea, details: Details) -> str | None:
    return None if details.sentence.strip() else N_("Write a sentence about why.")


def _answered(_idea: Idea, details: Details) -> str | None:
    return None if details.answer else N_("Write the answer.")


def _goal(idea: Idea, details: Details) -> str | None:
    is_placed = details.goal_id or details.is_outside_strategy or idea.goal_id or idea.is_outside_strategy
    return None if is_placed else N_("Choose a goal, or “outside the strategy”.")


def _review(_idea: Idea, details: Details) -> str | None:
    is_whole = details.review_place.strip() and details.until and details.until > today()
    return None if is_whole else N_("Write where it is treated, and a day ahead when the answer comes.")


def _explanation(idea: Idea, details: Details) -> str | None:
    is_needed = idea.published_at is not None and not details.explanation.strip()
    return N_("Write a few words to those who support the idea.") if is_needed else None


def _link(_idea: Idea, details: Details) -> str | None:
    return None if details.effort_id or details.has_link else N_("Choose the effort or the project.")


def _other(_idea: Idea, details: Details) -> str | None:
    return None if details.merged_into_id else N_("Choose the other idea.")


NEEDS: dict[str, Callable[[Idea, Details], str | None]] = {
    "reason": _reason,
    "sentence": _sentence,
    "answer": _answered,
    "goal": _goal,
    "review": _review,
    "explanation": _explanation,
    "link": _link,
    "other": _other,
}


def check_needs(*, idea: Idea, wanted: Move[IdeaStatus], details: Details) -> None:
    """Raise RuleViolation when the move lacks something."""
    for need in sorted(wanted.needs):
        message = NEEDS[need](idea, details)
        if message:
            raise RuleViolation(message)
