"""Permissions: one function with one name, asked in services, views and templates alike."""

from collections.abc import Callable
from typing import Any

from participation.foundation.actors import Actor
from participation.foundation.errors import Forbidden, Suspended

Rule = Callable[..., bool]
PERMISSIONS: dict[str, Rule] = {}
# The permissions to write what others read: who is suspended has none of them.
WRITING: set[str] = set()


def permission(name: str, *, writes: bool = False) -> Callable[[Rule], Rule]:
    """Register a predicate `(actor)` or `(actor, subject)` under `feature.verb`.

    `writes` is for what puts a citizen's words before others; nobody does that while suspended.
    """

    def register(rule: Rule) -> Rule:
        if name in PERMISSIONS:
            raise ValueError(f"permission {name!r} is defined twice")
        PERMISSIONS[name] = rule
        if writes:
            WRITING.add(name)
        return rule

    return register


def can(actor: Actor, name: str, *subject: Any) -> bool:
    """Whether `actor` may; the system may everything. An unknown name raises KeyError."""
    rule = PERMISSIONS[name]
    return actor.is_system or (_may_write(actor, name) and rule(actor, *subject))


def require(actor: Actor, name: str, *subject: Any) -> None:
    """Raise Forbidden unless `actor` may; Suspended when that is why."""
    if not can(actor, name, *subject):
        raise Forbidden(name) if _may_write(actor, name) else Suspended(name)


def _may_write(actor: Actor, name: str) -> bool:
    return name not in WRITING or actor.may_write
