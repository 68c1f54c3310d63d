"""What was decided under goals of an earlier strategy."""

from collections.abc import Collection

from participation.extensions import db
from participation.ideas.models import Idea
from participation.ideas.queries import public_ideas


def decided_under(goal_ids: Collection[int], *, limit: int) -> list[Idea]:
    """The public ideas that stayed with any of the goals because they were decided, the latest first."""
    decided = public_ideas().where(Idea.goal_id.in_(goal_ids), Idea.decided_at.is_not(None))
    return list(db.session.scalars(decided.order_by(Idea.decided_at.desc(), Idea.id.desc()).limit(limit)))
