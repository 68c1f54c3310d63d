"""Odd strings in every field and in the search."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from participation.accounts.models import Person
from participation.ideas.models import Idea
from participation.ideas.services import writing
from participation.ideas.services.versions import IdeaText
from tests.conftest import Client

HOME = "/vallensbaek"
TEXT = IdeaText(title="Bænke ved søen", body="Så kan man hvile sig.", is_outside_strategy=True)
NAUGHTY = json.loads((Path(__file__).parent / "data" / "naughty_strings.json").read_text())
ClientOf = Callable[[Person], Client]


@pytest.fixture
def browser(client_of: ClientOf, author: Person) -> Client:
    """The author's."""
    return client_of(author)


@pytest.fixture
def draft(author: Person) -> Idea:
    return writing.propose(actor=author, text=TEXT)


def test_naughty_text_breaks_nothing(browser: Client, author: Person, draft: Idea) -> None:
    address = f"{HOME}/ideer/{draft.id}/ret"
    for start in range(0, len(NAUGHTY), 40):
        text = "\n".join(NAUGHTY[start : start + 40])
        sent = {
            "title": text[:120],
            "body": text[:6000],
            "place": text[-200:],
            "goal": "",
            "action": "preview",
        }
        assert browser.post(address, data=sent).status_code in {302, 422}
        page = browser.get(f"{HOME}/ideer/{draft.id}/se-og-send")
        assert page.status_code == 200
        assert "<script>alert" not in page.text


@pytest.mark.parametrize("query", NAUGHTY[::7])
def test_naughty_searches_break_nothing(query: str, client: Client) -> None:
    assert client.get(f"{HOME}/ideer/", query_string={"q": query}).status_code == 200
