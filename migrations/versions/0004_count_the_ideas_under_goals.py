"""Count the ideas that were there before the counters were.

Revision ID: 0004
Revises: 0003
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO goal_counts (municipality_id, goal_id, status, number) "
        "SELECT municipality_id, goal_id, status, count(*) FROM ideas "
        "WHERE is_listed AND goal_id IS NOT NULL GROUP BY municipality_id, goal_id, status"
    )


def downgrade() -> None:
    op.execute("DELETE FROM goal_counts")
