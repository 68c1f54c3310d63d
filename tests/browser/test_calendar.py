"""An arrangement from its first word to its cancellation, as three people see it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import BrowserContext, StorageState

from participation.foundation.clock import today
from tests.browser.visitor import Visitor

TITLE = "Gåtur rundt om voldgraven"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def visitor_of(
    contexts: Callable[..., BrowserContext], keys: Callable[[str], StorageState], request: Any
) -> Callable[[str], Visitor]:
    def find(key: str) -> Visitor:
        context = contexts(has_javascript=request.param, storage_state=keys(key))
        return Visitor(context.new_page())

    return find


def test_arranged_signed_up_for_and_called_off(visitor_of: Callable[[str], Visitor]) -> None:
    staff, resident = visitor_of("moderator"), visitor_of("resident")
    path = arranged(staff)
    resident.go(path)
    resident.follow("Tilmeld mig")
    resident.fill("Et ord til arrangørerne", "Jeg kommer med klapvogn.")
    resident.press("Tilmeld mig")
    resident.sees("Du er tilmeldt.")
    staff.follow("Hvem kommer")
    staff.sees("Jeg kommer med klapvogn.")
    staff.go(path)
    staff.follow("Aflys arrangementet")
    staff.fill("Hvorfor?", "Stien er oversvømmet.")
    staff.press("Aflys")
    resident.go(path)
    resident.sees("Stien er oversvømmet.")
    answer = resident.page.request.get(path.rsplit("/", 1)[0] + ".ics")
    events = Calendar.from_ical(answer.body()).walk("VEVENT")
    assert "CANCELLED" in [each["status"] for each in events if TITLE in each["summary"]]


def arranged(staff: Visitor) -> str:
    """Put it in the calendar; the path of its page."""
    staff.go("/vallensbaek/kalender/")
    staff.follow("Nyt arrangement")
    day = today() + timedelta(days=20)
    words = {"Hvad er det?": TITLE, "Dag": day.isoformat(), "Begynder kl.": "10:00"}
    for label, value in {**words, "Slutter kl.": "11:30", "Hvor?": "Ved broen"}.items():
        staff.fill(label, value)
    staff.press("Sæt det i kalenderen")
    staff.sees("Nu står det i kalenderen.")
    return staff.page.url
