"""Message catalogues: English is the message id itself, Danish is written by hand in messages.po.

`python -m scripts.catalogues` extracts, tidies and compiles; `--check` changes nothing and lists what is
missing or no longer used; `--compile` only compiles.
"""

import argparse
from collections.abc import Iterator
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo

from scripts import po_files
from scripts.console import say
from scripts.paths import ROOT, TRANSLATIONS

LOCALE = "da"
PO = TRANSLATIONS / LOCALE / "LC_MESSAGES" / "messages.po"
MO = PO.with_suffix(".mo")

# Without "silent" a template that cannot be read would be passed over with its messages.
JINJA = {"silent": "false", "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols"}
SOURCES: list[tuple[str, str, str, dict[str, str]]] = [
    ("participation", "**.py", "python", {}),
    ("templates", "**.html", "jinja2", JINJA),
    ("templates", "**.txt", "jinja2", JINJA),
]
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "_l": None,
    "lazy_gettext": None,
    "lazy_pgettext": ((1, "c"), 2),
    "lazy_ngettext": (1, 2),
}


def main() -> None:
    """Exit code 1 when `--check` found something."""
    parser = argparse.ArgumentParser(description=__doc__)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--compile", action="store_true")
    chosen = parser.parse_args()
    if chosen.check:
        check()
    elif chosen.compile:
        compile_catalogue()
    else:
        update()


def update() -> None:
    """Bring messages.po and messages.mo up to date; what is Danish already stays."""
    catalog = merged()
    problems = list(problems_of(catalog))
    po_files.write(PO, catalog)
    compile_catalogue()
    for problem in problems:
        say(problem)
    say(f"{len(catalog)} messages, {len(problems)} to be looked at")


def check() -> None:
    """Danish for every message, nothing that is not used, and the same placeholders in both."""
    catalog = merged()
    problems = list(problems_of(catalog))
    for problem in problems:
        say(problem)
    if problems:
        say("`make catalogues` puts messages.po in order; then write the Danish.")
        raise SystemExit(1)
    say(f"{len(catalog)} messages, all in Danish")


def compile_catalogue() -> None:
    """Untranslated messages are left out, so that the English stands there instead of nothing."""
    catalog = Catalog(locale=LOCALE)
    for (context, msgid), words in _known().items():
        plural = len(words) > 1
        catalog.add((msgid, msgid) if plural else msgid, words if plural else words[0], context=context)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    MO.parent.mkdir(parents=True, exist_ok=True)
    MO.write_bytes(compiled.getvalue())


def merged() -> Catalog:
    """The messages found in code and templates, with the Danish there is."""
    known = _known()
    catalog = Catalog(locale=LOCALE)
    for folder, pattern, method, options in SOURCES:
        found = extract_from_dir(ROOT / folder, [(pattern, method)], {pattern: options}, keywords=KEYWORDS)
        for _file, _line, msgid, _comments, context in found:
            catalog.add(msgid, context=context)
    for message in _messages(catalog):
        words = known.get(_key(message), ())
        message.string = words if message.pluralizable else "".join(words[:1])
    return catalog


def problems_of(catalog: Catalog) -> Iterator[str]:
    """One line each, beginning with what is wrong."""
    messages = {_key(message): message for message in _messages(catalog)}
    for (_context, msgid), message in messages.items():
        forms = _forms(message)
        if len(forms) < (2 if message.pluralizable else 1) or not all(forms):
            yield f"no Danish: {msgid!r}"
        else:
            yield from (f"{error}: {msgid!r}" for error in message.check(catalog))
    for _context, msgid in sorted(_known().keys() - messages.keys(), key=str):
        yield f"not used any more: {msgid!r}"
    if PO.exists() and "\n#, fuzzy" in PO.read_text(encoding="utf-8"):
        yield "an entry is marked fuzzy: read it, mend it, take the mark away"


def _forms(message: Message) -> po_files.Words:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _known() -> dict[po_files.Key, po_files.Words]:
    return po_files.read(PO) if PO.exists() else {}


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _key(message: Message) -> po_files.Key:
    msgid = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, str(msgid)


if __name__ == "__main__":
    main()
