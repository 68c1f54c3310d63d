"""What the import contracts in pyproject.toml cannot say about who imports whom."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.conftest import Grow
from tests.architecture.sources import PACKAGE, ROOT, Source, feature_sources, imports, sources

BELOW_QUERIES = {"models", "lifecycle", "events"}
BELOW_SERVICES = BELOW_QUERIES | {"queries", "permissions", "rules"}
BELOW_COMMANDS = BELOW_SERVICES | {"services"}
BELOW_VIEWS = BELOW_COMMANDS | {"forms"}

# Which files of its own feature a file may use.
MAY_USE = {
    "views": BELOW_VIEWS,
    "api": BELOW_VIEWS,
    "forms": {"lifecycle", "rules"},
    "commands": BELOW_COMMANDS,
    "subscribers": BELOW_COMMANDS,
    "services": BELOW_SERVICES,
    "queries": {"models", "lifecycle", "rules", "permissions"},
    "permissions": {"models", "lifecycle", "rules"},
    "rules": {"events", "models", "lifecycle"},
    "models": {"lifecycle"},
    "lifecycle": set(),
    "events": {"models", "lifecycle"},
}

# Statements below the mapper are not filtered by municipality, so each place has a reason.
PLAIN_SQL = {
    "participation.search": "the text index is made of tables that the mapper does not know",
    "participation.foundation.tenancy": "this is the filter itself",
}
PLAIN_NAMES = ("sqlalchemy.text", "sqlalchemy.Table", "sqlalchemy.sql.text")


def own_imports(source: Source) -> Iterator[tuple[str, int]]:
    """The roles that a file takes from its own feature."""
    prefix = f"{PACKAGE}.{source.feature}."
    for name, line in imports(source):
        if name.startswith(prefix):
            yield name.removeprefix(prefix).split(".")[0], line


def wrong_roles(root: Path) -> list[str]:
    return [
        f"{source.path}:{line} {source.role} may not use {role}"
        for source in feature_sources(root)
        if source.role in MAY_USE
        for role, line in own_imports(source)
        if role in MAY_USE and role != source.role and role not in MAY_USE[source.role]
    ]


def imported_views(root: Path) -> list[str]:
    """Nothing takes anything from views, but the application factory and the views' own package."""
    return [
        f"{source.path}:{line} imports {name}"
        for source in sources(root)
        if source.module != PACKAGE
        for name, line in imports(source)
        if is_view(name) and not name.startswith(f"{PACKAGE}.{source.feature}.{source.role}.")
    ]


def is_view(name: str) -> bool:
    parts = name.split(".")
    return parts[0] == PACKAGE and len(parts) > 2 and parts[2] in {"views", "api"}


def imports_of_the_factory(root: Path) -> list[str]:
    """`from participation import ideas` names a package; `create_app` is for wsgi.py alone."""
    return [
        f"{source.path}:{line} imports {name}"
        for source in sources(root)
        for name, line in imports(source)
        if name in {PACKAGE, f"{PACKAGE}.create_app"}
    ]


def plain_sql(root: Path) -> list[str]:
    return [
        f"{source.path}:{line} uses {name}"
        for source in sources(root)
        if not source.module.startswith(tuple(PLAIN_SQL))
        for name, line in imports(source)
        if name in PLAIN_NAMES
    ]


def packages_without_a_place(root: Path) -> list[str]:
    """The contract of the features names every package that architecture.md has."""
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(each["layers"] for each in contracts["contracts"] if each["id"] == "features")
    placed = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    found = {source.feature for source in feature_sources(root)}
    return sorted(found - placed)


def test_roles_use_only_what_the_table_allows() -> None:
    assert wrong_roles(ROOT) == []


def test_nothing_imports_views() -> None:
    assert imported_views(ROOT) == []


def test_nothing_imports_the_application_factory() -> None:
    assert imports_of_the_factory(ROOT) == []


def test_plain_sql_stands_only_where_it_is_noted() -> None:
    assert plain_sql(ROOT) == []


def test_every_package_has_a_place_in_the_order() -> None:
    assert packages_without_a_place(ROOT) == []


def test_a_form_that_asks_a_query_is_found(grow: Grow) -> None:
    root = grow(
        {
            "participation/ideas/forms.py": "from participation.ideas.queries import open_goals",
            "participation/ideas/services/moves.py": "from .. import views\nfrom . import notes",
        }
    )
    assert wrong_roles(root) == [
        "participation/ideas/forms.py:1 forms may not use queries",
        "participation/ideas/services/moves.py:1 services may not use views",
    ]


def test_an_import_of_views_is_found(grow: Grow) -> None:
    root = grow(
        {
            "participation/__init__.py": "from participation.ideas import views",
            "participation/ideas/views/edit.py": "from participation.ideas.views import show",
            "participation/votes/views.py": "from participation.ideas.views import show",
        }
    )
    assert imported_views(root) == ["participation/votes/views.py:1 imports participation.ideas.views.show"]


def test_an_import_of_the_factory_is_found(grow: Grow) -> None:
    root = grow({"participation/mail/commands.py": "from participation import create_app"})
    assert imports_of_the_factory(root) == [
        "participation/mail/commands.py:1 imports participation.create_app"
    ]


def test_plain_sql_is_found(grow: Grow) -> None:
    line = "from sqlalchemy import text"
    root = grow({"participation/search/index.py": line, "participation/ideas/queries.py": line})
    assert plain_sql(root) == ["participation/ideas/queries.py:1 uses sqlalchemy.text"]


def test_a_package_without_a_place_is_found(grow: Grow) -> None:
    contract = '[[tool.importlinter.contracts]]\nid = "features"\nlayers = ["(votes) | (follows)"]'
    names = ("votes", "follows", "zebras")
    files = {f"participation/{name}/models.py": "" for name in names}
    root = grow({"pyproject.toml": contract, **files})
    assert packages_without_a_place(root) == ["zebras"]
