"""Whoever has written something already is no newcomer whose links are looked at first.

Revision ID: 0013
Revises: 0003
"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

WRITTEN = """
UPDATE people SET first_post_at = created_at
WHERE first_post_at IS NULL AND (
  EXISTS (SELECT 1 FROM comments WHERE comments.author_id = people.id)
  OR EXISTS (SELECT 1 FROM ideas WHERE ideas.author_id = people.id AND ideas.published_at IS NOT NULL)
)
"""


def upgrade() -> None:
    op.execute(WRITTEN)


def downgrade() -> None:
    """The column goes with 0003."""
