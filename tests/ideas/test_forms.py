"""What no idea's headline or place takes, in whichever form it is written."""

from typing import Any

import pytest
from flask import Flask

from participation.ideas.forms import DraftForm, IdeaForm
from participation.municipalities.models import Municipality
from participation.papers.forms import EntryForm


@pytest.mark.parametrize("form", [DraftForm, IdeaForm, EntryForm])
@pytest.mark.parametrize("name", ["title", "place"])
@pytest.mark.parametrize("text", ["Ring til 20 30 40 50", "Skriv til bo@example.org"])
def test_an_address_is_refused_where_it_cannot_be_hidden(
    app: Flask, municipality: Municipality, form: Any, name: str, text: str
) -> None:
    with app.test_request_context(method="POST", data={name: text}):
        written = form()
        written.offer([])
        written.offer_organisations({})
        written.validate()
        assert any("hidden" in str(error) or "skjules" in str(error) for error in written[name].errors)
        assert written[name].data == text
