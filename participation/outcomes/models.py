"""What came of a project, in words, pictures and figures; and what those say of it who wanted it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.cases.models import Case
from participation.extensions import Model
from participation.files.models import StoredFile
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.outcomes.lifecycle import LINE, Helped
from participation.projects.models import Project


class OutcomeWords:
    """What is written of an outcome. How many took part is counted; `people` says who they were.

    `cost` is in whole kroner. The one sentence that says it all stands on the project itself. `indicator_id`
    is the figure that shows what it did for the goal, `measured_on` the day of a measurement that does.
    """

    body: Mapped[str]
    people: Mapped[str] = mapped_column(short_text(LINE), default="")
    cost: Mapped[int | None]
    paid_by: Mapped[str] = mapped_column(short_text(LINE), default="")
    effect: Mapped[str] = mapped_column(default="")
    indicator_id: Mapped[int | None]
    measured_on: Mapped[date | None]


class OutcomePicture(TenantScoped, Model):
    """A picture of what came of it; in the order in which they were sent."""

    __tablename__ = "outcome_pictures"
    __table_args__ = (
        tenant_key("outcome_id", "outcomes"),
        tenant_key("file_id", "stored_files"),
        Index(None, "outcome_id", "id"),
        Index(None, "file_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    outcome_id: Mapped[int]
    file_id: Mapped[int]

    file: Mapped[StoredFile] = relationship(
        primaryjoin="foreign(OutcomePicture.file_id) == StoredFile.id", lazy="joined"
    )


class Outcome(TenantScoped, OutcomeWords, Model):
    """What came of a completed project, as it is told now."""

    __tablename__ = "outcomes"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("project_id"),
        tenant_key("project_id", "projects"),
        tenant_key("indicator_id", "indicators"),
        CheckConstraint("cost IS NULL OR cost >= 0", name="cost_positive"),
        CheckConstraint("measured_on IS NULL OR indicator_id IS NOT NULL", name="measured_by_something"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    project: Mapped[Project] = relationship(primaryjoin="foreign(Outcome.project_id) == Project.id")
    pictures: Mapped[list[OutcomePicture]] = relationship(
        primaryjoin="Outcome.id == foreign(OutcomePicture.outcome_id)",
        order_by=OutcomePicture.id,
        cascade="all, delete-orphan",
    )


class OutcomeVersion(TenantScoped, OutcomeWords, Model):
    """The words as they were from a moment on; number 1 is what was told first."""

    __tablename__ = "outcome_versions"
    __table_args__ = (
        UniqueConstraint("outcome_id", "number"),
        tenant_key("outcome_id", "outcomes"),
        tenant_key("author_id", "people"),
        tenant_key("indicator_id", "indicators"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    outcome_id: Mapped[int]
    number: Mapped[int]
    author_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class HelpQuestion(TenantScoped, Model):
    """That people were asked whether a project helped: once, so the project is the key.

    Answers are taken until `closes_on`, that day included.
    """

    __tablename__ = "help_questions"
    __table_args__ = (tenant_key("project_id", "projects"),)

    project_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    asked_at: Mapped[datetime] = mapped_column(default=now)
    closes_on: Mapped[date]


class HelpAnswer(TenantScoped, Model):
    """One person's answer about one project; who it was is never shown, not to staff either.

    A `reason` waits for staff as a case, and `reply` goes back to the person.
    """

    __tablename__ = "help_answers"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("project_id", "person_id"),
        tenant_key("project_id", "projects"),
        tenant_key("person_id", "people"),
        tenant_key("case_id", "cases"),
        Index(None, "person_id"),
        Index(None, "case_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    person_id: Mapped[int]
    answer: Mapped[Helped] = mapped_column(enum_type(Helped))
    reason: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime] = mapped_column(default=now)
    case_id: Mapped[int | None]
    reply: Mapped[str] = mapped_column(default="")
    replied_at: Mapped[datetime | None]

    project: Mapped[Project] = relationship(primaryjoin="foreign(HelpAnswer.project_id) == Project.id")
    case: Mapped[Case | None] = relationship(primaryjoin="foreign(HelpAnswer.case_id) == Case.id")
