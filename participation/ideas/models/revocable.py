"""What can be taken back for a while, because nobody has been told of it yet."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column


class Revocable:
    """An act on an idea that remembers what the idea was before.

    `told_from` is when people begin to be told; none when they were told at once. `left_version` is the
    idea's version after the act: while the idea still has it, nothing has happened to it since.
    """

    before: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    told_from: Mapped[datetime | None]
    left_version: Mapped[int | None]
