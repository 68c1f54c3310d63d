"""the moderators desk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "idea_links",
        sa.Column(
            "lower_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "higher_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("lower_id < higher_id", name=op.f("ck_idea_links_ordered")),
        sa.ForeignKeyConstraint(
            ["municipality_id", "higher_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_idea_links_municipality_id_higher_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "lower_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_idea_links_municipality_id_lower_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_idea_links_municipality_id")
        ),
        sa.PrimaryKeyConstraint("lower_id", "higher_id", name=op.f("pk_idea_links")),
    )
    with op.batch_alter_table("idea_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idea_links_higher_id"), ["higher_id"], unique=False)

    op.create_table(
        "merges",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("target_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("planned_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source_objection", sa.Text(), nullable=False),
        sa.Column("target_objection", sa.Text(), nullable=False),
        sa.Column("source_agrees", sa.Boolean(), nullable=True),
        sa.Column("target_agrees", sa.Boolean(), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("source_id != target_id", name=op.f("ck_merges_two_ideas")),
        sa.ForeignKeyConstraint(
            ["municipality_id", "planned_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_merges_municipality_id_planned_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "source_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_merges_municipality_id_source_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "target_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_merges_municipality_id_target_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_merges_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_merges_municipality_id_id")),
    )
    with op.batch_alter_table("merges", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_merges_municipality_id_state_due_at"),
            ["municipality_id", "state", "due_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_merges_target_id_state"), ["target_id", "state"], unique=False)
        batch_op.create_index(
            "uq_merges_source_id",
            ["source_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('planned', 'done')"),
            postgresql_where=sa.text("state IN ('planned', 'done')"),
        )

    op.create_table(
        "votes_set_aside",
        sa.Column(
            "merge_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("invalidated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("invalidated_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("invalidated_reason", sa.String(length=200), nullable=True),
        sa.Column("origin_merge_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "invalidated_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_votes_set_aside_municipality_id_invalidated_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "merge_id"],
            ["merges.municipality_id", "merges.id"],
            name=op.f("fk_votes_set_aside_municipality_id_merge_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "origin_merge_id"],
            ["merges.municipality_id", "merges.id"],
            name=op.f("fk_votes_set_aside_municipality_id_origin_merge_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_votes_set_aside_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_votes_set_aside_municipality_id")
        ),
        sa.PrimaryKeyConstraint("merge_id", "person_id", name=op.f("pk_votes_set_aside")),
    )
    with op.batch_alter_table("votes_set_aside", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_votes_set_aside_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("subject_title", sa.String(length=160), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("place", sa.String(length=200), server_default="", nullable=False))

    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("home_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_index(batch_op.f("ix_comments_home_id"), ["home_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_comments_municipality_id_home_id"),
            "discussions",
            ["municipality_id", "home_id"],
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

    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("origin_merge_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_index(batch_op.f("ix_votes_origin_merge_id"), ["origin_merge_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_votes_municipality_id_origin_merge_id"),
            "merges",
            ["municipality_id", "origin_merge_id"],
            ["municipality_id", "id"],
        )


def downgrade() -> None:
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_votes_municipality_id_origin_merge_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_votes_origin_merge_id"))
        batch_op.drop_column("origin_merge_id")

    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_news_municipality_id_person_id"), type_="foreignkey")
        batch_op.drop_column("subject_place")
        batch_op.drop_column("subject_title")
        batch_op.drop_column("person_id")

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.drop_column("before")

    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_comments_municipality_id_home_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_comments_home_id"))
        batch_op.drop_column("home_id")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("place")
        batch_op.drop_column("subject_title")

    with op.batch_alter_table("votes_set_aside", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_votes_set_aside_person_id"))

    op.drop_table("votes_set_aside")
    with op.batch_alter_table("merges", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_merges_source_id",
            sqlite_where=sa.text("state IN ('planned', 'done')"),
            postgresql_where=sa.text("state IN ('planned', 'done')"),
        )
        batch_op.drop_index(batch_op.f("ix_merges_target_id_state"))
        batch_op.drop_index(batch_op.f("ix_merges_municipality_id_state_due_at"))

    op.drop_table("merges")
    with op.batch_alter_table("idea_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idea_links_higher_id"))

    op.drop_table("idea_links")
