"""Letters to those who come to an event, and the figure that shows what a project did for its goal."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('participant_letters',
    sa.Column('meeting_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('author_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('subject', sa.String(length=120), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('takes_replies', sa.Boolean(), nullable=False),
    sa.Column('recipients', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'author_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_participant_letters_municipality_id_author_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'meeting_id'], ['meetings.municipality_id', 'meetings.id'], name=op.f('fk_participant_letters_municipality_id_meeting_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_participant_letters_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participant_letters')),
    sa.UniqueConstraint('municipality_id', 'id', name=op.f('uq_participant_letters_municipality_id_id'))
    )
    with op.batch_alter_table('participant_letters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_participant_letters_meeting_id_id'), ['meeting_id', 'id'], unique=False)

    with op.batch_alter_table('outcome_versions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('indicator_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column('measured_on', sa.Date(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_outcome_versions_municipality_id_indicator_id'), 'indicators', ['municipality_id', 'indicator_id'], ['municipality_id', 'id'])

    with op.batch_alter_table('outcomes', schema=None) as batch_op:
        batch_op.add_column(sa.Column('indicator_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column('measured_on', sa.Date(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_outcomes_municipality_id_indicator_id'), 'indicators', ['municipality_id', 'indicator_id'], ['municipality_id', 'id'])
        batch_op.create_check_constraint(batch_op.f('ck_outcomes_measured_by_something'), "measured_on IS NULL OR indicator_id IS NOT NULL")



def downgrade() -> None:
    with op.batch_alter_table('outcomes', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_outcomes_measured_by_something'), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_outcomes_municipality_id_indicator_id'), type_='foreignkey')
        batch_op.drop_column('measured_on')
        batch_op.drop_column('indicator_id')

    with op.batch_alter_table('outcome_versions', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_outcome_versions_municipality_id_indicator_id'), type_='foreignkey')
        batch_op.drop_column('measured_on')
        batch_op.drop_column('indicator_id')

    with op.batch_alter_table('participant_letters', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_participant_letters_meeting_id_id'))

    op.drop_table('participant_letters')
