"""Arrangements, and those who have signed up."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meetings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("theme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("goal_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("takes_sign_ups", sa.Boolean(), nullable=False),
        sa.Column("capacity", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("taken", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("waiting", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("identity", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "cancelled_at IS NULL OR reason != ''", name=op.f("ck_meetings_cancelled_with_reason")
        ),
        sa.CheckConstraint(
            "capacity IS NULL OR (capacity > 0 AND taken <= capacity)", name=op.f("ck_meetings_room")
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_meetings_ends_after_start")),
        sa.CheckConstraint(
            "project_id IS NULL OR organisation_id IS NULL", name=op.f("ck_meetings_one_host")
        ),
        sa.CheckConstraint("taken >= 0 AND waiting >= 0", name=op.f("ck_meetings_counts_positive")),
        sa.ForeignKeyConstraint(
            ["municipality_id", "goal_id"],
            ["goals.municipality_id", "goals.id"],
            name=op.f("fk_meetings_municipality_id_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "organisation_id"],
            ["organisations.municipality_id", "organisations.id"],
            name=op.f("fk_meetings_municipality_id_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_meetings_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "theme_id"],
            ["themes.municipality_id", "themes.id"],
            name=op.f("fk_meetings_municipality_id_theme_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_meetings_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_meetings_municipality_id_id")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meetings_municipality_id_starts_at_id"),
            ["municipality_id", "starts_at", "id"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_meetings_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_project_id"), ["project_id"], unique=False)

    op.create_table(
        "sign_ups",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("message", sa.String(length=300), nullable=False),
        sa.Column("signed_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "meeting_id"],
            ["meetings.municipality_id", "meetings.id"],
            name=op.f("fk_sign_ups_municipality_id_meeting_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_sign_ups_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_sign_ups_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ups")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_sign_ups_meeting_id_person_id")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_sign_ups_municipality_id_id")),
    )
    with op.batch_alter_table("sign_ups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ups_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("sign_ups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_ups_person_id"))

    op.drop_table("sign_ups")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_project_id"))
        batch_op.drop_index(batch_op.f("ix_meetings_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_meetings_municipality_id_starts_at_id"))

    op.drop_table("meetings")
