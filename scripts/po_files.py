"""Reading and writing .po files; the reader forgives what a merge line by line leaves behind."""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

Key = tuple[str | None, str]
Words = tuple[str, ...]

HEADER = """\
msgid ""
msgstr ""
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def read(file: Path) -> dict[Key, Words]:
    """Every translation by context and msgid; of several for one message the first non-empty counts."""
    found: dict[Key, Words] = {}
    for entry in _entries(file.read_text(encoding="utf-8").splitlines()):
        key = (entry.get("msgctxt"), entry.get("msgid", ""))
        words = tuple(text for name, text in entry.items() if name.startswith("msgstr"))
        if key[1] and any(words) and not any(found.get(key, ())):
            found[key] = words
    return found


def _entries(lines: list[str]) -> Iterator[dict[str, str]]:
    """Split where a msgctxt or msgid opens a message; one that lost its msgstr comes out without any."""
    entry: dict[str, str] = {}
    name = ""
    for line in lines:
        keyword, _, quoted = line.partition(" ")
        if line.startswith('"'):
            entry[name] = entry.get(name, "") + ast.literal_eval(line)
        elif keyword.startswith("msg"):
            if keyword == "msgctxt" or (keyword == "msgid" and entry.keys() - {"msgctxt"}):
                yield entry
                entry = {}
            name = "repeated" if entry.get(keyword) else keyword
            entry[name] = ast.literal_eval(quoted.strip())
    yield entry


def write(file: Path, catalog: Catalog) -> None:
    """Sorted by msgid, unwrapped, without dates and places: a change of one text is a change of one line."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(HEADER.format(locale=catalog.locale_identifier).encode())
        write_po(stream, catalog, width=0, no_location=True, omit_header=True, sort_output=True)
