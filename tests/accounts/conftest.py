"""Browsers that ask for codes, and the letters that they get."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from participation.accounts.events import SignedIn
from participation.extensions import db
from participation.foundation.events import HANDLERS
from participation.foundation.tenancy import current_municipality_id
from participation.mail import queries
from participation.mail.commands.delivery import deliver
from tests.conftest import Client

AT = "/vallensbaek/log-ind"
CODE = f"{AT}/kode"


@pytest.fixture(autouse=True)
def letters_folder(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The development folder, empty."""
    settings = replace(app.config["SETTINGS"], letters_folder=tmp_path)
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    return tmp_path


@pytest.fixture
def newest_letter(letters_folder: Path) -> Callable[[], queries.KeptLetter]:
    """Deliver what waits, and the last mail of all."""

    def read() -> queries.KeptLetter:
        db.session.commit()
        deliver()
        return max(
            queries.kept_letters(letters_folder, current_municipality_id()), key=lambda each: each.number
        )

    return read


@pytest.fixture
def newest_code(newest_letter: Callable[[], queries.KeptLetter]) -> Callable[[], str]:
    """The six digits of the last mail."""

    def read() -> str:
        found = re.search(r"\b\d{6}\b", newest_letter().text)
        assert found
        return found[0]

    return read


@dataclass
class Visitor:
    """A browser on the way to being signed in."""

    browser: Client
    newest_code: Callable[[], str]

    def ask(self, email: str, **more: str) -> Any:
        return self.browser.post(AT, data={"email": email, **more})

    def answer(self, code: str, **more: str) -> Any:
        return self.browser.post(CODE, data={"code": code, **more})

    def sign_in(self, email: str, **more: str) -> Any:
        self.ask(email, **more)
        return self.answer(self.newest_code(), is_old_enough="y")

    @property
    def token(self) -> str:
        cookie = self.browser.get_cookie("session")
        return cookie.value if cookie else ""

    @property
    def is_signed_in(self) -> bool:
        return bool(self.browser.get("/vallensbaek/min-side").status_code == 200)


@pytest.fixture
def new_visitor(app: Flask, client: Client, newest_code: Callable[[], str]) -> Callable[[], Visitor]:
    """Another browser each time."""

    def make() -> Visitor:
        browser = app.test_client()
        assert isinstance(browser, Client)
        return Visitor(browser, newest_code)

    return make


@pytest.fixture
def visitor(new_visitor: Callable[[], Visitor]) -> Visitor:
    return new_visitor()


@pytest.fixture
def signed_in_events() -> Iterator[list[SignedIn]]:
    """What is published at signing in."""
    heard: list[SignedIn] = []
    HANDLERS[SignedIn].append(heard.append)
    yield heard
    HANDLERS[SignedIn].remove(heard.append)


@pytest.fixture
def with_settings(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """The application with other settings."""

    def change(**values: Any) -> None:
        monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], **values))

    return change
