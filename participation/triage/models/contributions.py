"""What colleagues without an account are asked for, and the links that they were sent."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import end_of_day, now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea


class Contribution(TenantScoped, Model):
    """A question to a colleague about one idea; the answer is the note with this one's number.

    `due_on` is the last day on which the answer can be given or changed. Name and department are what the
    colleague wrote.
    """

    __tablename__ = "contributions"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("asked_by_id", "people"),
        Index(None, "idea_id", "id"),
        Index(None, "municipality_id", "due_on"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    asked_by_id: Mapped[int | None]
    recipient: Mapped[str] = mapped_column(short_text(254))
    question: Mapped[str]
    due_on: Mapped[date]
    name: Mapped[str] = mapped_column(short_text(80), default="")
    department: Mapped[str] = mapped_column(short_text(120), default="")
    asked_at: Mapped[datetime] = mapped_column(default=now)
    reminded_at: Mapped[datetime | None]
    given_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship(primaryjoin="foreign(Contribution.idea_id) == Idea.id")

    @property
    def is_open(self) -> bool:
        """Whether its links still work; what is hidden or held is shown to nobody outside."""
        is_due = self.withdrawn_at is None and now() <= end_of_day(self.due_on)
        return is_due and not self.idea.is_hidden


class ContributionLink(TenantScoped, Model):
    """One link as it was mailed: of its token only a keyed hash is kept."""

    __tablename__ = "contribution_links"
    __table_args__ = (tenant_key("contribution_id", "contributions", ondelete="CASCADE"),)

    token_hash: Mapped[str] = mapped_column(short_text(64), primary_key=True)
    contribution_id: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=now)

    contribution: Mapped[Contribution] = relationship(
        primaryjoin="foreign(ContributionLink.contribution_id) == Contribution.id"
    )
