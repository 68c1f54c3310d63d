"""the moderators desk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "waves",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_waves_municipality_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_waves_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waves")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_waves_municipality_id_id")),
    )
    with op.batch_alter_table("waves", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waves_case_id"), ["case_id"], unique=False)

    op.create_table(
        "wave_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("wave_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("comment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("is_held", sa.Boolean(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("idea_id IS NULL OR comment_id IS NULL", name=op.f("ck_wave_entries_one_post")),
        sa.ForeignKeyConstraint(
            ["municipality_id", "comment_id"],
            ["comments.municipality_id", "comments.id"],
            name=op.f("fk_wave_entries_municipality_id_comment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_wave_entries_municipality_id_idea_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_wave_entries_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "wave_id"],
            ["waves.municipality_id", "waves.id"],
            name=op.f("fk_wave_entries_municipality_id_wave_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_wave_entries_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave_entries")),
        sa.UniqueConstraint("wave_id", "comment_id", name=op.f("uq_wave_entries_wave_id_comment_id")),
        sa.UniqueConstraint("wave_id", "idea_id", name=op.f("uq_wave_entries_wave_id_idea_id")),
    )
    with op.batch_alter_table("wave_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wave_entries_comment_id"), ["comment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wave_entries_idea_id"), ["idea_id"], unique=False)

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("subject_title", sa.String(length=160), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("place", sa.String(length=200), server_default="", nullable=False))

    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("waiting_body", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("held_reason", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("held_state", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("held_code", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("held_sentence", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_comments_case_id"), ["case_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_comments_municipality_id_case_id"),
            "cases",
            ["municipality_id", "case_id"],
            ["municipality_id", "id"],
        )

    with op.batch_alter_table("idea_additions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("held_reason", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("held_state", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("held_code", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("held_sentence", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_idea_additions_case_id"), ["case_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_idea_additions_municipality_id_case_id"),
            "cases",
            ["municipality_id", "case_id"],
            ["municipality_id", "id"],
        )

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "before",
                sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
                server_default="{}",
                nullable=False,
            )
        )

    with op.batch_alter_table("idea_versions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("held_reason", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("held_state", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("held_code", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("held_sentence", sa.Text(), server_default="", nullable=False))
        batch_op.create_foreign_key(
            batch_op.f("fk_idea_versions_municipality_id_case_id"),
            "cases",
            ["municipality_id", "case_id"],
            ["municipality_id", "id"],
        )

    with op.batch_alter_table("ideas", schema=None) as batch_op:
        batch_op.add_column(sa.Column("held_reason", sa.String(length=16), nullable=True))

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

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_post_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("posts_held_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("posts_held_at")
        batch_op.drop_column("first_post_at")

    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_news_municipality_id_person_id"), type_="foreignkey")
        batch_op.drop_column("subject_place")
        batch_op.drop_column("subject_title")
        batch_op.drop_column("person_id")

    with op.batch_alter_table("ideas", schema=None) as batch_op:
        batch_op.drop_column("held_reason")

    with op.batch_alter_table("idea_versions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_idea_versions_municipality_id_case_id"), type_="foreignkey")
        batch_op.drop_column("held_sentence")
        batch_op.drop_column("held_code")
        batch_op.drop_column("held_state")
        batch_op.drop_column("held_reason")
        batch_op.drop_column("held_at")
        batch_op.drop_column("case_id")

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.drop_column("before")

    with op.batch_alter_table("idea_additions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_idea_additions_municipality_id_case_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_idea_additions_case_id"))
        batch_op.drop_column("held_sentence")
        batch_op.drop_column("held_code")
        batch_op.drop_column("held_state")
        batch_op.drop_column("held_reason")
        batch_op.drop_column("held_at")
        batch_op.drop_column("case_id")

    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_comments_municipality_id_case_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_comments_case_id"))
        batch_op.drop_column("held_sentence")
        batch_op.drop_column("held_code")
        batch_op.drop_column("held_state")
        batch_op.drop_column("held_reason")
        batch_op.drop_column("held_at")
        batch_op.drop_column("case_id")
        batch_op.drop_column("waiting_body")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("place")
        batch_op.drop_column("subject_title")

    with op.batch_alter_table("wave_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wave_entries_idea_id"))
        batch_op.drop_index(batch_op.f("ix_wave_entries_comment_id"))

    op.drop_table("wave_entries")
    with op.batch_alter_table("waves", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waves_case_id"))

    op.drop_table("waves")
