"""When many like posts, or many new accounts, are a wave: somebody looks, nothing happens by itself."""

from collections.abc import Hashable, Iterable
from datetime import timedelta
from typing import TypeVar

from participation.search.rules import index_words

Post = TypeVar("Post", bound=Hashable)

# So many like posts within so long; a class that writes together stays below it, or is let stand.
POSTS = 6
POSTS_WITHIN = timedelta(minutes=30)
# Posts are alike when they share so large a part of their words; short ones are alike by chance.
LIKENESS = 0.75
FEWEST_WORDS = 5
# So many new accounts within so long; an evening meeting with forty guests is no wave.
SIGN_UPS = 60
SIGN_UPS_WITHIN = timedelta(hours=1)
# No more is looked at in one round.
MOST = 500


def stems_of(text: str) -> frozenset[str]:
    """The words of a text as the index has them, whatever their order and endings."""
    return frozenset(index_words(text))


def is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts have most of their words in common."""
    return len(one & other) >= LIKENESS * len(one | other)


def groups(posts: Iterable[tuple[Post, str]]) -> list[list[Post]]:
    """The posts that are alike, in groups large enough to be a wave, in the order given."""
    found: list[tuple[frozenset[str], list[Post]]] = []
    for post, text in posts:
        stems = stems_of(text)
        if len(stems) < FEWEST_WORDS:
            continue
        alike = next((members for first, members in found if is_like(first, stems)), None)
        if alike is None:
            found.append((stems, [post]))
        else:
            alike.append(post)
    return [members for _, members in found if len(members) >= POSTS]
