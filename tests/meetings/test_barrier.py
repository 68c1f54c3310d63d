"""Many who want the last places at once, against several processes: as many get one as there are."""

import http.client
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest
from flask import Flask
from flask_wtf.csrf import generate_csrf

from participation.accounts.models import SignIn
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.meetings import queries
from participation.web.sessions import token_hash
from tests.factories.accounts import PersonFactory
from tests.factories.meetings import MeetingFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.servers import serving

ROOM, PEOPLE = 8, 24

pytestmark = pytest.mark.processes


def form_token(app: Flask, cookie: str) -> str:
    with app.app_context(), app.test_request_context(headers={"Cookie": f"session={cookie}"}):
        return str(generate_csrf())


def sign_up(address: str, path: str, cookie: str, token: str, barrier: Barrier) -> int:
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    connection.request("POST", path, urlencode({"csrf_token": token, "message": ""}), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_the_ninth_of_eight_waits(own_app: Flask) -> None:
    municipality = MunicipalityFactory()
    with municipality_context(municipality.id):
        meeting = MeetingFactory(capacity=ROOM)
        path = f"/vallensbaek/kalender/{meeting.id}/tilmeld"
        cookies = [f"guest-{number}-".ljust(48, "x") for number in range(PEOPLE)]
        db.session.add_all(
            SignIn(browser_token_hash=token_hash(cookie), browser="test", person_id=PersonFactory().id)
            for cookie in cookies
        )
        number = municipality.id
        db.session.commit()
    tokens, barrier = [form_token(own_app, cookie) for cookie in cookies], Barrier(PEOPLE)
    url = own_app.config["SETTINGS"].database_url
    with serving(url) as address, ThreadPoolExecutor(PEOPLE) as pool:
        calls = [(address, path, *pair, barrier) for pair in zip(cookies, tokens, strict=True)]
        statuses = Counter(pool.map(lambda call: sign_up(*call), calls))
    with municipality_context(number):
        db.session.expire_all()
        assert dict(statuses) == {302: PEOPLE}
        assert (meeting.taken, meeting.waiting, queries.recounted()) == (ROOM, PEOPLE - ROOM, [])
