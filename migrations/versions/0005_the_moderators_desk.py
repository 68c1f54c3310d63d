"""the moderators desk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004a"
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
        "bulk_acts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("said", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("rate", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_running", sa.Boolean(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "actor_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_bulk_acts_municipality_id_actor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_bulk_acts_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk_acts")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_bulk_acts_municipality_id_id")),
    )
    with op.batch_alter_table("bulk_acts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_bulk_acts_actor_id_started_at"), ["actor_id", "started_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_bulk_acts_municipality_id_is_running"),
            ["municipality_id", "is_running"],
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
        "bulk_items",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("bulk_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seen_version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("seen_owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("promise_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("refusal", sa.Text(), nullable=False),
        sa.Column("told_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "bulk_id"],
            ["bulk_acts.municipality_id", "bulk_acts.id"],
            name=op.f("fk_bulk_items_municipality_id_bulk_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_bulk_items_municipality_id_case_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_bulk_items_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk_items")),
        sa.UniqueConstraint("bulk_id", "case_id", name=op.f("uq_bulk_items_bulk_id_case_id")),
    )
    with op.batch_alter_table("bulk_items", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_bulk_items_bulk_id_state_id"), ["bulk_id", "state", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_bulk_items_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_disqualifications",
        sa.Column(
            "case_id",
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
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_case_disqualifications_municipality_id_case_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_case_disqualifications_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_case_disqualifications_municipality_id")
        ),
        sa.PrimaryKeyConstraint("case_id", "person_id", name=op.f("pk_case_disqualifications")),
    )
    op.create_table(
        "case_handovers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("from_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("to_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "actor_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_case_handovers_municipality_id_actor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_case_handovers_municipality_id_case_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "from_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_case_handovers_municipality_id_from_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "to_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_case_handovers_municipality_id_to_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_case_handovers_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_handovers")),
    )
    with op.batch_alter_table("case_handovers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_handovers_case_id_id"), ["case_id", "id"], unique=False)

    op.create_table(
        "case_reminders",
        sa.Column(
            "case_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_case_reminders_municipality_id_case_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_case_reminders_municipality_id")
        ),
        sa.PrimaryKeyConstraint("case_id", "kind", "due_at", name=op.f("pk_case_reminders")),
    )
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("move_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column(
                "before",
                sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
                server_default="{}",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("told_from", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column("left_version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_answers_municipality_id_move_id"),
            "idea_moves",
            ["municipality_id", "move_id"],
            ["municipality_id", "id"],
        )

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("subject_title", sa.String(length=160), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("place", sa.String(length=200), server_default="", nullable=False))
        batch_op.create_index(
            batch_op.f("ix_cases_municipality_id_is_open_kind_due_at_id"),
            ["municipality_id", "is_open", "kind", "due_at", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_cases_municipality_id_is_open_owner_id_due_at_id"),
            ["municipality_id", "is_open", "owner_id", "due_at", "id"],
            unique=False,
        )

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column(
                "before",
                sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
                server_default="{}",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("told_from", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column("left_version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
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
        batch_op.drop_column("left_version")
        batch_op.drop_column("told_from")
        batch_op.drop_column("before")
        batch_op.drop_column("undone_at")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_municipality_id_is_open_owner_id_due_at_id"))
        batch_op.drop_index(batch_op.f("ix_cases_municipality_id_is_open_kind_due_at_id"))
        batch_op.drop_column("place")
        batch_op.drop_column("subject_title")

    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_answers_municipality_id_move_id"), type_="foreignkey")
        batch_op.drop_column("left_version")
        batch_op.drop_column("told_from")
        batch_op.drop_column("before")
        batch_op.drop_column("move_id")

    op.drop_table("case_reminders")
    with op.batch_alter_table("case_handovers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_handovers_case_id_id"))

    op.drop_table("case_handovers")
    op.drop_table("case_disqualifications")
    with op.batch_alter_table("bulk_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bulk_items_case_id"))
        batch_op.drop_index(batch_op.f("ix_bulk_items_bulk_id_state_id"))

    op.drop_table("bulk_items")
    with op.batch_alter_table("log_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_log_entries_municipality_id_kind_number"))
        batch_op.drop_index(batch_op.f("ix_log_entries_municipality_id_actor_id_number"))

    op.drop_table("log_entries")
    with op.batch_alter_table("bulk_acts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bulk_acts_municipality_id_is_running"))
        batch_op.drop_index(batch_op.f("ix_bulk_acts_actor_id_started_at"))

    op.drop_table("bulk_acts")
    op.drop_table("log_heads")
