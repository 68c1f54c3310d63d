"""Offers to carry ideas out, who joins in them, and agreements about projects.

The ideas that go forward already were answered before others could be asked, so they count as the
municipality's own until staff let them go.
"""

import sqlalchemy as sa
from alembic import op

revision = '0037'
down_revision = "0036"
branch_labels = None
depends_on = None

KEEP = """
    INSERT INTO kept_ideas (municipality_id, idea_id, person_id, at)
    SELECT municipality_id, id, NULL, decided_at FROM ideas
    WHERE status IN ('accepted', 'in_progress') AND decided_at IS NOT NULL AND effort_id IS NULL
"""


def upgrade() -> None:
    op.create_table('kept_ideas',
    sa.Column('idea_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'idea_id'], ['ideas.municipality_id', 'ideas.id'], name=op.f('fk_kept_ideas_municipality_id_idea_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'person_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_kept_ideas_municipality_id_person_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_kept_ideas_municipality_id')),
    sa.PrimaryKeyConstraint('idea_id', name=op.f('pk_kept_ideas'))
    )
    op.execute(KEEP)
    op.create_table('agreements',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('number', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('contact', sa.String(length=160), nullable=False),
    sa.Column('provides', sa.Text(), nullable=False),
    sa.Column('permits', sa.Text(), nullable=False),
    sa.Column('insurance', sa.Text(), nullable=False),
    sa.Column('has_children', sa.Boolean(), nullable=False),
    sa.Column('certificates', sa.Text(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('written_by_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('municipality_by_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('municipality_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisation_by_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('organisation_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('warned_on', sa.Date(), nullable=True),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.CheckConstraint('(municipality_by_id IS NULL) = (municipality_at IS NULL)', name=op.f('ck_agreements_municipality')),
    sa.CheckConstraint('(organisation_by_id IS NULL) = (organisation_at IS NULL)', name=op.f('ck_agreements_organisation')),
    sa.ForeignKeyConstraint(['municipality_id', 'case_id'], ['cases.municipality_id', 'cases.id'], name=op.f('fk_agreements_municipality_id_case_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'municipality_by_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_agreements_municipality_id_municipality_by_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'organisation_by_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_agreements_municipality_id_organisation_by_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'project_id'], ['projects.municipality_id', 'projects.id'], name=op.f('fk_agreements_municipality_id_project_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'written_by_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_agreements_municipality_id_written_by_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_agreements_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreements')),
    sa.UniqueConstraint('municipality_id', 'id', name=op.f('uq_agreements_municipality_id_id')),
    sa.UniqueConstraint('project_id', 'number', name=op.f('uq_agreements_project_id_number'))
    )
    with op.batch_alter_table('agreements', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreements_case_id'), ['case_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreements_municipality_id_ends_on_id'), ['municipality_id', 'ends_on', 'id'], unique=False)

    op.create_table('offers',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('status', sa.String(length=32), nullable=False),
    sa.Column('idea_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('held_reason', sa.String(length=16), nullable=True),
    sa.Column('sentence', sa.Text(), server_default='', nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'case_id'], ['cases.municipality_id', 'cases.id'], name=op.f('fk_offers_municipality_id_case_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'idea_id'], ['ideas.municipality_id', 'ideas.id'], name=op.f('fk_offers_municipality_id_idea_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'organisation_id'], ['organisations.municipality_id', 'organisations.id'], name=op.f('fk_offers_municipality_id_organisation_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'person_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_offers_municipality_id_person_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'project_id'], ['projects.municipality_id', 'projects.id'], name=op.f('fk_offers_municipality_id_project_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_offers_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_offers')),
    sa.UniqueConstraint('municipality_id', 'id', name=op.f('uq_offers_municipality_id_id'))
    )
    with op.batch_alter_table('offers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_offers_case_id'), ['case_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_offers_idea_id_id'), ['idea_id', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_offers_organisation_id_id'), ['organisation_id', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_offers_project_id'), ['project_id'], unique=False)
        batch_op.create_index('uq_offers_open', ['idea_id', 'organisation_id'], unique=True, sqlite_where=sa.text("status IN ('returned', 'waiting')"), postgresql_where=sa.text("status IN ('returned', 'waiting')"))

    op.create_table('offer_supporters',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('offer_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'offer_id'], ['offers.municipality_id', 'offers.id'], name=op.f('fk_offer_supporters_municipality_id_offer_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'organisation_id'], ['organisations.municipality_id', 'organisations.id'], name=op.f('fk_offer_supporters_municipality_id_organisation_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'person_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_offer_supporters_municipality_id_person_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_offer_supporters_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_offer_supporters'))
    )
    with op.batch_alter_table('offer_supporters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_offer_supporters_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_offer_supporters_person_id'), ['person_id'], unique=False)
        batch_op.create_index('uq_offer_supporters_organisation', ['offer_id', 'organisation_id'], unique=True, sqlite_where=sa.text('organisation_id IS NOT NULL'), postgresql_where=sa.text('organisation_id IS NOT NULL'))
        batch_op.create_index('uq_offer_supporters_person', ['offer_id', 'person_id'], unique=True, sqlite_where=sa.text('organisation_id IS NULL'), postgresql_where=sa.text('organisation_id IS NULL'))



def downgrade() -> None:
    op.drop_table('kept_ideas')
    with op.batch_alter_table('offer_supporters', schema=None) as batch_op:
        batch_op.drop_index('uq_offer_supporters_person', sqlite_where=sa.text('organisation_id IS NULL'), postgresql_where=sa.text('organisation_id IS NULL'))
        batch_op.drop_index('uq_offer_supporters_organisation', sqlite_where=sa.text('organisation_id IS NOT NULL'), postgresql_where=sa.text('organisation_id IS NOT NULL'))
        batch_op.drop_index(batch_op.f('ix_offer_supporters_person_id'))
        batch_op.drop_index(batch_op.f('ix_offer_supporters_organisation_id'))

    op.drop_table('offer_supporters')
    with op.batch_alter_table('offers', schema=None) as batch_op:
        batch_op.drop_index('uq_offers_open', sqlite_where=sa.text("status IN ('returned', 'waiting')"), postgresql_where=sa.text("status IN ('returned', 'waiting')"))
        batch_op.drop_index(batch_op.f('ix_offers_project_id'))
        batch_op.drop_index(batch_op.f('ix_offers_organisation_id_id'))
        batch_op.drop_index(batch_op.f('ix_offers_idea_id_id'))
        batch_op.drop_index(batch_op.f('ix_offers_case_id'))

    op.drop_table('offers')
    with op.batch_alter_table('agreements', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agreements_municipality_id_ends_on_id'))
        batch_op.drop_index(batch_op.f('ix_agreements_case_id'))

    op.drop_table('agreements')
