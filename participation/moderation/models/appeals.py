"""What somebody asked another colleague to look at again."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.ideas.models import IdeaMove
from participation.moderation.lifecycle import VERDICTS, Verdict
from participation.moderation.models.hiding import ModerationEntry


class Appeal(TenantScoped, Model):
    """One appeal against one act: an entry of moderation, or the move by which an idea was not published.

    `due_at` is the promised answer; it stays when the case has closed. `is_outside` when nobody of the
    municipality's own could look at it, so that it was mailed to the address outside.
    """

    __tablename__ = "appeals"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        UniqueConstraint("municipality_id", "entry_id"),
        UniqueConstraint("municipality_id", "move_id"),
        tenant_key("case_id", "cases"),
        tenant_key("entry_id", "moderation_entries"),
        tenant_key("move_id", "idea_moves"),
        tenant_key("person_id", "people"),
        tenant_key("decided_by_id", "people"),
        CheckConstraint("(entry_id IS NULL) != (move_id IS NULL)", name="one_act"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int]
    entry_id: Mapped[int | None]
    move_id: Mapped[int | None]
    person_id: Mapped[int]
    body: Mapped[str]
    is_outside: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(default=now)
    due_at: Mapped[datetime]
    verdict: Mapped[Verdict | None] = mapped_column(enum_type(Verdict))
    sentence: Mapped[str] = mapped_column(default="")
    decided_by_id: Mapped[int | None]
    decided_at: Mapped[datetime | None]

    case: Mapped[Case] = relationship(primaryjoin="foreign(Appeal.case_id) == Case.id")
    entry: Mapped[ModerationEntry | None] = relationship(
        primaryjoin="foreign(Appeal.entry_id) == ModerationEntry.id"
    )
    move: Mapped[IdeaMove | None] = relationship(primaryjoin="foreign(Appeal.move_id) == IdeaMove.id")
    person: Mapped[Person] = relationship(primaryjoin="foreign(Appeal.person_id) == Person.id")

    @property
    def act(self) -> ModerationEntry | IdeaMove:
        """What is appealed; both kinds say who did it, when, by which rule and with which sentence."""
        act = self.entry or self.move
        assert act is not None
        return act

    @property
    def is_overturned(self) -> bool:
        return self.verdict is Verdict.OVERTURNED

    @property
    def words(self) -> str:
        """What the colleague found, as a message id; empty while it waits."""
        return VERDICTS[self.verdict] if self.verdict else ""

    @property
    def place(self) -> str:
        """Where the person reads about it: a path after the municipality's name."""
        return f"beslutninger/{self.entry_id}" if self.entry_id else f"beslutninger/ideer/{self.move_id}"
