"""the counts by goal."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "goal_counts",
        sa.Column(
            "goal_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "goal_id"],
            ["goals.municipality_id", "goals.id"],
            name=op.f("fk_goal_counts_municipality_id_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_goal_counts_municipality_id")
        ),
        sa.PrimaryKeyConstraint("goal_id", "status", name=op.f("pk_goal_counts")),
    )


def downgrade() -> None:
    op.drop_table("goal_counts")
