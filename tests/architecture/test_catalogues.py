"""Every text on the screen can be translated, and its Danish is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from scripts.catalogues import KEYWORDS, SOURCES
from tests.architecture.conftest import Grow
from tests.architecture.sources import ROOT, templates

Key = tuple[str | None, str]
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%[sd]")
OTHER_QUOTES = re.compile('[“„«»"]')
JINJA = re.compile(r"{%-?\s*trans\b.*?endtrans\s*-?%}|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>|&\w+;", re.DOTALL)
SPOKEN = re.compile(r"\b(?:alt|title|placeholder|aria-label)=\"([^\"]*)\"")
WORD = re.compile(r"[^\W\d_]{2,}")
# Templates with words of their own, and why.
UNTRANSLATED = {
    "pages/components": "samples, for developers only",
    "components/language_switch": "each language says its own name",
}


@cache
def extracted(root: Path) -> dict[Key, int]:
    """Every message in code and templates, with the number of its forms."""
    found: dict[Key, int] = {}
    for folder, pattern, method, options in SOURCES:
        rows = extract_from_dir(root / folder, [(pattern, method)], {pattern: options}, keywords=KEYWORDS)
        for _, _, message, _, context in rows:
            forms = message if isinstance(message, tuple | list) else (message,)
            found[context, forms[0]] = max(len(forms), found.get((context, forms[0]), 1))
    return found


def danish(root: Path) -> Catalog:
    path = root / "participation/translations/da/LC_MESSAGES/messages.po"
    with path.open("rb") as file:
        return read_po(file, locale="da")


def entries(catalog: Catalog) -> Iterator[tuple[Key, Message]]:
    for message in catalog:
        if message.id:
            yield (message.context, texts(message.id)[0]), message


def texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def without_danish(root: Path) -> list[str]:
    known = {key: texts(message.string) for key, message in entries(danish(root))}
    return [
        key[1]
        for key, forms in extracted(root).items()
        if len([text for text in known.get(key, ()) if text.strip()]) < forms
    ]


def fuzzy(root: Path) -> list[str]:
    return [key[1] for key, message in entries(danish(root)) if message.fuzzy]


def other_placeholders(root: Path) -> list[str]:
    """Each Danish form uses the placeholders of the English one."""
    return [
        key[1]
        for key, message in entries(danish(root))
        for number, text in enumerate(texts(message.string))
        if text and placeholders(text) != placeholders(english_form(message, number))
    ]


def other_quotation_marks(root: Path) -> list[str]:
    """Danish has one kind of quotation mark, the same at both ends: ”sådan”."""
    strings = (text for _, message in entries(danish(root)) for text in texts(message.string))
    return [text for text in strings if OTHER_QUOTES.search(MARKUP.sub("", text))]


def english_form(message: Message, number: int) -> str:
    return texts(message.id)[: number + 1][-1]


def placeholders(text: str) -> set[str]:
    return {match.group() for match in PLACEHOLDER.finditer(text)}


def danish_ids(root: Path) -> list[str]:
    """Message ids are English."""
    return [text for _, text in extracted(root) if re.search("[æøåÆØÅ]", text)]


def bare_words(root: Path) -> list[str]:
    """Words in a template that stand outside `_()`, in attributes that are read aloud too."""
    return [
        f"{template.name}: {word}"
        for template in templates(root)
        if not template.name.startswith(tuple(UNTRANSLATED))
        for word in words_outside(template.text)
    ]


def words_outside(text: str) -> list[str]:
    plain = JINJA.sub("", text)
    spoken = " ".join(SPOKEN.findall(plain))
    return WORD.findall(MARKUP.sub(" ", plain) + " " + spoken)


def test_every_message_has_danish() -> None:
    assert without_danish(ROOT) == []


def test_no_entry_is_fuzzy() -> None:
    assert fuzzy(ROOT) == []


def test_placeholders_are_the_same_in_danish() -> None:
    assert other_placeholders(ROOT) == []


def test_danish_has_one_kind_of_quotation_mark() -> None:
    assert other_quotation_marks(ROOT) == []


def test_message_ids_are_english() -> None:
    assert danish_ids(ROOT) == []


def test_templates_have_no_words_outside_the_catalogue() -> None:
    assert bare_words(ROOT) == []


PO = """
    msgid ""
    msgstr "Content-Type: text/plain; charset=utf-8\\n"

    msgid "Save"
    msgstr "Gem"

    #, fuzzy
    msgid "Send"
    msgstr "Send"

    msgid "Hello %(name)s"
    msgstr "Hej “%(navn)s”"

    msgid "%(num)d idea"
    msgid_plural "%(num)d ideas"
    msgstr[0] "%(num)d idé"
    msgstr[1] ""
"""
CODE = '_("Save")\n_("Close")\n_("Hello %(name)s")\nngettext("%(num)d idea", "%(num)d ideas", 2)\n_("Støt")\n'


def test_gaps_in_the_catalogue_are_found(grow: Grow) -> None:
    path = "participation/translations/da/LC_MESSAGES/messages.po"
    root = grow({"participation/ideas/views.py": CODE, path: PO, "templates/a.html": ""})
    assert without_danish(root) == ["Close", "%(num)d idea", "Støt"]
    assert fuzzy(root) == ["Send"]
    assert other_placeholders(root) == ["Hello %(name)s"]
    assert other_quotation_marks(root) == ["Hej “%(navn)s”"]
    assert danish_ids(root) == ["Støt"]


def test_bare_words_are_found(grow: Grow) -> None:
    good = '<a href="{{ url }}" title="{{ _("Go") }}">{{ _("Go") }}</a> &middot; {# note #}'
    bad = '<p>Hej {{ name }}</p><img alt="Foto">'
    root = grow({"templates/ideas/a.html": good, "templates/ideas/b.html": bad})
    assert bare_words(root) == ["ideas/b.html: Hej", "ideas/b.html: Foto"]
