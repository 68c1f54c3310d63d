"""One click signs in, in the demonstration only."""

from collections.abc import Callable

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
