"""Templates of answers: placeholders, and whether an answer says something of its own."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from participation.foundation.text import N_

# They stand in Danish texts, so they are Danish words; each with what it becomes.
PLACEHOLDERS = {
    "idé": N_("the idea's title"),
    "mål": N_("the goal"),
    "navn": N_("the author's name"),
    "dato": N_("the promised date"),
    "kommune": N_("the municipality"),
}
PLACEHOLDER = re.compile(r"\{([^{}\n]{1,40})\}")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zæøå])|\n+")
WORD = re.compile(r"\w+")
# Fewer words are a greeting, not a reason.
LEAST_WORDS = 4
# From so alike on, two sentences are the same one with a word exchanged.
SAME_SENTENCE = 0.75
# What somebody writes by hand in a placeholder's place.
FILLED_BY_HAND = r"[^,\n]{0,60}"


def placeholders_in(text: str) -> list[str]:
    """The names in braces, each once, in order."""
    return list(dict.fromkeys(name.strip().casefold() for name in PLACEHOLDER.findall(text)))


def unknown_placeholders(text: str) -> list[str]:
    """Names in braces that nothing is filled in for."""
    return [name for name in placeholders_in(text) if name not in PLACEHOLDERS]


def unfilled_placeholders(text: str) -> list[str]:
    """Placeholders that still stand in an answer."""
    return [name for name in placeholders_in(text) if name in PLACEHOLDERS]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every placeholder filled in for which there is a value; the others stay."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1].strip().casefold()) or found[0], text)


def has_own_sentence(answer: str, templates: Iterable[str], values: Mapping[str, str]) -> bool:
    """Whether at least one sentence of the answer comes from nobody's template.

    `values` are what the placeholders become; a sentence in which one was filled in, by us or by hand, or a
    word was exchanged, is still the template's.
    """
    prepared = [sentence for text in templates for sentence in sentences(text)]
    if not prepared:
        return True
    return any(
        len(WORD.findall(sentence)) >= LEAST_WORDS
        and not any(_is_same(sentence, each, values) for each in prepared)
        for sentence in sentences(answer)
    )


def sentences(text: str) -> list[str]:
    """The sentences of a text; a date such as `12. maj` is not the end of one."""
    return [part.strip() for part in SENTENCE_END.split(text) if part.strip()]


def _is_same(sentence: str, prepared: str, values: Mapping[str, str]) -> bool:
    words, known = _words(sentence), _words(fill(prepared, values))
    if words == known or SequenceMatcher(None, words, known, autojunk=False).ratio() >= SAME_SENTENCE:
        return True
    return re.fullmatch(_pattern(prepared), " ".join(sentence.split()), re.IGNORECASE) is not None


def _pattern(prepared: str) -> str:
    parts = PLACEHOLDER.split(" ".join(prepared.split()))
    return FILLED_BY_HAND.join(re.escape(part) for part in parts[::2])


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
