"""Permissions: one function with one name, asked in services, views and templates alike."""

from collections.abc import Callable
from typing import Any

from participation.foundation.actors import Actor
from participation.foundation.errors import Forbidden

Rule = Callable[..., bool]
PERMISSIONS: dict[str, Rule] = {}


def permission(name: str) -> Callable[[Rule], Rule]:
    """Register a predicate `(actor)` or `(actor, subject)` under `feature.verb`."""

    def register(rule: Rule) -> Rule:
        if name in PERMISSIONS:
            raise ValueError(f"permission {name!r} is defined twice")
        PERMISSIONS[name] = rule
        return rule

    return register


def can(actor: Actor, name: str, *subject: Any) -> bool:
    """Whether `actor` may; the system may everything. An unknown name raises KeyError."""
    rule = PERMISSIONS[name]
    return actor.is_system or rule(actor, *subject)


def require(actor: Actor, name: str, *subject: Any) -> None:
    """Raise Forbidden unless `actor` may."""
    if not can(actor, name, *subject):
        raise Forbidden(name)
