"""Associations can be hidden, and the address of a suspended person is recognised by a keyed hash."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
HIDDEN = (("hidden_at", MOMENT), ("hidden_reason", sa.String(40)), ("hidden_sentence", sa.Text()))


def upgrade() -> None:
    op.create_table(
        "suspended_addresses",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key_hash", sa.String(64), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "person_id"],
            ["people.municipality_id", "people.id"],
            name="fk_suspended_addresses_municipality_id_person_id",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name="fk_suspended_addresses_municipality_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_suspended_addresses"),
        sa.UniqueConstraint(
            "municipality_id", "key_hash", name="uq_suspended_addresses_municipality_id_key_hash"
        ),
    )
    op.create_index("ix_suspended_addresses_person_id", "suspended_addresses", ["person_id"])
    op.create_index("ix_moderation_entries_organisation_id", "moderation_entries", ["organisation_id"])
    for name, kind in HIDDEN:
        op.add_column("organisations", sa.Column(name, kind))


def downgrade() -> None:
    for name, _kind in reversed(HIDDEN):
        op.drop_column("organisations", name)
    op.drop_index("ix_moderation_entries_organisation_id", "moderation_entries")
    op.drop_table("suspended_addresses")
