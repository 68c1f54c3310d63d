"""How two strategy documents differ, entry by entry and field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from participation.strategies.rules.documents import StrategyDocument

Kind = Literal["added", "changed", "removed", "moved"]
Fields = dict[str, str]
Place = tuple[str, str]

PROSE = ("foreword", "vision", "values", "core_tasks", "legal")
LISTS = {"themes", "challenges", "goals", "efforts", "items"}
PLACING = ("theme", "number")


@dataclass(frozen=True)
class Change:
    """One difference. `what` is strategy, theme, goal, effort, challenge, value, core_task or a headed text.

    `field` is a dotted name, empty where the whole entry came or went; then `before` or `after` is its
    text, or its title where it has no text.
    """

    kind: Kind
    what: str
    key: str
    field: str = ""
    before: str | None = None
    after: str | None = None


def compare(old: StrategyDocument | None, new: StrategyDocument) -> list[Change]:
    """What would change if `new` took the place of `old`; in the reading order of `new`, removals last."""
    before = _entries(old) if old else {}
    after = _entries(new)
    changes = [change for place in after for change in _differences(place, before.get(place), after[place])]
    removed = [place for place in before if place not in after]
    return changes + [Change("removed", *place, before=_gist(before[place])) for place in removed]


def _entries(document: StrategyDocument) -> dict[Place, Fields]:
    """Every part that has an identity of its own, with its fields as flat texts."""
    entries: dict[Place, Fields] = {("strategy", document.key): _fields(document, without={*LISTS, *PROSE})}
    for name in PROSE:
        prose = getattr(document, name)
        if prose is not None:
            entries[name, name] = _fields(prose, without=LISTS)
    for what, theme, members in document.lists():
        for entry in members:
            entries[what, entry.key] = {"theme": theme.key if theme else "", **_fields(entry, without=LISTS)}
    return entries


def _fields(part: BaseModel, *, without: set[str]) -> Fields:
    return dict(_flat("", part.model_dump(mode="json", exclude=without, exclude_defaults=True)))


def _flat(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for inner, content in value.items():
            yield from _flat(f"{name}.{inner}" if name else inner, content)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for position, item in enumerate(value, start=1):
            yield from _flat(f"{name}.{position}", item)
    else:
        yield name, "\n\n".join(value) if isinstance(value, list) else str(value)


def _differences(place: Place, before: Fields | None, after: Fields) -> list[Change]:
    if before is None:
        return [Change("added", *place, after=_gist(after))]
    names = dict.fromkeys([*after, *before])
    return [
        Change("moved" if name in PLACING else "changed", *place, name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    ]


def _gist(fields: Fields) -> str:
    return fields.get("text") or fields.get("title", "")
