"""Finding subjects: by all words of a query, or because they say the same as a new text."""

from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, combinations, compress
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from participation.extensions import db
from participation.foundation.tenancy import current_municipality_id
from participation.search.rules import index_words, wanted
from participation.search.rules.likeness import THRESHOLD, Wish, alternatives, asked_words, mentions

ENTRIES = table(
    "search_entries", column("municipality_id"), column("subject_id"), column("title"), column("words")
)
ROW_NUMBER: ColumnElement[int] = literal_column("search_entries.rowid", Integer)

# Words that together stand in more titles than this find candidates only with another one beside them.
COMMON = 50
MOST_CANDIDATES = 200
ENOUGH = 20
MOST_COMMON_WORDS = 4

Word = tuple[str, bool]
# Each clause is met by any of its words; a way by all of its clauses.
Clause = Sequence[Word]
Way = Sequence[Clause]


def matching(query: str) -> Select[int] | None:
    """The ids of this municipality's subjects that have all words of the query; None when it has no word.

    The last word may be the beginning of one. Who may see a subject is for its own feature to say.
    """
    clauses = [[(word, is_beginning) for word in spellings] for spellings, is_beginning in wanted(query)]
    if not clauses:
        return None
    return select(_subject()).where(_here(), _holds("words", [clauses]))


def similar(title: str, text: str, *, limit: int, excluding: Collection[int] = ()) -> list[int]:
    """The ids of this municipality's subjects that wish for the same as the text, the likest first.

    The database chooses some hundred candidates by the title's rarest words; their likeness is reckoned
    here, so both databases give the same order. Nothing that is not like enough is among them. Who may see
    a subject is for its own feature to say.
    """
    asked = asked_words(title)
    if not asked:
        return []
    counts = dict(zip(asked, _counts(asked), strict=True))
    wish = Wish(asked, frozenset(index_words(text)), counts)
    likeness = {
        subject: wish.likeness(tuple(_words(held)), frozenset(compress(counts, said)))
        for subject, held, *said in _candidates(counts)
    }
    ranked = sorted(likeness, key=lambda subject: (-likeness[subject], -subject))
    return [each for each in ranked if likeness[each] >= THRESHOLD and each not in excluding][:limit]


def _counts(asked: list[str]) -> Row[Any]:
    """In how many titles each word, or what stands for it, is found; counting stops where it is common."""
    holding = [select(literal(1)).where(_here(), _holds("title", [[_any(word)]])) for word in asked]
    found = [each.limit(COMMON + 1).subquery() for each in holding]
    counted = [select(func.count()).select_from(each).scalar_subquery() for each in found]
    return db.session.execute(select(*counted)).one()


def _candidates(counts: dict[str, int]) -> Iterable[Sequence[Any]]:
    """Those with a rare word; then those with all common ones, with ever fewer, until there are enough."""
    found: dict[int, Row[Any]] = {}
    by_rarity = sorted(counts, key=lambda word: (counts[word], word))
    together = accumulate(counts[word] for word in by_rarity)
    rare = [word for word, reached in zip(by_rarity, together, strict=True) if reached <= COMMON]
    common = by_rarity[len(rare) :][:MOST_COMMON_WORDS]
    steps = [combinations(common, size) for size in range(len(common), 0, -1)]
    for ways in ([(word,) for word in rare], *steps):
        if len(found) < ENOUGH:
            spelled = [[_any(word) for word in way] for way in ways]
            found |= {row[0]: row for row in _entries(spelled, mentioned=list(counts))}
    return found.values()


def _entries(ways: Sequence[Way], *, mentioned: list[str]) -> Iterable[Row[Any]]:
    """The newest subjects with the words of a way: id, title, and which words their texts mention."""
    if not ways:
        return ()
    title = func.tsvector_to_array(ENTRIES.c.title) if _is_postgresql() else ENTRIES.c.title
    holding = select(_subject().label("subject")).where(_here(), _holds("title", ways))
    # First found, then put in order: otherwise PostgreSQL may read the whole table from its newest end.
    found = holding.cte("found").prefix_with("MATERIALIZED", dialect="postgresql")
    newest = select(found.c.subject).order_by(found.c.subject.desc()).limit(MOST_CANDIDATES)
    held = select(_subject(), title, *map(_mentions, mentioned))
    return db.session.execute(held.where(_here(), _subject().in_(newest))).all()


def _mentions(word: str) -> ColumnElement[Any]:
    """Whether a subject's texts say the word; asked of the database, which need not hand them over."""
    if _is_postgresql():
        return ENTRIES.c.words.op("@@")(_lexemes([[_plain(mentions(word))]]))
    spaced = " " + ENTRIES.c.words + " "
    return or_(*(func.instr(spaced, f" {each} ") > 0 for each in sorted(mentions(word))))


def _words(held: str | list[str]) -> list[str]:
    return held.split() if isinstance(held, str) else held


def _any(word: str) -> Clause:
    return _plain(alternatives(word))


def _plain(words: Iterable[str]) -> Clause:
    return [(each, False) for each in sorted(words)]


def _is_postgresql() -> bool:
    return db.session.get_bind().dialect.name == "postgresql"


def _subject() -> ColumnElement[int]:
    return ENTRIES.c.subject_id if _is_postgresql() else ROW_NUMBER


def _here() -> ColumnElement[bool]:
    return ENTRIES.c.municipality_id == current_municipality_id()


def _holds(name: str, ways: Iterable[Way]) -> ColumnElement[bool]:
    """Whether a column of the index has the words of at least one way."""
    if _is_postgresql():
        return ENTRIES.c[name].op("@@")(_lexemes(ways))
    phrases = " OR ".join(_expression(way, "AND", "OR", _phrase) for way in ways)
    return literal_column("search_entries").op("MATCH")(f"{name} : ({phrases})")


def _lexemes(ways: Iterable[Way]) -> ColumnElement[Any]:
    return cast(" | ".join(_expression(way, "&", "|", _lexeme) for way in ways), TSQUERY)


def _expression(way: Way, every: str, either: str, write: Any) -> str:
    """A way in a database's own language; words are letters and digits only, and quoted."""
    clauses = ("(" + f" {either} ".join(write(*word) for word in clause) + ")" for clause in way)
    return "(" + f" {every} ".join(clauses) + ")"


def _lexeme(word: str, is_beginning: bool) -> str:
    return f"'{word}'" + (":*" if is_beginning else "")


def _phrase(word: str, is_beginning: bool) -> str:
    return f'"{word}"' + (" *" if is_beginning else "")
