"""Files, functions and classes are called what architecture.md says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.conftest import Grow
from tests.architecture.sources import (
    ROOT,
    Source,
    feature_sources,
    sources,
)

ROLES = {
    "__init__",
    "views",
    "api",
    "forms",
    "commands",
    "subscribers",
    "services",
    "queries",
    "permissions",
    "rules",
    "models",
    "lifecycle",
    "events",
}
# Features with files of other names, and why.
OTHER_FILES = {
    "pages": "one module a page",
}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "admin", "manage"}
EMPTY_VERBS = re.compile(r"_*(get|handle|process)_")
EMPTY_NOUNS = re.compile(r"(?i)(^|_)(data|manager)($|_)|(Data|Manager|Handler|Helper)$")
# Names that a library calls, so that they are not ours to choose.
FOREIGN_NAMES = {
    "get_bind": "SQLAlchemy",
    "get_id": "Flask-Login",
    "get_translations": "WTForms",
    "get_cookie_name": "Flask",
    "handle_http_exception": "Flask",
    "handle_user_exception": "Flask",
    "process_bind_param": "SQLAlchemy",
    "process_result_value": "SQLAlchemy",
    "process_formdata": "WTForms",
    "process_data": "WTForms",
}


def project_sources(root: Path) -> list[Source]:
    folders = ("participation", "scripts", "tests", "benchmarks", "migrations")
    return [source for folder in folders for source in sources(root, folder)]


def unknown_files(root: Path) -> list[str]:
    return [
        f"{source.path} is no file that a feature has"
        for source in feature_sources(root)
        if source.role not in ROLES and source.feature not in OTHER_FILES
    ]


def empty_names(root: Path) -> list[str]:
    return [
        f"{source.path} says nothing by its name"
        for source in project_sources(root)
        if EMPTY_NAMES & set(source.path.with_suffix("").parts)
    ]


def busy_inits(root: Path) -> list[str]:
    """The `__init__.py` of a feature is its docstring."""
    return [
        f"{source.path} holds more than a docstring"
        for source in sources(root)
        if source.path.name == "__init__.py"
        and len(source.path.parts) == 3
        and any(not is_docstring(node) for node in source.tree.body)
    ]


def is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def without_docstring(root: Path) -> list[str]:
    """A module opens with one sentence, unless it is empty or one of Alembic's."""
    return [
        f"{source.path} does not open with a sentence"
        for source in project_sources(root)
        if source.path.parts[0] != "migrations" and not opens_with_sentence(source)
    ]


def opens_with_sentence(source: Source) -> bool:
    if not source.text.strip():
        return True
    first = (ast.get_docstring(source.tree) or "").split("\n\n")[0]
    return first.endswith((".", "?", "!", ":"))


def definitions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def empty_verbs(root: Path) -> list[str]:
    return [
        f"{source.path}:{node.lineno} {node.name}"
        for source in sources(root)
        for node in definitions(source)
        if node.name not in FOREIGN_NAMES and (EMPTY_VERBS.match(node.name) or EMPTY_NOUNS.search(node.name))
    ]


def test_features_have_only_the_known_files() -> None:
    assert unknown_files(ROOT) == []


def test_no_module_has_an_empty_name() -> None:
    assert empty_names(ROOT) == []


def test_inits_of_features_are_a_docstring() -> None:
    assert busy_inits(ROOT) == []


def test_modules_open_with_a_sentence() -> None:
    assert without_docstring(ROOT) == []


def test_functions_and_classes_say_what_they_do() -> None:
    assert empty_verbs(ROOT) == []


def test_an_unknown_file_is_found(grow: Grow) -> None:
    names = ("ideas/ranking.py", "ideas/services/moves.py", "pages/front.py", "web/guards.py")
    root = grow({f"participation/{name}": "" for name in names})
    assert unknown_files(root) == ["participation/ideas/ranking.py is no file that a feature has"]


def test_an_empty_name_is_found(grow: Grow) -> None:
    root = grow({"participation/web/utils.py": "", "tests/helpers/cast.py": ""})
    assert empty_names(root) == [
        "participation/web/utils.py says nothing by its name",
        "tests/helpers/cast.py says nothing by its name",
    ]


def test_a_busy_init_is_found(grow: Grow) -> None:
    root = grow(
        {
            "participation/ideas/__init__.py": '"""Ideas."""\nfrom participation import web',
            "participation/votes/__init__.py": '"""Votes."""',
        }
    )
    assert busy_inits(root) == ["participation/ideas/__init__.py holds more than a docstring"]


def test_a_module_without_a_sentence_is_found(grow: Grow) -> None:
    root = grow(
        {
            "participation/ideas/rules.py": "x = 1",
            "participation/ideas/models.py": '"""The models"""',
            "participation/ideas/events.py": '"""What happens to ideas."""',
        }
    )
    assert without_docstring(root) == [
        "participation/ideas/models.py does not open with a sentence",
        "participation/ideas/rules.py does not open with a sentence",
    ]


def test_an_empty_verb_is_found(grow: Grow) -> None:
    code = """
        class IdeaManager:
            def get_idea(self): ...
            def process_bind_param(self): ...
        def save_data(): ...
        def getaway(): ...
    """
    root = grow({"participation/ideas/queries.py": code})
    found = [line.split()[-1] for line in empty_verbs(root)]
    assert found == ["IdeaManager", "save_data", "get_idea"]
