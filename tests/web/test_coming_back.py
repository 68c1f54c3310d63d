"""Whoever is sent to sign in comes back to the page, in the language in which it was read."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.conftest import Client


@pytest.mark.parametrize("root", ["", "/en"])
def test_signing_in_leads_back_to_the_page_in_its_language(
    client: Client, municipality: object, root: str
) -> None:
    page = f"{root}/vallensbaek/det-er-jeg-med-i?a=1"
    answer = client.get(page)
    assert parse_qs(urlsplit(answer.location).query)["next"] == [page]
