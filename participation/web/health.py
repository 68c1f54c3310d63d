"""Two questions of an operator: is the process alive, and can it serve?"""

from contextlib import suppress

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Flask
from sqlalchemy.exc import SQLAlchemyError

from participation.config import ROOT, ConfigurationError
from participation.extensions import db

blueprint = Blueprint("health", __name__)
PLAIN = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}


def register(app: Flask) -> None:
    """Bind the two addresses."""
    app.register_blueprint(blueprint)


@blueprint.get("/healthz")
def healthz() -> tuple[str, int, dict[str, str]]:
    """The process answers."""
    return "alive\n", 200, PLAIN


@blueprint.get("/readyz")
def readyz() -> tuple[str, int, dict[str, str]]:
    """The database answers and has every migration."""
    try:
        return (
            ("ready\n", 200, PLAIN)
            if is_migrated()
            else ("the database needs `flask db upgrade`\n", 503, PLAIN)
        )
    except SQLAlchemyError:
        return "the database does not answer\n", 503, PLAIN


def require_migrated(app: Flask) -> None:
    """Refuse to serve on a database that lacks migrations: ConfigurationError, outside development.

    A database that does not answer yet is no reason: it may be back before the first visitor.
    """
    if app.config["SETTINGS"].is_development:
        return
    with app.app_context(), suppress(SQLAlchemyError):
        if not is_migrated():
            raise ConfigurationError("the database needs `flask db upgrade`")


def is_migrated() -> bool:
    """Whether the database stands at the newest migration."""
    newest = ScriptDirectory(str(ROOT / "migrations")).get_current_head()
    return MigrationContext.configure(db.session.connection()).get_current_revision() == newest
