"""From an idea that goes forward to a project: offered, agreed to, and the chain from each of its ends."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.visitor import Visitor

TOWN = "vallensbaek"
GROUP = "Foreningen Gryden"
pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("has_javascript", "idea"),
    [(True, "Et skur, hvor man kan låne værktøj af hinanden"), (False, "En gåtur med bænke")],
)
def test_from_an_offer_to_a_project(
    contexts: Callable[..., BrowserContext], has_javascript: bool, idea: str
) -> None:
    owner, resident, desk, passer_by = (
        Visitor(contexts(has_javascript=has_javascript).new_page()) for _ in range(4)
    )
    owner.sign_in_as(TOWN, "owner")
    owner.go(f"/{TOWN}/ideer/mangler-tovholder")
    owner.follow(idea)
    owner.is_at(idea)
    address = owner.page.url
    owner.follow("Vi vil gerne stå for den")
    owner.is_at("Meld jer som tovholder")
    owner.fill("Hvordan vil I gøre det?", "Vi begynder den første lørdag i maj.")
    owner.press("Send tilbuddet")
    owner.is_at(f"Tilbud fra {GROUP}")

    resident.sign_in_as(TOWN, "resident")
    resident.page.goto(address)
    offer = resident.page.get_by_role("article").filter(has_text=GROUP)
    offer.get_by_role("link", name="Jeg er også med").click()
    resident.is_at("Vær med")
    resident.press("Jeg er også med")
    resident.sees("Du er med.")

    agree(desk, idea)
    owner.page.reload()
    owner.sees("Idéen er blevet til et projekt")
    follow_the_chain(passer_by, address, idea)


def agree(desk: Visitor, idea: str) -> None:
    """The moderator says yes, among others that may have offered."""
    desk.sign_in_as(TOWN, "moderator")
    desk.go(f"/{TOWN}/opgaver/?kind=offer")
    desk.page.locator("a.queue-title").filter(has_text=idea).last.click()
    heading = desk.page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("vil gerne stå for en idé")
    if GROUP not in heading.inner_text():
        desk.page.get_by_role("heading", level=2).get_by_role("link", name=GROUP).click()
        expect(heading).to_contain_text(GROUP)
    desk.page.get_by_label("Sig ja tak").check()
    desk.press("Svar")
    desk.sees("Projektet er oprettet")


def follow_the_chain(passer_by: Visitor, address: str, idea: str) -> None:
    """Idea, project, organisation, and back again."""
    passer_by.page.goto(address)
    passer_by.page.locator(".chain").get_by_role("link", name=idea).click()
    passer_by.page.wait_for_url("**/projekter/**")
    passer_by.sees("1 person")
    passer_by.page.get_by_role("complementary").get_by_role("link", name=GROUP).click()
    passer_by.is_at(GROUP)
    passer_by.page.get_by_role("heading", level=3).get_by_role("link", name=idea).first.click()
    passer_by.page.wait_for_url("**/projekter/**")
    passer_by.page.locator(".chain").get_by_role("link", name=idea).click()
    passer_by.page.wait_for_url("**/ideer/**")
