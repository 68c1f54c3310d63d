"""The first post of a text, sent twice: by an impatient finger, a lost answer, or the way back."""

import http.client
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest
from flask import Flask
from flask_wtf.csrf import generate_csrf
from sqlalchemy import func, select

from participation.accounts.models import Person, SignIn
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas import queries
from participation.ideas.models import Idea, PendingDraft
from participation.ideas.services import drafts
from participation.ideas.services.versions import IdeaText
from participation.web.sessions import token_hash
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.servers import serving

FORM = "/vallensbaek/foreslaa"
FILLED = {"title": "Bænke ved søen", "body": "Så kan man hvile sig.", "place": "", "goal": "outside"}
PRESSES = 6


@pytest.fixture
def browser(client_of: Callable[[Person], Client], author: Person) -> Client:
    return client_of(author)


def key_in(page: str) -> str:
    found = re.search(r'name="key"[^>]*value="(\d+)"', page)
    assert found is not None
    return found.group(1)


def titles(author: Person) -> list[str]:
    return [idea.title for idea in queries.ideas_of(author)]


@pytest.mark.parametrize("action", ["preview", "draft"])
def test_a_double_click_makes_one_draft(browser: Client, author: Person, action: str) -> None:
    sent = FILLED | {"action": action, "key": key_in(browser.get(FORM).text)}
    places = {browser.post(FORM, data=sent).location for _ in range(2)}
    assert len(places) == 1
    assert titles(author) == [FILLED["title"]]


def test_two_forms_make_two_drafts(browser: Client, author: Person) -> None:
    for _ in range(2):
        browser.post(FORM, data=FILLED | {"action": "draft", "key": key_in(browser.get(FORM).text)})
    assert len(titles(author)) == 2


def test_going_back_and_writing_on_changes_the_draft(browser: Client, author: Person) -> None:
    sent = FILLED | {"action": "preview", "key": key_in(browser.get(FORM).text)}
    browser.post(FORM, data=sent)
    browser.post(FORM, data=sent | {"title": "Borde ved søen"})
    assert titles(author) == ["Borde ved søen"]


def test_what_was_sent_is_not_written_over(browser: Client, author: Person) -> None:
    sent = FILLED | {"action": "preview", "key": key_in(browser.get(FORM).text)}
    preview = browser.post(FORM, data=sent).location
    browser.post(preview)
    assert browser.post(FORM, data=sent).location == preview
    browser.post(FORM, data=sent | {"title": "Borde ved søen"})
    assert sorted(titles(author)) == ["Borde ved søen", "Bænke ved søen"]


def test_anothers_number_leads_nowhere(citizen: Person, author: Person) -> None:
    key, text = drafts.new_key(), IdeaText(title="Bænke", body="Til alle.")
    theirs = drafts.begin(actor=author, text=text, key=key)
    mine = drafts.begin(actor=citizen, text=text, key=key)
    assert (mine.id != theirs.id, mine.author_id) == (True, citizen.id)


def test_a_visitors_double_click_holds_one_text(client: Client) -> None:
    sent = FILLED | {"action": "preview", "key": key_in(client.get(FORM).text)}
    assert len({client.post(FORM, data=sent).location for _ in range(2)}) == 1
    assert db.session.scalar(select(func.count()).select_from(PendingDraft)) == 1


@pytest.mark.parametrize("key", ["", "x", "0", "-1", "9" * 30, "٣"])
def test_an_odd_number_is_as_good_as_none(browser: Client, author: Person, key: str) -> None:
    assert browser.post(FORM, data=FILLED | {"action": "draft", "key": key}).status_code == 302
    assert len(titles(author)) == 1


@pytest.fixture
def writer(own_app: Flask) -> tuple[int, str]:
    """A municipality on an installation of its own, and the cookie of somebody who is signed in there."""
    cookie = "writer-".ljust(48, "x")
    municipality_id = MunicipalityFactory().id
    with municipality_context(municipality_id):
        person_id = PersonFactory().id
        db.session.add(SignIn(browser_token_hash=token_hash(cookie), browser="test", person_id=person_id))
        db.session.commit()
    return municipality_id, cookie


def press(address: str, cookie: str, sent: dict[str, str], barrier: Barrier) -> str | None:
    """One request, sent when all are ready; where it leads."""
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    connection.request("POST", FORM, urlencode(sent), headers)
    location = connection.getresponse().getheader("Location")
    connection.close()
    return location


@pytest.mark.processes
def test_parallel_posts_make_one_idea(own_app: Flask, writer: tuple[int, str]) -> None:
    municipality_id, cookie = writer
    with own_app.test_request_context(headers={"Cookie": f"session={cookie}"}):
        token = str(generate_csrf())
    sent = FILLED | {"action": "preview", "key": str(drafts.new_key()), "csrf_token": token}
    barrier = Barrier(PRESSES)
    with serving(own_app.config["SETTINGS"].database_url) as address, ThreadPoolExecutor(PRESSES) as pool:
        places = list(pool.map(lambda _: press(address, cookie, sent, barrier), range(PRESSES)))
    with municipality_context(municipality_id):
        ideas = db.session.scalar(select(func.count()).select_from(Idea))
    assert (len(set(places)), None in places, ideas) == (1, False, 1)
