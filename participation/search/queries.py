"""Finding the subjects whose text has all the words of a query."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, Integer, Select, cast, column, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY

from participation.extensions import db
from participation.foundation.tenancy import current_municipality_id
from participation.search.rules import wanted

ENTRIES = table("search_entries", column("municipality_id"), column("subject_id"), column("words"))
ROW_NUMBER: ColumnElement[int] = literal_column("search_entries.rowid", Integer)


def matching(query: str) -> Select[int] | None:
    """The ids of this municipality's subjects that have all words of the query; None when it has no word.

    The last word may be the beginning of one. Who may see a subject is for its own feature to say.
    """
    if not wanted(query):
        return None
    here = ENTRIES.c.municipality_id == current_municipality_id()
    if db.session.get_bind().dialect.name == "postgresql":
        lexemes = cast(_expression(query, "&", "|", _lexeme), TSQUERY)
        return select(ENTRIES.c.subject_id).where(here, ENTRIES.c.words.op("@@")(lexemes))
    phrases = _expression(query, "AND", "OR", _phrase)
    return select(ROW_NUMBER).where(here, literal_column("search_entries").op("MATCH")(phrases))


def _expression(query: str, every: str, either: str, write: Callable[[str, bool], str]) -> str:
    """The query in a database's own language; words are letters and digits only, and quoted."""
    parts = (
        "(" + f" {either} ".join(write(word, is_beginning) for word in spellings) + ")"
        for spellings, is_beginning in wanted(query)
    )
    return f" {every} ".join(parts)


def _lexeme(word: str, is_beginning: bool) -> str:
    return f"'{word}'" + (":*" if is_beginning else "")


def _phrase(word: str, is_beginning: bool) -> str:
    return f'"{word}"' + (" *" if is_beginning else "")
