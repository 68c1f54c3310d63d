"""Moves and moderation entries can be pointed at, within their municipality.

Revision ID: 0004a
Revises: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0004a"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("idea_moves", "moderation_entries")


def upgrade() -> None:
    """PostgreSQL wants the key before a table of the next step points to it."""
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.create_unique_constraint(f"uq_{table}_municipality_id_id", ["municipality_id", "id"])


def downgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"uq_{table}_municipality_id_id", type_="unique")
