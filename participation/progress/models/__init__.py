"""What stood when: for ideas, goals, projects and links a row for each stretch of time in which it stood so.

The tables of today forget what was before; these rows are closed and never changed again, so the figures of
a past date are the same whenever they are asked for.
"""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import FAR_FUTURE
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.lifecycle import IdeaStatus
from participation.projects.lifecycle import ProjectStatus


class Stretch:
    """From `since` on, and before `until`; FAR_FUTURE while it still stands."""

    since: Mapped[datetime]
    until: Mapped[datetime] = mapped_column(default=FAR_FUTURE)


class IdeaStanding(Stretch, TenantScoped, Model):
    """Where a public idea stood; it has no row while not everybody could see it."""

    __tablename__ = "idea_standings"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        tenant_key("goal_id", "goals"),
        Index(None, "idea_id", "until"),
        Index(None, "municipality_id", "until", "since"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    goal_id: Mapped[int | None]
    status: Mapped[IdeaStatus] = mapped_column(enum_type(IdeaStatus))
    answer_due_at: Mapped[datetime | None]


class GoalStanding(Stretch, TenantScoped, Model):
    """That a goal stood in its strategy."""

    __tablename__ = "goal_standings"
    __table_args__ = (tenant_key("goal_id", "goals"), Index(None, "goal_id", "until"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    goal_id: Mapped[int]


class ProjectStanding(Stretch, TenantScoped, Model):
    """What status a project had."""

    __tablename__ = "project_standings"
    __table_args__ = (tenant_key("project_id", "projects"), Index(None, "project_id", "until"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    status: Mapped[ProjectStatus] = mapped_column(enum_type(ProjectStatus))


class ServiceStanding(Stretch, TenantScoped, Model):
    """That a project served a goal."""

    __tablename__ = "service_standings"
    __table_args__ = (
        tenant_key("project_id", "projects"),
        tenant_key("goal_id", "goals"),
        Index(None, "project_id", "until"),
        Index(None, "goal_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    goal_id: Mapped[int]


class PromiseEntry(TenantScoped, Model):
    """An answer to a promise, in time or not; `by` is 1, and -1 when the answer was taken back.

    The answer itself goes when it is taken back, so it is named by its number alone.
    """

    __tablename__ = "promise_entries"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        Index(None, "municipality_id", "at"),
        Index(None, "idea_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    answer_number: Mapped[int]
    is_kept: Mapped[bool]
    by: Mapped[int]
    at: Mapped[datetime]
