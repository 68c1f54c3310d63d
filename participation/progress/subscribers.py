"""What leaves no trace in the objects that are written: links taken away together, answers taken back."""

from typing import Any

from sqlalchemy import func, select

from participation.extensions import db
from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.events import subscribe
from participation.ideas.events import IdeaAnswerUndone, IdeaMoveUndone
from participation.ideas.models import Answer
from participation.progress.models import PromiseEntry, ServiceStanding, keeping
from participation.projects.events import ProjectChanged
from participation.projects.models import ProjectGoal


@subscribe(ProjectChanged)
def close_links(event: ProjectChanged) -> None:
    """A goal that the project no longer serves is not served from now on."""
    kept = select(ProjectGoal.goal_id).where(ProjectGoal.project_id == event.project.id)
    stretches = select(ServiceStanding).where(
        ServiceStanding.project_id == event.project.id,
        ServiceStanding.until == FAR_FUTURE,
        ServiceStanding.goal_id.not_in(kept),
    )
    for stretch in db.session.scalars(stretches):
        stretch.until = now()


@subscribe(IdeaMoveUndone, IdeaAnswerUndone)
def take_back_answers(event: Any) -> None:
    """An answer that was taken back is one kept or broken promise fewer from now on."""
    entries = (
        select(PromiseEntry.answer_number, PromiseEntry.is_kept)
        .where(
            PromiseEntry.idea_id == event.idea.id,
            PromiseEntry.answer_number.not_in(select(Answer.id).where(Answer.idea_id == event.idea.id)),
        )
        .group_by(PromiseEntry.answer_number, PromiseEntry.is_kept)
        .having(func.sum(PromiseEntry.by) > 0)
    )
    for number, is_kept in db.session.execute(entries).all():
        db.session.add(
            PromiseEntry(idea_id=event.idea.id, answer_number=number, is_kept=is_kept, by=-1, at=now())
        )


__all__ = ["keeping"]
