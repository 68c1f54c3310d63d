"""News between features: published by a lower feature, handled at once in the same transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from participation.foundation.actors import Actor

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

    @property
    def is_official(self) -> bool:
        """Whether it was done in the municipality's name, and so belongs in the internal log."""
        return self.actor.is_staff or self.actor.is_system


def ids_of(event: Any) -> dict[str, int | None]:
    """What the event is about, `idea_id` of its `idea` and so on; who did it, and for whom it is.

    What has no id yet has not been flushed.
    """
    return dict(_ids(event))


def _ids(event: Any) -> Iterator[tuple[str, int | None]]:
    for field in fields(event):
        value = getattr(event, field.name)
        if field.name == "actor":
            yield "actor_id", value.actor_id
        elif field.name.endswith("_id"):
            yield field.name, value
        elif hasattr(value, "id"):
            # What is hidden may be of several kinds, and calls itself `content`.
            name = type(value).__name__.lower() if field.name == "content" else field.name
            yield f"{name}_id", value.id


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
