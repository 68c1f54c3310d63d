"""Which functions bring about an Act, read from the source: in their own body or in what they call."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.architecture.sources import (
    FunctionNode,
    Source,
    called_name,
    functions,
    imports,
    literal,
    sources,
)

STAFF = {"is_staff", "is_administrator", "is_system"}


@dataclass(frozen=True)
class Package:
    """Every function of the package at the top of its module, and what its module's names stand for."""

    root: Path

    @cached_property
    def modules(self) -> dict[str, Source]:
        return {source.module: source for source in sources(self.root)}

    @cached_property
    def functions(self) -> dict[str, FunctionNode]:
        return {
            f"{name}.{node.name}": node
            for name, source in self.modules.items()
            for node in source.tree.body
            if isinstance(node, FunctionNode)
        }

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """For each module its local names, also those that were given in an import."""
        return {name: dict(local_names(source)) for name, source in self.modules.items()}

    def called(self, module: str, node: FunctionNode) -> Iterator[tuple[str, ast.Call]]:
        """The full name of everything that a function calls, as far as it is a plain name."""
        for call in ast.walk(node):
            if isinstance(call, ast.Call):
                yield self.full_name(module, call.func), call

    def full_name(self, module: str, called: ast.expr) -> str:
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            return f"{self.names[module].get(called.value.id, '?')}.{called.attr}"
        name = called_name(called)
        return self.names[module].get(name, f"{module}.{name}")

    def acts_of(self, full_name: str, seen: set[str] | None = None) -> set[str]:
        """The classes of the events that the function, or what it calls, publishes."""
        seen = seen if seen is not None else set()
        node = self.functions.get(full_name)
        if node is None or full_name in seen:
            return set()
        seen.add(full_name)
        found: set[str] = set()
        for name, call in self.called(full_name.rsplit(".", 1)[0], node):
            if name.endswith("foundation.events.publish"):
                found |= {called_name(event) for event in call.args}
            found |= self.acts_of(name, seen)
        return found


def local_names(source: Source) -> Iterator[tuple[str, str]]:
    """`tell` for `from … import publish as tell`."""
    given = {
        (alias.name, node.lineno): alias.asname
        for node in source.nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for full, line in imports(source):
        short = full.rsplit(".", 1)[-1]
        yield given.get((short, line)) or short, full


def of_staff(source: Source) -> Iterator[str]:
    """The permissions whose rule asks, itself or through a function beside it, who is on staff."""
    nodes = {node.name: node for node in functions(source)}
    for node in nodes.values():
        for decorator in node.decorator_list:
            is_rule = called_name(decorator) == "permission" and isinstance(decorator, ast.Call)
            if is_rule and asks_for_staff(node, nodes, set()):
                yield literal(decorator.args[0]) or "?"  # type: ignore[attr-defined]


def asks_for_staff(node: FunctionNode, nodes: dict[str, FunctionNode], seen: set[str]) -> bool:
    seen.add(node.name)
    returns = [each for each in ast.walk(node) if isinstance(each, ast.Return)]
    if any(isinstance(each.value, ast.Constant) and each.value.value is False for each in returns):
        return True
    used = {called_name(each) for each in ast.walk(node)}
    beside = (nodes[name] for name in used & nodes.keys() - seen)
    return bool(used & STAFF) or any(asks_for_staff(each, nodes, seen) for each in beside)
