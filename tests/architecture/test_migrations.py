"""The migrations make what the models say, in both directions, and lose nobody's rows."""

import pytest
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import Column, inspect, select

from participation.config import ROOT
from participation.extensions import Model, db
from participation.foundation.tenancy import municipality_context
from participation.ideas.models import Idea
from tests.factories.ideas import IdeaFactory
from tests.factories.municipalities import MunicipalityFactory

HISTORY = ScriptDirectory(str(ROOT / "migrations"))
pytestmark = pytest.mark.processes


def stands_at() -> str | None:
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def tables() -> set[str]:
    return set(inspect(db.engine).get_table_names())


def rows(model: type[Model]) -> list[tuple[object, ...]]:
    """Every column of every row, as the database has it."""
    columns: list[Column[object]] = list(model.__table__.columns)
    with db.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(columns[0]))]


def test_history_is_one_line() -> None:
    revisions = list(HISTORY.walk_revisions())
    assert len(HISTORY.get_heads()) == len(HISTORY.get_bases()) == 1
    assert not any(revision.is_branch_point or revision.is_merge_point for revision in revisions)


def test_upgrade_from_nothing_makes_what_the_models_say(own_app: Flask) -> None:
    assert stands_at() == HISTORY.get_current_head()
    assert tables() >= set(db.metadata.tables)
    check()


def test_downgrade_by_one_and_up_again_ends_where_it_was(own_app: Flask) -> None:
    before = tables()
    downgrade()
    assert stands_at() != HISTORY.get_current_head()
    upgrade()
    assert (stands_at(), tables()) == (HISTORY.get_current_head(), before)
    check()


def test_downgrade_to_nothing_leaves_nothing(own_app: Flask) -> None:
    downgrade(revision="base")
    assert tables() == {"alembic_version"}


@pytest.mark.parametrize("revision", ["-1", "0002"])
def test_going_down_and_up_again_keeps_the_ideas(own_app: Flask, revision: str) -> None:
    with municipality_context(MunicipalityFactory().id):
        IdeaFactory(title="Flere træer på Stationstorvet")
        db.session.commit()
    before = rows(Idea)
    db.session.remove()
    downgrade(revision=revision)
    upgrade()
    assert rows(Idea) == before
    assert len(before) == 1
