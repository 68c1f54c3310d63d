"""What staff measures is on the goal's page; the strategy's status is printed on two sheets of A4."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor

HOME = "/vallensbaek"
PAGES = re.compile(rb"/Type\s*/Page[^s]")


def test_a_measurement_is_written_by_staff_and_read_by_everybody(visit: Callable[[], Visitor]) -> None:
    moderator, resident = visit(), visit()
    moderator.sign_in_as("vallensbaek", "moderator")
    moderator.go(f"{HOME}/indstillinger/strategi/indikatorer/")
    moderator.follow("Andel modtagere af hjemmepleje, der er tilfredse eller meget tilfredse")
    moderator.page.locator("#day").fill("2026-03-01")
    moderator.page.locator("#value").fill("82,5")
    moderator.press("Gem målingen")
    moderator.sees("Målingen er gemt.")
    moderator.follow("Se målets side")
    resident.go(moderator.page.url)
    resident.sees("1. marts 2026. Målet er mindst 80")
    resident.go(f"{HOME}/strategi/status")
    resident.sees("Ældrepleje af høj kvalitet")


def test_the_annex_fills_two_sheets(page: Page) -> None:
    page.goto(f"{HOME}/strategi/status")
    expect(page.locator(".status-table")).to_be_visible()
    assert len(PAGES.findall(page.pdf(format="A4"))) == 2
