"""Each permission is defined once, under its feature's name, and asked for by that name."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from participation.foundation import authorization
from tests.architecture.conftest import Grow
from tests.architecture.sources import (
    ROOT,
    Source,
    called_name,
    feature_sources,
    literal,
    sources,
    templates,
)

NAME = re.compile(r"[a-z_]+\.[a-z_]+")
# `can("ideas.edit", idea)` in templates and `guards.require(…)` put the name first,
# `require(actor, "ideas.edit", idea)` second.
QUESTIONS = {"require", "can"}


def defined(source: Source) -> Iterator[tuple[str, int]]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and called_name(node) == "permission" and node.args:
            yield from ((name, node.lineno) for name in names_of(node.args[0]))


def names_of(argument: ast.expr) -> list[str]:
    """The one name, or for `f"ideas.{move.name}"` all that the running application has made of it."""
    if isinstance(argument, ast.JoinedStr):
        return sorted(
            name for name in authorization.PERMISSIONS if re.fullmatch(pattern(argument), name)
        ) or ["?"]
    return [literal(argument) or "?"]


def definitions(root: Path) -> list[tuple[Source, str, int]]:
    return [(source, *found) for source in feature_sources(root) for found in defined(source)]


def defined_wrongly(root: Path) -> list[str]:
    return [
        f"{source.path}:{line} {name}"
        for source, name, line in definitions(root)
        if source.role != "permissions" or name.split(".")[0] != source.feature
    ]


def defined_twice(root: Path) -> list[str]:
    """The application itself refuses a name that a loop and a decorator both define."""
    counted = Counter(name for _, name, _ in definitions(root))
    return sorted(name for name, count in counted.items() if count > 1)


def asked_in_python(root: Path) -> Iterator[tuple[str, str]]:
    """Every name asked for with the place where it is asked."""
    for source in sources(root):
        for node in source.nodes:
            if isinstance(node, ast.Call) and called_name(node) in QUESTIONS:
                names = [literal(argument) for argument in node.args[:2]]
                yield from ((name, f"{source.path}:{node.lineno}") for name in names if name)


def asked_in_templates(root: Path) -> Iterator[tuple[str, str]]:
    for template in templates(root):
        for call in template.tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in QUESTIONS:
                names = [arg.value for arg in call.args[:1] if isinstance(arg, nodes.Const)]
                yield from ((name, f"{template.name}:{call.lineno}") for name in names)


def unknown(root: Path) -> list[str]:
    names = {name for _, name, _ in definitions(root)}
    asked = [*asked_in_python(root), *asked_in_templates(root)]
    made = list(made_in_loops(root))
    return [
        f"{place} {name}"
        for name, place in asked
        if name not in names and not any(re.fullmatch(text, name) for text in made)
    ]


def made_in_loops(root: Path) -> Iterator[str]:
    """`permission(f"ideas.{move.name}")` defines one for each move."""
    for source in feature_sources(root, "permissions"):
        for node in source.nodes:
            if isinstance(node, ast.JoinedStr):
                yield pattern(node)


def literals(root: Path) -> Iterator[str]:
    """What could be a name somewhere in Python: life-cycles and tables name permissions too."""
    for source in sources(root):
        for node in source.nodes:
            if isinstance(node, ast.JoinedStr):
                yield pattern(node)
            elif text := literal(node):
                yield re.escape(text)


def pattern(node: ast.JoinedStr) -> str:
    """`f"ideas.{move.name}"` as the expression that matches every name it can make."""
    texts = (literal(part) for part in node.values)
    return "".join(re.escape(text) if text else "[a-z_]+" for text in texts)


def unused(root: Path) -> list[str]:
    """A definition is one literal of its own name, so a name that is used stands there twice."""
    found = [text for text in literals(root) if "." in text]
    exact = Counter(found)
    made = [text for text in found if "[a-z_]+" in text and not text.startswith("[a-z_]+")]
    asked = {name for name, _ in asked_in_templates(root)}
    return [
        name
        for _, name, _ in definitions(root)
        if exact[re.escape(name)] < 2
        and name not in asked
        and not any(re.fullmatch(text, name) for text in made)
    ]


@pytest.mark.usefixtures("app")
def test_permissions_are_defined_in_their_feature() -> None:
    assert defined_wrongly(ROOT) == []


def test_permissions_are_defined_once() -> None:
    assert defined_twice(ROOT) == []


def test_only_defined_permissions_are_asked_for() -> None:
    assert unknown(ROOT) == []


def test_every_permission_is_asked_for() -> None:
    assert unused(ROOT) == []


PERMISSIONS = """
    @permission("ideas.edit")
    def edit(actor, idea): ...

    @permission("ideas.publish")
    def publish(actor, idea): ...

    @permission("ideas.sell")
    def sell(actor, idea): ...

    @permission("votes.support")
    def support(actor, idea): ...
"""


def test_wrong_definitions_are_found(grow: Grow) -> None:
    root = grow(
        {
            "participation/ideas/permissions.py": PERMISSIONS,
            "participation/votes/permissions.py": '@permission("votes.support")\ndef s(): ...',
            "participation/votes/services.py": '@permission("votes.withdraw")\ndef w(): ...',
        }
    )
    assert defined_wrongly(root) == [
        "participation/ideas/permissions.py:11 votes.support",
        "participation/votes/services.py:1 votes.withdraw",
    ]
    assert defined_twice(root) == ["votes.support"]


def test_unknown_and_unused_names_are_found(grow: Grow) -> None:
    root = grow(
        {
            "participation/ideas/permissions.py": PERMISSIONS,
            "participation/ideas/services.py": 'require(actor, "ideas.eat", idea)',
            "participation/ideas/lifecycle.py": 'Move("publish", asks="ideas.publish")',
            "participation/ideas/views.py": 'guards.require("ideas.drink", idea)',
            "templates/ideas/show.html": "{% if can('ideas.edit', idea) or can('x.y') %}{% endif %}",
        }
    )
    assert unknown(root) == [
        "participation/ideas/services.py:1 ideas.eat",
        "participation/ideas/views.py:1 ideas.drink",
        "ideas/show.html:1 x.y",
    ]
    assert unused(root) == ["ideas.sell", "votes.support"]


def test_a_made_name_counts_as_asked(grow: Grow) -> None:
    root = grow(
        {
            "participation/ideas/permissions.py": PERMISSIONS,
            "participation/ideas/services.py": 'require(actor, f"ideas.{move.name}", idea)',
        }
    )
    assert unused(root) == ["votes.support"]
