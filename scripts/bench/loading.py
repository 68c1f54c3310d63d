"""Filling an empty database: two municipalities with their strategies, then ideas by the thousand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import psycopg
from flask import Flask
from flask.testing import FlaskCliRunner
from psycopg import sql

from participation.foundation.clock import FAR_FUTURE, now
from scripts.bench import words
from scripts.bench.following import FOLLOWING
from scripts.bench.samples import Sample, Town, samples
from scripts.bench.tables import TABLES, Row
from scripts.console import give_up
from scripts.paths import ROOT

LIBRARY = ROOT / "participation" / "strategies" / "library"
LARGE, SMALL = "0187", "0161"
SMALL_SIZE = 100
CHUNK = 10_000
IDEAS_PER_PERSON = 5
LEAST_PEOPLE = 2_000
PEOPLE_COLUMNS = (
    "id municipality_id email email_key display_name language role age_confirmed_at created_at last_seen_on"
)
NUMBERED = ("people", "discussions", "cases", "ideas", "comments", "projects")


def prepare(app: Flask, address: str) -> None:
    """Tables, both municipalities, their strategies, and a hundred ideas in the small one."""
    runner = app.test_cli_runner()
    strategies = [("strategies", "load", str(file), "--publish") for file in sorted(LIBRARY.glob("*.yaml"))]
    for command in (("static", "compress"), ("db", "upgrade"), ("municipalities", "load"), *strategies):
        _give(runner, command)
    grow(address, SMALL, SMALL_SIZE)


def derive(app: Flask) -> None:
    """What the application keeps beside the ideas, and COPY knows nothing of."""
    _give(app.test_cli_runner(), ("ideas", "recount"))


def _give(runner: FlaskCliRunner, command: tuple[str, ...]) -> None:
    result = runner.invoke(args=list(command))
    if result.exit_code:
        give_up(f"`flask {' '.join(command)}` failed.\n{result.output}\n{result.exception!r}")


def grow(address: str, code: str, size: int) -> None:
    """Add ideas until the municipality has `size` of them; all constraints are checked as always."""
    with psycopg.connect(address) as connection:
        town = _town(connection, code)
        present = _number(connection, "SELECT count(*) FROM ideas WHERE municipality_id = %s", town)
        last = _number(connection, "SELECT coalesce(max(id), 0) FROM ideas")
        town = replace(town, people=_people(connection, town, max(LEAST_PEOPLE, size // IDEAS_PER_PERSON)))
        first_comment = _number(connection, "SELECT coalesce(max(id), 0) + 1 FROM comments")
        made = samples(town, range(last + 1, last + 1 + size - present), first_comment)
        while chunk := list(islice(made, CHUNK)):
            _write(connection, chunk)
        for table in NUMBERED:
            _renumber(connection, table)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def _write(connection: psycopg.Connection, chunk: list[Sample]) -> None:
    for table, (columns, rows) in TABLES.items():
        copy(connection, table, columns, (row for sample in chunk for row in rows(sample)))
    for statement in FOLLOWING:
        ids = {"first": chunk[0].id, "last": chunk[-1].id}
        connection.execute(statement, {**ids, "far": FAR_FUTURE})


def copy(connection: psycopg.Connection, table: str, columns: str, rows: Iterable[Row]) -> None:
    """PostgreSQL's COPY; `columns` are names with spaces between."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns.split()))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as writing:
        for row in rows:
            writing.write_row(row)


def _town(connection: psycopg.Connection, code: str) -> Town:
    found = connection.execute("SELECT id FROM municipalities WHERE code = %s", [code]).fetchone()
    assert found is not None
    goals = connection.execute("SELECT id FROM goals WHERE municipality_id = %s ORDER BY id", found)
    return Town(found[0], [row[0] for row in goals], range(0), now())


def _people(connection: psycopg.Connection, town: Town, size: int) -> range:
    """At least `size` people; ids of one municipality stand in one row, so the small one is made first."""
    first = _number(connection, "SELECT coalesce(min(id), 0) FROM people WHERE municipality_id = %s", town)
    last = _number(connection, "SELECT coalesce(max(id), 0) FROM people")
    first = first or last + 1
    people = range(first, first + max(size, last + 1 - first))
    copy(connection, "people", PEOPLE_COLUMNS, _persons(town, range(last + 1, people.stop)))
    return people


def _persons(town: Town, ids: range) -> Iterator[Row]:
    for number in ids:
        email, when = f"borger{number}@example.dk", town.loaded_at
        known_as = (email, email, words.name(number), "da", "citizen")
        yield number, town.municipality_id, *known_as, when, when, when.date()


def _number(connection: psycopg.Connection, statement: str, town: Town | None = None) -> int:
    found = connection.execute(statement, [town.municipality_id] if town else None).fetchone()
    assert found is not None
    return int(found[0])


def _renumber(connection: psycopg.Connection, table: str) -> None:
    """Let the database go on counting after the ids that were given to it."""
    last = sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), max(id)) FROM {}")
    connection.execute(last.format(sql.Literal(table), sql.Identifier(table)))
