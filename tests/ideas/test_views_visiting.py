"""A visitor writes first and gives the address last."""

from collections.abc import Callable

import pytest

from participation.accounts.events import SignedIn
from participation.accounts.models import Person
from participation.foundation.events import publish
from participation.ideas import queries
from participation.ideas.models import Idea
from tests.conftest import Client
from tests.factories.accounts import PersonFactory

HOME = "/vallensbaek"
FILLED = {"title": "Bænke ved søen", "body": "Så kan man hvile sig.", "place": "Søen", "goal": "outside"}
ClientOf = Callable[[Person], Client]


def own(author: Person) -> Idea:
    (idea,) = queries.ideas_of(author)
    return idea


def test_a_visitor_writes_first_and_gives_the_address_last(client: Client) -> None:
    preview = client.post(f"{HOME}/foreslaa", data=FILLED | {"action": "preview"}, follow_redirects=True)
    assert "Så kan man hvile sig." in preview.text
    again = client.get(preview.request.path.replace("/foreslaa/kladde/", "/foreslaa?draft="))
    assert "Bænke ved søen" in again.text
    on = client.post(preview.request.path, data={"author_name": "Anne"})
    key = preview.request.path.rsplit("/", 1)[1]
    assert on.status_code == 302
    assert f"intent=ideas.draft:{key}" in on.location.replace("%3A", ":")


def test_the_visitor_comes_back_signed_in_to_the_receipt(client: Client, client_of: ClientOf) -> None:
    preview = client.post(f"{HOME}/foreslaa", data=FILLED | {"action": "preview"}, follow_redirects=True)
    client.post(preview.request.path, data={"author_name": "Anne"})
    person = PersonFactory(display_name=None)
    publish(SignedIn(person, f"ideas.draft:{preview.request.path.rsplit('/', 1)[1]}"))
    page = client_of(person).get(preview.request.path, follow_redirects=True)
    assert page.request.path == f"{HOME}/foreslaa/tak/{own(person).id}"
    assert client.get(preview.request.path).status_code == 404


@pytest.mark.parametrize("name", ["", "A", "x" * 61, "anne@example.org"])
def test_a_name_that_cannot_be_shown_is_refused(name: str, client: Client) -> None:
    preview = client.post(f"{HOME}/foreslaa", data=FILLED | {"action": "preview"}, follow_redirects=True)
    page = client.post(preview.request.path, data={"author_name": name})
    assert page.status_code == 422
    assert "Så kan man hvile sig." in page.text


def test_who_signed_in_otherwise_sends_the_held_text(
    client: Client, client_of: ClientOf, author: Person
) -> None:
    preview = client.post(f"{HOME}/foreslaa", data=FILLED | {"action": "preview"}, follow_redirects=True)
    receipt = client_of(author).post(preview.request.path, follow_redirects=True)
    assert receipt.request.path == f"{HOME}/foreslaa/tak/{own(author).id}"
