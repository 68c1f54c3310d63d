"""Functions, views, files, templates and tests stay small.

A function is counted from its `def` to its last line: signature and body, blank lines and
comments too; decorators and docstring are free. The complexity is ruff's business (C901).
"""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.conftest import Grow
from tests.architecture.sources import (
    ROOT,
    FunctionNode,
    Source,
    functions,
    sources,
    templates,
    view_bindings,
)

FUNCTION, VIEW, FILE, TEMPLATE, TEST = 25, 15, 250, 120, 25

# What may be longer, and why. A noted exception beats a raised limit.
EXCEPTIONS: dict[str, str] = {}
WITHOUT_LIMIT = ("tests/browser/", "migrations/")


def length(node: FunctionNode) -> int:
    last = node.end_lineno or node.lineno
    return last - node.lineno + 1 - docstring_length(node)


def docstring_length(node: FunctionNode) -> int:
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


def is_free(path: str) -> bool:
    return path in EXCEPTIONS or path.startswith(WITHOUT_LIMIT) or "barrier" in path


def project_sources(root: Path) -> list[Source]:
    folders = ("participation", "scripts", "tests", "benchmarks", "deploy")
    found = [source for folder in folders for source in sources(root, folder)]
    return [source for source in found if not is_free(source.path.as_posix())]


def limit(source: Source, node: FunctionNode) -> int:
    if source.path.parts[0] == "tests":
        return TEST
    return VIEW if view_bindings(source, node) else FUNCTION


def long_functions(root: Path) -> list[str]:
    return [
        f"{source.path}:{node.lineno} {node.name} has {length(node)} lines"
        for source in project_sources(root)
        for node in functions(source)
        if length(node) > limit(source, node) and f"{source.path.as_posix()}:{node.name}" not in EXCEPTIONS
    ]


def long_files(root: Path) -> list[str]:
    lengths = {source.path: len(source.text.splitlines()) for source in project_sources(root)}
    return [f"{path} has {lines} lines" for path, lines in lengths.items() if lines > FILE]


def long_templates(root: Path) -> list[str]:
    lengths = {each.name: len(each.text.splitlines()) for each in templates(root)}
    return [
        f"{name} has {lines} lines"
        for name, lines in lengths.items()
        if lines > TEMPLATE and f"templates/{name}" not in EXCEPTIONS
    ]


def stale_exceptions(root: Path) -> list[str]:
    return [name for name in EXCEPTIONS if not (root / name.split(":")[0]).exists()]


def test_functions_are_short() -> None:
    assert long_functions(ROOT) == []


def test_files_are_short() -> None:
    assert long_files(ROOT) == []


def test_templates_are_short() -> None:
    assert long_templates(ROOT) == []


def test_exceptions_are_of_today() -> None:
    assert stale_exceptions(ROOT) == []


def lines(count: int, start: str = "") -> str:
    return start + "    x = 1\n" * count


def test_a_long_function_is_found(grow: Grow) -> None:
    docstring = '    """Says\n    much.\n    """\n'
    root = grow(
        {
            "participation/ideas/rules.py": lines(24, f"@cache\ndef good():\n{docstring}"),
            "participation/ideas/models.py": lines(25, "def bad():\n"),
            "participation/ideas/views.py": lines(15, "@ideas.get('/')\ndef show():\n"),
            "tests/ideas/test_rules.py": lines(25, "def test_it():\n"),
            "tests/browser/test_journey.py": lines(90, "def test_journey():\n"),
        }
    )
    assert long_functions(root) == [
        "participation/ideas/models.py:1 bad has 26 lines",
        "participation/ideas/views.py:2 show has 16 lines",
        "tests/ideas/test_rules.py:1 test_it has 26 lines",
    ]


def test_a_long_file_is_found(grow: Grow) -> None:
    root = grow(
        {
            "participation/ideas/models.py": "x = 1\n" * 251,
            "participation/ideas/rules.py": "x = 1\n" * 250,
        }
    )
    assert long_files(root) == ["participation/ideas/models.py has 251 lines"]


def test_a_long_template_is_found(grow: Grow) -> None:
    root = grow({"templates/ideas/edit.html": "<p>\n" * 121, "templates/x/a.html": "<p>\n" * 120})
    assert long_templates(root) == ["ideas/edit.html has 121 lines"]
