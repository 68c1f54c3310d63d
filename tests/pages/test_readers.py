"""One page for several readers, one after the other: each sees the own things, and nobody another's."""

from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.follows.services import follow
from participation.ideas.models import Idea
from participation.votes.services import support
from tests.factories.ideas import CommentFactory, IdeaFactory

# Statements of a list, of an idea without projects, and what more is asked about a reader who is signed in.
OF_A_LIST, OF_AN_IDEA, OF_SOMEBODY = 4, 4, 2


@pytest.fixture
def idea(citizen: Person, author: Person) -> Idea:
    """One that the citizen supports, follows and has commented on."""
    idea = IdeaFactory()
    support(actor=citizen, idea=idea)
    follow(actor=citizen, idea=idea)
    CommentFactory(discussion_id=idea.discussion_id, author_id=citizen.id)
    return idea


@pytest.fixture
def address(idea: Idea) -> str:
    return f"/vallensbaek/ideer/{idea.id}-{idea.slug}"


def seen(page: str) -> set[str]:
    """What of the marks below stands on a page."""
    marks = {
        "supports": "Du støtter idéen",
        "follows": "Du følger idéen",
        "edits": '/ret"',
        "hides": "Skjul<span",
        "signs out": "Log ud",
    }
    return {name for name, words in marks.items() if words in page}


def readers(client: Any, client_of: Callable[[Person], Any], people: list[Person]) -> Iterator[Any]:
    yield from permutations([("visitor", client), *((each.display_name, client_of(each)) for each in people)])


def test_nobody_sees_anothers_things_whoever_comes_first(
    client: Any, client_of: Any, citizen: Person, author: Person, moderator: Person, address: str
) -> None:
    expected = {
        "visitor": set(),
        "Citizen": {"supports", "follows", "edits", "signs out"},
        "Author": {"signs out"},
        "Moderator": {"hides", "signs out"},
    }
    for order in readers(client, client_of, [citizen, author, moderator]):
        for name, browser in order:
            assert seen(browser.get(address).text) == expected[name], (name, order)


def test_what_the_reader_has_just_done_is_there(
    client_of: Any, author: Person, idea: Idea, address: str
) -> None:
    browser = client_of(author)
    assert "<b>1</b>" in browser.get(address).text
    browser.post(f"/vallensbaek/ideer/{idea.id}/stoette")
    page = browser.get(address).text
    assert "<b>2</b>" in page and "supports" in seen(page)
    assert "2 støtter" in browser.get("/vallensbaek/ideer/").text


def test_reading_asks_little(
    client: Any, client_of: Any, author: Person, address: str, count_queries: Callable[[], Any]
) -> None:
    browsers = ((client, 0), (client_of(author), OF_SOMEBODY))
    for path, few in {address: OF_AN_IDEA, "/vallensbaek/ideer/": OF_A_LIST}.items():
        for browser, more in browsers:
            with count_queries() as statements:
                assert browser.get(path).status_code == 200
            assert len(statements) <= few + more, statements
