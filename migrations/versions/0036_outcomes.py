"""What came of projects, and whether it helped."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "help_answers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_help_answers_municipality_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_help_answers_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_help_answers_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_help_answers_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_answers")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_help_answers_municipality_id_id")),
        sa.UniqueConstraint("project_id", "person_id", name=op.f("uq_help_answers_project_id_person_id")),
    )
    with op.batch_alter_table("help_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_help_answers_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_help_answers_person_id"), ["person_id"], unique=False)

    op.create_table(
        "help_questions",
        sa.Column(
            "project_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_help_questions_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_help_questions_municipality_id")
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_help_questions")),
    )
    op.create_table(
        "outcomes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("people", sa.String(length=300), nullable=False),
        sa.Column("cost", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("paid_by", sa.String(length=300), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.CheckConstraint("cost IS NULL OR cost >= 0", name=op.f("ck_outcomes_cost_positive")),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_outcomes_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_outcomes_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_outcomes_municipality_id_id")),
        sa.UniqueConstraint("project_id", name=op.f("uq_outcomes_project_id")),
    )
    op.create_table(
        "outcome_pictures",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outcome_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "file_id"],
            ["stored_files.municipality_id", "stored_files.id"],
            name=op.f("fk_outcome_pictures_municipality_id_file_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "outcome_id"],
            ["outcomes.municipality_id", "outcomes.id"],
            name=op.f("fk_outcome_pictures_municipality_id_outcome_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_outcome_pictures_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_pictures")),
    )
    with op.batch_alter_table("outcome_pictures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_pictures_file_id"), ["file_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_outcome_pictures_outcome_id_id"), ["outcome_id", "id"], unique=False
        )

    op.create_table(
        "outcome_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outcome_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("people", sa.String(length=300), nullable=False),
        sa.Column("cost", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("paid_by", sa.String(length=300), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "author_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_outcome_versions_municipality_id_author_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "outcome_id"],
            ["outcomes.municipality_id", "outcomes.id"],
            name=op.f("fk_outcome_versions_municipality_id_outcome_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_outcome_versions_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_versions")),
        sa.UniqueConstraint("outcome_id", "number", name=op.f("uq_outcome_versions_outcome_id_number")),
    )


def downgrade() -> None:
    op.drop_table("outcome_versions")
    with op.batch_alter_table("outcome_pictures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_pictures_outcome_id_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_pictures_file_id"))

    op.drop_table("outcome_pictures")
    op.drop_table("outcomes")
    op.drop_table("help_questions")
    with op.batch_alter_table("help_answers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_help_answers_person_id"))
        batch_op.drop_index(batch_op.f("ix_help_answers_case_id"))

    op.drop_table("help_answers")
