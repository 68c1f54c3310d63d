"""To the next strategy: an administrator begins, edits, maps and publishes it; a resident renews support."""

import re
import time
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import demonstration
from tests.browser.test_accessibility import found_by
from tests.browser.visitor import PATIENCE, Visitor

HOME = "/vallensbaek"
IDEA = "Prøv en ny sport"
GOAL = "Et aktivt fritidsliv for børn og unge"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A demonstration of its own: the others' strategy stays as it is."""
    with demonstration(tmp_path_factory.mktemp("next")) as (address, _environment):
        yield address


def begin(visitor: Visitor, title: str) -> None:
    visitor.go(f"{HOME}/indstillinger/strategi")
    visitor.follow("Begynd på en ny strategi")
    for name, value in (("title", title), ("first_year", "2026"), ("last_year", "2029")):
        visitor.page.locator(f"#{name}").fill(value)
    visitor.press("Begynd")
    visitor.sees("Udkastet er klar.")


def change_goal(visitor: Visitor, before: str, after: str) -> None:
    visitor.follow(before)
    visitor.page.locator("#title").fill(after)
    visitor.press("Gem")
    visitor.sees("Gemt.")


def take_out_first_goal(visitor: Visitor) -> None:
    visitor.page.locator(".outline-part a").first.click()
    visitor.follow("Tag ud")
    visitor.press("Tag ud")
    visitor.sees("Gemt.")


def map_goals(visitor: Visitor) -> None:
    visitor.follow("Se, hvad der er nyt, og offentliggør")
    visitor.follow("Hvad målene bliver til")
    visitor.is_at("Hvad målene bliver til")
    visitor.page.get_by_role("button", name=re.compile("Brug alle")).click()
    visitor.sees("Ét mål mangler endnu.")
    visitor.follow("Vælg, hvad det bliver til")
    visitor.press("Gem")
    visitor.sees("Vælg mindst ét mål")
    visitor.page.get_by_label("Målet udgår", exact=True).check()
    visitor.fill("Hvorfor det udgår", "Målet er nået.")
    visitor.press("Gem")
    visitor.sees("Gemt.")


def nothing_bars_the_way(visitor: Visitor, axe: str) -> None:
    """The pages on the way, as axe sees them: there is a strategy in the making on this site alone."""
    strategy, size = re.sub(r"/overgang.*", "", visitor.page.url), visitor.page.viewport_size
    for path in ("", "/overgang", "/overgang/ideer", "/overgang/ideer?stranded=1", "/rediger/versioner"):
        visitor.go(strategy + path)
        assert not found_by(visitor.page, axe), path
    visitor.go(f"{strategy}/overgang")
    visitor.go(str(visitor.page.locator("main a[href*='/overgang/maal/']").first.get_attribute("href")))
    assert not found_by(visitor.page, axe)
    assert size is not None
    visitor.page.set_viewport_size(size)


def publish(visitor: Visitor) -> None:
    visitor.go(f"{HOME}/indstillinger/strategi")
    visitor.follow("Se, hvad der er nyt, og offentliggør")
    visitor.press("Offentliggør strategien")
    visitor.sees("Strategien er offentliggjort.")


def test_the_way_to_the_next_strategy(
    visit: Callable[[], Visitor], axe: str, request: pytest.FixtureRequest
) -> None:
    administrator, resident = visit(), visit()
    administrator.sign_in_as("vallensbaek", "administrator")
    resident.sign_in_as("vallensbaek", "resident")
    idea = resident.link_to("vallensbaek", IDEA)
    resident.go(idea)
    if resident.page.get_by_role("button", name="Støt idéen").filter(visible=True).count():
        resident.press("Støt idéen")
    resident.sees("Du støtter idéen")

    begin(administrator, f"Strategi {uuid4().hex[:6]}")
    change_goal(administrator, GOAL, GOAL)
    take_out_first_goal(administrator)
    map_goals(administrator)
    # axe is a script, so it sees the pages where scripts run; elsewhere it would never answer.
    if "[with-" in request.node.name:
        nothing_bars_the_way(administrator, axe)
    publish(administrator)

    renew = resident.page.get_by_role("button", name="Forny min støtte").filter(visible=True).first
    deadline = time.monotonic() + PATIENCE
    while not renew.count() and time.monotonic() < deadline:
        resident.go(idea)
    renew.click()
    resident.sees("Din støtte gælder også i den nye periode.")
    expect(renew).to_have_count(0)
    resident.follow(GOAL)
    resident.sees("Fra den forrige strategi")
    resident.page.locator("section[aria-labelledby=forrige-strategi] li a").first.click()
    resident.sees("Et mål fra en tidligere strategi")
