"""How like two texts are, from 0 to 1: the same for both databases, which only hand over words."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log10

from participation.search.rules.compounds import parts, title_words, whole_words
from participation.search.rules.vocabulary import IGNORED, SYNONYMS, WEAK, WEIGHTS

# Below this nothing is shown.
THRESHOLD = 0.41
MOST_WORDS = 8
SAME_MEANING = 0.85
HEAD, MODIFIER = 0.8, 0.55
# In the text and not in the title.
IN_TEXT = 0.35
# As rare as a word that nobody has counted is taken to be.
USUAL = 5

Strengths = Mapping[str, float]
Says = Callable[[str], bool]


def telling_words(stems: Iterable[str]) -> list[str]:
    """The words of a title that say what is wished for."""
    return [stem for stem in whole_words(stems) if stem not in IGNORED]


def asked_words(title: str) -> list[str]:
    """The words that are looked for, in their order."""
    return [stem for stem in title_words(title) if stem not in IGNORED][:MOST_WORDS]


@lru_cache(maxsize=50_000)
def alternatives(stem: str) -> frozenset[str]:
    """The words by which a title that says the same may be found: itself, its parts, what stands for them."""
    found = {stem} | SYNONYMS.get(stem, frozenset())
    for part in parts(stem):
        if weight_of(part) > WEAK:
            found |= {part} | SYNONYMS.get(part, frozenset())
    return frozenset(found)


def mentions(stem: str) -> Set[str]:
    """The words in a text that say it: itself and what means the same."""
    return SYNONYMS.get(stem, frozenset()) | {stem}


@lru_cache(maxsize=50_000)
def weight_of(stem: str) -> float:
    """How much a word says, whatever its rarity; a kind of place is still a place."""
    if stem in WEIGHTS:
        return WEIGHTS[stem]
    head = parts(stem)[:1]
    return max(WEIGHTS.get(head[0], 1.0), 0.6) if head and stem not in SYNONYMS else 1.0


@lru_cache(maxsize=1_000)
def rarity(count: int) -> float:
    """How much a word counts that stands in so many titles."""
    return 1 / (1 + log10(1 + count))


def strengths(stems: Iterable[str]) -> dict[str, float]:
    """The words of a title and their parts, with how much each is the title's own."""
    found: dict[str, float] = {}
    for stem in stems:
        _add(found, stem, 1.0)
    return found


@lru_cache(maxsize=20_000)
def _told(title: tuple[str, ...]) -> tuple[tuple[str, ...], Strengths]:
    """What the same title says to everybody who asks: some hundred are compared with each question."""
    telling = tuple(telling_words(title))
    return telling, strengths(telling)


def _add(found: dict[str, float], stem: str, strength: float) -> None:
    found[stem] = max(found.get(stem, 0.0), strength)
    for part, share in zip(parts(stem), (HEAD, MODIFIER), strict=False):
        weak = weight_of(part) if weight_of(part) <= WEAK else 1.0
        _add(found, part, strength * share * weak)


def coverage(stem: str, other: Strengths) -> float:
    """How much of a word's meaning is found in another text."""
    if other.get(stem) == 1.0:
        return 1.0
    same = max((other.get(word, 0.0) for word in SYNONYMS.get(stem, ())), default=0.0)
    inner = sum(
        share * coverage(part, other) * (weight_of(part) if weight_of(part) <= WEAK else 1.0)
        for part, share in zip(parts(stem), (HEAD, MODIFIER), strict=False)
    )
    return max(other.get(stem, 0.0), SAME_MEANING * same, min(1.0, inner))


@dataclass(frozen=True)
class Wish:
    """A title and text to be compared; `counts` says how many titles have each word or its alternatives."""

    asked: list[str]
    text: frozenset[str]
    counts: Mapping[str, int]

    @cached_property
    def _own_weights(self) -> list[tuple[str, float]]:
        return self._weights(self.asked)

    @cached_property
    def _own_strengths(self) -> Strengths:
        return strengths(self.asked)

    def likeness(self, title: tuple[str, ...], mentioned: Set[str]) -> float:
        """The mean of how much of each title the other one says; its text mentions these asked words."""
        theirs, strong = _told(title)
        forth = _share(self._own_weights, strong, mentioned.__contains__)
        back = _share(self._weights(theirs), self._own_strengths, self._says)
        return (forth + back) / 2

    def _says(self, stem: str) -> bool:
        return not mentions(stem).isdisjoint(self.text)

    def _weights(self, stems: Iterable[str]) -> list[tuple[str, float]]:
        return [(stem, weight_of(stem) * rarity(self.counts.get(stem, USUAL))) for stem in stems]


def _share(weighed: list[tuple[str, float]], other: Strengths, in_text: Says) -> float:
    """How much of the weighed words another title says, or at least its text."""
    whole = sum(weight for _, weight in weighed)
    found = 0.0
    for stem, weight in weighed:
        covered = coverage(stem, other)
        found += weight * (IN_TEXT if covered < IN_TEXT and in_text(stem) else covered)
    return found / whole if whole else 0.0
