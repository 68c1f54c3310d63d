"""Two colleagues have the same case open: the second is told, and keeps every word."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor

TOWN = "vallensbaek"
SENTENCE = "Skriv, hvilken legeplads du mener, og hvad der mangler."


@pytest.fixture
def title(visit: Callable[[], Visitor]) -> str:
    """An idea that has just come in."""
    title = f"Skygge på legepladsen {uuid4().hex[:6]}"
    author = visit()
    author.sign_in_as(TOWN, "author")
    author.go(f"/{TOWN}/foreslaa")
    author.fill("Hvad vil du gerne have?", title)
    author.fill("Hvorfor, og for hvem?", "Så de små kan lege om sommeren.")
    author.press("Se og send")
    author.press("Send idéen")
    author.is_at("Tak for din idé")
    return title


def test_the_second_of_two_colleagues_is_told_and_loses_nothing(
    visit: Callable[[], Visitor], title: str
) -> None:
    first, second = visit(), visit()
    first.sign_in_as(TOWN, "moderator")
    second.sign_in_as(TOWN, "administrator")
    for colleague in (first, second):
        colleague.take(TOWN, title, "Bed om at få den rettet")
        colleague.page.get_by_role("radio").first.check()
        colleague.fill("Med jeres egne ord", SENTENCE)
        colleague.press("Se og send")
        colleague.is_at("Se og send")
    first.send()

    second.press("Bed om at få den rettet")
    second.is_at("En anden kom først")
    second.sees("Skal rettes")
    expect(second.page.get_by_label("Med jeres egne ord")).to_have_value(SENTENCE)
    second.follow("Se på idéen igen")
    second.is_at(title)


def test_a_colleague_was_faster_before_the_preview(visit: Callable[[], Visitor], title: str) -> None:
    first, second = visit(), visit()
    first.sign_in_as(TOWN, "moderator")
    second.sign_in_as(TOWN, "administrator")
    second.take(TOWN, title, "Bed om at få den rettet")
    second.page.get_by_role("radio").first.check()
    second.fill("Med jeres egne ord", SENTENCE)

    first.take(TOWN, title, "Bed om at få den rettet")
    first.page.get_by_role("radio").first.check()
    first.fill("Med jeres egne ord", "Hvor er det?")
    first.press("Se og send")
    first.send()

    second.press("Se og send")
    second.is_at("En anden kom først")
    expect(second.page.get_by_label("Med jeres egne ord")).to_have_value(SENTENCE)
