"""News between features: published by a lower feature, handled at once in the same transaction."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from participation.foundation.actors import Actor

Event = TypeVar("Event")
HANDLERS: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


@dataclass(frozen=True, kw_only=True)
class Act:
    """An event that somebody brought about by an act of theirs.

    Whoever subscribes to `Act` hears of every one: an act of staff is kept in the internal log the day
    that its event is written. `facts` are codes and numbers that say more than the event's own objects do;
    never words that somebody wrote.
    """

    actor: Actor

    @property
    def facts(self) -> dict[str, Any]:
        return {}


def subscribe(*kinds: type) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    """Register a reaction to one or several events; a reaction only writes rows."""

    def register(handler: Callable[[Any], None]) -> Callable[[Any], None]:
        for kind in kinds:
            HANDLERS[kind].append(handler)
        return handler

    return register


def publish(event: object) -> None:
    """Call every reaction to the event's class and to what it is a kind of, in the order of registration."""
    for kind in type(event).__mro__:
        for handler in HANDLERS.get(kind, ()):
            handler(event)
