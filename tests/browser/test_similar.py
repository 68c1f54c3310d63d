"""Similar ideas appear while one writes, are announced once, and never take the focus."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import Visitor

FORM = "/vallensbaek/foreslaa"
WISH = "Belysning på stien ved stationen"
THEIRS = "Lys på stien bag stationen"
SPOKEN = "document.querySelector('[data-similar-to] [role=status]')"
LISTEN = f"""() => {{
  window.spoken = [];
  new MutationObserver(() => window.spoken.push({SPOKEN}.textContent)).observe({SPOKEN}, {{childList: true}});
}}"""


def found(page: Page) -> Locator:
    return page.locator(".similar")


def test_what_is_found_is_announced_once_and_the_focus_stays(page: Page, axe: str) -> None:
    page.goto(FORM)
    page.evaluate(LISTEN)
    title = page.get_by_label("Hvad vil du gerne have?")
    title.fill(WISH)
    expect(found(page)).to_contain_text(THEIRS)
    with page.expect_response(lambda answer: answer.url.endswith("+nu")):
        title.press_sequentially(" nu", delay=20)
    expect(title).to_be_focused()
    expect(title).to_have_value(f"{WISH} nu")
    assert len(page.evaluate("window.spoken")) == 1
    assert "fundet" in page.evaluate("window.spoken")[0]
    assert not violations(page, axe, DESKTOP) + violations(page, axe, PHONE) + too_wide(page)


def test_the_idea_opens_beside_what_is_being_written(page: Page) -> None:
    page.goto(FORM)
    page.get_by_label("Hvad vil du gerne have?").fill(WISH)
    with page.expect_popup() as opened:
        found(page).get_by_role("link", name=THEIRS).click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text(THEIRS)
    expect(page.get_by_label("Hvad vil du gerne have?")).to_have_value(WISH)


def test_nothing_is_said_where_nothing_is_found(page: Page) -> None:
    page.goto(FORM)
    title = page.get_by_label("Hvad vil du gerne have?")
    title.fill(WISH)
    expect(found(page)).to_be_visible()
    title.fill("Xylofoner")
    expect(found(page)).to_have_count(0)


def test_before_sending_they_are_shown_without_javascript_too(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.go(FORM)
    visitor.fill("Hvad vil du gerne have?", WISH)
    visitor.fill("Hvorfor, og for hvem?", "Her er mørkt.")
    visitor.press("Se og send")
    visitor.is_at("Se og send")
    visitor.sees(THEIRS)
    visitor.sees("Send idéen")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_the_preview_with_similar_ideas_bars_nobody(
    contexts: Callable[..., BrowserContext], axe: str, size: dict[str, int]
) -> None:
    visitor = Visitor(contexts().new_page())
    visitor.go(FORM)
    visitor.fill("Hvad vil du gerne have?", WISH)
    visitor.fill("Hvorfor, og for hvem?", "Her er mørkt.")
    visitor.press("Se og send")
    expect(found(visitor.page)).to_be_visible()
    assert not violations(visitor.page, axe, size) + too_wide(visitor.page)  # type: ignore[arg-type]
