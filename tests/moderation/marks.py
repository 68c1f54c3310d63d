"""Looking for a mark in every table of the database, those of the text index too."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import inspect, select, table, text

from participation.extensions import db


def tables_with(mark: str) -> set[str]:
    """Every table of the database, the index's own too, that holds the mark in any column of any row."""
    return {name for name, row in _rows() if any(_holds(value, mark) for value in row)}


def _rows() -> Iterator[tuple[str, Any]]:
    connection = db.session.connection()
    names = inspect(connection).get_table_names()
    if connection.dialect.name == "sqlite":
        names = list(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
    for name in names:
        statement = select(text("*")).select_from(table(name))
        yield from ((name, row) for row in connection.execute(statement))


def _holds(value: Any, mark: str) -> bool:
    said = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    return mark.casefold() in said.casefold()
