"""Alembic's environment: the application's engine and models, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import context
from alembic.ddl.sqlite import SQLiteImpl
from flask import current_app

from participation.foundation.model import UtcDateTime

database = current_app.extensions["migrate"].db
SEARCH_TABLES = "search_"


def include_name(name: str | None, kind: str, _parents: Any) -> bool:
    """Tables of the full-text engines are no models of ours."""
    return not (kind == "table" and name is not None and name.startswith(SEARCH_TABLES))


def render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Write our own column types as plain ones: a migration must not change when the code does."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    if isinstance(item, sa.JSON):
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    if isinstance(item, sa.BigInteger):
        return 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'
    return False


class WithDerivedColumns(SQLiteImpl):
    """SQLite alters a table by copying it; what the database derives itself cannot be copied into."""

    __dialect__ = "sqlite"

    def prep_table_for_batch(self, batch_impl: Any, table: sa.Table) -> None:
        super().prep_table_for_batch(batch_impl, table)
        for column in table.columns:
            if column.computed is not None:
                batch_impl.column_transfers.get(column.name, {}).pop("expr", None)


@contextmanager
def tables_may_be_remade(connection: sa.Connection) -> Iterator[None]:
    """SQLite alters a table by making it anew: while the old one is gone, its rows are missed by nobody.

    Afterwards every reference is checked. Straight to the driver, for inside a transaction the switch does
    nothing.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys=OFF")
    yield
    broken = driver.execute("PRAGMA foreign_key_check").fetchall()
    driver.execute("PRAGMA foreign_keys=ON")
    if broken:
        raise RuntimeError(f"the migration left {len(broken)} rows that point at nothing: {broken[:3]}")


def run() -> None:
    with database.engine.connect() as connection, tables_may_be_remade(connection):
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            include_name=include_name,
            render_as_batch=connection.dialect.name == "sqlite",
            compare_type=True,
            render_item=render_item,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
