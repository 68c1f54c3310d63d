"""The bench fills the tables as they are now, and each of its posts is another one."""

from datetime import date
from itertools import islice

from flask import Flask
from sqlalchemy import Column, Table

from participation.extensions import db
from scripts.bench.loading import PEOPLE_COLUMNS
from scripts.bench.scene import Scene, Visitor
from scripts.bench.tables import TABLES

FILLED = {"people": PEOPLE_COLUMNS, **{name: columns for name, (columns, _rows) in TABLES.items()}}


def must_be_told(column: Column[object]) -> bool:
    """Whether the database can find no value by itself."""
    by_itself = column.nullable or column.server_default is not None or column.computed is not None
    return not by_itself and column is not column.table.autoincrement_column


def test_every_column_that_must_hold_something_is_given(app: Flask) -> None:
    tables: list[Table] = [db.metadata.tables[name] for name in FILLED if name in db.metadata.tables]
    missing = {
        f"{table.name}.{column.name}"
        for table in tables
        for column in table.columns
        if must_be_told(column) and column.name not in FILLED[table.name].split()
    }
    assert missing == set()
    # The index of words belongs to no model.
    assert len(tables) == len(FILLED) - 1


def test_nobody_posts_to_the_same_idea_twice() -> None:
    visitors = [Visitor(f"session={number}", "") for number in range(499)]
    ideas = [(number, "") for number in range(1_000)]
    scene = Scene("", ideas, "", 0, "", date(2026, 5, 1), visitors, visitors[0])
    posts = list(islice(scene.forms(0, "{}", {}), 20_000))
    assert len({(post.path, post.headers["Cookie"]) for post in posts}) == len(posts)
