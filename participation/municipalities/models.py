"""A municipality, its settings, its texts and its reason codes."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.clock import now
from participation.foundation.model import BigKey, short_text
from participation.foundation.tenancy import TenantScoped


class Municipality(Model):
    """A tenant and data controller; `code` is the four-character kommunekode."""

    __tablename__ = "municipalities"
    __table_args__ = (CheckConstraint("length(code) = 4", name="code_length"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    code: Mapped[str] = mapped_column(short_text(4), unique=True)
    slug: Mapped[str] = mapped_column(short_text(40), unique=True)
    host: Mapped[str | None] = mapped_column(short_text(200), unique=True)
    name: Mapped[str] = mapped_column(short_text(120))
    short_name: Mapped[str] = mapped_column(short_text(80))
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class SiteText(TenantScoped, Model):
    """One of the municipality's own texts in one language: rules, privacy, about."""

    __tablename__ = "site_texts"
    __table_args__ = (UniqueConstraint("municipality_id", "kind", "language"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(short_text(32))
    language: Mapped[str] = mapped_column(short_text(2))
    body: Mapped[str]


class Reason(TenantScoped, Model):
    """A reason code from the municipality's published list, for returning, refusing, declining or hiding."""

    __tablename__ = "reasons"
    __table_args__ = (UniqueConstraint("municipality_id", "code"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    code: Mapped[str] = mapped_column(short_text(40))
    moves: Mapped[list[str]]
    label_da: Mapped[str] = mapped_column(short_text(120))
    label_en: Mapped[str] = mapped_column(short_text(120))
    text_da: Mapped[str]
    text_en: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    is_active: Mapped[bool] = mapped_column(default=True)

    def label_in(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_da

    def text_in(self, language: str) -> str:
        return self.text_en if language == "en" else self.text_da
