"""Indicators with their measurements, and what stood when: filled in from the moves that were logged."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)
# The statuses in which everybody can see an idea, as they are on the day of this migration.
PUBLIC = {
    "published",
    "under_review",
    "accepted",
    "declined",
    "in_progress",
    "completed",
    "not_realised",
    "withdrawn",
}


def _table(name: str, numbers: str = "", texts: str = "", moments: str = "", *more: Any) -> Any:
    return sa.table(
        name,
        sa.column("id", sa.BigInteger),
        sa.column("municipality_id", sa.BigInteger),
        *(sa.column(column, sa.BigInteger) for column in numbers.split()),
        *(sa.column(column, sa.String) for column in texts.split()),
        *(sa.column(column, MOMENT) for column in moments.split()),
        *more,
    )


JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
IDEAS = _table("ideas", "goal_id", "status", "answer_due_at hidden_at published_at")
IDEA_MOVES = _table("idea_moves", "idea_id", "to_status", "at", sa.column("before", JSON))
PROJECTS = _table("projects", "", "status", "created_at")
PROJECT_MOVES = _table("project_moves", "project_id", "to_status", "at")
SERVED = _table("project_goals", "project_id goal_id")
GOALS = _table("goals", "strategy_id", "", "removed_at")
STRATEGIES = _table("strategies", "", "", "loaded_at published_at")
ANSWERS = _table("answers", "idea_id", "", "created_at", sa.column("is_kept", sa.Boolean))
OF_IDEAS = _table("idea_standings", "idea_id goal_id", "status", "answer_due_at since until")
OF_PROJECTS = _table("project_standings", "project_id", "status", "since until")
OF_GOALS = _table("goal_standings", "goal_id", "", "since until")
OF_SERVICES = _table("service_standings", "project_id goal_id", "", "since until")
PROMISES = _table("promise_entries", "idea_id answer_number by", "", "at", sa.column("is_kept", sa.Boolean))


def upgrade() -> None:
    op.create_table(
        "project_standings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_project_standings_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_project_standings_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_standings")),
    )
    with op.batch_alter_table("project_standings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_project_standings_project_id_until"), ["project_id", "until"], unique=False
        )

    op.create_table(
        "goal_standings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("goal_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "goal_id"],
            ["goals.municipality_id", "goals.id"],
            name=op.f("fk_goal_standings_municipality_id_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_goal_standings_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_standings")),
    )
    with op.batch_alter_table("goal_standings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_goal_standings_goal_id_until"), ["goal_id", "until"], unique=False
        )

    op.create_table(
        "indicators",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("goal_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=True),
        sa.Column("from_file", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "goal_id"],
            ["goals.municipality_id", "goals.id"],
            name=op.f("fk_indicators_municipality_id_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_indicators_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicators")),
        sa.UniqueConstraint("goal_id", "key", name=op.f("uq_indicators_goal_id_key")),
        sa.UniqueConstraint("municipality_id", "id", name=op.f("uq_indicators_municipality_id_id")),
    )
    op.create_table(
        "service_standings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("goal_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "goal_id"],
            ["goals.municipality_id", "goals.id"],
            name=op.f("fk_service_standings_municipality_id_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "project_id"],
            ["projects.municipality_id", "projects.id"],
            name=op.f("fk_service_standings_municipality_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_service_standings_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_standings")),
    )
    with op.batch_alter_table("service_standings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_standings_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_service_standings_project_id_until"), ["project_id", "until"], unique=False
        )

    op.create_table(
        "idea_standings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("goal_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("answer_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "goal_id"],
            ["goals.municipality_id", "goals.id"],
            name=op.f("fk_idea_standings_municipality_id_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_idea_standings_municipality_id_idea_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_idea_standings_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_standings")),
    )
    with op.batch_alter_table("idea_standings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_idea_standings_idea_id_until"), ["idea_id", "until"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_idea_standings_municipality_id_until_since"),
            ["municipality_id", "until", "since"],
            unique=False,
        )

    op.create_table(
        "indicator_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("indicator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("direction", sa.String(length=32), nullable=False),
        sa.Column("baseline", sa.BigInteger(), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("target", sa.BigInteger(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("is_in_use", sa.Boolean(), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "actor_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_indicator_versions_municipality_id_actor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "indicator_id"],
            ["indicators.municipality_id", "indicators.id"],
            name=op.f("fk_indicator_versions_municipality_id_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_indicator_versions_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_versions")),
    )
    with op.batch_alter_table("indicator_versions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_indicator_versions_indicator_id_recorded_at"),
            ["indicator_id", "recorded_at"],
            unique=False,
        )

    op.create_table(
        "measurements",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("indicator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "actor_id"],
            ["people.municipality_id", "people.id"],
            name=op.f("fk_measurements_municipality_id_actor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "indicator_id"],
            ["indicators.municipality_id", "indicators.id"],
            name=op.f("fk_measurements_municipality_id_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_measurements_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurements")),
    )
    with op.batch_alter_table("measurements", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_measurements_indicator_id_measured_on_recorded_at"),
            ["indicator_id", "measured_on", "recorded_at"],
            unique=False,
        )

    op.create_table(
        "promise_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("answer_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("is_kept", sa.Boolean(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id", "idea_id"],
            ["ideas.municipality_id", "ideas.id"],
            name=op.f("fk_promise_entries_municipality_id_idea_id"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk_promise_entries_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise_entries")),
    )
    with op.batch_alter_table("promise_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_promise_entries_idea_id"), ["idea_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_promise_entries_municipality_id_at"), ["municipality_id", "at"], unique=False
        )

    connection = op.get_bind()
    _fill(connection, OF_IDEAS, _ideas(connection))
    _fill(connection, OF_PROJECTS, _projects(connection))
    _fill(connection, OF_SERVICES, _services(connection))
    _fill(connection, OF_GOALS, _goals(connection))
    _fill(connection, PROMISES, _promises(connection))


def _fill(connection: sa.Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)


def _moment(value: Any) -> datetime | None:
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def _ideas(connection: sa.Connection) -> list[dict[str, Any]]:
    """After each move the idea was as the next one found it, and after the last as it is."""
    moves: dict[int, list[Any]] = {}
    for move in connection.execute(sa.select(IDEA_MOVES).order_by(IDEA_MOVES.c.id)):
        moves.setdefault(move.idea_id, []).append(move)
    rows = []
    for idea in connection.execute(sa.select(IDEAS).where(IDEAS.c.published_at.is_not(None))):
        theirs = moves.get(idea.id, [])
        if not theirs and idea.status in PUBLIC:
            rows.append(_stretch(idea, idea.status, {}, idea.published_at, idea.hidden_at))
        for move, following in zip(theirs, [*theirs, None][1:], strict=True):
            status = idea.status if following is None else move.to_status
            if status in PUBLIC:
                end = idea.hidden_at if following is None else following.at
                rows.append(_stretch(idea, status, (following and following.before) or {}, move.at, end))
    return rows


def _stretch(idea: Any, status: str, found: dict[str, Any], since: Any, until: Any) -> dict[str, Any]:
    return {
        "municipality_id": idea.municipality_id,
        "idea_id": idea.id,
        "goal_id": found.get("goal_id", idea.goal_id),
        "status": status,
        "answer_due_at": _moment(found.get("answer_due_at", idea.answer_due_at)),
        "since": _moment(since),
        "until": _moment(until) or FAR_FUTURE,
    }


def _projects(connection: sa.Connection) -> list[dict[str, Any]]:
    steps: dict[int, list[tuple[str, Any]]] = {}
    for move in connection.execute(sa.select(PROJECT_MOVES).order_by(PROJECT_MOVES.c.id)):
        steps.setdefault(move.project_id, []).append((move.to_status, move.at))
    rows = []
    for project in connection.execute(sa.select(PROJECTS)):
        theirs = steps.get(project.id, [])
        first = "planned" if theirs else project.status
        stages = [(first, project.created_at), *theirs]
        ends = [*(moment for _, moment in theirs), FAR_FUTURE]
        rows += [
            {
                "municipality_id": project.municipality_id,
                "project_id": project.id,
                "status": status,
                "since": _moment(since),
                "until": _moment(until),
            }
            for (status, since), until in zip(stages, ends, strict=True)
        ]
    return rows


def _services(connection: sa.Connection) -> list[dict[str, Any]]:
    """Nobody has written down when a link was made: it is taken to be as old as its project."""
    c = SERVED.c
    found = sa.select(c.municipality_id, c.project_id, c.goal_id, PROJECTS.c.created_at)
    linked = found.join_from(SERVED, PROJECTS, PROJECTS.c.id == c.project_id)
    return [
        {
            "municipality_id": row.municipality_id,
            "project_id": row.project_id,
            "goal_id": row.goal_id,
            "since": _moment(row.created_at),
            "until": FAR_FUTURE,
        }
        for row in connection.execute(linked)
    ]


def _goals(connection: sa.Connection) -> list[dict[str, Any]]:
    c, strategy = GOALS.c, STRATEGIES.c
    found = sa.select(c.id, c.municipality_id, c.removed_at, strategy.loaded_at, strategy.published_at)
    rows = connection.execute(found.join_from(GOALS, STRATEGIES, strategy.id == c.strategy_id))
    return [
        {
            "municipality_id": row.municipality_id,
            "goal_id": row.id,
            "since": _moment(row.published_at or row.loaded_at),
            "until": _moment(row.removed_at) or FAR_FUTURE,
        }
        for row in rows
    ]


def _promises(connection: sa.Connection) -> list[dict[str, Any]]:
    given = sa.select(ANSWERS).where(ANSWERS.c.is_kept.is_not(None))
    return [
        {
            "municipality_id": answer.municipality_id,
            "idea_id": answer.idea_id,
            "answer_number": answer.id,
            "is_kept": answer.is_kept,
            "by": 1,
            "at": _moment(answer.created_at),
        }
        for answer in connection.execute(given)
    ]


def downgrade() -> None:
    with op.batch_alter_table("promise_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_promise_entries_municipality_id_at"))
        batch_op.drop_index(batch_op.f("ix_promise_entries_idea_id"))

    op.drop_table("promise_entries")
    with op.batch_alter_table("measurements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_measurements_indicator_id_measured_on_recorded_at"))

    op.drop_table("measurements")
    with op.batch_alter_table("indicator_versions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indicator_versions_indicator_id_recorded_at"))

    op.drop_table("indicator_versions")
    with op.batch_alter_table("idea_standings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idea_standings_municipality_id_until_since"))
        batch_op.drop_index(batch_op.f("ix_idea_standings_idea_id_until"))

    op.drop_table("idea_standings")
    with op.batch_alter_table("service_standings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_standings_project_id_until"))
        batch_op.drop_index(batch_op.f("ix_service_standings_goal_id"))

    op.drop_table("service_standings")
    op.drop_table("indicators")
    with op.batch_alter_table("goal_standings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goal_standings_goal_id_until"))

    op.drop_table("goal_standings")
    with op.batch_alter_table("project_standings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_standings_project_id_until"))

    op.drop_table("project_standings")
