"""A strategy as plain named parts, and each text by its dotted name, such as `period.first_year`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from participation.foundation.text import N_, slugify
from participation.strategies.rules.documents import StrategyDocument

Tree = dict[str, Any]
Path = tuple[str | int, ...]

# Parts that are lists of texts; an empty line stands between two of them.
LISTS = {"paragraphs", "bullets", "named_values", "notes", "places", "vision"}
ENTRIES = {"theme": "themes", "goal": "goals", "effort": "efforts", "challenge": "challenges"}
COLLECTIONS = {"value": "values", "core_task": "core_tasks"}
# Parts that are lists of others; under them a number comes next, and never a text.
OF_PARTS = {*ENTRIES.values(), "items", "sections", "parts", "indicators"}
DEEPEST, MOST_IN_LIST = 8, 999

NOT_HERE = N_("This part cannot stand here.")


@dataclass(frozen=True)
class Problem:
    """One thing to mend: which part (`themes.2.goals.1.text`), where it stands, and an English message id."""

    path: str
    message: str
    line: int = 0
    row: int = 0


class DocumentError(Exception):
    """The file is not a strategy; `problems` says where and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(
            "; ".join(f"{each.path or each.line or each.row}: {each.message}" for each in problems)
        )
        self.problems = problems


@dataclass
class Read:
    """What a file holds, and where each part was found: in lines of a text, or in rows of a table."""

    tree: Tree = field(default_factory=dict)
    places: dict[Path, int] = field(default_factory=dict)
    unit: str = "line"

    def problem(self, path: Path, message: str) -> Problem:
        """A problem with the nearest place that is known."""
        beneath = [place for inner, place in self.places.items() if inner[: len(path)] == path]
        nearer = (path[:end] for end in range(len(path), 0, -1))
        above = (self.places[upper] for upper in nearer if upper in self.places)
        found = min(beneath) if beneath else next(above, 0)
        words = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
        return Problem(words, message, **{self.unit: found})


def tree_of(document: StrategyDocument) -> Tree:
    """The document's parts, without what nothing was said about."""
    tree: Tree = document.model_dump(mode="json", exclude_defaults=True)
    return tree


def flat(part: Any, name: str = "") -> Iterator[tuple[str, str | list[str]]]:
    """Every text with its dotted name; a list of texts as one."""
    if isinstance(part, dict):
        for inner, value in part.items():
            yield from flat(value, f"{name}.{inner}" if name else inner)
    elif isinstance(part, list) and part and isinstance(part[0], dict):
        for number, each in enumerate(part, start=1):
            yield from flat(each, f"{name}.{number}")
    elif isinstance(part, list):
        yield name, part
    else:
        yield name, str(part).lower() if isinstance(part, bool) else str(part)


def without(part: Tree, *names: str) -> Tree:
    """The part without some of its own."""
    return {name: value for name, value in part.items() if name not in names}


def path_of(name: str) -> Path:
    """A dotted name as steps; numbers count from 1."""
    return tuple(step if (number := _number(step)) is None else number - 1 for step in name.split("."))


def _number(text: str) -> int | None:
    """A number that can stand in a file: three digits at most."""
    return int(text) if text.isdecimal() and len(text) <= len(str(MOST_IN_LIST)) else None


def plant(tree: Tree, name: str, value: Any) -> Path | None:
    """Put a text where its dotted name says; None when nothing can stand there."""
    path = path_of(name)
    if len(path) > DEEPEST or isinstance(path[0], int):
        return None
    place: Any = tree
    for step, following in pairwise(path):
        if (step in OF_PARTS) != isinstance(following, int):
            return None
        place = _step(place, step, [] if isinstance(following, int) else {})
        if place is None:
            return None
    return path if _set(place, path[-1], value) else None


def _step(place: Any, step: str | int, empty: Any) -> Any:
    if isinstance(step, int):
        if not isinstance(place, list) or not 0 <= step <= min(len(place), MOST_IN_LIST):
            return None
        if step == len(place):
            place.append(empty)
        return place[step]
    return place.setdefault(step, empty) if isinstance(place, dict) else None


def _set(place: Any, step: str | int, value: Any) -> bool:
    is_for_parts = isinstance(step, int) or step in OF_PARTS or step in COLLECTIONS.values()
    if is_for_parts or not isinstance(place, dict) or step in place:
        return False
    place[step] = value
    return True


def is_list(name: str, *, of_theme: bool = False) -> bool:
    """Whether the part is a list of texts; `vision` is one of a theme, and named parts of a strategy."""
    last = name.rsplit(".", 1)[-1]
    return last in LISTS and (last != "vision" or of_theme)


def texts(value: str) -> list[str]:
    """The texts between which empty lines stand."""
    return [part for part in re.split(r"\n[ \t]*\n", value.replace("\r\n", "\n")) if part.strip()]


def complete(tree: Tree) -> None:
    """Give what says none a key of its title, and every entry a number after the one before it."""
    if not tree.get("key") and isinstance(tree.get("title"), str):
        tree["key"] = slugify(tree["title"], length=60)
    taken = {str(entry["key"]) for entries in _all_lists(tree) for entry in entries if entry.get("key")}
    for entries in _all_lists(tree):
        last = 0
        for entry in entries:
            if not entry.get("key"):
                entry["key"] = _free(slugify(str(entry.get("title", "")), length=34) or "part", taken)
            entry.setdefault("number", str(last + 1))
            last = _number(str(entry["number"])) or last


def _free(wanted: str, taken: set[str]) -> str:
    keys = (wanted, *(f"{wanted}-{number}" for number in range(2, 1000)))
    key = next(each for each in keys if each not in taken)
    taken.add(key)
    return key


def _all_lists(tree: Tree) -> Iterator[list[Tree]]:
    for name in ENTRIES.values():
        yield tree.get(name, [])
    for theme in tree.get("themes", []):
        yield theme.get("goals", [])
        yield theme.get("efforts", [])
    for name in COLLECTIONS.values():
        yield tree.get(name, {}).get("items", [])
