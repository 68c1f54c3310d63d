"""What an idea was before a move, and giving it back as it was."""

from datetime import datetime
from typing import Any

from sqlalchemy import inspect

from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea

# What moves write, besides what is derived from it (promise, case, discussion, index).
WRITTEN_BY_MOVES = (
    "status",
    "goal_id",
    "is_outside_strategy",
    "effort_id",
    "merged_into_id",
    "submitted_at",
    "reviewed_at",
    "published_at",
    "decided_at",
    "decided_support",
    "review_due_at",
    "answer_due_at",
    "first_answer_due_at",
    "support_closes_at",
    "review_place",
    "explanation",
    "held_reason",
)


def remembered(*, idea: Idea) -> dict[str, Any]:
    """What the next move may change, in a form that JSON holds; moments in ISO 8601."""
    values = {name: getattr(idea, name) for name in WRITTEN_BY_MOVES}
    return {
        name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()
    }


def give_back(*, idea: Idea, before: dict[str, Any]) -> None:
    """Let the idea be as it was remembered; the caller settles it."""
    columns = inspect(Idea).columns
    for name in WRITTEN_BY_MOVES:
        value = before[name]
        is_moment = value is not None and columns[name].type.python_type is datetime
        setattr(idea, name, datetime.fromisoformat(value) if is_moment else value)
    idea.status = IdeaStatus(before["status"])
