"""A case: something that waits for staff, with a promise and an owner."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState
from participation.cases.models.handovers import CaseDisqualification as CaseDisqualification
from participation.cases.models.handovers import CaseHandover as CaseHandover
from participation.cases.models.handovers import CaseReminder as CaseReminder
from participation.cases.models.handovers import Handover as Handover
from participation.cases.models.handovers import HandoverReason as HandoverReason
from participation.cases.models.handovers import Reminder as Reminder
from participation.extensions import Model
from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class CaseKind(StrEnum):
    """Why a case waits."""

    REVIEW = "review"
    ANSWER = "answer"
    HELD = "held"
    REPORT = "report"
    APPEAL = "appeal"
    DELETION = "deletion"
    WAVE = "wave"
    ORGANISATION = "organisation"
    OFFER = "offer"
    AGREEMENT = "agreement"
    FEEDBACK = "feedback"


class Case(TenantScoped, Model):
    """One subject's place in the queue; the subject holds the foreign key to it.

    `due_at` is the promise that falls first, FAR_FUTURE while nothing is promised. `subject_title` is what
    the queue calls it; `place` is where staff see to it: a path after the municipality's name, for example
    `opgaver/7`. `goal_id` is the goal of the idea that it is about, a copy that the queue filters by.
    `journal_number` is the case's number in the municipality's own journal.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("owner_id", "people"),
        Index(None, "municipality_id", "is_open", "due_at", "id"),
        Index(None, "municipality_id", "is_open", "owner_id", "due_at", "id"),
        Index(None, "municipality_id", "is_open", "kind", "due_at", "id"),
        Index(None, "municipality_id", "is_open", "goal_id", "due_at", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[CaseKind] = mapped_column(enum_type(CaseKind))
    due_at: Mapped[datetime] = mapped_column(default=FAR_FUTURE)
    subject_title: Mapped[str] = mapped_column(short_text(160), default="", server_default="")
    place: Mapped[str] = mapped_column(short_text(200), default="", server_default="")
    goal_id: Mapped[int | None]
    owner_id: Mapped[int | None]
    journal_number: Mapped[str] = mapped_column(short_text(40), default="", server_default="")
    is_open: Mapped[bool] = mapped_column(default=True)
    opened_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]

    owner: Mapped[Person | None] = relationship(
        primaryjoin="foreign(Case.owner_id) == Person.id", viewonly=True
    )
    disqualifications: Mapped[list[CaseDisqualification]] = relationship(
        primaryjoin="Case.id == foreign(CaseDisqualification.case_id)", viewonly=True
    )

    def disqualifies(self, person_id: int | None) -> bool:
        """Whether the person takes no part in it."""
        return any(each.person_id == person_id for each in self.disqualifications)


class Holdable:
    """What can be held until staff have seen it; a table with it has `tenant_key("case_id", "cases")`.

    `held_at` is set as long as nobody but author and staff can see it. `held_state` says how it stands with
    it, also for a change of something that itself is shown. `held_code` and `held_sentence` are what the
    author was told.
    """

    case_id: Mapped[int | None]
    held_at: Mapped[datetime | None]
    held_reason: Mapped[str | None] = mapped_column(short_text(16))
    held_state: Mapped[HeldState | None] = mapped_column(enum_type(HeldState))
    held_code: Mapped[str] = mapped_column(short_text(40), default="", server_default="")
    held_sentence: Mapped[str] = mapped_column(default="", server_default="")

    @property
    def is_held(self) -> bool:
        return self.held_at is not None

    @property
    def awaits_look(self) -> bool:
        return self.held_state is HeldState.WAITING
