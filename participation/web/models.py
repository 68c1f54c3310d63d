"""Rows that the web floor keeps for itself: counted limits."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from participation.extensions import Model
from participation.foundation.model import short_text


class LimitCount(Model):
    """How often something was tried within one window, counted for all processes."""

    __tablename__ = "limit_counts"
    __table_args__ = (Index(None, "window_start"),)

    key: Mapped[str] = mapped_column(short_text(160), primary_key=True)
    window_start: Mapped[datetime] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
