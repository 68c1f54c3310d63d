"""Databases that exist for one test run: a file, or one on the server of TEST_DATABASE_URL."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text


def is_on_server() -> bool:
    """Whether the tests run on PostgreSQL."""
    return "TEST_DATABASE_URL" in os.environ


@contextmanager
def fresh_database(folder: Path, like: str | None = None) -> Iterator[str]:
    """The address of an empty database, or of a copy of one that nobody is connected to; gone afterwards."""
    server = os.environ.get("TEST_DATABASE_URL")
    name = f"test_{uuid4().hex}"
    if server is None:
        file = folder / f"{name}.sqlite3"
        if like:
            shutil.copyfile(make_url(like).database or "", file)
        yield f"sqlite:///{file}"
        return
    spelled = server.replace("postgresql://", "postgresql+psycopg://")
    administration = create_engine(spelled, isolation_level="AUTOCOMMIT")
    template = make_url(like).database if like else "template1"
    with administration.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    head, _, rest = server.rpartition("/")
    _, question, options = rest.partition("?")
    try:
        yield f"{head}/{name}{question}{options}"
    finally:
        with administration.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        administration.dispose()
