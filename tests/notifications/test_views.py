"""Reading messages, choosing mails, and saying no without signing in."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.notifications.lifecycle import Topic, topics_for
from participation.notifications.models import MailRefusal, Notification
from participation.notifications.queries import MOST_UNREAD, refused_topics, unread_count
from participation.web.letters import Letter
from tests.factories.notifications import NewsFactory, NotificationFactory
from tests.notifications.conftest import answer_for_now, tell

ClientOf = Callable[[Person], Any]
ReadMail = Callable[[Person], Letter | None]
INBOX = "/vallensbaek/beskeder"


@pytest.fixture
def answered(idea: Idea, moderator: Person) -> Idea:
    answer_for_now(idea, moderator)
    tell()
    return idea


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield statements
    event.remove(db.engine, "before_cursor_execute", note)


def first_of(person: Person) -> Notification:
    return db.session.scalars(select(Notification).where(Notification.person_id == person.id)).one()


def address_in(letter: Letter | None) -> str:
    assert letter is not None
    found = re.fullmatch(r"<http://127\.0\.0\.1:8000(/.+)>", letter.headers["List-Unsubscribe"])
    assert found is not None
    return found[1]


def test_inbox_says_what_happened(client_of: ClientOf, answered: Idea, supporter: Person) -> None:
    text = client_of(supporter).get(INBOX).text
    assert "Kommunen har givet et foreløbigt svar." in text
    assert answered.title in text
    assert "<strong>Ny</strong>" in text


def test_inbox_leads_a_visitor_to_sign_in(client: Any) -> None:
    assert client.get(INBOX).location.startswith("/vallensbaek/log-ind")


def test_inbox_of_somebody_else_is_empty(client_of: ClientOf, answered: Idea, citizen: Person) -> None:
    assert "Ingen beskeder endnu" in client_of(citizen).get(INBOX).text


def test_inbox_is_silent_about_what_is_hidden(
    client_of: ClientOf, answered: Idea, supporter: Person, author: Person
) -> None:
    answered.hidden_at = now()
    db.session.flush()
    assert answered.title not in client_of(supporter).get(INBOX).text
    assert answered.title in client_of(author).get(INBOX).text


def test_inbox_costs_the_same_for_many(
    client_of: ClientOf, answered: Idea, moderator: Person, supporter: Person
) -> None:
    browser = client_of(supporter)
    browser.get(INBOX)
    with counted() as one:
        browser.get(INBOX)
    for _ in range(19):
        answer_for_now(answered, moderator)
    tell()
    with counted() as twenty:
        assert browser.get(INBOX).text.count("<strong>Ny</strong>") == 20
    assert len(twenty) == len(one)


def test_following_a_message_marks_it_read(client_of: ClientOf, answered: Idea, supporter: Person) -> None:
    response = client_of(supporter).post(f"{INBOX}/{first_of(supporter).id}")
    assert response.location == f"/vallensbaek/ideer/{answered.id}-{answered.slug}#svar"
    assert first_of(supporter).is_read


def test_a_message_of_somebody_else_does_not_exist(
    client_of: ClientOf, answered: Idea, supporter: Person, citizen: Person
) -> None:
    assert client_of(citizen).post(f"{INBOX}/{first_of(supporter).id}").status_code == 404


def test_all_are_marked_read(client_of: ClientOf, answered: Idea, supporter: Person) -> None:
    client_of(supporter).post(f"{INBOX}/laes-alle")
    assert unread_count(supporter) == 0


def test_unread_are_counted_up_to_a_limit(
    client_of: ClientOf, answered: Idea, moderator: Person, supporter: Person
) -> None:
    for _ in range(MOST_UNREAD + 1):
        answer_for_now(answered, moderator)
    tell()
    assert unread_count(supporter) == MOST_UNREAD
    assert "Beskeder, over 9 nye" in client_of(supporter).get(INBOX).text


def test_mails_are_chosen(client_of: ClientOf, citizen: Person) -> None:
    browser = client_of(citizen)
    assert browser.get(f"{INBOX}/post").text.count("checked") == len(topics_for(is_staff=False))
    browser.post(f"{INBOX}/post", data={"topics": ["answers", "replies"]})
    assert refused_topics(citizen.id) == set(topics_for(is_staff=False)) - {Topic.ANSWERS, Topic.REPLIES}
    assert browser.get(f"{INBOX}/post").text.count("checked") == 2


def test_an_unknown_topic_is_refused(client_of: ClientOf, citizen: Person) -> None:
    assert client_of(citizen).post(f"{INBOX}/post", data={"topics": ["x"]}).status_code == 422


def test_opening_an_unsubscribe_link_changes_nothing(
    client: Any, answered: Idea, supporter: Person, read_mail: ReadMail
) -> None:
    response = client.get(address_in(read_mail(supporter)))
    assert "Vil du ikke have flere mails om det her?" in response.text
    assert db.session.scalars(select(MailRefusal)).all() == []


def test_a_mail_program_unsubscribes_by_itself(
    client: Any, app: Any, answered: Idea, supporter: Person, read_mail: ReadMail
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    body = {"List-Unsubscribe": "One-Click"}
    response = client.post(address_in(read_mail(supporter)), data=body)
    assert "Du får ikke flere af den slags mails" in response.text
    assert "Set-Cookie" not in response.headers
    assert refused_topics(supporter.id) == {Topic.ANSWERS}


@pytest.mark.parametrize(
    ("part", "other"), [("afmeld/", "afmeld/x"), ("/vallensbaek/", "/glostrup/"), (".", "")]
)
def test_a_forged_unsubscribe_link_does_not_exist(
    client: Any,
    answered: Idea,
    supporter: Person,
    read_mail: ReadMail,
    other_municipality: Any,
    part: str,
    other: str,
) -> None:
    address = address_in(read_mail(supporter))
    assert client.post(address.replace(part, other)).status_code == 404


def test_an_answer_leads_to_the_answer(
    idea: Idea,
    supporter: Person,
    moderator: Person,
    client_of: ClientOf,
    read_mail: ReadMail,
) -> None:
    answer_for_now(idea, moderator)
    tell()
    place = f"/vallensbaek/ideer/{idea.id}-{idea.slug}#svar"
    browser = client_of(supporter)
    letter = read_mail(supporter)
    assert letter is not None and place in letter.text
    message = db.session.scalars(select(Notification).where(Notification.person_id == supporter.id)).one()
    assert browser.post(f"/vallensbaek/beskeder/{message.id}").location == place
    assert f'href="{place}"' in browser.get("/vallensbaek/beskeder").text
    assert 'id="svar"' in browser.get(place).text


def test_a_choice_among_boxes_is_not_called_optional(citizen: Person, client_of: ClientOf) -> None:
    assert "(valgfrit)" not in client_of(citizen).get(f"{INBOX}/post").text


def test_messages_of_a_kind_that_is_no_more_are_left_out(client_of: ClientOf, supporter: Person) -> None:
    gone = NotificationFactory(person_id=supporter.id, news_id=NewsFactory(kind="long_gone").id)
    client = client_of(supporter)
    assert client.get(INBOX).status_code == 200
    assert client.post(f"{INBOX}/{gone.id}").status_code == 404
    assert unread_count(supporter) == 0
