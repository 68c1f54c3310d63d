"""An arrangement with its time, place and room, and those who have signed up."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from participation.accounts.models import Person
from participation.extensions import Model
from participation.foundation.clock import local_date, now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.foundation.text import slugify
from participation.organisations.models import Organisation
from participation.places.models import HasPlace, HasRoom, LetterToThose, Place, room_checks
from participation.projects.models import Project
from participation.strategies.models import Goal, Theme

TITLE_LENGTH = 120
PLACE_LENGTH = 200

Host = Project | Organisation | None


def _identity() -> str:
    return uuid4().hex


class Meeting(TenantScoped, HasRoom, Model):
    """People meet: for a project, at an organisation's, or, without either, at the municipality's own.

    `taken` stays when the sign-ups are forgotten. `identity` and `sequence` are what calendars know it by:
    the one never changes, the other rises with each change.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("project_id", "projects"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("theme_id", "themes"),
        tenant_key("goal_id", "goals"),
        CheckConstraint("project_id IS NULL OR organisation_id IS NULL", name="one_host"),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("cancelled_at IS NULL OR reason != ''", name="cancelled_with_reason"),
        *room_checks(),
        Index(None, "municipality_id", "starts_at", "id"),
        Index(None, "project_id"),
        Index(None, "organisation_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    project_id: Mapped[int | None]
    organisation_id: Mapped[int | None]
    theme_id: Mapped[int | None]
    goal_id: Mapped[int | None]
    title: Mapped[str] = mapped_column(short_text(TITLE_LENGTH))
    description: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(short_text(PLACE_LENGTH))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    takes_sign_ups: Mapped[bool] = mapped_column(default=True)
    cancelled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    identity: Mapped[str] = mapped_column(short_text(32), default=_identity)
    sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    reminded_at: Mapped[datetime | None]
    forgotten_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    project: Mapped[Project | None] = relationship(primaryjoin="foreign(Meeting.project_id) == Project.id")
    organisation: Mapped[Organisation | None] = relationship(
        primaryjoin="foreign(Meeting.organisation_id) == Organisation.id"
    )
    theme: Mapped[Theme | None] = relationship(primaryjoin="foreign(Meeting.theme_id) == Theme.id")
    goal: Mapped[Goal | None] = relationship(primaryjoin="foreign(Meeting.goal_id) == Goal.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def slug(self) -> str:
        return slugify(self.title)

    @property
    def host(self) -> Host:
        """Whose it is; None for the municipality's own."""
        return self.project or self.organisation

    @property
    def day(self) -> date:
        return local_date(self.starts_at)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_over(self) -> bool:
        return self.ends_at <= now()

    @property
    def takes_people(self) -> bool:
        return self.takes_sign_ups and self.moves_up

    @property
    def moves_up(self) -> bool:
        return not self.is_cancelled and self.starts_at > now()


class SignUp(TenantScoped, HasPlace, Model):
    """One person at one arrangement."""

    __tablename__ = "sign_ups"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("meeting_id", "person_id"),
        tenant_key("meeting_id", "meetings"),
        tenant_key("person_id", "people"),
        Index(None, "person_id"),
    )

    meeting_id: Mapped[int]
    place: Mapped[Place] = mapped_column("state", enum_type(Place))
    signed_up_at: Mapped[datetime] = mapped_column(default=now)

    meeting: Mapped[Meeting] = relationship(primaryjoin="foreign(SignUp.meeting_id) == Meeting.id")
    person: Mapped[Person] = relationship(primaryjoin="foreign(SignUp.person_id) == Person.id")
    room_id = synonym("meeting_id")
    room = synonym("meeting")


class ParticipantLetter(TenantScoped, LetterToThose, Model):
    """What an organiser wrote to those who had a place at the arrangement by then."""

    __tablename__ = "participant_letters"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("meeting_id", "meetings"),
        tenant_key("author_id", "people"),
        Index(None, "meeting_id", "id"),
    )

    meeting_id: Mapped[int]

    meeting: Mapped[Meeting] = relationship(primaryjoin="foreign(ParticipantLetter.meeting_id) == Meeting.id")
    author: Mapped[Person] = relationship(primaryjoin="foreign(ParticipantLetter.author_id) == Person.id")
