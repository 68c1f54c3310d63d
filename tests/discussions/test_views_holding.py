"""What a writer meets whose comment holds what seldom belongs in public."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Idea
from participation.municipalities.models import Municipality
from tests.factories.ideas import IdeaFactory

Browser = Callable[[Person], Any]
CPR, MAIL = "Jeg er Ida, 010190-1234.", "Skriv til ida@eksempel.dk"


@pytest.fixture
def idea(municipality: Municipality) -> Idea:
    idea = IdeaFactory(title="Flere træer")
    idea.discussion.place = f"ideer/{idea.id}-flere-traeer"
    idea.discussion.subject_title = "Flere træer"
    return idea


def send(browser: Any, idea: Idea, body: str, **more: str) -> Any:
    address = f"/vallensbaek/samtaler/{idea.discussion_id}/kommentarer"
    return browser.post(address, data={"body": body, **more})


def test_a_number_is_asked_about_and_the_words_are_kept(
    client_of: Browser, citizen: Person, idea: Idea
) -> None:
    answer = send(client_of(citizen), idea, CPR)
    assert answer.status_code == 422
    assert "Din tekst indeholder noget, der ligner et CPR-nummer (i teksten)" in answer.text
    assert "Send alligevel – vi kigger på den først" in answer.text
    assert 'href="#body"' in answer.text
    assert CPR in answer.text
    assert db.session.query(Comment).count() == 0


def test_sent_anyway_it_is_there_for_its_author_alone(
    client_of: Browser, client: Any, citizen: Person, moderator: Person, idea: Idea
) -> None:
    browser = client_of(citizen)
    answer = send(browser, idea, CPR, seen="cpr")
    assert answer.status_code == 302
    mine = browser.get(answer.location).text
    assert "Vi har fået din tekst. Andre ser den, når vi har kigget på den." in mine
    assert "Venter på, at vi har set den." in mine and CPR in mine
    for other in (client, client_of(moderator)):
        page = other.get(answer.location).text
        assert "010190" not in page and "Ingen kommentarer endnu" in page


def test_what_was_seen_is_seen_only_once(client_of: Browser, citizen: Person, idea: Idea) -> None:
    """Whoever agreed to an e-mail address is asked anew about a number."""
    assert send(client_of(citizen), idea, f"{MAIL}. {CPR}", seen="email").status_code == 422


def test_an_address_is_asked_about_and_masked(
    client_of: Browser, client: Any, citizen: Person, idea: Idea
) -> None:
    browser = client_of(citizen)
    answer = send(browser, idea, MAIL)
    assert answer.status_code == 422
    assert "Skal det stå her?" in answer.text and "Send alligevel<" in answer.text
    answer = send(browser, idea, MAIL, seen="email")
    page = client.get(answer.location).text
    assert "Skriv til [e-mail skjult]" in page and "ida@eksempel.dk" not in page


def test_the_municipalitys_own_address_stands(
    client: Any, client_of: Browser, moderator: Person, idea: Idea
) -> None:
    answer = send(client_of(moderator), idea, "Ring på 43 97 43 97", seen="phone")
    assert "43 97 43 97" in client.get(answer.location).text


def test_a_held_comment_is_mended(client_of: Browser, client: Any, citizen: Person, idea: Idea) -> None:
    browser = client_of(citizen)
    send(browser, idea, CPR, seen="cpr")
    comment = db.session.query(Comment).one()
    address = f"/vallensbaek/samtaler/kommentarer/{comment.id}/ret"
    assert CPR in browser.get(address).text
    answer = browser.post(address, data={"body": "Jeg er enig."})
    assert "Jeg er enig." in client.get(answer.location).text


def test_others_cannot_reply_to_what_is_held(
    client_of: Browser, citizen: Person, author: Person, idea: Idea
) -> None:
    send(client_of(citizen), idea, CPR, seen="cpr")
    comment = db.session.query(Comment).one()
    other = client_of(author)
    for verb in ("svar", "ret", "slet"):
        assert other.get(f"/vallensbaek/samtaler/kommentarer/{comment.id}/{verb}").status_code == 404


def test_a_long_number_in_an_address_is_let_alone(client_of: Browser, citizen: Person, idea: Idea) -> None:
    assert send(client_of(citizen), idea, "CVR 12345678 og 2022-2026").status_code == 302
