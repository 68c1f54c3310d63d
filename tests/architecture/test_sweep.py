"""Every route × every role × the other municipality's ids, made from the route table."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from participation.accounts.models import Role
from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from tests.architecture.routes import (
    MISSING,
    OPEN_TO_POST,
    PUBLIC,
    ROLES,
    ROUTES,
    WITH_ROWS,
    address,
    methods,
    rows_for,
)
from tests.conftest import Client
from tests.factories.accounts import PersonFactory

# The stranger is at home in the other municipality, and a visitor here.
Browsers = dict[str, Client]


@pytest.fixture
def browsers(request: pytest.FixtureRequest, client: Client, client_of: Callable[..., Client]) -> Browsers:
    people = {role: request.getfixturevalue(role) for role in ROLES if role != "visitor"}
    return {"visitor": client, **{role: client_of(person) for role, person in people.items()}}


@pytest.fixture
def at(app: Flask) -> Callable[[str, dict[str, int]], str]:
    def find(endpoint: str, ids: dict[str, int]) -> str:
        with app.app_context(), app.test_request_context():
            return address(endpoint, ids)

    return find


@pytest.mark.parametrize("endpoint", sorted(name for name in ROUTES if "GET" in methods(name)))
def test_visitor_opens_what_is_listed_and_nothing_else(client: Client, at: Any, endpoint: str) -> None:
    response = client.get(at(endpoint, rows_for(endpoint)))
    while response.status_code in {301, 308}:
        response = client.get(response.location)
    leads_to_sign_in = response.status_code == 302 and "/log-ind" in response.location
    if endpoint in PUBLIC:
        assert response.status_code == 200
    else:
        assert leads_to_sign_in or response.status_code in {403, 404}


@pytest.mark.parametrize("endpoint", sorted(name for name in ROUTES if "POST" in methods(name)))
def test_visitor_sends_nothing_but_what_is_listed(client: Client, at: Any, endpoint: str) -> None:
    response = client.post(at(endpoint, rows_for(endpoint)))
    leads_to_sign_in = response.status_code == 302 and "/log-ind" in response.location
    assert leads_to_sign_in or response.status_code in {403, 404} or endpoint in OPEN_TO_POST


@pytest.mark.parametrize("endpoint", WITH_ROWS)
def test_the_other_municipalitys_rows_are_missing_for_everybody(
    browsers: Browsers, other_municipality: Municipality, at: Any, endpoint: str
) -> None:
    with municipality_context(other_municipality.id):
        theirs = rows_for(endpoint)
    missing = dict.fromkeys(theirs, MISSING)
    for role, browser in browsers.items():
        for method in methods(endpoint):
            answers = [
                browser.open(at(endpoint, ids), method=method).status_code for ids in (theirs, missing)
            ]
            assert answers[0] == answers[1], (role, method)
            assert answers[0] in {302, 403, 404}, (role, method)


@pytest.mark.parametrize("endpoint", WITH_ROWS)
@pytest.mark.parametrize("role", ["citizen", "moderator", "administrator"])
def test_a_role_of_the_other_municipality_is_nobody_here(
    client: Client, client_of: Any, other_municipality: Municipality, at: Any, endpoint: str, role: str
) -> None:
    with municipality_context(other_municipality.id):
        foreigner = client_of(PersonFactory(role=Role(role)))
    own = at(endpoint, rows_for(endpoint))
    for method in methods(endpoint):
        assert foreigner.open(own, method=method).status_code == client.open(own, method=method).status_code


@pytest.mark.parametrize("endpoint", WITH_ROWS)
@pytest.mark.parametrize("number", ["0", "-1", str(2**63), "9" * 40, "1e5", "%00"])
def test_an_impossible_number_is_missing(client: Client, at: Any, endpoint: str, number: str) -> None:
    odd = at(endpoint, dict.fromkeys(rows_for(endpoint), MISSING)).replace(str(MISSING), number)
    assert client.open(odd, method=methods(endpoint)[0]).status_code == 404
