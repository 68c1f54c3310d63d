"""What projects need, who takes part, and the letters to them."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "needs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("capacity", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("taken", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("waiting", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "capacity IS NULL OR (capacity > 0 AND taken <= capacity)", name=op.f("ck_needs_room")
        ),
        sa.CheckConstraint("taken >= 0 AND waiting >= 0", name=op.f("ck_needs_counts_positive")),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_needs_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_needs_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_needs_municipality_id_id")),
    )
    with op.batch_alter_table("needs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_needs_project_id_id"), ["project_id", "id"], unique=False)
        batch_op.create_index(
            "uq_needs_general",
            ["project_id"],
            unique=True,
            postgresql_where=sa.text("kind = 'general'"),
            sqlite_where=sa.text("kind = 'general'"),
        )

    op.create_table(
        "volunteer_letters",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("takes_replies", sa.Boolean(), nullable=False),
        sa.Column("recipients", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "author_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_volunteer_letters_municipality_id_author_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "need_id"],
            ["needs.municipality_id", "needs.id"],
            name=op.f("fk_volunteer_letters_municipality_id_need_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_volunteer_letters_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_volunteer_letters_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_letters")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_volunteer_letters_municipality_id_id")),
    )
    with op.batch_alter_table("volunteer_letters", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_volunteer_letters_project_id_id"), ["project_id", "id"], unique=False
        )

    op.create_table(
        "volunteers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("need_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place", sa.String(length=32), nullable=False),
        sa.Column("message", sa.String(length=300), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "need_id"],
            ["needs.municipality_id", "needs.id"],
            name=op.f("fk_volunteers_municipality_id_need_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_volunteers_municipality_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_volunteers_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteers")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_volunteers_municipality_id_id")),
        sa.UniqueConstraint("need_id", "person_id", name=op.f("uq_volunteers_need_id_person_id")),
    )
    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_volunteers_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_volunteers_person_id"))

    op.drop_table("volunteers")
    with op.batch_alter_table("volunteer_letters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_volunteer_letters_project_id_id"))

    op.drop_table("volunteer_letters")
    with op.batch_alter_table("needs", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_needs_general",
            postgresql_where=sa.text("kind = 'general'"),
            sqlite_where=sa.text("kind = 'general'"),
        )
        batch_op.drop_index(batch_op.f("ix_needs_project_id_id"))

    op.drop_table("needs")
