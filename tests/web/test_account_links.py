"""The reader's own links come from the features, in one order."""

from collections.abc import Callable

import pytest

from participation.accounts.models import Person
from participation.web.account_links import KEY, AccountLink, labelled
from tests.conftest import Client


@pytest.fixture
def own(app):  # type: ignore[no-untyped-def]
    """No links but the test's."""
    before, app.extensions[KEY] = app.extensions[KEY], []
    yield app.extensions[KEY]
    app.extensions[KEY] = before


def test_links_stand_by_their_place_whoever_comes_first(own: list[AccountLink], citizen: Person) -> None:
    own.append(AccountLink(2, "pages.goals", lambda _reader: "Second"))
    own.append(AccountLink(1, "pages.ideas", lambda reader: reader.display_name))
    assert labelled(citizen) == [(citizen.display_name, "pages.ideas"), ("Second", "pages.goals")]


def test_a_link_without_words_is_not_for_this_reader(own: list[AccountLink], citizen: Person) -> None:
    own.append(AccountLink(1, "pages.ideas", lambda _reader: None))
    assert labelled(citizen) == []


def test_staff_see_the_desk_before_their_own(
    client_of: Callable[[Person], Client], moderator: Person, citizen: Person
) -> None:
    page = client_of(moderator).get("/vallensbaek/regler").text
    words = [page.index(f">{word}<") for word in ("Opgaver", "Mine idéer", "Min side")]
    assert words == sorted(words)
    assert ">Opgaver<" not in client_of(citizen).get("/vallensbaek/regler").text
