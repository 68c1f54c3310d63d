"""Empty databases: SQLite in a file, or on the server of TEST_DATABASE_URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text


@contextmanager
def empty_database(folder: Path, name: str) -> Iterator[str]:
    """The address of a database that goes away afterwards; `name` is told apart by process."""
    server = os.environ.get("TEST_DATABASE_URL")
    if server is None:
        yield f"sqlite:///{folder / name}.sqlite3"
        return
    own = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    admin = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{own}"'))
    yield server.rsplit("/", 1)[0] + f"/{own}" + ("?" + server.split("?", 1)[1] if "?" in server else "")
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{own}" WITH (FORCE)'))
    admin.dispose()
