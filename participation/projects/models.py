"""A project, what it links to, its updates and moves."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.foundation.text import slugify
from participation.organisations.models import Organisation
from participation.projects.lifecycle import PROJECTS, ProjectMeaning, ProjectStatus


class Project(TenantScoped, Model):
    """What is being carried out: by the municipality, or by an organisation when there is one."""

    __tablename__ = "projects"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("organisation_id", "organisations"),
        CheckConstraint("status != 'cancelled' OR sentence != ''", name="cancelled_with_reason"),
        Index(None, "municipality_id", "changed_at", "id"),
        Index(None, "municipality_id", "status", "changed_at", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    title: Mapped[str] = mapped_column(short_text(120))
    description: Mapped[str]
    status: Mapped[ProjectStatus] = mapped_column(enum_type(ProjectStatus), default=ProjectStatus.PLANNED)
    sentence: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    steward: Mapped[str] = mapped_column(short_text(120))
    organisation_id: Mapped[int | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    completed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    organisation: Mapped[Organisation | None] = relationship(
        primaryjoin="foreign(Project.organisation_id) == Organisation.id"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def meaning(self) -> ProjectMeaning:
        return PROJECTS.meanings[self.status]

    @property
    def slug(self) -> str:
        return slugify(self.title)


class ProjectGoal(TenantScoped, Model):
    """A project serves a goal."""

    __tablename__ = "project_goals"
    __table_args__ = (
        tenant_key("project_id", "projects"),
        tenant_key("goal_id", "goals"),
        Index(None, "goal_id"),
    )

    project_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    goal_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class ProjectIdea(TenantScoped, Model):
    """A project comes from an idea."""

    __tablename__ = "project_ideas"
    __table_args__ = (
        tenant_key("project_id", "projects"),
        tenant_key("idea_id", "ideas"),
        Index(None, "idea_id"),
    )

    project_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class ProjectUpdate(TenantScoped, Model):
    """News from a project, dated."""

    __tablename__ = "project_updates"
    __table_args__ = (
        tenant_key("project_id", "projects"),
        tenant_key("author_id", "people"),
        Index(None, "project_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    author_id: Mapped[int | None]
    body: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)


class ProjectMove(TenantScoped, Model):
    """One change of a project's status as logged."""

    __tablename__ = "project_moves"
    __table_args__ = (
        tenant_key("project_id", "projects"),
        tenant_key("actor_id", "people"),
        Index(None, "project_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    name: Mapped[str] = mapped_column(short_text(32))
    from_status: Mapped[ProjectStatus] = mapped_column(enum_type(ProjectStatus))
    to_status: Mapped[ProjectStatus] = mapped_column(enum_type(ProjectStatus))
    actor_id: Mapped[int | None]
    sentence: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(default=now)
