"""What readers have reported: one matter for each thing, with a list of reports, and how it ended."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea
from participation.moderation.lifecycle import OUTCOMES, Outcome
from participation.moderation.models.hiding import ModerationEntry
from participation.organisations.models import Organisation

_ONE_SUBJECT = " + ".join(
    f"(CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END)"
    for name in ("idea", "comment", "organisation", "person")
)


class Matter(TenantScoped, Model):
    """Something that was reported, by one or by many; it has one case, and ends once.

    `sentence` is for those who reported. `entry_id` is the act that ended it, when one did.
    """

    __tablename__ = "reported_matters"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("case_id", "cases"),
        tenant_key("idea_id", "ideas"),
        tenant_key("comment_id", "comments"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("person_id", "people"),
        tenant_key("entry_id", "moderation_entries"),
        tenant_key("settled_by_id", "people"),
        CheckConstraint(f"{_ONE_SUBJECT} = 1", name="one_subject"),
        Index(None, "idea_id"),
        Index(None, "comment_id"),
        Index(None, "organisation_id"),
        Index(None, "person_id"),
        Index(None, "entry_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int]
    idea_id: Mapped[int | None]
    comment_id: Mapped[int | None]
    organisation_id: Mapped[int | None]
    person_id: Mapped[int | None]
    opened_at: Mapped[datetime] = mapped_column(default=now)
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None]
    outcome: Mapped[Outcome | None] = mapped_column(enum_type(Outcome))
    sentence: Mapped[str] = mapped_column(default="")
    entry_id: Mapped[int | None]

    case: Mapped[Case] = relationship(primaryjoin="foreign(Matter.case_id) == Case.id")
    idea: Mapped[Idea | None] = relationship(primaryjoin="foreign(Matter.idea_id) == Idea.id")
    comment: Mapped[Comment | None] = relationship(primaryjoin="foreign(Matter.comment_id) == Comment.id")
    organisation: Mapped[Organisation | None] = relationship(
        primaryjoin="foreign(Matter.organisation_id) == Organisation.id"
    )
    person: Mapped[Person | None] = relationship(primaryjoin="foreign(Matter.person_id) == Person.id")
    entry: Mapped[ModerationEntry | None] = relationship(
        primaryjoin="foreign(Matter.entry_id) == ModerationEntry.id"
    )
    reports: Mapped[list["Report"]] = relationship(
        primaryjoin="Matter.id == foreign(Report.matter_id)", order_by="Report.id", viewonly=True
    )

    @property
    def subject(self) -> Idea | Comment | Organisation | Person:
        subject = self.idea or self.comment or self.organisation or self.person
        assert subject is not None
        return subject

    @property
    def words(self) -> str:
        """How it ended, as a message id; empty while it waits."""
        return OUTCOMES[self.outcome] if self.outcome else ""


class Report(TenantScoped, Model):
    """What one reader said of it. `place` is where it was seen; a visitor's `email` goes with the outcome.

    The address is not confirmed: it is written to once, without a word of the report, and then forgotten.
    """

    __tablename__ = "reports"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("matter_id", "reported_matters"),
        tenant_key("reporter_id", "people"),
        Index(None, "matter_id", "id"),
        Index(None, "reporter_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    matter_id: Mapped[int]
    reporter_id: Mapped[int | None]
    email: Mapped[str | None] = mapped_column(short_text(254))
    language: Mapped[str] = mapped_column(short_text(2), default="da")
    reason_code: Mapped[str] = mapped_column(short_text(40))
    body: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(short_text(200), default="")
    at: Mapped[datetime] = mapped_column(default=now)

    reporter: Mapped[Person | None] = relationship(primaryjoin="foreign(Report.reporter_id) == Person.id")
