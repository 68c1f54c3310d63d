"""What a project needs, who has said "I'll join", and the letters that went to them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.projects.models import Project

TITLE_LENGTH = 80
MESSAGE_LENGTH = 300


class NeedKind(StrEnum):
    """What is needed; GENERAL is to take part in the project as a whole."""

    GENERAL = "general"
    PEOPLE = "people"
    THING = "thing"


class Need(TenantScoped, Model):
    """What a project asks for, with room for so many, or for anybody.

    `taken` and `waiting` equal the volunteers of each state and are changed under the row's lock.
    """

    __tablename__ = "needs"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        CheckConstraint("taken >= 0 AND waiting >= 0", name="counts_positive"),
        CheckConstraint("capacity IS NULL OR (capacity > 0 AND taken <= capacity)", name="room"),
        Index(None, "project_id", "id"),
        Index(
            "uq_needs_general",
            "project_id",
            unique=True,
            postgresql_where=text("kind = 'general'"),
            sqlite_where=text("kind = 'general'"),
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    kind: Mapped[NeedKind] = mapped_column(enum_type(NeedKind))
    title: Mapped[str] = mapped_column(short_text(TITLE_LENGTH), default="")
    details: Mapped[str] = mapped_column(default="")
    day: Mapped[date | None]
    capacity: Mapped[int | None]
    taken: Mapped[int] = mapped_column(default=0)
    waiting: Mapped[int] = mapped_column(default=0)
    closed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    project: Mapped[Project] = relationship(primaryjoin="foreign(Need.project_id) == Project.id")

    @property
    def is_general(self) -> bool:
        return self.kind is NeedKind.GENERAL

    @property
    def is_full(self) -> bool:
        return self.capacity is not None and self.taken >= self.capacity


class Place(StrEnum):
    """Whether a volunteer has a place, or is next when somebody leaves."""

    TAKEN = "taken"
    WAITING = "waiting"


class Volunteer(TenantScoped, Model):
    """One person for one need; leaving deletes the row. Those who wait move up in the order of the ids."""

    __tablename__ = "volunteers"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("need_id", "person_id"),
        tenant_key("need_id", "needs"),
        tenant_key("person_id", "people"),
        Index(None, "person_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    need_id: Mapped[int]
    person_id: Mapped[int]
    place: Mapped[Place] = mapped_column(enum_type(Place))
    # To the steward alone.
    message: Mapped[str] = mapped_column(short_text(MESSAGE_LENGTH), default="")
    joined_at: Mapped[datetime] = mapped_column(default=now)

    need: Mapped[Need] = relationship(primaryjoin="foreign(Volunteer.need_id) == Need.id")
    person: Mapped[Person] = relationship(primaryjoin="foreign(Volunteer.person_id) == Person.id")

    @property
    def has_place(self) -> bool:
        return self.place is Place.TAKEN


class VolunteerLetter(TenantScoped, Model):
    """What a steward wrote to those who had joined by then; `need_id` when to those of one need."""

    __tablename__ = "volunteer_letters"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        tenant_key("need_id", "needs"),
        tenant_key("author_id", "people"),
        Index(None, "project_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    need_id: Mapped[int | None]
    author_id: Mapped[int]
    subject: Mapped[str] = mapped_column(short_text(120))
    body: Mapped[str]
    # Answers go to the author's own address, where the author wants that.
    takes_replies: Mapped[bool] = mapped_column(default=True)
    recipients: Mapped[int]
    sent_at: Mapped[datetime] = mapped_column(default=now)

    project: Mapped[Project] = relationship(primaryjoin="foreign(VolunteerLetter.project_id) == Project.id")
    author: Mapped[Person] = relationship(primaryjoin="foreign(VolunteerLetter.author_id) == Person.id")
