"""The project's files as the checks of this folder read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "participation"
NOT_FEATURES = {"foundation", "web", "translations"}

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def declared(name: str) -> list[Any]:
    """What the features' own tests declare for all: the `name` of each tests/<feature>/declared.py."""
    modules = sorted(ROOT.glob("tests/*/declared.py"))
    found = [import_module(f"tests.{path.parent.name}.declared") for path in modules]
    return [getattr(module, name) for module in found if hasattr(module, name)]


@dataclass(frozen=True)
class Source:
    """A Python file; `path` is relative to the root."""

    root: Path
    path: Path

    @cached_property
    def text(self) -> str:
        return (self.root / self.path).read_text(encoding="utf-8")

    @property
    def tree(self) -> ast.Module:
        return parsed(self.text, str(self.path))

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All of the tree, in the order of `ast.walk`."""
        return walked(self.tree)

    @property
    def module(self) -> str:
        return ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")

    @property
    def feature(self) -> str:
        """The feature that the file belongs to, or nothing for what stands below the features."""
        parts = self.path.parts
        inside = len(parts) > 2 and parts[0] == PACKAGE and parts[1] not in NOT_FEATURES
        return parts[1] if inside else ""

    @property
    def role(self) -> str:
        """`services` for both `ideas/services.py` and `ideas/services/moves.py`."""
        return Path(self.path.parts[2]).stem if self.feature else ""


@dataclass(frozen=True)
class Template:
    """A Jinja template; `name` is what `render_template` is called with."""

    name: str
    text: str

    @property
    def tree(self) -> nodes.Template:
        return parsed_template(self.text, self.name)

    @property
    def folder(self) -> str:
        return self.name.split("/")[0]

    @property
    def is_page(self) -> bool:
        stem = self.name.rsplit("/", 1)[-1]
        return self.folder not in {"layouts", "components", "emails"} and not stem.startswith("_")


TEMPLATE_SYNTAX = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)


# Every check reads every file: each text is taken apart once for all of them.
@cache
def parsed(text: str, path: str) -> ast.Module:
    return ast.parse(text, path)


@cache
def walked(tree: ast.Module) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree))


@cache
def parsed_template(text: str, name: str) -> nodes.Template:
    return TEMPLATE_SYNTAX.parse(text, name)


def sources(root: Path, folder: str = PACKAGE) -> list[Source]:
    return [
        Source(root, path.relative_to(root))
        for path in sorted((root / folder).rglob("*.py"))
        if "node_modules" not in path.parts
    ]


def feature_sources(root: Path, *roles: str) -> list[Source]:
    """The files of all features, or those in the given roles only."""
    found = [source for source in sources(root) if source.feature]
    return [source for source in found if source.role in roles] if roles else found


def templates(root: Path) -> list[Template]:
    folder = root / "templates"
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".html", ".txt"})
    return [Template(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def functions(source: Source) -> Iterator[FunctionNode]:
    for node in source.nodes:
        if isinstance(node, FunctionNode):
            yield node


def public_functions(source: Source) -> Iterator[FunctionNode]:
    """Those at the top of the module whose name has no leading underscore."""
    for node in source.tree.body:
        if isinstance(node, FunctionNode) and not node.name.startswith("_"):
            yield node


def without_docstring(node: FunctionNode) -> list[ast.stmt]:
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def called_name(call: ast.AST) -> str:
    """`require` for both `require(…)` and `guards.require(…)`; nothing for other expressions."""
    function = call.func if isinstance(call, ast.Call) else call
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def literal(node: ast.AST | None) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def imports(source: Source) -> Iterator[tuple[str, int]]:
    """Every imported name with its full path (`participation.ideas.models.Idea`) and line."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = imported_from(source, node)
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)


def imported_from(source: Source, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = source.path.parts[: len(source.path.parts) - node.level]
    return ".".join([*parts, *([node.module] if node.module else [])])


def view_decorators(node: FunctionNode) -> list[ast.Call]:
    """The `@blueprint.route(…)`, `.get(…)`, `.post(…)` … that make the function a view."""
    return [
        decorator
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in {"route", "get", "post", "put", "patch", "delete"}
    ]


def bindings(source: Source) -> Iterator[ast.Call]:
    """`blueprint.add_url_rule(path, endpoint, front.show)`, by which `pages` binds its modules."""
    for node in source.nodes:
        if isinstance(node, ast.Call) and called_name(node) == "add_url_rule" and len(node.args) > 2:
            yield node


@cache
def bound_views(root: Path) -> dict[tuple[str, str], ast.Call]:
    """Each binding by its feature and the function that it binds."""
    return {
        (source.feature, called_name(call.args[2])): call
        for source in feature_sources(root)
        for call in bindings(source)
    }


def view_bindings(source: Source, node: FunctionNode) -> list[ast.Call]:
    """The decorators and calls that make a function a view; none for other functions."""
    bound = bound_views(source.root).get((source.feature, node.name)) if source.feature else None
    return [*view_decorators(node), *([bound] if bound else [])]
