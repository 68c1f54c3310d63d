"""Changing a strategy document part by part: each function gives a new document and leaves the old alone.

A part is named by its key. Lists are numbered anew from 1 when one of their parts comes, goes or moves.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_, slugify
from participation.strategies.rules.documents import StrategyDocument

Tree = dict[str, Any]
# What can be changed part by part, and the lists in which it stands: of a theme, or of the document itself.
LISTS = {"theme": "themes", "goal": "goals", "effort": "efforts", "challenge": "challenges"}
UNDER_THEMES = {"goal", "effort"}
# What only goes for one sentence of the document, and not for a part that somebody has made of it.
OF_THE_SOURCE = ("paragraph", "sentences", "target", "indicators", "places")

GONE = N_("This part is not there any more. A colleague may have taken it out.")
UNSOUND = N_("This cannot stand like that: it is empty, too long, or not written in the expected way.")
ITSELF = N_("Choose another part of the same kind.")


def changed(
    document: StrategyDocument, key: str, values: Mapping[str, Any], theme: str = ""
) -> StrategyDocument:
    """With other values in a part; a goal or effort that names another theme moves to its end."""
    tree = _tree(document)
    what, members, part = _find(tree, key)
    part.update(values)
    if what in UNDER_THEMES and theme != theme_of(document, key):
        members.remove(part)
        _list(tree, what, theme).append(part)
    return _made(tree)


def added(
    document: StrategyDocument, what: str, values: Mapping[str, Any], theme: str = ""
) -> StrategyDocument:
    """With one more part at the end of its list; its key is made of its title and never changes."""
    tree = _tree(document)
    _list(tree, what, theme).append({"key": new_key(document, values["title"]), "number": 1, **values})
    return _made(tree)


def removed(document: StrategyDocument, key: str) -> StrategyDocument:
    """Without a part; a theme takes what stands under it along."""
    tree = _tree(document)
    _, members, part = _find(tree, key)
    members.remove(part)
    return _made(tree)


def shifted(document: StrategyDocument, key: str, by: int) -> StrategyDocument:
    """With a part one place up (-1) or down (1) in its list; at either end it stays."""
    tree = _tree(document)
    _, members, part = _find(tree, key)
    place = members.index(part)
    members.insert(max(0, place + by), members.pop(place))
    return _made(tree)


def split(
    document: StrategyDocument,
    key: str,
    first: Mapping[str, Any],
    second: Mapping[str, Any],
    moving: set[str],
) -> StrategyDocument:
    """With two parts in place of one: the first keeps the key, the second comes after it.

    Of a theme, the second gets the goals and efforts named in `moving`.
    """
    tree = _tree(document)
    what, members, part = _find(tree, key)
    part.update(first)
    other: Tree = {"key": new_key(document, second["title"]), "number": 1, **second}
    if what == "theme":
        for name in ("goals", "efforts"):
            other[name] = [each for each in part.get(name, []) if each["key"] in moving]
            part[name] = [each for each in part.get(name, []) if each["key"] not in moving]
    members.insert(members.index(part) + 1, other)
    return _made(tree)


def joined(document: StrategyDocument, key: str, other_key: str) -> StrategyDocument:
    """With one part in place of two: the first keeps key and title, and has both texts and all beneath."""
    tree = _tree(document)
    what, _, part = _find(tree, key)
    other_what, others, other = _find(tree, other_key)
    if other is part or other_what != what:
        raise RuleViolation(ITSELF)
    others.remove(other)
    for name in ("vision", "goals", "efforts", "places"):
        if part.get(name) or other.get(name):
            part[name] = [*part.get(name, []), *other.get(name, [])]
    if other.get("text"):
        part["text"] = f"{part['text']}\n\n{other['text']}"
    for name in set(OF_THE_SOURCE) - {"places"}:
        part.pop(name, None)
    return _made(tree)


def retold(document: StrategyDocument, values: Mapping[str, Any]) -> StrategyDocument:
    """With other words about the whole: title, slogan, years, adoption, source, vision and foreword."""
    return _made({**_tree(document), **values})


def copied(
    document: StrategyDocument, *, key: str, title: str, first_year: int, last_year: int
) -> StrategyDocument:
    """A beginning for the next strategy: themes, goals, efforts, challenges, values; not what was decided."""
    tree = _tree(document)
    for name in ("slogan", "adopted", "foreword", "legal", "legal_type", "notes"):
        tree.pop(name, None)
    period = {"first_year": first_year, "last_year": last_year}
    return _made({**tree, "key": key, "title": title, "predecessor": document.title, "period": period})


def new_key(document: StrategyDocument, title: str) -> str:
    """A key that nothing in the document has."""
    taken = {entry.key for _, _, entries in document.lists() for entry in entries}
    wanted = slugify(title, length=34).replace("_", "-") or "part"
    numbered = (f"{wanted}-{number}" for number in range(2, 1000))
    return next(key for key in (wanted, *numbered) if key not in taken)


def part_of(document: StrategyDocument, key: str) -> tuple[str, Tree]:
    """What a part is, and what it holds."""
    what, _, part = _find(_tree(document), key)
    return what, part


def theme_of(document: StrategyDocument, key: str) -> str:
    """The key of the theme under which a part stands; empty where it stands under none."""
    for _, theme, entries in document.lists():
        if theme and any(entry.key == key for entry in entries):
            return theme.key
    return ""


def _tree(document: StrategyDocument) -> Tree:
    return deepcopy(document.model_dump(mode="json", exclude_defaults=True))


def _lists(tree: Tree) -> Iterator[tuple[str, list[Tree]]]:
    for what, name in LISTS.items():
        yield what, tree.setdefault(name, [])
    for theme in tree["themes"]:
        for what in sorted(UNDER_THEMES):
            yield what, theme.setdefault(LISTS[what], [])


def _find(tree: Tree, key: str) -> tuple[str, list[Tree], Tree]:
    for what, members in _lists(tree):
        for part in members:
            if part["key"] == key:
                return what, members, part
    raise RuleViolation(GONE)


def _list(tree: Tree, what: str, theme: str) -> list[Tree]:
    if not theme:
        found: list[Tree] = tree.setdefault(LISTS[what], [])
        return found
    _, _, part = _find(tree, theme)
    under: list[Tree] = part.setdefault(LISTS[what], [])
    return under


def _made(tree: Tree) -> StrategyDocument:
    for _, members in _lists(tree):
        for number, part in enumerate(members, start=1):
            part["number"] = number
    try:
        return StrategyDocument.model_validate(tree)
    except ValidationError:
        raise RuleViolation(UNSOUND) from None


Change = Callable[[StrategyDocument], StrategyDocument]
