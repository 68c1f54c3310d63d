"""A number that must not stand on the web: asked about, sent anyway, seen by nobody else."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, StorageState, expect

from tests.browser.arriving import click
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import Visitor

HOME = "/vallensbaek"
IDEA = "En ladcykel, man kan låne en lørdag formiddag"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def resident(
    contexts: Callable[..., BrowserContext], keys: Callable[[str], StorageState], request: Any
) -> Page:
    return contexts(has_javascript=request.param, storage_state=keys("resident")).new_page()


def test_a_comment_with_a_number(resident: Page, contexts: Callable[..., BrowserContext]) -> None:
    Visitor(resident).open_idea("vallensbaek", IDEA)
    address = resident.url
    resident.get_by_label("Din kommentar").fill("Jeg er med, 010190-1234, tak.")
    click(resident.get_by_role("button", name="Send kommentaren"))
    expect(resident.get_by_role("alert")).to_contain_text("ligner et CPR-nummer (i teksten)")
    expect(resident.get_by_label("Din kommentar")).to_have_value("Jeg er med, 010190-1234, tak.")
    click(resident.get_by_role("button", name="Send alligevel – vi kigger på den først"))
    mine = resident.locator("article.comment", has_text="010190-1234").last
    expect(mine).to_contain_text("Venter på, at vi har set den.")
    stranger = contexts().new_page()
    stranger.goto(address)
    expect(stranger.locator("body")).not_to_contain_text("010190")
    click(mine.get_by_role("link", name="Ret"))
    resident.get_by_label("Din kommentar").fill("Jeg er med, tak.")
    click(resident.get_by_role("button", name="Gem", exact=True))
    stranger.goto(address)
    expect(stranger.locator("body")).to_contain_text("Jeg er med, tak.")


def test_the_question_is_open_to_everybody(context_of: Callable[..., BrowserContext], axe: str) -> None:
    """The focus is at the question, and axe finds nothing on it, on a phone and on a desk."""
    page = context_of("resident").new_page()
    page.goto(f"{HOME}/foreslaa")
    page.get_by_label("Hvad vil du gerne have?").fill("Bænk til 010190-1234")
    page.get_by_label("Hvorfor, og for hvem?").fill("Ring på 22 34 56 78")
    click(page.get_by_role("button", name="Se og send"))
    expect(page.get_by_role("alert")).to_be_focused()
    found = violations(page, axe, PHONE) + violations(page, axe, DESKTOP) + too_wide(page)
    click(page.get_by_role("button", name="Send alligevel"))
    expect(page.locator(".preview")).to_contain_text("[telefon skjult]")
    found += violations(page, axe, PHONE) + too_wide(page)
    assert not found


def test_the_brake(context_of: Callable[..., BrowserContext], axe: str) -> None:
    page = context_of("moderator").new_page()
    page.goto(f"{HOME}/opgaver/noedbremse")
    page.get_by_label("Luk for nye konti").check()
    click(page.get_by_role("button", name="Gem"))
    expect(page.locator("main")).to_contain_text("Lige nu kan man ikke oprette en konto.")
    found = violations(page, axe, PHONE) + violations(page, axe, DESKTOP) + too_wide(page)
    click(page.get_by_role("button", name="Løsn bremsen"))
    expect(page.locator("main")).not_to_contain_text("Lige nu kan man ikke oprette en konto.")
    assert not found
