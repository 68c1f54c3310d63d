"""Pages that do not exist, and what is said of ideas that only few can see."""

from typing import Any

import pytest

from participation.ideas.lifecycle import IdeaStatus
from tests.factories.ideas import IdeaFactory


def test_an_address_that_leads_nowhere_keeps_menu_and_telephone(client: Any) -> None:
    response = client.get("/vallensbaek/findes-ikke")
    assert response.status_code == 404
    assert 'action="/vallensbaek/ideer/"' in response.text
    assert 'href="/vallensbaek/kontakt"' in response.text


def test_a_municipality_that_is_not_here_has_no_menu(client: Any) -> None:
    response = client.get("/findes-ikke/heller-ikke")
    assert response.status_code == 404
    assert "/kontakt" not in response.text


def test_the_author_of_a_returned_idea_is_led_to_mending_it(client_of: Any, author: Any) -> None:
    idea = IdeaFactory(author=author, status=IdeaStatus.RETURNED)
    page = client_of(author).get(f"/vallensbaek/ideer/{idea.id}-{idea.slug}").text
    assert "Kun du og kommunen kan se idéen." in page
    assert f'class="button button-primary" href="/vallensbaek/ideer/{idea.id}/ret"' in page


@pytest.mark.parametrize("back", ["/vallensbaek/regler", ""])
def test_signing_in_leads_back_from_where_one_came(client: Any, back: str) -> None:
    address = f"/vallensbaek/log-ind?next={back}" if back else "/vallensbaek/log-ind"
    assert f'href="{address}"' in client.get(address).text
