"""Without a mouse: the way in, support, and an idea of one's own."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.arriving import press_key
from tests.browser.visitor import Visitor

HOME = "/vallensbaek"
MOST_STOPS = 60
# The focused element's name as a reader hears it, and whether a ring can be seen around it.
FOCUSED = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect()
  const label = it.labels && it.labels.length ? it.labels[0].textContent : it.textContent
  const isRinged = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight
  return {name: label.trim(), isVisible: isRinged && isSeen}
}"""


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.goto(f"{HOME}/")
    page.keyboard.press("Tab")
    assert focused(page) == {"name": "Gå til indholdet", "isVisible": True}
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_support_by_keyboard(page: Page, stranger: str) -> None:
    visitor = Visitor(page)
    visitor.open_idea("vallensbaek", "En ladcykel, man kan låne en lørdag formiddag")
    tab_to(page, "Støt idéen")
    press_key(page, "Enter")
    visitor.is_at("Log ind")
    tab_to(page, "Mailadresse")
    page.keyboard.type(stranger)
    press_key(page, "Enter")
    visitor.is_at("Skriv koden")
    code = visitor.newest_code("vallensbaek", stranger)
    tab_to(page, "Koden fra mailen")
    page.keyboard.type(code)
    tab_to(page, "Jeg er fyldt 15 år")
    page.keyboard.press("Space")
    tab_to(page, "Log ind")
    press_key(page, "Enter")
    visitor.sees("Du støtter idéen")


def test_propose_by_keyboard(context_of: Callable[..., BrowserContext]) -> None:
    """An error first: the focus is at the summary, and its link leads to the field."""
    page = context_of("resident").new_page()
    page.goto(f"{HOME}/foreslaa")
    tab_to(page, "Hvorfor, og for hvem?")
    page.keyboard.type("Fordi det mangler.")
    tab_to(page, "Se og send")
    press_key(page, "Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hvad vil du gerne have?")).to_be_focused()
    page.keyboard.type("En bænk mere")
    tab_to(page, "Se og send")
    press_key(page, "Enter")
    Visitor(page).is_at("Se og send")
    tab_to(page, "Send idéen")
    press_key(page, "Enter")
    Visitor(page).is_at("Tak for din idé")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something of that name has the focus; every stop on the way shows that it has it."""
    page.wait_for_load_state()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = focused(page)
        assert found["isVisible"], f"no sign of the focus: {found}"
        if found["name"].startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached")


def focused(page: Page) -> dict[str, Any]:
    """What has the focus now."""
    found: dict[str, Any] = page.evaluate(FOCUSED)
    return found
