"""A passer-by without an account follows the chain: from the goal to the outcome, and all the way back."""

from playwright.sync_api import expect

from tests.browser.arriving import click
from tests.browser.steps.outcome import MEASURED, PICTURE, STORY
from tests.browser.steps.scene import HOME, Scene


def from_the_goal(scene: Scene, goal: str, title: str) -> None:
    """What was measured stands there; then the idea, its answer, the project and what came of it."""
    reader = scene.passer_by
    chain = reader.page.get_by_role("list", name="Fra mål til resultat")
    reader.go(f"{HOME}/maal/")
    reader.follow(goal)
    reader.is_at(goal)
    reader.sees(MEASURED)
    reader.sees("82,5 %")
    click(reader.page.locator("main a[href*='/ideer/']").filter(has_text=title))
    reader.page.wait_for_url("**/ideer/**")
    expect(chain.get_by_role("listitem").filter(has_text="Går videre")).to_be_visible()
    click(chain.get_by_role("link", name=title))
    reader.page.wait_for_url("**/projekter/**")
    reader.is_at(title)
    reader.sees(STORY)
    picture = reader.page.get_by_alt_text(PICTURE)
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)


def from_the_outcome(scene: Scene, goal: str, title: str) -> None:
    """From the association that did it: its project, the idea's answer, the idea, the goal."""
    reader = scene.passer_by
    chain = reader.page.get_by_role("list", name="Fra mål til resultat")
    reader.go(f"{HOME}/foreninger/")
    reader.follow(scene.group)
    reader.is_at(scene.group)
    click(reader.page.get_by_role("heading", level=3).get_by_role("link", name=title).first)
    reader.page.wait_for_url("**/projekter/**")
    reader.sees(STORY)
    click(chain.get_by_role("link", name="Går videre"))
    reader.page.wait_for_url("**/ideer/**#svar")
    reader.is_at(title)
    click(chain.get_by_role("link", name=goal))
    reader.is_at(goal)
    reader.sees(title)
    reader.go(f"{HOME}/strategi/status")
    reader.sees(goal)
