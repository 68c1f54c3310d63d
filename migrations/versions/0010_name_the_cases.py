"""Name the cases that were there before a case had a name and a place."""

from alembic import op

revision = "0010"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "UPDATE cases SET "
        "subject_title = (SELECT title FROM ideas WHERE ideas.case_id = cases.id), "
        "place = (SELECT 'opgaver/' || ideas.id FROM ideas WHERE ideas.case_id = cases.id) "
        "WHERE EXISTS (SELECT 1 FROM ideas WHERE ideas.case_id = cases.id)"
    )


def downgrade() -> None:
    op.execute("UPDATE cases SET subject_title = '', place = ''")
