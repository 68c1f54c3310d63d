"""What production refuses to start with."""

import re
from pathlib import Path

import click
import pytest
from flask import Flask

from participation.config import ConfigurationError, Settings
from participation.web.application import MOST_WITH_FILES
from scripts.paths import ROOT
from tests.processes import run
from tests.servers import environment

KEY = "0123456789abcdef0123456789abcdef"


def test_the_example_of_a_proxy_lets_files_through() -> None:
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    largest = re.search(r"client_max_body_size (\d+)m;", site)
    assert largest is not None
    assert int(largest[1]) * 1024 * 1024 >= MOST_WITH_FILES


def test_every_command_of_ours_is_told_of(app: Flask) -> None:
    told = (ROOT / "docs" / "operations.md").read_text("utf-8")
    groups = [group for name, group in app.cli.commands.items() if name != "db"]
    ours = [group for group in groups if isinstance(group, click.Group)]
    names = [f"flask {group.name} {name}" for group in ours for name in group.commands]
    assert "flask votes recount" in names
    assert [name for name in names if name not in told] == []


def settings(**other: object) -> Settings:
    sound = {
        "environment": "production",
        "secret_key": KEY,
        "base_url": "https://deltag.example",
        "mail_url": "smtp://127.0.0.1",
        "mail_from": "deltag@example.org",
        "is_demonstration": False,
    }
    return Settings(**{**sound, **other})  # type: ignore[arg-type]


def test_sound_settings_are_accepted() -> None:
    assert settings().checked()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("secret_key", ""),
        ("secret_key", KEY[:-1]),
        ("secret_key", "a" * 64),
        ("base_url", "http://deltag.example"),
        ("mail_url", ""),
        ("is_demonstration", True),
    ],
)
def test_unsafe_settings_are_refused(name: str, value: object) -> None:
    with pytest.raises(ConfigurationError):
        settings(**{name: value}).checked()


@pytest.mark.parametrize("word", ["1", "True", "on"])
def test_debugging_is_refused_however_it_is_spelled(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", word)
    with pytest.raises(ConfigurationError):
        settings().checked()


def test_an_unmigrated_database_is_not_served(tmp_path: Path) -> None:
    told = environment(f"sqlite:///{tmp_path}/new.sqlite3", 8000, PARTICIPATION_ENV="bench")
    told.pop("FLASK_RUN_FROM_CLI", None)
    code, said = run("wsgi", settings=told)
    assert code != 0
    assert "flask db upgrade" in said
    assert run("flask", "--app", "wsgi", "db", "upgrade", settings=told)[0] == 0
    assert run("wsgi", settings=told)[0] == 0
