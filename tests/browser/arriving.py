"""Going from one page to the next: whoever has pressed waits until all of the next one has come."""

from playwright.sync_api import Locator, Page


def click(target: Locator) -> None:
    """Click what leads to another page, and be there when it has loaded."""
    with target.page.expect_navigation():
        target.click()


def press_key(page: Page, key: str) -> None:
    """Press a key that leads to another page, and be there when it has loaded."""
    page.wait_for_load_state()
    with page.expect_navigation():
        page.keyboard.press(key)
