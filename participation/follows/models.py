"""Who wants to hear what happens to an idea."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.tenancy import TenantScoped, tenant_key


class Follow(TenantScoped, Model):
    """One person follows one idea.

    When ideas are merged the row stays with the idea that was followed: whoever follows an idea hears of the
    one that it lives on in, and separating them needs nothing.
    """

    __tablename__ = "follows"
    __table_args__ = (
        tenant_key("idea_id", "ideas"),
        tenant_key("person_id", "people"),
        Index(None, "person_id"),
    )

    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    created_at: Mapped[datetime] = mapped_column(default=now)
