"""The Flask extensions, made once and bound to the application in create_app()."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from flask_babel import Babel
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction

from participation.foundation.model import Base
from participation.foundation.tenancy import isolate

# The name of the engine for pages that only read.
READING = "reading"
# Set by web/application for GET and HEAD: nothing can be written, and on SQLite no write lock is taken.
is_reading: ContextVar[bool] = ContextVar("is_reading", default=False)


class RequestSession(FlaskSession):
    """Asks through the engine that can only read, while reading and where there is one."""

    def get_bind(self, *_asked: Any, **_more: Any) -> Engine | Connection:
        engines = self._db.engines
        return engines[READING if is_reading.get() and READING in engines else None]


db = SQLAlchemy(
    model_class=Base,
    disable_autonaming=True,
    session_options={"class_": RequestSession, "join_transaction_mode": "create_savepoint"},
)
if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model

migrate = Migrate()
login_manager = LoginManager()
csrf = CSRFProtect()
babel = Babel()


class OwnSession(Session):
    """One beside the request's, just as isolated."""


isolate(db.session)
isolate(OwnSession)


@event.listens_for(db.session, "after_flush")
def _flushed(session: Session, _context: Any) -> None:
    session.info["has_written"] = True


@event.listens_for(db.session, "do_orm_execute")
def _executed(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        state.session.info["has_written"] = True


@event.listens_for(db.session, "after_transaction_end")
def _ended(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.info.pop("has_written", None)


def lock(row: Any) -> None:
    """Read the row again, and keep others from changing it until this transaction ends.

    Only the row itself: PostgreSQL refuses to lock what it was once loaded together with.
    """
    db.session.refresh(row, with_for_update={"of": type(row)})


def let_go() -> None:
    """Let go of what has only been read, so that nobody waits for slow work that comes now.

    On SQLite a writing request takes the lock at its first look. What has been written already stays; what
    has been read stays known. A rollback would forget it, and on PostgreSQL all statements prepared so far.
    """
    session = db.session()
    if session.info.get("has_written"):
        return
    if session.new or session.dirty or session.deleted:
        session.rollback()
        return
    session.expire_on_commit = False
    try:
        session.commit()
    finally:
        session.expire_on_commit = True


@contextmanager
def own_transaction() -> Iterator[Session]:
    """A short transaction of its own: for what must survive the request's rollback.

    Begin it before the request's own transaction has written: SQLite has one writer at a time. What has only
    been read is let go of there, because a writing request takes the lock at its first look. Inside, use no
    object of the request's session.
    """
    let_go()
    token = is_reading.set(False)
    try:
        with OwnSession(db.engine, join_transaction_mode="create_savepoint") as session, session.begin():
            yield session
    finally:
        is_reading.reset(token)


@contextmanager
def long_look() -> Iterator[Session]:
    """A transaction of its own that only reads, however long: it keeps no writer waiting.

    Begin it before the request's own transaction has written, and inside use no object of its session.
    """
    let_go()
    token = is_reading.set(True)
    try:
        with OwnSession(db.engine, join_transaction_mode="create_savepoint") as session:
            yield session
    finally:
        is_reading.reset(token)


# What is deleted is overwritten in the file.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "foreign_keys=ON",
    "secure_delete=ON",
)


def casefold(text: str | None) -> str | None:
    """SQLite's lower() knows no æøå; this does."""
    return text if text is None else text.casefold()


def prepare_sqlite(engine: Engine) -> None:
    """Make SQLite as careful as a server: WAL, full synchronisation, write lock taken at the beginning.

    The driver's own transaction handling lost 443 of 1,200 parallel votes; this loses none.
    """

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("casefold", 1, casefold, deterministic=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if is_reading.get() else "BEGIN IMMEDIATE")
