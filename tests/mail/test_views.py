"""/_post shows the mails where there is no mail server, and nowhere else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from participation.extensions import db
from participation.mail.commands.delivery import deliver


@pytest.fixture(autouse=True)
def folder(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(app.config["SETTINGS"], letters_folder=tmp_path)
    monkeypatch.setitem(app.config, "SETTINGS", settings)


def test_letters_show_what_was_sent(client: Any, post: Callable[..., None]) -> None:
    post("ada@example.org", "Først")
    db.session.commit()
    deliver()
    post("ada@example.org", "Så")
    db.session.commit()
    deliver()
    page = client.get("/vallensbaek/_post/").text
    assert page.index("Så") < page.index("Først")


def test_letter_shows_its_text(client: Any, post: Callable[..., None]) -> None:
    post("ada@example.org", "Velkommen")
    db.session.commit()
    deliver()
    number = client.get("/vallensbaek/_post/").text.partition("/_post/")[2].partition('"')[0]
    assert "Velkommen" in client.get(f"/vallensbaek/_post/{number}").text
    assert client.get("/glostrup/_post/").status_code == 404


def test_letters_are_missing_in_production(app: Flask, client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], environment="production"))
    assert client.get("/vallensbaek/_post/").status_code == 404
    assert client.get("/vallensbaek/_post/1").status_code == 404
