"""Answers, moves and entries can be pointed at within their municipality; a discussion can be closed.

Revision ID: 0004a
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004a"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("answers", "idea_moves", "moderation_entries")


def upgrade() -> None:
    """PostgreSQL wants the keys before a table of the next step points to them."""
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.create_unique_constraint(f"uq_{table}_municipality_id_id", ["municipality_id", "id"])
    op.add_column("ideas", sa.Column("discussion_closed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("ideas", sa.Column("discussion_closed_reason", sa.String(length=40), nullable=True))
    op.add_column("ideas", sa.Column("discussion_closed_sentence", sa.Text(), nullable=True))


def downgrade() -> None:
    """Never by copying the table: SQLite's copy stumbles over the columns that the database derives."""
    for name in ("discussion_closed_sentence", "discussion_closed_reason", "discussion_closed_at"):
        op.drop_column("ideas", name)
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"uq_{table}_municipality_id_id", type_="unique")
