"""The installation's front page and a municipality's."""

from typing import Any

from participation.municipalities.models import Municipality


def test_municipalities_lists_each(
    client: Any, municipality: Municipality, other_municipality: Municipality
) -> None:
    page = client.get("/").text
    assert 'href="/vallensbaek/"' in page
    assert 'href="/glostrup/"' in page


def test_front_of_unknown_municipality_is_missing(client: Any) -> None:
    assert client.get("/atlantis/").status_code == 404


def test_front_is_public_and_cacheable(client: Any) -> None:
    response = client.get("/vallensbaek/")
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert response.vary.as_set() == {"cookie", "accept-encoding"}
    assert response.headers["ETag"].startswith("W/")


def test_front_in_english_keeps_the_language_in_links(client: Any) -> None:
    assert 'href="/en/vallensbaek/"' in client.get("/en/").text


def test_front_knows_the_signed_in_person(client_of: Any, citizen: Any) -> None:
    response = client_of(citizen).get("/vallensbaek/")
    assert response.headers["Cache-Control"] == "no-store"


def test_stranger_is_nobody_here(client_of: Any, stranger: Any) -> None:
    response = client_of(stranger).get("/vallensbaek/")
    assert response.headers["Cache-Control"] != "no-store"
