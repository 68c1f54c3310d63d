"""From a shared link to a supported idea: address, code, age, done."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor

IDEA = "Lys på stien bag stationen"


def test_from_a_shared_link_to_a_supported_idea(visit: Callable[[], Visitor], stranger: str) -> None:
    """Two pages and a mail lie between the link and the support, and nothing else is asked for."""
    visitor = visit()
    page = visitor.page
    shared = visitor.link_to("vallensbaek", IDEA)
    visitor.go(shared)
    before = supporters(page)
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    visitor.follow("Støt idéen")
    visitor.sign_in_with_code("vallensbaek", stranger)
    visitor.sees("Du støtter idéen")
    expect(page).to_have_url(shared)
    assert supporters(page) == before + 1
    assert len(visited) == len({"address", "code", "idea"}), visited


def supporters(page: Page) -> int:
    """The number on the idea's page."""
    words = page.locator(".support-count b").first.inner_text()
    return int(re.sub(r"\D", "", words))
