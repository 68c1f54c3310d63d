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
        "signatures",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_signatures_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_signatures_municipality_id")
        ),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_signatures")),
    )
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signatures_person_id"), ["person_id"], unique=False)

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
        "answer_drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_drafts")),
        sa.UniqueConstraint("idea_id", "act", "actor_id", name=op.f("uq_answer_drafts_idea_id_act_actor_id")),
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
        "deletions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("comment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reason_code", sa.String(length=32), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("proposed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_agreed", sa.Boolean(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN idea_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_deletions_one_subject"),
        ),
        sa.CheckConstraint(
            "decided_by_id <> proposed_by_id OR NOT is_agreed", name=op.f("ck_deletions_two_people")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_deletions_municipality_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "comment_id"],
            ["comments.municipality_id", "comments.id"],
            name=op.f("fk_deletions_municipality_id_comment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "decided_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_deletions_municipality_id_decided_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_deletions_municipality_id_idea_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "organisation_id"],
            ["organisations.municipality_id", "organisations.id"],
            name=op.f("fk_deletions_municipality_id_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_deletions_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "proposed_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_deletions_municipality_id_proposed_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_deletions_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deletions")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_deletions_municipality_id_id")),
    )
    with op.batch_alter_table("deletions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deletions_comment_id"), ["comment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deletions_idea_id"), ["idea_id"], unique=False)

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
        "support_sheets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("entered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("invalidated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("invalidated_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("invalidated_reason", sa.String(length=200), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "entered_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_support_sheets_municipality_id_entered_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_support_sheets_municipality_id_idea_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "invalidated_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_support_sheets_municipality_id_invalidated_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_support_sheets_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_sheets")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_support_sheets_municipality_id_id")),
    )
    with op.batch_alter_table("support_sheets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_sheets_idea_id_id"), ["idea_id", "id"], unique=False)

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

    op.create_table(
        "appeals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("move_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("is_outside", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("(entry_id IS NULL) != (move_id IS NULL)", name=op.f("ck_appeals_one_act")),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_appeals_municipality_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "decided_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_appeals_municipality_id_decided_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "entry_id"],
            ["moderation_entries.municipality_id", "moderation_entries.id"],
            name=op.f("fk_appeals_municipality_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "move_id"],
            ["idea_moves.municipality_id", "idea_moves.id"],
            name=op.f("fk_appeals_municipality_id_move_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_appeals_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_appeals_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint("municipality_id", "entry_id", name=op.f("uq_appeals_municipality_id_entry_id")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_appeals_municipality_id_id")),
        sa.UniqueConstraint("municipality_id", "move_id", name=op.f("uq_appeals_municipality_id_move_id")),
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
    op.create_table(
        "reported_matters",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("comment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN idea_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_reported_matters_one_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["cases.municipality_id", "cases.id"],
            name=op.f("fk_reported_matters_municipality_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "comment_id"],
            ["comments.municipality_id", "comments.id"],
            name=op.f("fk_reported_matters_municipality_id_comment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "entry_id"],
            ["moderation_entries.municipality_id", "moderation_entries.id"],
            name=op.f("fk_reported_matters_municipality_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_reported_matters_municipality_id_idea_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "organisation_id"],
            ["organisations.municipality_id", "organisations.id"],
            name=op.f("fk_reported_matters_municipality_id_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_reported_matters_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "settled_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_reported_matters_municipality_id_settled_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_reported_matters_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reported_matters")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_reported_matters_municipality_id_id")),
    )
    with op.batch_alter_table("reported_matters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reported_matters_comment_id"), ["comment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reported_matters_entry_id"), ["entry_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reported_matters_idea_id"), ["idea_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_reported_matters_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_reported_matters_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sheet_lines",
        sa.Column(
            "sheet_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_sheet_lines_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "sheet_id"],
            ["support_sheets.municipality_id", "support_sheets.id"],
            name=op.f("fk_sheet_lines_municipality_id_sheet_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_sheet_lines_municipality_id")
        ),
        sa.PrimaryKeyConstraint("sheet_id", "number", name=op.f("pk_sheet_lines")),
    )
    with op.batch_alter_table("sheet_lines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sheet_lines_person_id"), ["person_id"], unique=False)

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
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_answer_versions_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_versions")),
        sa.UniqueConstraint("answer_id", "number", name=op.f("uq_answer_versions_answer_id_number")),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reporter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("reason_code", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "matter_id"],
            ["reported_matters.municipality_id", "reported_matters.id"],
            name=op.f("fk_reports_municipality_id_matter_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "reporter_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_reports_municipality_id_reporter_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_reports_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_reports_municipality_id_id")),
    )
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reports_matter_id_id"), ["matter_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reports_reporter_id"), ["reporter_id"], unique=False)

    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("move_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("waited_days", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("is_kept", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True))
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
        batch_op.create_index(
            batch_op.f("ix_answers_municipality_id_created_at"),
            ["municipality_id", "created_at"],
            unique=False,
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
        batch_op.add_column(
            sa.Column("journal_number", sa.String(length=40), server_default="", nullable=False)
        )
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

    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("home_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("is_kept", sa.Boolean(), server_default="0", nullable=False))
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
        batch_op.create_index(batch_op.f("ix_comments_home_id"), ["home_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_comments_municipality_id_home_id"),
            "discussions",
            ["municipality_id", "home_id"],
            ["municipality_id", "id"],
        )
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
        batch_op.add_column(sa.Column("channel", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("received_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("held_reason", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("moderation_entries", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(
            sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("until", sa.DateTime(timezone=True), nullable=True))
        batch_op.alter_column("actor_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_index(batch_op.f("ix_moderation_entries_comment_id"), ["comment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_moderation_entries_idea_id"), ["idea_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_moderation_entries_person_id"), ["person_id"], unique=False)
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

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_paper", sa.Boolean(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("has_single_keys", sa.Boolean(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("first_post_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("posts_held_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("suspended_until", sa.DateTime(timezone=True), nullable=True))

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

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("suspended_until")
        batch_op.drop_column("posts_held_at")
        batch_op.drop_column("first_post_at")
        batch_op.drop_column("has_single_keys")
        batch_op.drop_column("is_paper")

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
        batch_op.drop_index(batch_op.f("ix_moderation_entries_person_id"))
        batch_op.drop_index(batch_op.f("ix_moderation_entries_idea_id"))
        batch_op.drop_index(batch_op.f("ix_moderation_entries_comment_id"))
        batch_op.alter_column("actor_id", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("until")
        batch_op.drop_column("organisation_id")
        batch_op.drop_column("person_id")

    with op.batch_alter_table("ideas", schema=None) as batch_op:
        batch_op.drop_column("erased_at")
        batch_op.drop_column("held_reason")
        batch_op.drop_column("received_on")
        batch_op.drop_column("channel")

    with op.batch_alter_table("idea_versions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_idea_versions_municipality_id_case_id"), type_="foreignkey")
        batch_op.drop_column("held_sentence")
        batch_op.drop_column("held_code")
        batch_op.drop_column("held_state")
        batch_op.drop_column("held_reason")
        batch_op.drop_column("held_at")
        batch_op.drop_column("case_id")

    with op.batch_alter_table("idea_moves", schema=None) as batch_op:
        batch_op.drop_column("left_version")
        batch_op.drop_column("told_from")
        batch_op.drop_column("before")
        batch_op.drop_column("undone_at")

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
        batch_op.drop_constraint(batch_op.f("fk_comments_municipality_id_home_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_comments_home_id"))
        batch_op.drop_index(batch_op.f("ix_comments_case_id"))
        batch_op.drop_column("held_sentence")
        batch_op.drop_column("held_code")
        batch_op.drop_column("held_state")
        batch_op.drop_column("held_reason")
        batch_op.drop_column("held_at")
        batch_op.drop_column("case_id")
        batch_op.drop_column("waiting_body")
        batch_op.drop_column("is_kept")
        batch_op.drop_column("erased_at")
        batch_op.drop_column("home_id")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_municipality_id_is_open_owner_id_due_at_id"))
        batch_op.drop_index(batch_op.f("ix_cases_municipality_id_is_open_kind_due_at_id"))
        batch_op.drop_column("journal_number")
        batch_op.drop_column("place")
        batch_op.drop_column("subject_title")

    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_answers_municipality_id_move_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_answers_municipality_id_created_at"))
        batch_op.drop_column("left_version")
        batch_op.drop_column("told_from")
        batch_op.drop_column("before")
        batch_op.drop_column("corrected_at")
        batch_op.drop_column("is_kept")
        batch_op.drop_column("waited_days")
        batch_op.drop_column("move_id")

    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reports_reporter_id"))
        batch_op.drop_index(batch_op.f("ix_reports_matter_id_id"))

    op.drop_table("reports")
    op.drop_table("answer_versions")
    with op.batch_alter_table("votes_set_aside", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_votes_set_aside_person_id"))

    op.drop_table("votes_set_aside")
    with op.batch_alter_table("sheet_lines", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sheet_lines_person_id"))

    op.drop_table("sheet_lines")
    with op.batch_alter_table("reported_matters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reported_matters_person_id"))
        batch_op.drop_index(batch_op.f("ix_reported_matters_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_reported_matters_idea_id"))
        batch_op.drop_index(batch_op.f("ix_reported_matters_entry_id"))
        batch_op.drop_index(batch_op.f("ix_reported_matters_comment_id"))

    op.drop_table("reported_matters")
    op.drop_table("contribution_links")
    with op.batch_alter_table("case_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_notes_case_id_id"))

    op.drop_table("case_notes")
    op.drop_table("appeals")
    with op.batch_alter_table("wave_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wave_entries_idea_id"))
        batch_op.drop_index(batch_op.f("ix_wave_entries_comment_id"))

    op.drop_table("wave_entries")
    with op.batch_alter_table("support_sheets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_sheets_idea_id_id"))

    op.drop_table("support_sheets")
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
    with op.batch_alter_table("deletions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deletions_idea_id"))
        batch_op.drop_index(batch_op.f("ix_deletions_comment_id"))

    op.drop_table("deletions")
    with op.batch_alter_table("contributions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contributions_municipality_id_due_on"))
        batch_op.drop_index(batch_op.f("ix_contributions_idea_id_id"))

    op.drop_table("contributions")
    op.drop_table("answer_drafts")
    with op.batch_alter_table("waves", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waves_case_id"))

    op.drop_table("waves")
    op.drop_table("case_reminders")
    with op.batch_alter_table("case_handovers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_handovers_case_id_id"))

    op.drop_table("case_handovers")
    op.drop_table("case_disqualifications")
    with op.batch_alter_table("bulk_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bulk_items_case_id"))
        batch_op.drop_index(batch_op.f("ix_bulk_items_bulk_id_state_id"))

    op.drop_table("bulk_items")
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signatures_person_id"))

    op.drop_table("signatures")
    with op.batch_alter_table("log_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_log_entries_municipality_id_kind_number"))
        batch_op.drop_index(batch_op.f("ix_log_entries_municipality_id_actor_id_number"))

    op.drop_table("log_entries")
    with op.batch_alter_table("bulk_acts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bulk_acts_municipality_id_is_running"))
        batch_op.drop_index(batch_op.f("ix_bulk_acts_actor_id_started_at"))

    op.drop_table("bulk_acts")
    with op.batch_alter_table("answer_templates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_templates_municipality_id_title_id"))

    op.drop_table("answer_templates")
    op.drop_table("log_heads")
