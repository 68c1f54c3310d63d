"""What stands under one goal: how many ideas where, and the answer that was promised first."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from participation.extensions import db
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import GoalCount, Idea
from participation.ideas.queries import is_public

AWAITING = sorted(IDEAS.statuses_where("awaits_answer"))


@dataclass(frozen=True)
class Standing:
    """`due_at` is the earliest promise of those that are kept waiting; None where nobody waits."""

    counts: dict[IdeaStatus, int] = field(default_factory=dict)
    due_at: datetime | None = None


def standing_under(goal_id: int) -> Standing:
    """How many public ideas stand where, and what is promised next; one statement."""
    waiting = (is_public(), Idea.goal_id == goal_id, Idea.status.in_(AWAITING))
    first = select(func.min(Idea.answer_due_at)).where(*waiting).scalar_subquery()
    rows = db.session.execute(
        select(GoalCount.status, GoalCount.number, first).where(
            GoalCount.goal_id == goal_id, GoalCount.number > 0
        )
    ).all()
    return Standing({row[0]: row[1] for row in rows}, rows[0][2] if rows else None)
