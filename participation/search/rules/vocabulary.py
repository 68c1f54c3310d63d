"""What words weigh and stand for, read once from library/danish.yaml; everything as the index spells it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from participation.search.rules import FORMS, SPELLED_OUT, index_words, words

FILE = Path(__file__).parent.parent / "library" / "danish.yaml"
WEAK, SETTING = 0.3, 0.5

_content: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def _stems(text: str) -> frozenset[str]:
    return frozenset(index_words(text))


def _synonyms(groups: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for group in groups:
        for word in group:
            found[word] |= group - {word}
    return dict(found)


def _spelled(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each word as it may stand inside a compound, with its stem."""
    for word in words(" ".join(texts)):
        stem = index_words(word)[0]
        yield stem, stem
        yield word.translate(SPELLED_OUT), stem


_groups: list[str] = _content["groups"]
IGNORED = _stems(_content["ignored"])
WEIGHTS = dict.fromkeys(_stems(_content["setting"]), SETTING) | dict.fromkeys(_stems(_content["weak"]), WEAK)
SYNONYMS = _synonyms(_stems(group) for group in _groups)
PARTS = dict(_spelled([*_groups, _content["weak"], _content["setting"], _content["parts"], *FORMS.values()]))
