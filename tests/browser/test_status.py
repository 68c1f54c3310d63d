"""The strategy's status, printed on two sheets of A4."""

import re

from playwright.sync_api import Page, expect

HOME = "/vallensbaek"
PAGES = re.compile(rb"/Type\s*/Page[^s]")


def test_the_annex_fills_two_sheets(page: Page) -> None:
    page.goto(f"{HOME}/strategi/status")
    expect(page.locator(".status-table")).to_be_visible()
    assert len(PAGES.findall(page.pdf(format="A4"))) == 2
