"""An idea, its versions, additions and moves."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Computed, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.discussions.models import Discussion
from participation.extensions import Model
from participation.foundation.clock import FAR_FUTURE, now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.foundation.personal import without_cpr
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.foundation.text import slugify
from participation.ideas.lifecycle import IDEAS, LEADING_ON, WITHHELD, IdeaMeaning, IdeaStatus
from participation.ideas.models.answers import Answer as Answer
from participation.ideas.models.answers import AnswerKind as AnswerKind
from participation.ideas.models.answers import AnswerVersion as AnswerVersion
from participation.ideas.models.answers import DecidedBy as DecidedBy
from participation.ideas.models.channels import Channel as Channel
from participation.ideas.models.counts import GoalCount as GoalCount
from participation.ideas.models.counts import keep_counts
from participation.ideas.models.drafts import PendingDraft as PendingDraft
from participation.ideas.models.merging import IdeaLink as IdeaLink
from participation.ideas.models.merging import Merge as Merge
from participation.ideas.models.merging import MergeState as MergeState
from participation.ideas.models.revocable import Revocable as Revocable
from participation.ideas.models.texts import BODY_LENGTH as BODY_LENGTH
from participation.ideas.models.texts import PLACE_LENGTH as PLACE_LENGTH
from participation.ideas.models.texts import TITLE_LENGTH as TITLE_LENGTH
from participation.ideas.models.texts import Addition as Addition
from participation.ideas.models.texts import IdeaVersion as IdeaVersion
from participation.ideas.models.texts import VersionState as VersionState
from participation.strategies.models import Effort, Goal

UNDO = "undo"

_withheld = ", ".join(f"'{status.value}'" for status in sorted(WITHHELD))
_unlisted = ", ".join(f"'{status.value}'" for status in sorted(WITHHELD | LEADING_ON))
IS_LISTED = f"status NOT IN ({_unlisted}) AND hidden_at IS NULL AND published_at IS NOT NULL"


class Idea(TenantScoped, Model):
    """The central noun. `status` has one writer, `ideas.services.moves`.

    `promised_at` is the promise that falls next, FAR_FUTURE when there is none. `support_count` equals
    the rows of votes that are not invalidated; it is changed by Core updates that leave `version` alone.
    The database itself derives `is_listed` (everybody may see it) and `listed_at`, so lists find both in
    one index.
    """

    __tablename__ = "ideas"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("author_id", "people"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("goal_id", "goals"),
        tenant_key("discussion_id", "discussions"),
        tenant_key("case_id", "cases"),
        tenant_key("merged_into_id", "ideas"),
        tenant_key("effort_id", "efforts"),
        CheckConstraint("support_count >= 0", name="support_count_positive"),
        CheckConstraint("NOT (is_outside_strategy AND goal_id IS NOT NULL)", name="goal_or_outside"),
        CheckConstraint(
            f"(published_at IS NOT NULL) OR status IN ({_withheld}, 'withdrawn', 'merged')", name="published"
        ),
        CheckConstraint("(status = 'merged') = (merged_into_id IS NOT NULL)", name="merged"),
        Index(None, "municipality_id", "is_listed", "listed_at", "id"),
        Index(None, "municipality_id", "is_listed", "support_count", "id"),
        Index(None, "municipality_id", "is_listed", "promised_at", "id"),
        Index(None, "municipality_id", "is_listed", "decided_at", "id"),
        Index(None, "municipality_id", "status", "id"),
        Index(None, "municipality_id", "is_listed", "goal_id", "status"),
        Index(None, "author_id"),
        Index(None, "case_id"),
        Index(None, "discussion_id"),
        Index(None, "merged_into_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    status: Mapped[IdeaStatus] = mapped_column(
        enum_type(IdeaStatus), default=IdeaStatus.DRAFT, active_history=True
    )
    title: Mapped[str] = mapped_column(short_text(TITLE_LENGTH))
    body: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(short_text(PLACE_LENGTH), default="")
    author_id: Mapped[int]
    organisation_id: Mapped[int | None]
    goal_id: Mapped[int | None] = mapped_column(active_history=True)
    is_outside_strategy: Mapped[bool] = mapped_column(default=False)
    discussion_id: Mapped[int | None]
    case_id: Mapped[int | None]
    channel: Mapped[Channel | None] = mapped_column(enum_type(Channel))
    received_on: Mapped[date | None]
    effort_id: Mapped[int | None]
    merged_into_id: Mapped[int | None]

    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    submitted_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None] = mapped_column(active_history=True)
    decided_at: Mapped[datetime | None]
    review_due_at: Mapped[datetime | None]
    answer_due_at: Mapped[datetime | None]
    first_answer_due_at: Mapped[datetime | None]
    support_closes_at: Mapped[datetime | None]
    promised_at: Mapped[datetime] = mapped_column(default=FAR_FUTURE)
    review_place: Mapped[str] = mapped_column(short_text(200), default="")
    explanation: Mapped[str] = mapped_column(default="")

    support_count: Mapped[int] = mapped_column(default=0)
    decided_support: Mapped[int | None]

    hidden_at: Mapped[datetime | None] = mapped_column(active_history=True)
    hidden_reason: Mapped[str | None] = mapped_column(short_text(40))
    hidden_sentence: Mapped[str | None]
    # Why it waits for somebody to look, whatever the municipality does otherwise (cases.lifecycle).
    held_reason: Mapped[str | None] = mapped_column(short_text(16))
    discussion_closed_at: Mapped[datetime | None]
    discussion_closed_reason: Mapped[str | None] = mapped_column(short_text(40))
    discussion_closed_sentence: Mapped[str | None]
    # Deleted for good by two people: its words are gone, and nobody finds it.
    erased_at: Mapped[datetime | None]
    is_listed: Mapped[bool] = mapped_column(Computed(IS_LISTED, persisted=True))
    listed_at: Mapped[datetime] = mapped_column(
        Computed("coalesce(published_at, created_at)", persisted=True)
    )
    version: Mapped[int] = mapped_column(default=1)

    # Filled in where somebody asks: whether there is a second text to compare, an addition, a joined idea.
    is_changed: Mapped[bool] = query_expression()
    has_additions: Mapped[bool] = query_expression()
    has_links: Mapped[bool] = query_expression()
    has_joined: Mapped[bool] = query_expression()
    has_projects: Mapped[bool] = query_expression()
    # Whether whoever asks supports it, and follows it.
    is_supported: Mapped[bool] = query_expression()
    is_followed: Mapped[bool] = query_expression()

    author: Mapped[Person] = relationship(primaryjoin="foreign(Idea.author_id) == Person.id")
    goal: Mapped[Goal | None] = relationship(primaryjoin="foreign(Idea.goal_id) == Goal.id")
    effort: Mapped[Effort | None] = relationship(primaryjoin="foreign(Idea.effort_id) == Effort.id")
    discussion: Mapped[Discussion | None] = relationship(
        primaryjoin="foreign(Idea.discussion_id) == Discussion.id"
    )
    case: Mapped[Case | None] = relationship(primaryjoin="foreign(Idea.case_id) == Case.id")
    answers: Mapped[list[Answer]] = relationship(
        primaryjoin="Idea.id == foreign(Answer.idea_id)", order_by="Answer.id", viewonly=True
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def meaning(self) -> IdeaMeaning:
        return IDEAS.meanings[self.status]

    @property
    def slug(self) -> str:
        return slugify(self.safe_title)

    @property
    def safe_title(self) -> str:
        """The title for mails, addresses and lists of staff: no CPR number is ever carried there."""
        return without_cpr(self.title)

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None

    @property
    def takes_comments(self) -> bool:
        """The status does, nothing is hidden, and no moderator has closed the discussion."""
        return self.meaning.takes_comments and not self.is_hidden and self.discussion_closed_at is None


keep_counts(Idea)


class IdeaMove(Revocable, TenantScoped, Model):
    """One move as logged: who, when, from, to, why, what caused it, and what the idea was before.

    A move that was taken back says when; `undo` is the move that took it back.
    """

    __tablename__ = "idea_moves"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("actor_id", "people"),
        Index(None, "idea_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    name: Mapped[str] = mapped_column(short_text(32))
    from_status: Mapped[IdeaStatus] = mapped_column(enum_type(IdeaStatus))
    to_status: Mapped[IdeaStatus] = mapped_column(enum_type(IdeaStatus))
    actor_id: Mapped[int | None]
    reason_code: Mapped[str | None] = mapped_column(short_text(40))
    sentence: Mapped[str] = mapped_column(default="")
    cause: Mapped[str] = mapped_column(short_text(80), default="")
    is_public: Mapped[bool] = mapped_column(default=True)
    undone_at: Mapped[datetime | None]
    at: Mapped[datetime] = mapped_column(default=now)

    idea: Mapped[Idea] = relationship(primaryjoin="foreign(IdeaMove.idea_id) == Idea.id")

    @property
    def counts(self) -> bool:
        """Whether it happened: neither taken back nor the taking back of another."""
        return self.undone_at is None and self.name != UNDO
