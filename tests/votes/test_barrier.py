"""Many people, each with many requests at once, against several processes: one row, one count each."""

import http.client
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest
from flask import Flask
from flask_wtf.csrf import generate_csrf
from sqlalchemy import func, select

from participation.accounts.models import SignIn
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas.models import Idea
from participation.votes.models import Vote
from participation.web.sessions import token_hash
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.servers import serving

PEOPLE = 300
REQUESTS = 8

pytestmark = pytest.mark.processes


@pytest.fixture
def voters(own_app: Flask) -> tuple[int, int, list[str]]:
    """The municipality, an idea, and the cookies of 300 people who are signed in."""
    municipality = MunicipalityFactory()
    cookies = [f"voter-{number}-".ljust(48, "x") for number in range(PEOPLE)]
    with municipality_context(municipality.id):
        idea = IdeaFactory()
        for cookie in cookies:
            sign_in = SignIn(
                browser_token_hash=token_hash(cookie), browser="test", person_id=PersonFactory().id
            )
            db.session.add(sign_in)
        found = municipality.id, idea.id, cookies
        # Nothing stays open here: SQLite has one writer, and that is the server now.
        db.session.commit()
        return found


def form_token(app: Flask, cookie: str) -> str:
    with app.app_context(), app.test_request_context(headers={"Cookie": f"session={cookie}"}):
        return str(generate_csrf())


def support(address: str, idea_id: int, cookie: str, token: str, barrier: Barrier) -> int:
    """One request, sent when all eight of the person are ready."""
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    body = urlencode({"csrf_token": token, "wanted": "support"})
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    connection.request("POST", f"/vallensbaek/ideer/{idea_id}/stoette", body, headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_parallel_support_counts_each_person_once(own_app: Flask, voters: tuple[int, int, list[str]]) -> None:
    municipality_id, idea_id, cookies = voters
    statuses: Counter[int] = Counter()
    url = own_app.config["SETTINGS"].database_url
    with serving(url) as address, ThreadPoolExecutor(REQUESTS) as pool:
        for cookie in cookies:
            token, barrier = form_token(own_app, cookie), Barrier(REQUESTS)
            calls = [(address, idea_id, cookie, token, barrier)] * REQUESTS
            statuses.update(pool.map(lambda call: support(*call), calls))
    with municipality_context(municipality_id):
        rows = db.session.scalar(select(func.count()).select_from(Vote))
        counter = db.session.scalar(select(Idea.support_count).where(Idea.id == idea_id))
    assert (dict(statuses), rows, counter) == ({302: PEOPLE * REQUESTS}, PEOPLE, PEOPLE)
