"""A page that only reads leaves nothing behind, whatever its view does."""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import delete, func, select

from participation.config import Settings
from participation.extensions import READING, db
from participation.web.application import writes_on_get
from participation.web.models import LimitCount

START = datetime(2026, 3, 1, tzinfo=UTC)


def write() -> str:
    db.session.add(LimitCount(key="tried", window_start=START, count=1))
    db.session.flush()
    return "written"


def written(app: Flask, method: str) -> int:
    app.test_client().open("/tried", method=method)
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(LimitCount)) or 0


def test_what_a_reading_page_writes_is_gone(own_app: Flask) -> None:
    own_app.config["WTF_CSRF_ENABLED"] = False
    own_app.add_url_rule("/tried", view_func=write, methods=["GET", "POST"])
    assert written(own_app, "GET") == 0
    assert written(own_app, "POST") == 1


def test_a_page_that_says_so_writes(own_app: Flask) -> None:
    own_app.add_url_rule("/tried", view_func=writes_on_get(lambda: write()))
    assert written(own_app, "GET") == 1
    db.session.execute(delete(LimitCount))


def test_on_postgresql_the_database_refuses_what_a_reading_page_writes() -> None:
    address = "postgresql://example/participation"
    engines = Settings(database_url=address).flask_config()["SQLALCHEMY_BINDS"]
    assert engines[READING]["isolation_level"] == "AUTOCOMMIT"
    assert "default_transaction_read_only=on" in engines[READING]["connect_args"]["options"]
