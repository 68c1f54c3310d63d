"""Markdown's lines: headings, fields (`- name: value`), paragraphs and bullets, both ways."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from participation.foundation.text import N_
from participation.strategies.rules.formats.trees import DocumentError, Problem

HEADING = re.compile(r"(#{1,3})(?:[ \t]+(.*?))?[ \t]*$")
WORDS = re.compile(r"(.*?)[ \t]*\{([^{}]*)\}$")
FIELD = re.compile(r"- ([a-z0-9_.]+):[ \t]*(.*)$")
BULLET, CUT = "* ", "---"

NO_TITLE = N_("The file begins with the strategy's title: # and a space before it.")
UNKNOWN_WORD = N_("What stands in {…} after the heading is not known. Check the spelling.")
UNREADABLE_LIST = N_("This list cannot be read. Write semicolons between its parts.")


@dataclass
class Item:
    """A paragraph or a bullet; while it is read, whether its last line goes on in a new one.

    A bullet that `begins` stands apart from the list before it.
    """

    is_bullet: bool
    line: int
    begins: bool = False
    text: str = ""
    is_broken: bool = False

    def add(self, line: str) -> None:
        """One more line: joined with a space, unless the one before ended in a backslash."""
        marks = len(line) - len(line.rstrip("\\"))
        between = "" if not self.text else "\n" if self.is_broken else " "
        self.is_broken = bool(marks % 2)
        self.text += between + re.sub(r"\\(.)", r"\1", line[:-1] if self.is_broken else line)


@dataclass
class Block:
    """A heading with what stands under it until the next."""

    level: int
    title: str
    line: int
    key: str = ""
    word: str = ""
    fields: list[tuple[str, str, int]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    is_open: bool = False
    is_cut: bool = False

    @property
    def paragraphs(self) -> list[str]:
        return [item.text for item in self.items]

    def take(self, line: str, number: int) -> None:
        """One line beneath the heading."""
        named = FIELD.match(line) if not self.items else None
        if named:
            self.fields.append((named[1], named[2], number))
        elif line in ("", CUT):
            self.is_open, self.is_cut = False, self.is_cut or line == CUT
        else:
            self._take_words(line, number)

    def _take_words(self, line: str, number: int) -> None:
        is_bullet = line.startswith(BULLET)
        if is_bullet or not self.is_open:
            self.items.append(Item(is_bullet, number, begins=self.is_cut))
            self.is_cut = False
        self.items[-1].add(line.removeprefix(BULLET) if is_bullet else line)
        self.is_open = True


def blocks_of(text: str) -> list[Block]:
    """The headings in their order, each with what stands beneath it."""
    blocks: list[Block] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        words = line.strip(" \t")
        heading = HEADING.match(words)
        if heading:
            blocks.append(_block(heading, number))
        elif blocks:
            blocks[-1].take(words, number)
        elif words:
            raise DocumentError(Problem("", NO_TITLE, line=number))
    if not blocks:
        raise DocumentError(Problem("", NO_TITLE, line=1))
    return blocks


def _block(heading: re.Match[str], line: int) -> Block:
    title = heading[2] or ""
    named = WORDS.match(title)
    block = Block(len(heading[1]), _unescaped(named[1] if named else title), line)
    for word in named[2].split() if named else ():
        if word[0] not in ".#" or len(word) == 1:
            raise DocumentError(Problem("", UNKNOWN_WORD, line=line))
        if word[0] == "#":
            block.key = word[1:]
        else:
            block.word = word[1:].replace("_", "-")
    return block


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def value_of(text: str, *, is_list: bool, line: int) -> str | list[str]:
    """What a field says: a text, in quotes where it has several lines, or a list with semicolons."""
    if is_list and not text.startswith("["):
        return [part.strip() for part in text.split(";") if part.strip()]
    if not text.startswith("[" if is_list else '"'):
        return text
    return _quoted(text, is_list=is_list, line=line)


def _quoted(text: str, *, is_list: bool, line: int) -> str | list[str]:
    try:
        value = json.loads(text)
    except ValueError:
        value = None if is_list else text
    is_sound = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if is_list and not is_sound:
        raise DocumentError(Problem("", UNREADABLE_LIST, line=line))
    return value if is_list or isinstance(value, str) else text


def heading(level: int, title: str, *, word: str = "", key: str = "") -> list[str]:
    """A heading's line, with what kind it is and its key in braces."""
    names = " ".join([*([f".{word}"] if word else []), *([f"#{key}"] if key else [])])
    braces = f"{{{names}}}" if names else ""
    shown = title.replace("\\", "\\\\")
    return ["", " ".join(filter(None, ("#" * level, shown, braces))), ""]


def fields(values: Iterable[tuple[str, str | list[str]]]) -> list[str]:
    """A line for each field."""
    lines = [f"- {name}: {_shown(value)}" for name, value in values]
    return [*lines, ""] if lines else []


def _shown(value: str | list[str]) -> str:
    if isinstance(value, str):
        is_plain = "\n" not in value and not value.startswith('"')
        return value if is_plain else json.dumps(value, ensure_ascii=False)
    is_plain = all(";" not in each for each in value) and not value[0].startswith("[")
    return "; ".join(value) if is_plain else json.dumps(value, ensure_ascii=False)


def paragraphs(texts: Iterable[str], *, bullet: str = "") -> Iterator[str]:
    """Each text with an empty line after it; bullets stand together."""
    for text in texts:
        lines = [_escaped(line) for line in text.split("\n")]
        yield bullet + "\\\n".join(lines)
        if not bullet:
            yield ""
    if bullet:
        yield ""


def _escaped(line: str) -> str:
    doubled = line.replace("\\", "\\\\")
    return f"\\{doubled}" if doubled.startswith(("#", "-", "*")) else doubled
