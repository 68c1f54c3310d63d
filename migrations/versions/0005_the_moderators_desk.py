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
        "log_heads",
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_log_heads_municipality_id")
        ),
        sa.PrimaryKeyConstraint("municipality_id", name=op.f("pk_log_heads")),
    )
    op.create_table(
        "answer_templates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("reason_code", sa.String(length=40), nullable=False),
        sa.Column("doing", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("next_steps", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("changed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "changed_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_answer_templates_municipality_id_changed_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_answer_templates_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_templates")),
    )
    with op.batch_alter_table("answer_templates", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_answer_templates_municipality_id_title_id"),
            ["municipality_id", "title", "id"],
            unique=False,
        )

    op.create_table(
        "log_entries",
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("subjects", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("facts", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["log_heads.municipality_id"], name=op.f("fk_log_entries_municipality_id")
        ),
        sa.PrimaryKeyConstraint("municipality_id", "number", name=op.f("pk_log_entries")),
    )
    with op.batch_alter_table("log_entries", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_log_entries_municipality_id_actor_id_number"),
            ["municipality_id", "actor_id", "number"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_log_entries_municipality_id_kind_number"),
            ["municipality_id", "kind", "number"],
            unique=False,
        )

    op.create_table(
        "answer_drafts",
        sa.Column(
            "idea_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column(
            "actor_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("fields", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "actor_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_answer_drafts_municipality_id_actor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_answer_drafts_municipality_id_idea_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_answer_drafts_municipality_id")
        ),
        sa.PrimaryKeyConstraint("idea_id", "act", "actor_id", name=op.f("pk_answer_drafts")),
    )
    op.create_table(
        "contributions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "asked_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_contributions_municipality_id_asked_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_contributions_municipality_id_idea_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_contributions_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_contributions_municipality_id_id")),
    )
    with op.batch_alter_table("contributions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contributions_idea_id_id"), ["idea_id", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_contributions_municipality_id_due_on"), ["municipality_id", "due_on"], unique=False
        )

    op.create_table(
        "answer_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("answer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("doing", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("next_steps", sa.Text(), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("signed_by", sa.String(length=120), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("agenda_url", sa.String(length=500), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "actor_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_answer_versions_municipality_id_actor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "answer_id"],
            ["answers.municipality_id", "answers.id"],
            name=op.f("fk_answer_versions_municipality_id_answer_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_answer_versions_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_versions")),
        sa.UniqueConstraint("answer_id", "number", name=op.f("uq_answer_versions_answer_id_number")),
    )
    op.create_table(
        "case_notes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("contribution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "author_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_case_notes_municipality_id_author_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_case_notes_municipality_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "contribution_id"],
            ["contributions.municipality_id", "contributions.id"],
            name=op.f("fk_case_notes_municipality_id_contribution_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_case_notes_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_notes")),
        sa.UniqueConstraint(
            "municipality_id", "contribution_id", name=op.f("uq_case_notes_municipality_id_contribution_id")
        ),
    )
    with op.batch_alter_table("case_notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_notes_case_id_id"), ["case_id", "id"], unique=False)

    op.create_table(
        "contribution_links",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("contribution_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "contribution_id"],
            ["contributions.municipality_id", "contributions.id"],
            name=op.f("fk_contribution_links_municipality_id_contribution_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_contribution_links_municipality_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_contribution_links")),
    )
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("waited_days", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("is_kept", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_answers_municipality_id_created_at"),
            ["municipality_id", "created_at"],
            unique=False,
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_answers_municipality_id_id"), ["municipality_id", "id"]
        )

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
            batch_op.f("fk_moderation_entries_municipality_id_person_id"),
            "people",
            ["municipality_id", "person_id"],
            ["municipality_id", "id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_moderation_entries_municipality_id_organisation_id"),
            "organisations",
            ["municipality_id", "organisation_id"],
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
            batch_op.f("fk_moderation_entries_municipality_id_organisation_id"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("fk_moderation_entries_municipality_id_person_id"), type_="foreignkey"
        )
        batch_op.drop_column("organisation_id")
        batch_op.drop_column("person_id")

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.drop_column("before")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("place")
        batch_op.drop_column("subject_title")

    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_answers_municipality_id_id"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_answers_municipality_id_created_at"))
        batch_op.drop_column("corrected_at")
        batch_op.drop_column("is_kept")
        batch_op.drop_column("waited_days")

    op.drop_table("contribution_links")
    with op.batch_alter_table("case_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_notes_case_id_id"))

    op.drop_table("case_notes")
    op.drop_table("answer_versions")
    with op.batch_alter_table("contributions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contributions_municipality_id_due_on"))
        batch_op.drop_index(batch_op.f("ix_contributions_idea_id_id"))

    op.drop_table("contributions")
    op.drop_table("answer_drafts")
    with op.batch_alter_table("log_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_log_entries_municipality_id_kind_number"))
        batch_op.drop_index(batch_op.f("ix_log_entries_municipality_id_actor_id_number"))

    op.drop_table("log_entries")
    with op.batch_alter_table("answer_templates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_templates_municipality_id_title_id"))

    op.drop_table("answer_templates")
    op.drop_table("log_heads")
