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
    visitor.fill("Mailadresse", stranger)
    visitor.press("Send mig en kode")
    visitor.is_at("Skriv koden")
    visitor.fill("Koden fra mailen", visitor.newest_code("vallensbaek", stranger))
    page.get_by_role("checkbox").check()
    visitor.press("Log ind")
    visitor.sees("Du støtter idéen")
    expect(page).to_have_url(shared)
    assert supporters(page) == before + 1
    assert len(visited) == len({"address", "code", "idea"}), visited


def supporters(page: Page) -> int:
    """The number on the idea's page."""
    words = page.locator(".support-count b").first.inner_text()
    return int(re.sub(r"\D", "", words))
