"""A steward's telephone: news with a real picture, a milestone, a pause, and what readers see of it."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import Visitor
from tests.factories.files import picture_bytes

TOWN = "vallensbaek"
PROJECT = "Fællesspisning i Korsagergård"


def test_a_steward_tells_news_with_a_picture(
    visit: Callable[[], Visitor], axe: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Words, a photograph, what it shows; a reader sees it at once, and it can be taken back."""
    script = axe if "[with-" in request.node.name else ""
    photograph = tmp_path / "IMG_0001.JPG"
    photograph.write_bytes(picture_bytes(size=(1800, 1200)))
    words, seen = f"Vi har fået nye gryder {uuid4().hex[:6]}", f"Nye gryder {uuid4().hex[:6]}"
    steward, reader = visit(), visit()
    steward.sign_in_as(TOWN, "owner")
    steward.go(f"/{TOWN}/projekter/mine")
    steward.follow(PROJECT)
    steward.is_at(PROJECT)
    check(script, steward)
    steward.follow("Skriv nyt")
    steward.is_at("Skriv nyt")
    steward.fill("Hvad er der sket?", words)
    steward.page.locator("input[type=file]").set_input_files(photograph)
    check(script, steward)
    steward.press("Offentliggør")
    steward.is_at("Hvad viser billederne?")
    check(script, steward)
    steward.fill("Hvad viser billede 1?", seen)
    steward.press("Gem")
    steward.is_at(PROJECT)
    steward.sees(words)
    read(reader, words, seen)
    check(script, reader)
    take_back(steward, words)
    reader.page.reload()
    expect(reader.page.get_by_text(words)).to_have_count(0)


def test_a_milestone_is_done_with_one_press(visit: Callable[[], Visitor]) -> None:
    title = f"Nye forklæder {uuid4().hex[:6]}"
    steward = visit()
    steward.sign_in_as(TOWN, "owner")
    steward.go(f"/{TOWN}/projekter/mine")
    steward.follow(PROJECT)
    steward.is_at(PROJECT)
    steward.follow("Sæt en milepæl")
    steward.is_at("Sæt en milepæl")
    steward.fill("Hvad skal der ske?", title)
    steward.press("Gem")
    steward.is_at(PROJECT)
    item = steward.page.locator("li", has_text=title)
    item.get_by_role("button").click()
    steward.sees(f"“{title}” er nået.")


def read(reader: Visitor, words: str, seen: str) -> None:
    reader.go(f"/{TOWN}/projekter/")
    reader.follow(PROJECT)
    reader.is_at(PROJECT)
    reader.sees(words)
    picture = reader.page.get_by_alt_text(seen)
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0


def take_back(steward: Visitor, words: str) -> None:
    steward.page.locator("li", has_text=words).get_by_role("link", name="Tag tilbage").first.click()
    steward.is_at("Vil du tage det tilbage?")
    steward.press("Ja, tag det tilbage")
    steward.is_at(PROJECT)


def check(axe: str, visitor: Visitor) -> None:
    """Nothing on the page bars the way, and nothing is wider than a telephone."""
    if axe:
        assert not violations(visitor.page, axe, PHONE) + too_wide(visitor.page)
