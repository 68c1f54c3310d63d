"""The two last owners leave at the same moment: one of them stays, in every round."""

import http.client
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
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Membership
from participation.web.sessions import token_hash
from tests.factories.accounts import PersonFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.servers import serving

ROUNDS = 25
pytestmark = pytest.mark.processes


@pytest.fixture
def boards(own_app: Flask) -> tuple[int, list[int], list[str]]:
    """The municipality, its organisations, and the cookies of the two who sign for each of them."""
    municipality = MunicipalityFactory()
    cookies = [f"owner-{number}-".ljust(48, "x") for number in range(2)]
    with municipality_context(municipality.id):
        people = [PersonFactory().id for _ in cookies]
        for cookie, person_id in zip(cookies, people, strict=True):
            sign_in = SignIn(browser_token_hash=token_hash(cookie), browser="test", person_id=person_id)
            db.session.add(sign_in)
        organisations = [OrganisationFactory().id for _ in range(ROUNDS)]
        for organisation_id in organisations:
            for person_id in people:
                MembershipFactory(
                    person_id=person_id, organisation_id=organisation_id, role=MembershipRole.OWNER
                )
        found = municipality.id, organisations, cookies
        db.session.commit()
        return found


def form_token(app: Flask, cookie: str) -> str:
    with app.app_context(), app.test_request_context(headers={"Cookie": f"session={cookie}"}):
        return str(generate_csrf())


def leave(address: str, organisation_id: int, cookie: str, token: str, barrier: Barrier) -> int:
    """One request, sent when both are ready."""
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    path = f"/vallensbaek/foreninger/{organisation_id}/forlad"
    connection.request("POST", path, urlencode({"csrf_token": token}), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_one_of_the_two_last_owners_stays(own_app: Flask, boards: tuple[int, list[int], list[str]]) -> None:
    municipality_id, organisations, cookies = boards
    tokens = [form_token(own_app, cookie) for cookie in cookies]
    answers = []
    with serving(own_app.config["SETTINGS"].database_url) as address, ThreadPoolExecutor(2) as pool:
        for organisation_id in organisations:
            barrier = Barrier(2)
            calls = [(address, organisation_id, *pair, barrier) for pair in zip(cookies, tokens, strict=True)]
            answers.append(sorted(pool.map(lambda call: leave(*call), calls)))
    with municipality_context(municipality_id):
        owners = select(Membership.organisation_id, func.count()).where(Membership.to_day.is_(None))
        left = dict(db.session.execute(owners.group_by(Membership.organisation_id)).all())  # type: ignore[arg-type]
    assert left == dict.fromkeys(organisations, 1)
    assert answers == [[302, 422]] * ROUNDS
