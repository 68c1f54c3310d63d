"""One click signs in, in the demonstration only."""

from collections.abc import Callable

import pytest

from participation.accounts.events import SignedIn
from participation.accounts.models import Person
from tests.accounts.conftest import AT, Visitor

TRY = f"{AT}/proev"


def test_one_click_signs_in(visitor: Visitor, moderator: Person, with_settings: Callable[..., None]) -> None:
    moderator.demo_key = "moderator"
    with_settings(is_demonstration=True)
    page = visitor.browser.get(AT).text
    assert "læser det, der kommer ind, offentliggør og svarer" in page
    response = visitor.browser.post(TRY, data={"key": "moderator", "next": "/vallensbaek/regler"})
    assert response.location == "/vallensbaek/regler"
    assert visitor.is_signed_in


def test_the_buttons_are_missing_elsewhere(visitor: Visitor, moderator: Person) -> None:
    moderator.demo_key = "moderator"
    assert "proev" not in visitor.browser.get(AT).text
    assert visitor.browser.post(TRY, data={"key": "moderator"}).status_code == 404


def test_other_accounts_have_no_button(
    visitor: Visitor, citizen: Person, with_settings: Callable[..., None]
) -> None:
    with_settings(is_demonstration=True)
    assert visitor.browser.post(TRY, data={"key": ""}).status_code == 404


@pytest.mark.parametrize(
    ("sent", "told"),
    [("votes.support:7", "votes.support:7"), ("votes.support:7; DROP", ""), ("", "")],
)
def test_one_click_carries_the_errand(
    visitor: Visitor,
    citizen: Person,
    signed_in_events: list[SignedIn],
    with_settings: Callable[..., None],
    sent: str,
    told: str,
) -> None:
    citizen.demo_key = "resident"
    with_settings(is_demonstration=True)
    visitor.browser.post(TRY, data={"key": "resident", "intent": sent})
    assert [event.intent for event in signed_in_events] == [told]


def test_the_sign_in_page_gives_the_errand_to_each_way_in(
    visitor: Visitor, citizen: Person, with_settings: Callable[..., None]
) -> None:
    citizen.demo_key = "resident"
    with_settings(is_demonstration=True)
    page = visitor.browser.get(f"{AT}?intent=follows.follow:7&next=/vallensbaek/regler").text
    assert page.count('value="follows.follow:7"') == 2
    assert page.count('value="/vallensbaek/regler"') == 2
