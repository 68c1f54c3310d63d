"""A leaf can be taken off: two lines outside its own folders name it."""

import re
from collections.abc import Iterator
from pathlib import Path

from participation import FEATURES
from tests.architecture.conftest import Grow
from tests.architecture.sources import ROOT

LEAVES = ("notifications",)
PLACES = ("participation", "templates", "tests", "scripts", "static/css", "static/js")
WRITTEN_IN = {".py", ".html", ".txt", ".css", ".js"}


def lines_that_name(leaf: str, root: Path) -> list[str]:
    """Code outside the leaf's own folders that could not do without it."""
    needs = re.compile(rf"\b{leaf}\.|\.{leaf}\b|\"{leaf}\"|\({leaf}\)|{leaf}/|import {leaf}\b")
    return [
        f"{path.relative_to(root)}: {line.strip()}"
        for path in [root / "pyproject.toml", *_files(leaf, root)]
        for line in path.read_text(encoding="utf-8").splitlines()
        if needs.search(line)
    ]


def _files(leaf: str, root: Path) -> Iterator[Path]:
    """The leaf's own folders and its factories go with it, and so does this check."""
    for place in PLACES:
        for path in sorted((root / place).rglob("*")):
            is_own = leaf in path.parts or path.stem in {leaf, Path(__file__).stem}
            if path.suffix in WRITTEN_IN and not is_own:
                yield path


def test_two_lines_name_a_leaf() -> None:
    for leaf in set(LEAVES) & set(FEATURES):
        assert lines_that_name(leaf, ROOT) == [
            f'pyproject.toml: "({leaf})",',
            f'participation/__init__.py: "{leaf}",',
        ]


def test_a_third_line_is_found(grow: Grow) -> None:
    root = grow(
        {
            "pyproject.toml": "",
            "participation/pages/frame.py": "from participation.notifications import queries",
            "templates/pages/front.html": '{{ url_for("notifications.inbox") }}',
            "participation/notifications/views.py": 'url_for("notifications.inbox")',
        }
    )
    assert len(lines_that_name("notifications", root)) == 2
