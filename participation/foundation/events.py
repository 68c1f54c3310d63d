"""News between features: published by a lower feature, handled at once in the same transaction."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

Event = TypeVar("Event")
HANDLERS: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def subscribe(*kinds: type) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    """Register a reaction to one or several events; a reaction only writes rows."""

    def register(handler: Callable[[Any], None]) -> Callable[[Any], None]:
        for kind in kinds:
            HANDLERS[kind].append(handler)
        return handler

    return register


def publish(event: object) -> None:
    """Call every reaction to the event's class, in the order of registration."""
    for handler in HANDLERS[type(event)]:
        handler(event)
