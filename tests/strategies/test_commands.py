"""`flask strategies load` publishes when asked, and prints the difference of a changed file."""

from pathlib import Path
from typing import Any

from flask import Flask

from participation.municipalities.models import Municipality
from participation.strategies import queries
from tests.strategies.test_services import CHANGED, SMALL


def load(app: Flask, tmp_path: Path, content: str, *words: str) -> Any:
    file = tmp_path / "strategy.yaml"
    file.write_text(content, encoding="utf-8")
    return app.test_cli_runner().invoke(args=["strategies", "load", str(file), *words])


def test_load_publishes_when_asked_and_only_once(
    app: Flask, municipality: Municipality, tmp_path: Path
) -> None:
    assert load(app, tmp_path, SMALL).output == "small: new, 5 parts.\n"
    assert queries.current_strategy() is None
    assert load(app, tmp_path, SMALL, "--publish").output == "small: nothing has changed.\nPublished.\n"
    assert load(app, tmp_path, SMALL, "--publish").output == "small: nothing has changed.\n"
    assert queries.current_strategy()


def test_load_prints_the_difference(app: Flask, municipality: Municipality, tmp_path: Path) -> None:
    load(app, tmp_path, SMALL, "--publish")

    assert load(app, tmp_path, CHANGED).output.splitlines() == [
        "small: 3 changes.",
        "  changed goal trees text",
        "    - Vi vil have flere træer.",
        "    + Vi vil have mange flere træer.",
        "  added goal birds",
        "    + Vi vil have flere bier.",
        "  removed goal bees",
        "    - Vi vil have flere bier.",
    ]


def test_load_lists_what_is_to_be_mended(app: Flask, municipality: Municipality, tmp_path: Path) -> None:
    result = load(app, tmp_path, SMALL.replace("number: 2", "number: two"))

    assert result.exit_code == 1
    assert "themes.1.goals.2.number: This should be a whole number." in result.output


def test_load_names_the_missing_municipality(app: Flask, session: Any, tmp_path: Path) -> None:
    assert "flask municipalities load" in load(app, tmp_path, SMALL).output
