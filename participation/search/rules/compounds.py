"""What a Danish compound is made of: its head, which says what it is, and what stands before it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from participation.search.rules import index_words
from participation.search.rules.vocabulary import PARTS

LINKS = ("", "s", "e", "er", "n")
SHORTEST_HEAD = 3
# A head of so many letters is believed behind any beginning, as in a street's name.
TELLING_HEAD = 4
SHORTEST_BEGINNING = 3
HAVING = re.compile(r"\b(?:vil|ville|skal|skulle|kan|kunne|må|gerne|at|også) have\b", re.IGNORECASE)
# Doing something is named after it: klatring, fiskeri.
DOINGS = ("ing", "ning", "eri")


@lru_cache(maxsize=50_000)
def parts(stem: str) -> tuple[str, ...]:
    """(head,) or (head, modifier), as stems; nothing for a word that is no compound of known words."""
    halves = [(stem[:place], PARTS.get(stem[place:])) for place in range(2, len(stem) - SHORTEST_HEAD + 1)]
    known = [(beginning, head) for beginning, head in halves if head]
    for beginning, head in known:
        if modifier := _modifier(beginning):
            return head, modifier
    for beginning, head in known:
        if len(beginning) >= SHORTEST_BEGINNING and len(stem) - len(beginning) >= TELLING_HEAD:
            return (head,)
    return _done(stem)


def _done(stem: str) -> tuple[str, ...]:
    ends = (stem.removesuffix(end) for end in DOINGS if stem.endswith(end))
    return next(((PARTS[verb],) for verb in ends if verb in PARTS), ())


def _modifier(beginning: str) -> str | None:
    for link in LINKS:
        word = beginning.removesuffix(link) if beginning.endswith(link) else ""
        if word in PARTS:
            return PARTS[word]
        if len(word) > len(link) and parts(word):
            return word
    return None


@lru_cache(maxsize=50_000)
def all_parts(stem: str) -> frozenset[str]:
    """The parts, and the parts' parts."""
    found = parts(stem)
    return frozenset(found).union(*(all_parts(part) for part in found))


def title_words(title: str) -> list[str]:
    """The words of a title; in "vi vil gerne have" nobody speaks of a garden."""
    return index_words(HAVING.sub(" ", title))


def with_parts(title: str) -> list[str]:
    """What the index holds of a title: its words, and what they are made of, each once."""
    stems = title_words(title)
    return list(dict.fromkeys([*stems, *(part for stem in stems for part in sorted(all_parts(stem)))]))


def whole_words(stems: Iterable[str]) -> list[str]:
    """Of the index's words of a title those that were written, in an order that is always the same."""
    held = set(stems)
    inner = frozenset[str]().union(*(all_parts(stem) for stem in held))
    return sorted(held - inner)
