"""Endpoint = view = template, reading views write nothing, and Python names no status to decide."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import (
    ROOT,
    FunctionNode,
    Source,
    bindings,
    called_name,
    feature_sources,
    functions,
    imports,
    literal,
    sources,
    templates,
    view_bindings,
    view_decorators,
)

MARKUP = "participation.web.markup"
WRITES_ON_GET = "writes_on_get"


def views(source: Source) -> dict[str, FunctionNode]:
    return {node.name: node for node in functions(source) if view_bindings(source, node)}


def view_sources(root: Path) -> list[Source]:
    """Views stand in views.py; in `pages` every module is one."""
    return [
        source
        for source in feature_sources(root)
        if source.role in {"views", "api"} or source.feature == "pages"
    ]


def rendered(node: ast.AST) -> Iterator[str]:
    """The templates that a function names."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            names = (literal(argument) for argument in call.args)
            yield from (name for name in names if name and name.endswith(".html"))


def wrong_templates(root: Path) -> list[str]:
    """A view renders the page of its name, or a part of its feature (`_card.html`)."""
    known = views_by_feature(root)
    return [
        f"{source.path}:{node.lineno} {node.name} renders {name}"
        for source in view_sources(root)
        for node in source.tree.body
        if isinstance(node, FunctionNode)
        for name in rendered(node)
        if not fits(name, source.feature, {node.name} & known[source.feature] or known[source.feature])
    ]


def views_by_feature(root: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for source in view_sources(root):
        found.setdefault(source.feature, set()).update(views(source))
    return found


def fits(template: str, feature: str, names: set[str]) -> bool:
    folder, _, file = template.partition("/")
    return folder == feature and (file.startswith("_") or file.removesuffix(".html") in names)


def templates_without_view(root: Path) -> list[str]:
    """Every page in a feature's folder is rendered by somebody."""
    known = views_by_feature(root)
    return [
        template.name
        for template in templates(root)
        if template.is_page
        and template.folder in known
        and Path(template.name).stem not in known[template.folder]
    ]


def renamed_endpoints(root: Path) -> list[str]:
    decorated = [
        f"{source.path}:{node.lineno} {node.name}"
        for source in view_sources(root)
        for node in views(source).values()
        for decorator in view_decorators(node)
        if any(keyword.arg == "endpoint" for keyword in decorator.keywords)
    ]
    bound = [
        f"{source.path}:{call.lineno} {called_name(call.args[2])}"
        for source in view_sources(root)
        for call in bindings(source)
        if literal(call.args[1]) != called_name(call.args[2])
    ]
    return decorated + bound


def methods(source: Source, node: FunctionNode) -> set[str]:
    found: set[str] = set()
    for binding in view_bindings(source, node):
        named = [word.value for word in binding.keywords if word.arg == "methods"]
        verb = called_name(binding).upper()
        default = {verb} if verb in {"POST", "PUT", "PATCH", "DELETE"} else {"GET"}
        found |= set(ast.literal_eval(named[0])) if named else default
    return found


def writing_readers(root: Path) -> list[str]:
    """Views that answer GET and call a service without asking whether a form was sent."""
    return [
        f"{source.path}:{node.lineno} {node.name}"
        for source in view_sources(root)
        for node in views(source).values()
        if "GET" in methods(source, node)
        and calls_services(source, node)
        and not ("POST" in methods(source, node) and asks_for_form(node))
        and WRITES_ON_GET not in {called_name(each) for each in node.decorator_list}
    ]


def calls_services(source: Source, node: FunctionNode) -> bool:
    taken = {name.rsplit(".", 1)[-1] for name, _ in imports(source) if ".services" in name}
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return bool(names & taken)


def asks_for_form(node: FunctionNode) -> bool:
    words = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    return bool(words & {"validate_on_submit", "is_submitted", "method"})


def compared_statuses(root: Path) -> list[str]:
    return [
        f"{source.path}:{getattr(node, 'lineno', 0)}"
        for source in sources(root)
        if source.role != "lifecycle"
        for node in source.nodes
        if decides_by_status(node)
    ]


def decides_by_status(node: ast.AST) -> bool:
    """`idea.status == "draft"`, `… is IdeaStatus.DRAFT`, `.status.in_([IdeaStatus.DRAFT])`, match."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        return any(names_status(side) for side in sides) or compares_words(sides)
    if isinstance(node, ast.Call) and called_name(node) in {"in_", "not_in", "notin_"}:
        return any(names_status(part) for argument in node.args for part in ast.walk(argument))
    return isinstance(node, ast.Match) and is_status(node.subject)


def is_status(node: ast.AST) -> bool:
    return called_name(node) in {"status", "state"}


def names_status(node: ast.AST) -> bool:
    """`IdeaStatus.DRAFT`, alone or in a list."""
    return any(
        isinstance(part, ast.Attribute) and called_name(part.value).endswith("Status")
        for part in ast.walk(node)
        if not isinstance(part, ast.Call)
    )


def compares_words(sides: list[ast.expr]) -> bool:
    has_words = any(literal(part) for side in sides for part in ast.walk(side))
    return has_words and any(is_status(side) for side in sides)


def made_markup(root: Path) -> list[str]:
    return [
        f"{source.path}:{node.lineno}"
        for source in sources(root)
        if source.module != MARKUP
        for node in source.nodes
        if isinstance(node, ast.Call) and called_name(node) == "Markup"
    ]


def test_views_render_the_template_of_their_name() -> None:
    assert wrong_templates(ROOT) == []


def test_every_page_template_has_a_view() -> None:
    assert templates_without_view(ROOT) == []


def test_endpoints_are_named_after_their_view() -> None:
    assert renamed_endpoints(ROOT) == []


def test_views_that_read_do_not_write() -> None:
    assert writing_readers(ROOT) == []


def test_only_the_lifecycle_decides_by_a_status() -> None:
    assert compared_statuses(ROOT) == []


def test_markup_is_made_in_one_place() -> None:
    assert made_markup(ROOT) == []
