"""The desk by keyboard, from the queue to the next case; its help; and without single keys."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.arriving import click, press_key
from tests.browser.conftest import DESKTOP
from tests.browser.test_accessibility import violations
from tests.browser.visitor import Visitor

QUEUE = "/vallensbaek/opgaver/"


@pytest.fixture
def desk(context_of: Callable[..., BrowserContext]) -> Page:
    """The queue of what waits for an answer, on a wide screen."""
    page = context_of("moderator").new_page()
    page.set_viewport_size(DESKTOP)
    page.goto(f"{QUEUE}?kind=answer")
    return page


@pytest.fixture
def without_single_keys(desk: Page) -> Iterator[Page]:
    """The same, for somebody who has switched them off; on again afterwards."""
    choose(desk, wanted=False)
    yield desk
    choose(desk, wanted=True)


def choose(page: Page, *, wanted: bool) -> None:
    page.goto(f"{QUEUE}genveje")
    page.get_by_label("Brug enkelte taster").set_checked(wanted)
    click(page.get_by_role("button", name="Gem"))
    page.goto(f"{QUEUE}?kind=answer")


def titles(page: Page) -> list[str]:
    return page.locator(".queue-title").all_inner_texts()


def press(page: Page, *keys: str) -> None:
    """Press the keys once the page's script listens."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def test_a_case_is_found_taken_and_answered(desk: Page) -> None:
    """j, k, o, t, 3, three fields, Ctrl+Enter twice: no mouse, and one key for each step."""
    visitor, waiting = Visitor(desk), titles(desk)
    press(desk, "j", "j", "j", "k")
    expect(desk.locator(".queue-title").nth(1)).to_be_focused()
    press_key(desk, "o")
    visitor.is_at(waiting[1])
    press_key(desk, "t")
    visitor.sees("er din nu")
    press_key(desk, "3")
    visitor.is_at("Giv et foreløbigt svar")
    answer(desk)
    press_key(desk, "Control+Enter")
    visitor.is_at("Se og send")
    press_key(desk, "Control+Shift+Enter")
    visitor.sees("Det er gjort")
    expect(desk.get_by_role("heading", level=1)).not_to_have_text("Opgaver")
    press(desk, "g")
    press_key(desk, "i")
    visitor.is_at("Opgaver")


def answer(page: Page) -> None:
    """The first field has the focus already; letters and digits in it are only letters and digits."""
    expect(page.get_by_label("Det gør vi")).to_be_focused()
    page.keyboard.type("Vi tager den op 1 gang til, njk?/")
    expect(page.get_by_label("Det gør vi")).to_have_value("Vi tager den op 1 gang til, njk?/")
    for label, words in (("Afdeling", "Park og Vej"), ("Svaret kommer senest", "11112099")):
        field = page.get_by_label(label)
        while not field.evaluate("each => each === document.activeElement"):
            page.keyboard.press("Tab")
        page.keyboard.type(words)


def test_next_and_search(desk: Page) -> None:
    waiting = titles(desk)
    press(desk, "j")
    press_key(desk, "Enter")
    Visitor(desk).is_at(waiting[0])
    press_key(desk, "n")
    expect(desk.get_by_role("heading", level=1)).not_to_have_text(waiting[0])
    press(desk, "g")
    press_key(desk, "i")
    Visitor(desk).is_at("Opgaver")
    press(desk, "/")
    expect(desk.get_by_label("Søg i opgaverne")).to_be_focused()
    press(desk, "j")
    expect(desk.get_by_label("Søg i opgaverne")).to_have_value("j")


def test_help_is_a_dialog_that_keeps_the_focus(desk: Page, axe: str) -> None:
    link = desk.get_by_role("link", name="Genveje på tastaturet")
    link.focus()
    press(desk, "?")
    dialog = desk.get_by_role("dialog", name="Genveje på tastaturet")
    expect(dialog).to_be_visible()
    for _stop in range(6):
        press(desk, "Tab")
        assert desk.evaluate(
            "!document.querySelector('main').contains(document.activeElement)"
            " || !!document.activeElement.closest('dialog')"
        )
    press(desk, "j")
    assert not violations(desk, axe, DESKTOP)
    press(desk, "Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_nothing_happens_by_single_keys_where_they_are_off(without_single_keys: Page) -> None:
    page = without_single_keys
    press(page, "j", "t", "?", "/", "n")
    expect(page.get_by_role("heading", level=1)).to_have_text("Opgaver")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement === document.body")
    page.get_by_role("link", name="Genveje på tastaturet").click()
    expect(page.get_by_role("dialog")).to_be_visible()
