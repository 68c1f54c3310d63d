"""Many acts of staff at once, against several processes: one whole chain, nobody waits for ever."""

import http.client
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest
from flask import Flask
from flask_wtf.csrf import generate_csrf
from sqlalchemy import func, select

from participation.accounts.models import Role, SignIn
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.moderation.models import LogEntry
from participation.moderation.queries import log
from participation.web.sessions import token_hash
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.municipalities import MunicipalityFactory, ReasonFactory
from tests.servers import serving

STAFF = 6
ROUNDS = 8

pytestmark = pytest.mark.processes

Post = tuple[str, str, dict[str, str]]


@pytest.fixture
def municipality_id(own_app: Flask) -> int:
    return int(MunicipalityFactory().id)


@pytest.fixture
def posts(own_app: Flask, municipality_id: int) -> list[list[Post]]:
    """For each round what each administrator sends: hide an idea of one's own, or give somebody a role.

    Giving a role locks every administrator's row, and each entry names an administrator.
    """
    with municipality_context(municipality_id):
        reason = ReasonFactory().code
        cookies = [signed_in(number) for number in range(STAFF)]
        rounds = [list(acts(cookies, reason)) for _ in range(ROUNDS)]
        # Nothing stays open here: SQLite has one writer, and that is the server now.
        db.session.commit()
    return rounds


def signed_in(number: int) -> str:
    cookie = f"staff-{number}-".ljust(48, "x")
    person = PersonFactory(role=Role.ADMINISTRATOR)
    db.session.add(SignIn(browser_token_hash=token_hash(cookie), browser="test", person_id=person.id))
    return cookie


def acts(cookies: list[str], reason: str) -> Iterator[Post]:
    for number, cookie in enumerate(cookies):
        if number % 2:
            yield cookie, "indstillinger/roller", {"email": PersonFactory().email, "role": "moderator"}
        else:
            said = {"reason_code": reason, "sentence": "Der står et navn.", "step": "send"}
            yield cookie, f"ideer/{IdeaFactory().id}/skjul", said


def form_token(app: Flask, cookie: str) -> str:
    with app.app_context(), app.test_request_context(headers={"Cookie": f"session={cookie}"}):
        return str(generate_csrf())


def send(address: str, post: Post, token: str, barrier: Barrier) -> int:
    """One request, sent when everybody is ready."""
    cookie, path, fields = post
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    connection.request("POST", f"/vallensbaek/{path}", urlencode({"csrf_token": token, **fields}), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_parallel_acts_make_one_chain(own_app: Flask, municipality_id: int, posts: list[list[Post]]) -> None:
    statuses: Counter[int] = Counter()
    url = own_app.config["SETTINGS"].database_url
    with serving(url) as address, ThreadPoolExecutor(STAFF) as pool:
        for one_round in posts:
            barrier = Barrier(STAFF)
            calls = [(address, post, form_token(own_app, post[0]), barrier) for post in one_round]
            statuses.update(pool.map(lambda call: send(*call), calls))
    with municipality_context(municipality_id):
        count = db.session.scalar(select(func.count()).select_from(LogEntry))
        assert (dict(statuses), count) == ({302: STAFF * ROUNDS}, STAFF * ROUNDS)
        assert log.broken_entry() is None
