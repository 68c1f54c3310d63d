"""What goals become in the next strategy, ideas that are carried over, and support that is renewed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

ADDED = (
    ("ideas", "carried_at"),
    ("strategies", "replaced_at"),
    ("votes", "renewed_at"),
    ("votes_set_aside", "renewed_at"),
)


def upgrade() -> None:
    op.create_table('strategy_versions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('strategy_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('act', sa.String(length=32), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('changed_by_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'changed_by_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_strategy_versions_municipality_id_changed_by_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'strategy_id'], ['strategies.municipality_id', 'strategies.id'], name=op.f('fk_strategy_versions_municipality_id_strategy_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_strategy_versions_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_strategy_versions'))
    )
    with op.batch_alter_table('strategy_versions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_strategy_versions_strategy_id_id'), ['strategy_id', 'id'], unique=False)

    op.create_table('successions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('old_strategy_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('new_strategy_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_running', sa.Boolean(), nullable=False),
    sa.Column('figures', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'new_strategy_id'], ['strategies.municipality_id', 'strategies.id'], name=op.f('fk_successions_municipality_id_new_strategy_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'old_strategy_id'], ['strategies.municipality_id', 'strategies.id'], name=op.f('fk_successions_municipality_id_old_strategy_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_successions_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_successions')),
    sa.UniqueConstraint('municipality_id', 'id', name=op.f('uq_successions_municipality_id_id')),
    sa.UniqueConstraint('old_strategy_id', name=op.f('uq_successions_old_strategy_id'))
    )
    with op.batch_alter_table('successions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_successions_municipality_id_is_running'), ['municipality_id', 'is_running'], unique=False)
        batch_op.create_index(batch_op.f('ix_successions_new_strategy_id'), ['new_strategy_id'], unique=False)

    op.create_table('goal_successions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('strategy_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('old_goal_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('new_goal_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('takes_ideas', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.CheckConstraint("(kind = 'dropped') = (new_goal_id IS NULL)", name=op.f('ck_goal_successions_dropped')),
    sa.CheckConstraint("kind != 'dropped' OR reason != ''", name=op.f('ck_goal_successions_dropped_with_reason')),
    sa.CheckConstraint('NOT (takes_ideas AND new_goal_id IS NULL)', name=op.f('ck_goal_successions_taker')),
    sa.ForeignKeyConstraint(['municipality_id', 'new_goal_id'], ['goals.municipality_id', 'goals.id'], name=op.f('fk_goal_successions_municipality_id_new_goal_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'old_goal_id'], ['goals.municipality_id', 'goals.id'], name=op.f('fk_goal_successions_municipality_id_old_goal_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'strategy_id'], ['strategies.municipality_id', 'strategies.id'], name=op.f('fk_goal_successions_municipality_id_strategy_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_goal_successions_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal_successions')),
    sa.UniqueConstraint('strategy_id', 'old_goal_id', 'new_goal_id', name=op.f('uq_goal_successions_strategy_id_old_goal_id_new_goal_id'))
    )
    with op.batch_alter_table('goal_successions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_goal_successions_new_goal_id'), ['new_goal_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_goal_successions_old_goal_id'), ['old_goal_id'], unique=False)

    op.create_table('carried_ideas',
    sa.Column('succession_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
    sa.Column('idea_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
    sa.Column('old_goal_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('new_goal_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'idea_id'], ['ideas.municipality_id', 'ideas.id'], name=op.f('fk_carried_ideas_municipality_id_idea_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'new_goal_id'], ['goals.municipality_id', 'goals.id'], name=op.f('fk_carried_ideas_municipality_id_new_goal_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'old_goal_id'], ['goals.municipality_id', 'goals.id'], name=op.f('fk_carried_ideas_municipality_id_old_goal_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'succession_id'], ['successions.municipality_id', 'successions.id'], name=op.f('fk_carried_ideas_municipality_id_succession_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_carried_ideas_municipality_id')),
    sa.PrimaryKeyConstraint('succession_id', 'idea_id', name=op.f('pk_carried_ideas'))
    )
    with op.batch_alter_table('carried_ideas', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_carried_ideas_idea_id'), ['idea_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_carried_ideas_succession_id_new_goal_id'), ['succession_id', 'new_goal_id'], unique=False)

    op.create_table('succession_choices',
    sa.Column('strategy_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
    sa.Column('idea_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
    sa.Column('goal_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'goal_id'], ['goals.municipality_id', 'goals.id'], name=op.f('fk_succession_choices_municipality_id_goal_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'idea_id'], ['ideas.municipality_id', 'ideas.id'], name=op.f('fk_succession_choices_municipality_id_idea_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'strategy_id'], ['strategies.municipality_id', 'strategies.id'], name=op.f('fk_succession_choices_municipality_id_strategy_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_succession_choices_municipality_id')),
    sa.PrimaryKeyConstraint('strategy_id', 'idea_id', name=op.f('pk_succession_choices'))
    )
    with op.batch_alter_table('succession_choices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_succession_choices_idea_id'), ['idea_id'], unique=False)

    # Never by copying the tables: SQLite's copy stumbles over the columns that the database derives.
    for table, column in ADDED:
        op.add_column(table, sa.Column(column, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for table, column in reversed(ADDED):
        op.drop_column(table, column)

    with op.batch_alter_table('succession_choices', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_succession_choices_idea_id'))

    op.drop_table('succession_choices')
    with op.batch_alter_table('carried_ideas', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_carried_ideas_succession_id_new_goal_id'))
        batch_op.drop_index(batch_op.f('ix_carried_ideas_idea_id'))

    op.drop_table('carried_ideas')
    with op.batch_alter_table('goal_successions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_goal_successions_old_goal_id'))
        batch_op.drop_index(batch_op.f('ix_goal_successions_new_goal_id'))

    op.drop_table('goal_successions')
    with op.batch_alter_table('successions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_successions_new_strategy_id'))
        batch_op.drop_index(batch_op.f('ix_successions_municipality_id_is_running'))

    op.drop_table('successions')
    with op.batch_alter_table('strategy_versions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_strategy_versions_strategy_id_id'))

    op.drop_table('strategy_versions')
