"""A picture on an organisation's page."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('organisations', schema=None) as batch_op:
        batch_op.add_column(sa.Column('picture_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_index(batch_op.f('ix_organisations_picture_id'), ['picture_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_organisations_municipality_id_picture_id'), 'stored_files', ['municipality_id', 'picture_id'], ['municipality_id', 'id'])


def downgrade() -> None:
    with op.batch_alter_table('organisations', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_organisations_municipality_id_picture_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_organisations_picture_id'))
        batch_op.drop_column('picture_id')
