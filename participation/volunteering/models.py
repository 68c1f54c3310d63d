"""What a project needs, who has said "I'll join", and the letters that went to them."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, column
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from participation.accounts.models import Person
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.places.models import HasPlace, HasRoom, LetterToThose, room_checks
from participation.projects.models import Project
from participation.volunteering.lifecycle import TITLE_LENGTH
from participation.volunteering.lifecycle import NeedKind as NeedKind

OF_THE_WHOLE = column("kind") == NeedKind.GENERAL.value


class Need(TenantScoped, HasRoom, Model):
    """What a project asks for, with room for so many, or for anybody."""

    __tablename__ = "needs"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        *room_checks(),
        Index(None, "project_id", "id"),
        Index(
            "uq_needs_general",
            "project_id",
            unique=True,
            postgresql_where=OF_THE_WHOLE,
            sqlite_where=OF_THE_WHOLE,
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int]
    kind: Mapped[NeedKind] = mapped_column(enum_type(NeedKind))
    title: Mapped[str] = mapped_column(short_text(TITLE_LENGTH), default="")
    details: Mapped[str] = mapped_column(default="")
    day: Mapped[date | None]
    closed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    project: Mapped[Project] = relationship(primaryjoin="foreign(Need.project_id) == Project.id")

    @property
    def is_general(self) -> bool:
        return self.kind is NeedKind.GENERAL

    @property
    def takes_people(self) -> bool:
        return self.closed_at is None

    @property
    def moves_up(self) -> bool:
        return self.project.meaning.is_open


class Volunteer(TenantScoped, HasPlace, Model):
    """One person for one need."""

    __tablename__ = "volunteers"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("need_id", "person_id"),
        tenant_key("need_id", "needs"),
        tenant_key("person_id", "people"),
        Index(None, "person_id"),
    )

    need_id: Mapped[int]
    joined_at: Mapped[datetime] = mapped_column(default=now)

    need: Mapped[Need] = relationship(primaryjoin="foreign(Volunteer.need_id) == Need.id")
    person: Mapped[Person] = relationship(primaryjoin="foreign(Volunteer.person_id) == Person.id")
    room_id = synonym("need_id")
    room = synonym("need")


class VolunteerLetter(TenantScoped, LetterToThose, Model):
    """What a steward wrote to those who had joined by then; `need_id` when to those of one need."""

    __tablename__ = "volunteer_letters"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        tenant_key("need_id", "needs"),
        tenant_key("author_id", "people"),
        Index(None, "project_id", "id"),
    )

    project_id: Mapped[int]
    need_id: Mapped[int | None]

    project: Mapped[Project] = relationship(primaryjoin="foreign(VolunteerLetter.project_id) == Project.id")
    author: Mapped[Person] = relationship(primaryjoin="foreign(VolunteerLetter.author_id) == Person.id")
