"""What one colleague proposes to delete for good, and another agrees to."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import Idea
from participation.moderation.lifecycle import TOMBSTONES, DeletionReason
from participation.organisations.models import Organisation
from participation.projects.models import ProjectUpdate

_ONE_SUBJECT = " + ".join(
    f"(CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END)"
    for name in ("idea", "comment", "update", "organisation", "person")
)


class Deletion(TenantScoped, Model):
    """One proposal and its answer. Of a person and an organisation the name alone is deleted.

    `sentence` says why and repeats nothing of what is deleted: it stays.
    """

    __tablename__ = "deletions"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("case_id", "cases"),
        tenant_key("idea_id", "ideas"),
        tenant_key("comment_id", "comments"),
        tenant_key("update_id", "project_updates"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("person_id", "people"),
        tenant_key("proposed_by_id", "people"),
        tenant_key("decided_by_id", "people"),
        CheckConstraint(f"{_ONE_SUBJECT} = 1", name="one_subject"),
        CheckConstraint("decided_by_id <> proposed_by_id OR NOT is_agreed", name="two_people"),
        Index(None, "idea_id"),
        Index(None, "comment_id"),
        Index(None, "update_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int]
    idea_id: Mapped[int | None]
    comment_id: Mapped[int | None]
    update_id: Mapped[int | None]
    organisation_id: Mapped[int | None]
    person_id: Mapped[int | None]
    reason_code: Mapped[DeletionReason] = mapped_column(enum_type(DeletionReason))
    sentence: Mapped[str]
    proposed_by_id: Mapped[int]
    proposed_at: Mapped[datetime] = mapped_column(default=now)
    decided_by_id: Mapped[int | None]
    decided_at: Mapped[datetime | None]
    is_agreed: Mapped[bool] = mapped_column(default=False)

    case: Mapped[Case] = relationship(primaryjoin="foreign(Deletion.case_id) == Case.id")
    idea: Mapped[Idea | None] = relationship(primaryjoin="foreign(Deletion.idea_id) == Idea.id")
    comment: Mapped[Comment | None] = relationship(primaryjoin="foreign(Deletion.comment_id) == Comment.id")
    update: Mapped[ProjectUpdate | None] = relationship(
        primaryjoin="foreign(Deletion.update_id) == ProjectUpdate.id"
    )
    organisation: Mapped[Organisation | None] = relationship(
        primaryjoin="foreign(Deletion.organisation_id) == Organisation.id"
    )
    person: Mapped[Person | None] = relationship(primaryjoin="foreign(Deletion.person_id) == Person.id")
    proposed_by: Mapped[Person] = relationship(primaryjoin="foreign(Deletion.proposed_by_id) == Person.id")

    @property
    def subject(self) -> Idea | Comment | ProjectUpdate | Organisation | Person:
        subject = self.idea or self.comment or self.update or self.organisation or self.person
        assert subject is not None
        return subject

    @property
    def tombstone(self) -> str:
        """What is told of it, as a message id."""
        return TOMBSTONES[self.reason_code]
