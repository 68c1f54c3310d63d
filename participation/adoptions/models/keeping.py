"""The ideas that the municipality carries out itself."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.tenancy import TenantScoped, tenant_key


class KeptIdea(TenantScoped, Model):
    """Nobody is asked to carry the idea out: the municipality does, with or without a project so far.

    Without a person it was so from before anybody could be asked.
    """

    __tablename__ = "kept_ideas"
    __table_args__ = (tenant_key("idea_id", "ideas"), tenant_key("person_id", "people"))

    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(default=now)
