"""The developers' gallery shows every component, and only to developers."""

from dataclasses import replace
from typing import Any

import pytest


def test_gallery_shows_words_for_every_state_of_the_chain(client: Any) -> None:
    page = client.get("/komponenter").text
    for words in ("Her er vi nu:", "Her stoppede det:", "Det næste:", "Endnu ikke: projekt, resultat"):
        assert words in page


def test_gallery_ties_errors_to_their_fields(client: Any) -> None:
    page = client.get("/komponenter").text
    assert '<a href="#title">Skriv, hvad du gerne vil have.</a>' in page
    assert 'aria-describedby="title-hint title-error"' in page


def test_gallery_is_missing_in_production(app: Any, client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(app.config["SETTINGS"], environment="production")
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    assert client.get("/komponenter").status_code == 404
