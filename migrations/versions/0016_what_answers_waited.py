"""Say of the answers that were there how long they took and whether they came as promised."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0014"
branch_labels = None
depends_on = None

LOCAL = ZoneInfo("Europe/Copenhagen")
MOMENT = sa.DateTime(timezone=True)
ANSWERS = sa.table(
    "answers",
    sa.column("id", sa.BigInteger),
    sa.column("idea_id", sa.BigInteger),
    sa.column("created_at", MOMENT),
    sa.column("was_promised_at", MOMENT),
    sa.column("waited_days", sa.BigInteger),
    sa.column("is_kept", sa.Boolean),
)
IDEAS = sa.table("ideas", sa.column("id", sa.BigInteger), sa.column("published_at", MOMENT))


def upgrade() -> None:
    connection = op.get_bind()
    given = sa.select(ANSWERS.c.id, ANSWERS.c.created_at, ANSWERS.c.was_promised_at, IDEAS.c.published_at)
    rows = connection.execute(given.join_from(ANSWERS, IDEAS, ANSWERS.c.idea_id == IDEAS.c.id)).all()
    values = [
        {
            "number": row.id,
            "days": _days(row.published_at, row.created_at),
            "kept": None if row.was_promised_at is None else row.created_at <= row.was_promised_at,
        }
        for row in rows
    ]
    if values:
        stored = ANSWERS.update().where(ANSWERS.c.id == sa.bindparam("number"))
        connection.execute(
            stored.values(waited_days=sa.bindparam("days"), is_kept=sa.bindparam("kept")), values
        )


def downgrade() -> None:
    op.execute(ANSWERS.update().values(waited_days=None, is_kept=None))


def _days(published_at: datetime | None, answered_at: datetime) -> int | None:
    """Calendar days in Denmark, as the application counts them."""
    return None if published_at is None else (_day(answered_at) - _day(published_at)).days


def _day(moment: datetime):
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(LOCAL).date()
