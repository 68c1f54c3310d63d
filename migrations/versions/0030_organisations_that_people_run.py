"""Organisations that people run: applications, roles, invitations, and what is written on their behalf."""

from datetime import date

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0030'
down_revision = "0021"
branch_labels = None
depends_on = None


ORGANISATIONS = sa.table(
    "organisations", sa.column("status", sa.String), sa.column("approved_at", sa.DateTime(timezone=True))
)
APPROVED = "(status IN ('approved', 'archived')) = (approved_at IS NOT NULL)"


def upgrade() -> None:
    op.create_table('invitations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('email_key', sa.String(length=254), nullable=False),
    sa.Column('role', sa.String(length=32), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('invited_by_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('successor_of_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('left_role', sa.String(length=32), nullable=True),
    sa.Column('rescue_reason', sa.Text(), server_default='', nullable=False),
    sa.Column('sendings', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('accepted_by_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    sa.Column('declined_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'accepted_by_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_invitations_municipality_id_accepted_by_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'invited_by_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_invitations_municipality_id_invited_by_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'organisation_id'], ['organisations.municipality_id', 'organisations.id'], name=op.f('fk_invitations_municipality_id_organisation_id')),
    sa.ForeignKeyConstraint(['municipality_id', 'successor_of_id'], ['people.municipality_id', 'people.id'], name=op.f('fk_invitations_municipality_id_successor_of_id')),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_invitations_municipality_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sa.UniqueConstraint('municipality_id', 'id', name=op.f('uq_invitations_municipality_id_id'))
    )
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitations_organisation_id_id'), ['organisation_id', 'id'], unique=False)

    op.create_table('invitation_links',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('invitation_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('municipality_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
    sa.ForeignKeyConstraint(['municipality_id', 'invitation_id'], ['invitations.municipality_id', 'invitations.id'], name=op.f('fk_invitation_links_municipality_id_invitation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['municipality_id'], ['municipalities.id'], name=op.f('fk_invitation_links_municipality_id')),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_invitation_links'))
    )
    with op.batch_alter_table('invitation_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitation_links_invitation_id'), ['invitation_id'], unique=False)

    with op.batch_alter_table('comments', schema=None) as batch_op:
        batch_op.add_column(sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_comments_municipality_id_organisation_id'), 'organisations', ['municipality_id', 'organisation_id'], ['municipality_id', 'id'])

    with op.batch_alter_table('idea_additions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('author_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_idea_additions_municipality_id_author_id'), 'people', ['municipality_id', 'author_id'], ['municipality_id', 'id'])

    with op.batch_alter_table('memberships', schema=None) as batch_op:
        batch_op.add_column(sa.Column('is_shown', sa.Boolean(), server_default='0', nullable=False))
        batch_op.create_index('uq_memberships_lasting', ['organisation_id', 'person_id'], unique=True, sqlite_where=sa.text('to_day IS NULL'), postgresql_where=sa.text('to_day IS NULL'))

    with op.batch_alter_table('organisations', schema=None) as batch_op:
        batch_op.add_column(sa.Column('status', sa.String(length=32), server_default='applied', nullable=False))
        batch_op.add_column(sa.Column('contact_name', sa.String(length=80), server_default='', nullable=False))
        batch_op.add_column(sa.Column('contact_email', sa.String(length=254), server_default='', nullable=False))
        batch_op.add_column(sa.Column('contact_phone', sa.String(length=40), server_default='', nullable=False))
        batch_op.add_column(sa.Column('shows_contact', sa.Boolean(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column('applicant_id', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column('sentence', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('nudged_on', sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f('ix_organisations_case_id'), ['case_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_organisations_municipality_id_status_name_id'), ['municipality_id', 'status', 'name', 'id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_organisations_municipality_id_case_id'), 'cases', ['municipality_id', 'case_id'], ['municipality_id', 'id'])
        batch_op.create_foreign_key(batch_op.f('fk_organisations_municipality_id_applicant_id'), 'people', ['municipality_id', 'applicant_id'], ['municipality_id', 'id'])

    with op.batch_alter_table('people', schema=None) as batch_op:
        # Whoever has an account counts as seen on this day: nothing older is known of everybody.
        batch_op.add_column(
            sa.Column("last_seen_on", sa.Date(), server_default=date.today().isoformat(), nullable=False)
        )

    approved = ORGANISATIONS.c.approved_at.is_not(None)
    op.execute(ORGANISATIONS.update().where(approved).values(status="approved"))
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.create_check_constraint(batch_op.f("ck_organisations_approved"), APPROVED)
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.alter_column("last_seen_on", server_default=None)



def downgrade() -> None:
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_organisations_approved"), type_="check")
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('last_seen_on')

    with op.batch_alter_table('organisations', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_organisations_municipality_id_applicant_id'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_organisations_municipality_id_case_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_organisations_municipality_id_status_name_id'))
        batch_op.drop_index(batch_op.f('ix_organisations_case_id'))
        batch_op.drop_column('nudged_on')
        batch_op.drop_column('archived_at')
        batch_op.drop_column('sentence')
        batch_op.drop_column('applicant_id')
        batch_op.drop_column('case_id')
        batch_op.drop_column('shows_contact')
        batch_op.drop_column('contact_phone')
        batch_op.drop_column('contact_email')
        batch_op.drop_column('contact_name')
        batch_op.drop_column('status')

    with op.batch_alter_table('memberships', schema=None) as batch_op:
        batch_op.drop_index('uq_memberships_lasting', sqlite_where=sa.text('to_day IS NULL'), postgresql_where=sa.text('to_day IS NULL'))
        batch_op.drop_column('is_shown')

    with op.batch_alter_table('idea_additions', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_idea_additions_municipality_id_author_id'), type_='foreignkey')
        batch_op.drop_column('author_id')

    with op.batch_alter_table('comments', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_comments_municipality_id_organisation_id'), type_='foreignkey')
        batch_op.drop_column('organisation_id')

    with op.batch_alter_table('invitation_links', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitation_links_invitation_id'))

    op.drop_table('invitation_links')
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitations_organisation_id_id'))

    op.drop_table('invitations')
