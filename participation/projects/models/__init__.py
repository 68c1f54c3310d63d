"""A project, what it links to, its updates and moves."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from participation.accounts.models import Person
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.foundation.text import slugify
from participation.organisations.models import Organisation
from participation.projects.lifecycle import PROJECTS, ProjectMeaning, ProjectStatus
from participation.projects.models.plans import Milestone as Milestone
from participation.projects.models.plans import ProjectDocument as ProjectDocument
from participation.projects.models.plans import ReceivedMail as ReceivedMail
from participation.projects.models.updates import ProjectUpdate as ProjectUpdate
from participation.projects.models.updates import UpdatePicture as UpdatePicture


class Project(TenantScoped, Model):
    """What is being carried out: by the municipality, or by an organisation when there is one.

    `steward` is who answers questions, in words for everybody; `steward_id` is the person who runs it here.
    `news_at` is when everybody last heard something. `resumes_on` is the day on which a pause ends.
    `nudges` counts how often the steward has been asked for news since, `nudged_at` is the last time.
    """

    __tablename__ = "projects"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("steward_id", "people"),
        Index(None, "steward_id"),
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
    steward_id: Mapped[int | None]
    place: Mapped[str] = mapped_column(short_text(160), default="", server_default="")
    organisation_id: Mapped[int | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    completed_at: Mapped[datetime | None]
    news_at: Mapped[datetime | None]
    resumes_on: Mapped[date | None]
    nudges: Mapped[int] = mapped_column(default=0, server_default="0")
    nudged_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    organisation: Mapped[Organisation | None] = relationship(
        primaryjoin="foreign(Project.organisation_id) == Organisation.id"
    )
    # Asked together with the project, so that a page asks for documents only where there are some.
    has_documents: Mapped[bool] = query_expression()

    steward_person: Mapped[Person | None] = relationship(
        primaryjoin="foreign(Project.steward_id) == Person.id"
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
