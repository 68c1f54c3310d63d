"""Every page as axe sees it, folded and unfolded, with errors, on a phone and on a desk; and at 320 px."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.arriving import click
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.places import PLACES, Place

NARROW: ViewportSize = {"width": 320, "height": 640}
UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"
# Unfolded it covers what lies below.
FOLD_MENU = "document.querySelectorAll('header details').forEach(each => each.open = false)"
SENDS = "form[method=post] button:not([aria-hidden], [value=insert])"
# What it has to say of all that is well weighs more than the page itself.
VIOLATIONS = "async options => (await axe.run(document, options)).violations"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_nothing_bars_the_way(place: Place, page_of: Callable[[str | None], Page], axe: str) -> None:
    page = page_of(place.reader)
    place.visit(page)
    found = found_by(page, axe)
    if place.errs:
        page.evaluate(FOLD_MENU)
        click(page.get_by_role("main").locator(SENDS).filter(visible=True).first)
        page.get_by_role("alert").first.wait_for()
        found += violations(page, axe, PHONE) + too_wide(page)
    assert not found


def found_by(page: Page, axe: str) -> list[str]:
    """What bars the way on a page as it stands, on a desk and unfolded on a phone."""
    found = violations(page, axe, DESKTOP)
    page.evaluate(UNFOLD)
    return found + violations(page, axe, PHONE) + too_wide(page)


def too_wide(page: Page) -> list[str]:
    """Whether a narrow phone has to scroll sideways."""
    page.wait_for_load_state()
    page.set_viewport_size(NARROW)
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} px wide at 320 px"] if width > NARROW["width"] else []


def violations(page: Page, axe: str, size: ViewportSize) -> list[str]:
    """What axe finds: the rule and the places."""
    page.wait_for_load_state()
    page.set_viewport_size(size)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    only: dict[str, Any] = {"runOnly": RULES, "resultTypes": ["violations"]}
    return [
        f"{size['width']} px: {each['id']}: {' | '.join(node['html'][:160] for node in each['nodes'][:3])}"
        for each in page.evaluate(VIOLATIONS, only)
    ]
