"""Files, and projects that their stewards run: milestones, pictures, documents, news that can be hidden.

Revision ID: 0031
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

ONE_SUBJECT = "ck_deletions_one_subject"
BEFORE = ("idea", "comment", "organisation", "person")
AFTER = ("idea", "comment", "update", "organisation", "person")


def upgrade() -> None:

    op.create_table(
        "received_mails",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_received_mails_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_mails")),
        sa.UniqueConstraint("municipality_id", "key", name=op.f("uq_received_mails_municipality_id_key")),
    )
    with op.batch_alter_table("received_mails", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_received_mails_municipality_id_at"), ["municipality_id", "at"], unique=False
        )

    op.create_table(
        "stored_files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("media_type", sa.String(length=60), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("byte_size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("small_digest", sa.String(length=64), nullable=True),
        sa.Column("small_byte_size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("width", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("height", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("small_width", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("alternative_text", sa.String(length=300), nullable=False),
        sa.Column("created_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "created_by_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_stored_files_municipality_id_created_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_stored_files_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_files")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_stored_files_municipality_id_id")),
    )
    with op.batch_alter_table("stored_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stored_files_created_by_id"), ["created_by_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_stored_files_municipality_id_digest"), ["municipality_id", "digest"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_stored_files_municipality_id_small_digest"),
            ["municipality_id", "small_digest"],
            unique=False,
        )

    op.create_table(
        "milestones",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_milestones_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_milestones_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_milestones_municipality_id_id")),
    )
    with op.batch_alter_table("milestones", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_milestones_project_id_id"), ["project_id", "id"], unique=False)

    op.create_table(
        "project_documents",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "file_id"],
            ["stored_files.municipality_id", "stored_files.id"],
            name=op.f("fk_project_documents_municipality_id_file_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_project_documents_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_project_documents_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_documents")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_project_documents_municipality_id_id")),
    )
    with op.batch_alter_table("project_documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_project_documents_file_id"), ["file_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_project_documents_project_id_id"), ["project_id", "id"], unique=False
        )

    with op.batch_alter_table("project_updates", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_official", sa.Boolean(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("hidden_reason", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("hidden_sentence", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("held_reason", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("held_state", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("held_code", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("held_sentence", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_project_updates_case_id"), ["case_id"], unique=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_project_updates_municipality_id_id"), ["municipality_id", "id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_project_updates_municipality_id_case_id"),
            "cases",
            ["municipality_id", "case_id"],
            ["municipality_id", "id"],
        )

    op.create_table(
        "update_pictures",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "file_id"],
            ["stored_files.municipality_id", "stored_files.id"],
            name=op.f("fk_update_pictures_municipality_id_file_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "update_id"],
            ["project_updates.municipality_id", "project_updates.id"],
            name=op.f("fk_update_pictures_municipality_id_update_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_update_pictures_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_update_pictures")),
    )
    with op.batch_alter_table("update_pictures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_update_pictures_file_id"), ["file_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_update_pictures_update_id_id"), ["update_id", "id"], unique=False
        )

    with op.batch_alter_table("deletions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_index(batch_op.f("ix_deletions_update_id"), ["update_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_deletions_municipality_id_update_id"),
            "project_updates",
            ["municipality_id", "update_id"],
            ["municipality_id", "id"],
        )
        batch_op.drop_constraint(op.f(ONE_SUBJECT), type_="check")
        batch_op.create_check_constraint(op.f(ONE_SUBJECT), _one_of(AFTER))

    with op.batch_alter_table("moderation_entries", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_index(batch_op.f("ix_moderation_entries_update_id"), ["update_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_moderation_entries_municipality_id_update_id"),
            "project_updates",
            ["municipality_id", "update_id"],
            ["municipality_id", "id"],
        )

    with op.batch_alter_table("projects", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("steward_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("place", sa.String(length=160), server_default="", nullable=False))
        batch_op.add_column(sa.Column("news_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("resumes_on", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "nudges",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                server_default="0",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("nudged_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_projects_steward_id"), ["steward_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_projects_municipality_id_steward_id"),
            "people",
            ["municipality_id", "steward_id"],
            ["municipality_id", "id"],
        )

    # Until now only staff have told news.
    op.execute("UPDATE project_updates SET is_official = true")
    op.execute(
        "UPDATE projects SET news_at = (SELECT max(created_at) FROM project_updates"
        " WHERE project_updates.project_id = projects.id)"
    )


def downgrade() -> None:

    with op.batch_alter_table("projects", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_projects_municipality_id_steward_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_projects_steward_id"))
        batch_op.drop_column("nudged_at")
        batch_op.drop_column("nudges")
        batch_op.drop_column("resumes_on")
        batch_op.drop_column("news_at")
        batch_op.drop_column("place")
        batch_op.drop_column("steward_id")

    with op.batch_alter_table("moderation_entries", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_moderation_entries_municipality_id_update_id"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_moderation_entries_update_id"))
        batch_op.drop_column("update_id")

    op.execute("DELETE FROM deletions WHERE update_id IS NOT NULL")
    with op.batch_alter_table("deletions", schema=None) as batch_op:
        batch_op.drop_constraint(op.f(ONE_SUBJECT), type_="check")
        batch_op.drop_constraint(batch_op.f("fk_deletions_municipality_id_update_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_deletions_update_id"))
        batch_op.drop_column("update_id")
        batch_op.create_check_constraint(op.f(ONE_SUBJECT), _one_of(BEFORE))

    with op.batch_alter_table("update_pictures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_update_pictures_update_id_id"))
        batch_op.drop_index(batch_op.f("ix_update_pictures_file_id"))

    op.drop_table("update_pictures")

    with op.batch_alter_table("project_updates", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_project_updates_municipality_id_case_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_project_updates_municipality_id_id"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_project_updates_case_id"))
        batch_op.drop_column("held_sentence")
        batch_op.drop_column("held_code")
        batch_op.drop_column("held_state")
        batch_op.drop_column("held_reason")
        batch_op.drop_column("held_at")
        batch_op.drop_column("case_id")
        batch_op.drop_column("erased_at")
        batch_op.drop_column("hidden_sentence")
        batch_op.drop_column("hidden_reason")
        batch_op.drop_column("hidden_at")
        batch_op.drop_column("deleted_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("is_official")
    with op.batch_alter_table("project_documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_documents_project_id_id"))
        batch_op.drop_index(batch_op.f("ix_project_documents_file_id"))

    op.drop_table("project_documents")
    with op.batch_alter_table("milestones", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_milestones_project_id_id"))

    op.drop_table("milestones")
    with op.batch_alter_table("stored_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stored_files_municipality_id_small_digest"))
        batch_op.drop_index(batch_op.f("ix_stored_files_municipality_id_digest"))
        batch_op.drop_index(batch_op.f("ix_stored_files_created_by_id"))

    op.drop_table("stored_files")
    with op.batch_alter_table("received_mails", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_received_mails_municipality_id_at"))

    op.drop_table("received_mails")


def _one_of(names: tuple[str, ...]) -> str:
    return " + ".join(f"(CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END)" for name in names) + " = 1"
