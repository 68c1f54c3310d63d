"""Keeping the index: called by the feature that owns the text, in the transaction that writes the text."""

from typing import Any

from sqlalchemy import text

from participation.extensions import db
from participation.foundation.tenancy import current_municipality_id
from participation.search.rules import index_words
from participation.search.rules.compounds import with_parts

# In FTS5 the row's own number is the only key; PostgreSQL has a real one.
REMOVE = {
    "sqlite": text("DELETE FROM search_entries WHERE rowid = :subject AND municipality_id = :municipality"),
    "postgresql": text(
        "DELETE FROM search_entries WHERE subject_id = :subject AND municipality_id = :municipality"
    ),
}
# FTS5 only marks what is removed, until its parts are merged.
MERGE = text("INSERT INTO search_entries (search_entries) VALUES ('optimize')")
ADD = {
    "sqlite": text(
        "INSERT INTO search_entries (municipality_id, rowid, title, words) "
        "VALUES (:municipality, :subject, :title, :words)"
    ),
    "postgresql": text(
        "INSERT INTO search_entries (municipality_id, subject_id, title, words) VALUES (:municipality, "
        ":subject, array_to_tsvector(CAST(:title AS text[])), array_to_tsvector(CAST(:words AS text[])))"
    ),
}


def index(*, subject_id: int, title: str, texts: tuple[str, ...]) -> None:
    """Let the subject be found by the words of its title and texts, and by no others.

    A title is kept with the parts of its compounds as well, by which similar ones are found.
    """
    remove(subject_id=subject_id)
    dialect = db.session.get_bind().dialect.name
    values: dict[str, Any] = {
        "municipality": current_municipality_id(),
        "subject": subject_id,
        "title": with_parts(title),
        "words": index_words("\n".join((title, *texts))),
    }
    if dialect == "sqlite":
        values.update(title=" ".join(values["title"]), words=" ".join(values["words"]))
    db.session.execute(ADD[dialect], values)


def forget(*, subject_id: int) -> None:
    """As `remove`, and leave no word of it in the index's own store."""
    remove(subject_id=subject_id)
    if db.session.get_bind().dialect.name == "sqlite":
        db.session.execute(MERGE)


def remove(*, subject_id: int) -> None:
    """Let the subject be found no more."""
    dialect = db.session.get_bind().dialect.name
    db.session.execute(REMOVE[dialect], {"subject": subject_id, "municipality": current_municipality_id()})
