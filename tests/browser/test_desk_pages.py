"""The desk's pages that only something that happened opens: held texts, a merging that is done, a wave."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import Visitor

HOME = "/vallensbaek"
IDEA = "En ladcykel, man kan låne en lørdag formiddag"
WAITING = "Et skab, hvor man kan bytte legetøj"


@pytest.fixture
def moderator(context_of: Callable[..., BrowserContext]) -> Page:
    return context_of("moderator").new_page()


@pytest.fixture
def writing(context_of: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A resident at an idea, who takes back all that was written once it has been seen."""
    page = context_of("resident").new_page()
    Visitor(page).open_idea("vallensbaek", IDEA)
    address = page.url
    yield page
    page.goto(address)
    while page.get_by_role("link", name="Slet", exact=True).count():
        page.get_by_role("link", name="Slet", exact=True).last.click()
        page.get_by_role("button", name="Slet").click()
        expect(page.locator("main")).to_contain_text("Kommentaren er slettet")


def comment(page: Page, words: str) -> None:
    page.get_by_label("Din kommentar").fill(words)
    page.get_by_role("button", name="Send kommentaren").click()


def found_on(page: Page, axe: str) -> list[str]:
    return violations(page, axe, DESKTOP) + violations(page, axe, PHONE) + too_wide(page)


def test_what_is_held(writing: Page, moderator: Page, axe: str) -> None:
    comment(writing, "Mit nummer er 010190-1234.")
    writing.get_by_role("button", name="Send alligevel").click()
    expect(writing.locator("main")).to_contain_text("Venter på, at vi har set den.")
    moderator.goto(f"{HOME}/opgaver/?kind=held")
    moderator.locator("main a.queue-title").last.click()
    expect(moderator.locator("main")).to_contain_text("010190-1234")
    found = found_on(moderator, axe)
    moderator.get_by_role("link", name="Vis den ikke").click()
    expect(moderator.get_by_role("heading", level=1)).to_have_text("Vis den ikke")
    assert not found + found_on(moderator, axe)


def test_a_merging_and_its_end(moderator: Page, axe: str) -> None:
    moderator.goto(f"{HOME}/opgaver/?kind=review")
    moderator.get_by_role("link", name=WAITING).first.click()
    moderator.get_by_role("link", name="Saml med en anden idé").click()
    moderator.get_by_label("Hvilken idé?").fill("ladcykel")
    moderator.get_by_role("button", name="Søg").click()
    moderator.get_by_role("link", name="Se, hvad der sker").first.click()
    expect(moderator.get_by_role("heading", level=1)).to_have_text("Saml to idéer til én")
    found = found_on(moderator, axe)
    moderator.get_by_role("button", name="Saml dem nu").click()
    expect(moderator.locator("main")).to_contain_text("De to idéer er nu samlet.")
    found += found_on(moderator, axe)
    moderator.get_by_role("link", name="Fortryd samlingen").click()
    expect(moderator.get_by_role("heading", level=1)).to_have_text("Fortryd samlingen")
    found += found_on(moderator, axe)
    moderator.get_by_role("button", name="Fortryd samlingen").click()
    expect(moderator.locator("main")).to_contain_text("De er to idéer igen.")
    assert not found


def test_a_wave(moderator: Page, axe: str) -> None:
    """The demonstration has one that is held: all of it is shown again, and held anew."""
    moderator.goto(f"{HOME}/opgaver/?kind=wave")
    moderator.locator("main a.queue-title").first.click()
    expect(moderator.get_by_role("heading", level=2)).to_have_text("6 er holdt tilbage")
    found = found_on(moderator, axe)
    moderator.get_by_role("button", name="Fortryd: vis det hele igen").click()
    expect(moderator.locator("main")).to_contain_text("6 indlæg vises igen")
    found += found_on(moderator, axe)
    moderator.get_by_role("button", name="Hold de valgte tilbage").click()
    expect(moderator.locator("main")).to_contain_text("6 indlæg er holdt tilbage")
    assert not found
