"""A discussion and its comments in two levels."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.cases.models import Holdable
from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.organisations.models import Organisation


class Discussion(TenantScoped, Model):
    """A thread, owned by its subject, which alone writes `is_open` and `is_public`.

    `place` is where the reader finds it: the subject's public path after the municipality's name, for
    example `ideer/7-traeer`.
    """

    __tablename__ = "discussions"
    __table_args__ = (UniqueConstraint("municipality_id", "id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    is_open: Mapped[bool] = mapped_column(default=False)
    is_public: Mapped[bool] = mapped_column(default=False)
    comment_count: Mapped[int] = mapped_column(default=0)
    subject_title: Mapped[str] = mapped_column(short_text(160), default="")
    place: Mapped[str] = mapped_column(short_text(200), default="")


class Comment(TenantScoped, Holdable, Model):
    """One comment; a reply has a parent that is itself no reply.

    A deleted comment keeps no text; it stays as a tombstone where it has replies, or where a case is or was
    about it (`is_kept`). `waiting_body` is what the author would change it to, once staff have seen that.
    Who writes on behalf of an organisation is its author all the same.
    `home_id` is the discussion that it was written in, where it stands in another one because their subjects
    were merged; a reply has its parent's.
    """

    __tablename__ = "comments"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("discussion_id", "discussions"),
        tenant_key("parent_id", "comments"),
        tenant_key("author_id", "people"),
        tenant_key("organisation_id", "organisations"),
        tenant_key("case_id", "cases"),
        tenant_key("home_id", "discussions"),
        Index(None, "discussion_id", "id"),
        Index(None, "parent_id"),
        Index(None, "home_id"),
        Index(None, "author_id"),
        Index(None, "case_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    discussion_id: Mapped[int]
    parent_id: Mapped[int | None]
    home_id: Mapped[int | None]
    author_id: Mapped[int]
    organisation_id: Mapped[int | None]
    body: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    hidden_reason: Mapped[str | None] = mapped_column(short_text(40))
    hidden_sentence: Mapped[str | None]
    # Deleted for good by two people; `hidden_reason` is then the ground.
    erased_at: Mapped[datetime | None]
    is_kept: Mapped[bool] = mapped_column(default=False, server_default="0")
    waiting_body: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    author: Mapped[Person] = relationship(primaryjoin="foreign(Comment.author_id) == Person.id")
    organisation: Mapped[Organisation | None] = relationship(
        primaryjoin="foreign(Comment.organisation_id) == Organisation.id"
    )
    discussion: Mapped[Discussion] = relationship(
        primaryjoin="foreign(Comment.discussion_id) == Discussion.id"
    )
    home: Mapped[Discussion | None] = relationship(primaryjoin="foreign(Comment.home_id) == Discussion.id")
    parent: Mapped["Comment | None"] = relationship(
        primaryjoin="foreign(Comment.parent_id) == remote(Comment.id)", uselist=False
    )
