"""A strategy as Markdown: `#` the strategy, `##` a theme, `###` a goal; see docs/strategy-format.md."""

from collections.abc import Iterator

from participation.foundation.text import N_
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.formats.lines import (
    BULLET,
    CUT,
    NO_TITLE,
    UNKNOWN_WORD,
    Block,
    blocks_of,
    fields,
    heading,
    paragraphs,
    value_of,
)
from participation.strategies.rules.formats.trees import (
    NOT_HERE,
    DocumentError,
    Path,
    Problem,
    Read,
    Tree,
    complete,
    flat,
    is_list,
    plant,
    tree_of,
    without,
)

# What a heading of the second level is by the word in its braces; without one it is a theme.
PROSE = {"foreword": "foreword", "vision": "vision", "values": "values", "core-tasks": "core_tasks"}
LISTS = ("goals", "efforts", "challenges")
NOTES, LEGAL, EFFORT = "notes", "legal", "effort"
# What stands under a heading, and is no field of it.
BENEATH = ("key", "title", "text", "vision", "goals", "efforts", "paragraphs", "items")
SHOWN_AS = {"goals": "Mål", "efforts": "Indsatser", "challenges": "Udfordringer", NOTES: "Noter"}

SECOND_TITLE = N_("A strategy has one heading with a single #. Themes have two.")
NOT_UNDER = N_("Nothing can stand here with ###. A heading with ## comes first.")


def read_markdown(text: str) -> Read:
    """The headings as a strategy's parts; DocumentError says which line fits nowhere."""
    read, where = Read(unit="line"), Path()
    for number, block in enumerate(blocks_of(text)):
        if (number == 0) != (block.level == 1):
            raise DocumentError(Problem("", SECOND_TITLE if number else NO_TITLE, line=block.line))
        where = _take_entry(read, block, where) if block.level == 3 else _take_upper(read, block)
    complete(read.tree)
    return read


def _take_upper(read: Read, block: Block) -> Path:
    """The strategy, a theme or a part with a heading of its own; where the next entries go."""
    if block.level == 1:
        read.places[("title",)] = read.places[("key",)] = block.line
        _refuse_words(block)
        _fill(read.tree, read, (), block)
        return ()
    if not block.word:
        theme = _append(read, ("themes",), block)
        _fill(theme, read, (*_last(read, ("themes",)),), block, words="vision")
        return _last(read, ("themes",))
    if block.word == NOTES:
        read.tree[NOTES] = block.paragraphs
        return ()
    if block.word in LISTS:
        _refuse_words(block)
        return (block.word,)
    return _take_part(read, block)


def _take_part(read: Read, block: Block) -> Path:
    name = LEGAL if block.word == LEGAL else PROSE.get(block.word)
    if name is None or name in read.tree:
        raise DocumentError(Problem("", UNKNOWN_WORD, line=block.line))
    part = read.tree[name] = {}
    read.places[(name,)] = block.line
    if name == LEGAL:
        _refuse_words(block)
        part["sections"] = []
        _fill(part, read, (name,), block)
        return name, "sections"
    _fill(part, read, (name,), block, words="paragraphs")
    if name in ("values", "core_tasks"):
        part["items"] = []
        return name, "items"
    return ()


def _take_entry(read: Read, block: Block, where: Path) -> Path:
    """A goal, an effort, or what else stands under the heading above; the next one stands there too."""
    if not where:
        raise DocumentError(Problem("", NOT_UNDER, line=block.line))
    if where == (LEGAL, "sections"):
        _append(read, where, block).update(_section(block))
        return where
    lists = (*where, "efforts" if block.word == EFFORT else "goals") if where[0] == "themes" else where
    entry = _append(read, lists, block)
    _fill(entry, read, _last(read, lists), block)
    if block.items:
        entry["text"] = "\n\n".join(block.paragraphs)
    return where


def _section(block: Block) -> Tree:
    parts: list[Tree] = []
    for item in block.items:
        if item.is_bullet and not item.begins and parts and "bullets" in parts[-1]:
            parts[-1]["bullets"].append(item.text)
        else:
            parts.append({"bullets": [item.text]} if item.is_bullet else {"paragraph": item.text})
    return {**({"title": block.title} if block.title else {}), "parts": parts}


def _at(read: Read, path: Path) -> list[Tree]:
    place: Tree = read.tree
    *upper, name = path
    for step in upper:
        place = place[step]  # type: ignore[index]
    found: list[Tree] = place.setdefault(str(name), [])
    return found


def _append(read: Read, path: Path, block: Block) -> Tree:
    members = _at(read, path)
    members.append({})
    read.places[(*path, len(members) - 1)] = block.line
    return members[-1]


def _last(read: Read, path: Path) -> Path:
    return (*path, len(_at(read, path)) - 1)


def _fill(part: Tree, read: Read, path: Path, block: Block, *, words: str = "") -> None:
    """Title, key and fields of a heading, and its paragraphs where they are a part of it."""
    part.update({name: value for name, value in (("title", block.title), ("key", block.key)) if value})
    for name, text, line in block.fields:
        planted = plant(part, name, value_of(text, is_list=is_list(name), line=line))
        if planted is None:
            raise DocumentError(Problem(name, NOT_HERE, line=line))
        read.places[(*path, *planted)] = line
    if words and block.items:
        part[words] = block.paragraphs


def _refuse_words(block: Block) -> None:
    if block.items:
        raise DocumentError(Problem("", NOT_HERE, line=block.items[0].line))


def write_markdown(document: StrategyDocument) -> str:
    """Headings, a line for each field, and the texts as paragraphs."""
    lines = list(_lines(tree_of(document)))
    return "\n".join(lines).strip("\n").replace("\n\n\n", "\n\n") + "\n"


def _lines(tree: Tree) -> Iterator[str]:
    upper = ("key", "title", NOTES, LEGAL, "themes", *LISTS, *PROSE.values())
    yield from heading(1, tree["title"], key=tree["key"])
    yield from fields(flat(without(tree, *upper)))
    yield from _prose("vision", tree)
    yield from _prose("foreword", tree)
    for theme in tree.get("themes", []):
        yield from _theme(theme)
    for name in LISTS:
        yield from _list(name, tree.get(name, []))
    yield from _prose("values", tree)
    yield from _prose("core-tasks", tree)
    yield from _legal(tree.get(LEGAL))
    yield from _notes(tree.get(NOTES))


def _theme(theme: Tree) -> Iterator[str]:
    yield from _entry(theme, 2, "", theme.get("vision", []))
    for name, word in (("goals", ""), ("efforts", EFFORT)):
        for entry in theme.get(name, []):
            yield from _entry(entry, 3, word, [entry["text"]])


def _notes(texts: list[str] | None) -> Iterator[str]:
    if texts:
        yield from heading(2, SHOWN_AS[NOTES], word=NOTES)
        yield from paragraphs(texts)


def _list(name: str, entries: list[Tree]) -> Iterator[str]:
    if entries:
        yield from heading(2, SHOWN_AS[name], word=name)
    for entry in entries:
        yield from _entry(entry, 3, "", [entry["text"]])


def _entry(entry: Tree, level: int, word: str, texts: list[str]) -> Iterator[str]:
    yield from heading(level, entry["title"], word=word, key=entry["key"])
    yield from fields(flat(without(entry, *BENEATH)))
    yield from paragraphs(texts)


def _prose(word: str, tree: Tree) -> Iterator[str]:
    part = tree.get(PROSE[word])
    if part is None:
        return
    yield from heading(2, part["title"], word=word)
    yield from fields(flat(without(part, *BENEATH)))
    yield from paragraphs(part.get("paragraphs", []))
    for item in part.get("items", []):
        yield from _entry(item, 3, "", [item["text"]])


def _legal(part: Tree | None) -> Iterator[str]:
    if part is None:
        return
    yield from heading(2, part["title"], word=LEGAL)
    for section in part["sections"]:
        yield from heading(3, section.get("title", ""), word="section")
        for each in section["parts"]:
            yield from paragraphs([each["paragraph"]] if "paragraph" in each else [])
            yield from paragraphs(each.get("bullets", []), bullet=BULLET)
            yield CUT
            yield ""
