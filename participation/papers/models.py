"""Sheets on which people support an idea by hand, and how the same hand is known again."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped, tenant_key


class SupportSheet(TenantScoped, Model):
    """One sheet as it was handed in; the paper itself is kept where the municipality keeps its papers."""

    __tablename__ = "support_sheets"
    __table_args__ = (
        UniqueConstraint("municipality_id", "id"),
        tenant_key("idea_id", "ideas"),
        tenant_key("entered_by_id", "people"),
        tenant_key("invalidated_by_id", "people"),
        Index(None, "idea_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    idea_id: Mapped[int]
    label: Mapped[str] = mapped_column(short_text(80), default="")
    received_on: Mapped[date]
    entered_by_id: Mapped[int]
    entered_at: Mapped[datetime] = mapped_column(default=now)
    invalidated_at: Mapped[datetime | None]
    invalidated_by_id: Mapped[int | None]
    invalidated_reason: Mapped[str] = mapped_column(short_text(200), default="")


class SheetLine(TenantScoped, Model):
    """One line of a sheet, and the row of the person who wrote it; name and address are not kept."""

    __tablename__ = "sheet_lines"
    __table_args__ = (
        tenant_key("sheet_id", "support_sheets"),
        tenant_key("person_id", "people"),
        Index(None, "person_id"),
    )

    sheet_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int]


class Signature(TenantScoped, Model):
    """By which keyed hash of name and address the same person is known on another sheet."""

    __tablename__ = "signatures"
    __table_args__ = (tenant_key("person_id", "people"), Index(None, "person_id"))

    fingerprint: Mapped[str] = mapped_column(short_text(64), primary_key=True)
    person_id: Mapped[int]
