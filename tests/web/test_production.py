"""What production refuses to start with."""

from pathlib import Path

import pytest

from participation.config import ConfigurationError, Settings
from tests.processes import run
from tests.servers import environment

KEY = "0123456789abcdef0123456789abcdef"


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
