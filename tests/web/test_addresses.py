"""Addresses as an attacker writes them: none leads elsewhere, none breaks a page."""

import base64
import json
import re

import pytest
from flask import Flask

from participation.web import limits
from participation.web.addresses import url_for
from participation.web.locale import path_in_language
from tests.conftest import Client
from tests.factories.ideas import IdeaFactory

LARGEST = 2**63 - 1
QUERIES = (
    "idea_id=abc",
    "idea_id=2",
    "endpoint=x",
    "municipality=glostrup",
    "_method=POST",
    "_external=1&_scheme=javascript",
    "_anchor=x",
    "a=1&a=2&b=%FF",
)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_does_not_steer_the_way_to_the_right_slug(client: Client, query: str) -> None:
    idea = IdeaFactory()
    response = client.get(f"/vallensbaek/ideer/{idea.id}-x?{query}")
    assert response.status_code == 301
    assert response.location == f"/vallensbaek/ideer/{idea.id}-{idea.slug}?{query}"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("path", ["/en//evil.example/x", "//evil.example/x"])
def test_another_language_is_never_another_site(app: Flask, language: str, path: str) -> None:
    with app.test_request_context("/"):
        assert re.match("/(en/)?evil.example/x$", path_in_language(path, language))


def test_a_missing_page_links_to_no_other_site(client: Client) -> None:
    page = client.get("/en//evil.example/x")
    assert page.status_code == 404
    assert 'href="//' not in page.text


def _cursor(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()


@pytest.mark.parametrize("query", [f"goal={LARGEST}", f"theme={LARGEST}", f"goal={LARGEST + 1}"])
def test_a_filter_takes_any_number(client: Client, query: str) -> None:
    assert client.get(f"/vallensbaek/ideer/?{query}").status_code == 200


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        ("newest", {"t": "0001-01-01T00:00:00+23:59"}),
        ("newest", {"t": "9999-12-31T23:59:59-23:59"}),
        ("most", LARGEST),
        ("most", "\ud800"),
    ],
)
def test_a_cursor_takes_any_value(client: Client, sort: str, value: object) -> None:
    place = _cursor(sort, False, value, LARGEST)
    assert client.get(f"/vallensbaek/ideer/?sort={sort}&cursor={place}").status_code == 200


def test_a_cursor_of_names_takes_half_a_character(client: Client) -> None:
    place = _cursor("name", False, "\ud800", LARGEST)
    assert client.get(f"/vallensbaek/foreninger/?cursor={place}").status_code == 200


def test_a_whole_address_is_on_the_host_that_was_asked(app: Flask) -> None:
    for host in ("evil.example", "deltag.example"):
        with app.test_request_context("/vallensbaek/", base_url=f"https://{host}"):
            address = url_for("pages.front", municipality="vallensbaek", _external=True)
            assert address == f"https://{host}/vallensbaek/"


@pytest.mark.parametrize(
    ("address", "counted"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("", "unknown")],
)
def test_a_household_is_one_visitor(app: Flask, address: str, counted: str) -> None:
    with app.test_request_context("/", environ_overrides={"REMOTE_ADDR": address}):
        assert limits.address() == counted


@pytest.mark.parametrize("host", ["localhost", "evil.example"])
def test_a_missing_slash_is_added_on_no_other_site(client: Client, host: str) -> None:
    response = client.get("/en/vallensbaek/ideer?status=open", base_url=f"http://{host}")
    assert response.status_code == 308
    assert response.headers.getlist("Location") == ["/en/vallensbaek/ideer/?status=open"]
