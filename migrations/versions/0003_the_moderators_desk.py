"""the moderators desk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("subject_title", sa.String(length=160), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("place", sa.String(length=200), server_default="", nullable=False))

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "before",
                sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
                server_default="{}",
                nullable=False,
            )
        )

    with op.batch_alter_table("moderation_entries", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_moderation_entries_municipality_id_organisation_id"),
            "organisations",
            ["municipality_id", "organisation_id"],
            ["municipality_id", "id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_moderation_entries_municipality_id_person_id"),
            "people",
            ["municipality_id", "person_id"],
            ["municipality_id", "id"],
        )

    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("subject_title", sa.String(length=160), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("subject_place", sa.String(length=200), server_default="", nullable=False)
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_news_municipality_id_person_id"),
            "people",
            ["municipality_id", "person_id"],
            ["municipality_id", "id"],
        )


def downgrade() -> None:
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_news_municipality_id_person_id"), type_="foreignkey")
        batch_op.drop_column("subject_place")
        batch_op.drop_column("subject_title")
        batch_op.drop_column("person_id")

    with op.batch_alter_table("moderation_entries", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_moderation_entries_municipality_id_person_id"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("fk_moderation_entries_municipality_id_organisation_id"), type_="foreignkey"
        )
        batch_op.drop_column("organisation_id")
        batch_op.drop_column("person_id")

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.drop_column("before")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("place")
        batch_op.drop_column("subject_title")
