"""Rules for hiding are also for closing and suspending; comments that were moderated keep their row.

Revision ID: 0014
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NEW = ["close", "suspend"]
REASONS = sa.table(
    "reasons",
    sa.column("id", sa.BigInteger),
    sa.column("moves", sa.JSON().with_variant(JSONB(), "postgresql")),
)


def upgrade() -> None:
    """What a municipality hides for, it may close and suspend for, until it decides otherwise."""
    _change(lambda moves: [*moves, *NEW] if "hide" in moves and not set(NEW) & set(moves) else moves)
    op.execute(
        "UPDATE comments SET is_kept = true WHERE hidden_at IS NOT NULL OR EXISTS"
        " (SELECT 1 FROM moderation_entries WHERE moderation_entries.comment_id = comments.id)"
    )


def downgrade() -> None:
    """The old application knows nothing of the new acts."""
    _change(lambda moves: [move for move in moves if move not in NEW])


def _change(changed: object) -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(REASONS)).all():
        moves = changed(row.moves)  # type: ignore[operator]
        if moves != row.moves:
            connection.execute(REASONS.update().where(REASONS.c.id == row.id).values(moves=moves))
