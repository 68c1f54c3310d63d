"""A case carries its idea's goal, so that the queue finds what waits under one by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

INDEX = "ix_cases_municipality_id_is_open_goal_id_due_at_id"


def upgrade() -> None:
    op.add_column("cases", sa.Column("goal_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
    op.execute("UPDATE cases SET goal_id = (SELECT goal_id FROM ideas WHERE ideas.case_id = cases.id)")
    op.create_index(INDEX, "cases", ["municipality_id", "is_open", "goal_id", "due_at", "id"])


def downgrade() -> None:
    op.drop_index(INDEX, "cases")
    op.drop_column("cases", "goal_id")
