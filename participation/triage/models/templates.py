"""The municipality's own templates of answers."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class AnswerTemplate(TenantScoped, Model):
    """What an answer may begin from: in Danish, with placeholders such as `{idé}`.

    `act` is the one that it is for, empty for all; `reason_code` likewise.
    """

    __tablename__ = "answer_templates"
    __table_args__ = (tenant_key("changed_by_id", "people"), Index(None, "municipality_id", "title", "id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    title: Mapped[str] = mapped_column(short_text(120))
    act: Mapped[str] = mapped_column(short_text(32), default="")
    reason_code: Mapped[str] = mapped_column(short_text(40), default="")
    doing: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    next_steps: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)
    changed_by_id: Mapped[int | None]
    changed_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def text(self) -> str:
        """Its three fields as one text."""
        return "\n".join(part for part in (self.doing, self.why, self.next_steps) if part)
