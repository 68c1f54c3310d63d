"""Databases that exist for one test run: a file, or one on the server of TEST_DATABASE_URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text


@contextmanager
def fresh_database(folder: Path) -> Iterator[str]:
    """The address of an empty database, gone afterwards."""
    server = os.environ.get("TEST_DATABASE_URL")
    name = f"test_{uuid4().hex}"
    if server is None:
        yield f"sqlite:///{folder / name}.sqlite3"
        return
    spelled = server.replace("postgresql://", "postgresql+psycopg://")
    administration = create_engine(spelled, isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    head, _, rest = server.rpartition("/")
    _, question, options = rest.partition("?")
    try:
        yield f"{head}/{name}{question}{options}"
    finally:
        with administration.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        administration.dispose()
