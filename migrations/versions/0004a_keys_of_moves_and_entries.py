"""Moves can be pointed at within their municipality.

Revision ID: 0004a
Revises: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0004a"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = "uq_idea_moves_municipality_id_id"


def upgrade() -> None:
    """PostgreSQL wants the key before a table of the next step points to it."""
    with op.batch_alter_table("idea_moves") as batch:
        batch.create_unique_constraint(KEY, ["municipality_id", "id"])


def downgrade() -> None:
    with op.batch_alter_table("idea_moves") as batch:
        batch.drop_constraint(KEY, type_="unique")
