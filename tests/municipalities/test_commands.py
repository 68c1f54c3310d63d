"""`flask municipalities load` says what it did, and does it once."""

from pathlib import Path
from typing import Any

from flask import Flask


def test_load_says_what_it_made_and_then_that_nothing_is_missing(app: Flask, session: Any) -> None:
    runner = app.test_cli_runner()

    first = runner.invoke(args=["municipalities", "load"])
    second = runner.invoke(args=["municipalities", "load"])

    assert first.exit_code == second.exit_code == 0
    assert "vallensbaek: new; added 21 settings, 10 reasons, 6 texts" in first.output
    assert second.output == "glostrup: nothing is missing\nvallensbaek: nothing is missing\n"


def test_load_refuses_a_file_that_is_no_starting_point(app: Flask, session: Any, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("slug: 7")

    result = app.test_cli_runner().invoke(args=["municipalities", "load", str(file)])

    assert result.exit_code == 1
    assert "cannot be read" in result.output
