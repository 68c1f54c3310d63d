"""Two ideas that want the same, made one; and ideas that refer to each other."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, column
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key

if TYPE_CHECKING:
    from participation.ideas.models import Idea


class MergeState(StrEnum):
    """Where a merging stands."""

    PLANNED = "planned"
    DONE = "done"
    UNDONE = "undone"
    CANCELLED = "cancelled"


# Of one idea there is one such merging at most.
IS_ACTIVE = column("state").in_([MergeState.PLANNED.value, MergeState.DONE.value])


class Merge(TenantScoped, Model):
    """The source lives on in the target from `merged_at` on, until it is undone.

    `is_public`: everybody could read both. Then the authors are told first, and it is done from `due_at` on,
    by itself unless one of them objects. An author `agrees` to stand as author together with the other.
    """

    __tablename__ = "merges"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("source_id", "ideas"),
        tenant_key("target_id", "ideas"),
        tenant_key("planned_by_id", "people"),
        CheckConstraint("source_id != target_id", name="two_ideas"),
        Index(
            "uq_merges_source_id",
            "source_id",
            unique=True,
            sqlite_where=IS_ACTIVE,
            postgresql_where=IS_ACTIVE,
        ),
        Index(None, "target_id", "state"),
        Index(None, "municipality_id", "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    source_id: Mapped[int]
    target_id: Mapped[int]
    state: Mapped[MergeState] = mapped_column(enum_type(MergeState))
    is_public: Mapped[bool]
    planned_by_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    due_at: Mapped[datetime | None]
    merged_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    source_objection: Mapped[str] = mapped_column(default="")
    target_objection: Mapped[str] = mapped_column(default="")
    source_agrees: Mapped[bool | None]
    target_agrees: Mapped[bool | None]

    source: Mapped["Idea"] = relationship(primaryjoin="foreign(Merge.source_id) == Idea.id")
    target: Mapped["Idea"] = relationship(primaryjoin="foreign(Merge.target_id) == Idea.id")

    @property
    def is_planned(self) -> bool:
        return self.state is MergeState.PLANNED

    @property
    def is_done(self) -> bool:
        return self.state is MergeState.DONE

    @property
    def is_objected(self) -> bool:
        return bool(self.source_objection or self.target_objection)

    def side_of(self, person_id: int | None) -> str | None:
        """`source` or `target`, whose author the person is; None for anybody else."""
        authors = {"source": self.source.author_id, "target": self.target.author_id}
        return next((side for side, author_id in authors.items() if author_id == person_id), None)


class IdeaLink(TenantScoped, Model):
    """Two ideas refer to each other; one row for both, the lower id first."""

    __tablename__ = "idea_links"
    __table_args__ = (
        tenant_key("lower_id", "ideas"),
        tenant_key("higher_id", "ideas"),
        CheckConstraint("lower_id < higher_id", name="ordered"),
        Index(None, "higher_id"),
    )

    lower_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    higher_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    created_at: Mapped[datetime] = mapped_column(default=now)
