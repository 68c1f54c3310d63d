"""An administrator brings a changed file, looks at the difference, and publishes it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import STRATEGY
from tests.browser.visitor import Visitor

PLACE = "/vallensbaek/indstillinger/strategi"
GOAL = "Mere grønt og mindre asfalt"
BEFORE, AFTER = "mere grønt og mindre asfalt i kommunen", "mere grønt og meget mindre asfalt i hele kommunen"
WRITTEN = STRATEGY.read_text(encoding="utf-8")


@pytest.fixture
def administrator(visit: Callable[[], Visitor]) -> Iterator[Visitor]:
    """Leaves the strategy as it was."""
    visitor = visit()
    visitor.sign_in_as("vallensbaek", "administrator")
    yield visitor
    bring(visitor, WRITTEN)
    if visitor.page.get_by_role("button", name="Offentliggør strategien").count():
        visitor.press("Offentliggør strategien")
        visitor.sees("Strategien er offentliggjort.")


def bring(visitor: Visitor, content: str) -> None:
    """Choose the file and load it."""
    visitor.go(PLACE)
    file = FilePayload(name="strategi.yaml", mimeType="application/yaml", buffer=content.encode())
    visitor.page.get_by_label("En strategifil").set_input_files(file)
    visitor.press("Indlæs filen")


def open_goal(visitor: Visitor) -> None:
    """From the list of goals."""
    visitor.go("/vallensbaek/maal/")
    visitor.follow(GOAL)
    visitor.is_at(GOAL)


def test_a_changed_file_is_looked_at_before_residents_see_it(administrator: Visitor) -> None:
    page = administrator.page
    bring(administrator, WRITTEN.replace(BEFORE, AFTER))
    administrator.sees("Det her bliver anderledes for borgerne.")
    administrator.sees(f"Mål: {GOAL}")
    expect(page.locator(".difference ins")).to_have_text([re.compile("meget"), re.compile("hele")])

    open_goal(administrator)
    administrator.sees(BEFORE)

    administrator.go(PLACE)
    administrator.sees("En nyere tekst venter")
    administrator.follow("Se, hvad der er nyt, og offentliggør")
    expect(page.get_by_role("link", name="Ikke nu")).to_be_visible()
    administrator.press("Offentliggør strategien")
    administrator.sees("Strategien er offentliggjort.")

    open_goal(administrator)
    administrator.sees(AFTER)


def test_the_same_file_changes_nothing(administrator: Visitor) -> None:
    bring(administrator, WRITTEN)
    administrator.sees("Filen siger det samme som den, der blev indlæst før.")
    administrator.sees("Alt er offentliggjort.")


def test_a_file_with_mistakes_says_where(administrator: Visitor) -> None:
    bring(administrator, WRITTEN.replace("number: 1\n", "number: et\n", 1))
    administrator.sees("Det skal rettes i filen")
    administrator.sees("Her skal stå et helt tal.")
