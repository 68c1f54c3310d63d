"""A moderator clears a hundred waiting ideas, by keyboard and by ordinary forms."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.arriving import click
from tests.browser.conftest import DESKTOP, PHONE, SET_UP, set_up
from tests.browser.desk import TO_ANSWER, TO_REFUSE, TO_RETURN, Keys, fill
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import Visitor
from tests.databases import fresh_database
from tests.servers import serving

QUEUE = "/vallensbaek/opgaver/"
# What was measured is printed; this is what it must never pass.
MOST_COMMANDS = 350


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[str]:
    """The address of a municipality in which a hundred ideas wait."""
    with fresh_database(tmp_path) as database:
        set_up(database, tmp_path, SET_UP[:-1])
        fill(database)
        with serving(database, DEMO="1") as address:
            yield address


def moderator(chromium: Browser, address: str, **more: Any) -> Page:
    context = chromium.new_context(base_url=address, locale="da-DK", viewport=DESKTOP, **more)
    context.set_default_timeout(15_000)
    page = context.new_page()
    Visitor(page).sign_in_as("vallensbaek", "moderator")
    page.goto(QUEUE)
    return page


def test_by_keyboard(chromium: Browser, desk: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = moderator(chromium, desk)
    keys = Keys(page)
    say_once(keys, TO_RETURN, "2", "Skriv gerne, hvor det skal være.")
    say_once(keys, TO_REFUSE, "3", "Det er en reklame.")
    keys.press("a")
    keys.arrive("1")
    expect(page.get_by_role("button", name="Se, hvad der sker")).to_be_visible()
    keys.arrive("Control+Enter")
    done(keys)
    for _ in range(10):
        answer_next(keys)
    with capsys.disabled():
        print(f"\n100 ideas: {keys.commands} key strokes, and {keys.letters} letters of what is written")
    assert keys.commands <= MOST_COMMANDS
    page.goto(QUEUE + "?kind=review")
    expect(page.get_by_text("Her venter ikke noget")).to_be_visible()


def say_once(keys: Keys, title: str, act: str, sentence: str) -> None:
    """Tick them on page after page, and say it once."""
    while True:
        tick_on_page(keys, title)
        if not keys.page.get_by_role("link", name="Næste").count():
            break
        # On the way lies the link to the page before.
        keys.press(*["j"] * keys.page.locator(".pager a").count())
        keys.arrive("Enter")
    keys.arrive(act)
    expect(keys.page.get_by_text("10 opgaver er valgt")).to_be_visible()
    expect(keys.page.get_by_role("radio").first).to_be_focused()
    keys.press("Space", "Tab")
    keys.write(sentence)
    keys.arrive("Control+Enter")
    done(keys)


def tick_on_page(keys: Keys, title: str) -> None:
    for row in keys.page.locator(".queue-title").all_inner_texts():
        keys.press("j")
        if row.startswith(title):
            keys.press("x")


def done(keys: Keys) -> None:
    """Look at what will happen, do it, and be back at the queue."""
    expect(keys.page.get_by_role("button", name="Ja, gør det")).to_be_visible()
    keys.arrive("Control+Enter")
    expect(keys.page.get_by_role("button", name="Fortryd det hele")).to_be_visible()
    keys.press("g")
    keys.arrive("i")
    assert keys.page.url.endswith(QUEUE)


def answer_next(keys: Keys) -> None:
    """Open the first case, and answer it with words of its own."""
    keys.press("j")
    keys.arrive("Enter")
    Visitor(keys.page).is_at(TO_ANSWER)
    keys.arrive("1")
    expect(keys.page.get_by_label("Det gør vi")).to_be_focused()
    keys.write("Vi stiller bænken op.")
    keys.press("Tab")
    keys.write("Mange har savnet den.")
    keys.press("Tab", "Tab")
    if not keys.page.get_by_label("Afdeling").input_value():
        keys.write("Park og Vej")
    keys.arrive("Control+Enter")
    Visitor(keys.page).is_at("Se og send")
    keys.arrive("Control+Enter")
    assert keys.page.url.endswith(QUEUE)


def test_by_ordinary_forms(chromium: Browser, desk: str) -> None:
    page = moderator(chromium, desk, java_script_enabled=False)
    visitor = Visitor(page)
    for title, act in ((TO_RETURN, "Bed om rettelse"), (TO_REFUSE, "Offentliggør ikke")):
        page.goto(f"{QUEUE}?q={title}")
        for box in page.locator(".queue-tick input").all():
            box.check()
        page.locator(".bulk-acts summary").click()
        click(page.locator(".bulk-acts button").nth(1 if title == TO_RETURN else 2))
        page.get_by_role("radio").first.check(force=True)
        page.locator("textarea").fill(f"{act}: se reglerne.")
        visitor.press("Se, hvad der sker")
        visitor.press("Ja, gør det")
        visitor.sees("Gjort: 10")
    page.goto(f"{QUEUE}?kind=review")
    page.locator(".bulk-acts summary").click()
    page.locator("[name='all']").check(force=True)
    click(page.locator(".bulk-acts button").first)
    visitor.press("Se, hvad der sker")
    visitor.press("Ja, gør det")
    visitor.sees("Gjort: 70")
    visitor.press("Fortryd det hele")
    visitor.sees("Fortrudt: 70")


@pytest.mark.parametrize("language", ["", "/en"])
def test_bars_nobody(chromium: Browser, desk: str, axe: str, language: str) -> None:
    page = moderator(chromium, desk)
    found = list[Any]()
    page.goto(language + QUEUE + "?kind=review")
    page.locator(".bulk-acts summary").click()
    page.locator("[name='all']").check(force=True)
    for step in (".bulk-acts button", ".actions .button", ".actions .button", ".actions .button"):
        found += violations(page, axe, DESKTOP) + violations(page, axe, PHONE) + too_wide(page)
        click(page.locator(f"main {step}").first)
    found += violations(page, axe, PHONE) + too_wide(page)
    assert not found
