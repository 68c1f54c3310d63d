"""What a press of the button costs."""

from collections.abc import Callable
from typing import Any

from participation.accounts.models import Person
from participation.extensions import db, let_go
from participation.ideas.models import Idea
from participation.votes.models import Vote
from tests.factories.ideas import IdeaFactory


def test_a_support_asks_little_and_nothing_twice(
    client_of: Callable[[Person], Any], citizen: Person, count_queries: Callable[[], Any]
) -> None:
    idea, browser = IdeaFactory(), client_of(citizen)
    with count_queries() as statements:
        assert browser.post(f"/vallensbaek/ideer/{idea.id}/stoette").status_code == 302
    assert db.session.query(Vote).count() == 1
    assert len(statements) <= 7, statements


def test_what_was_read_stays_known_when_it_is_let_go(
    citizen: Person, count_queries: Callable[[], Any]
) -> None:
    db.session.commit()
    assert citizen.display_name == "Citizen"
    let_go()
    with count_queries() as statements:
        assert citizen.display_name == "Citizen"
    assert statements == []


def test_what_is_not_saved_is_not_saved_by_letting_go(citizen: Person) -> None:
    idea: Idea = IdeaFactory(title="As it is")
    db.session.commit()
    idea.title = "As it was meant"
    let_go()
    assert idea.title == "As it is"


def test_who_is_signed_out_meanwhile_signs_in_to_withdraw(client: Any) -> None:
    answer = client.post(f"/vallensbaek/ideer/{IdeaFactory().id}/stoette/fortryd")
    assert (answer.status_code, "/log-ind" in answer.location) == (302, True)


def test_support_and_its_withdrawal_are_confirmed(
    client_of: Callable[[Person], Any], citizen: Person
) -> None:
    idea, browser = IdeaFactory(), client_of(citizen)
    for path in ("stoette", "stoette/fortryd"):
        page = browser.get(browser.post(f"/vallensbaek/ideer/{idea.id}/{path}").location).text
        assert page.count('class="alert alert-success"') == 1
