"""Somebody reports, a moderator hides, the author asks again, a colleague undoes it: all are told."""

import time
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Locator

from tests.browser.arriving import click
from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import PATIENCE, Visitor

TOWN = "vallensbaek"
REPORTED = "Han skriver om min hund, og den hører ikke til her."
AGAIN = "Bed en anden om at se på det"


def test_a_report_its_appeal_and_the_end(
    visit: Callable[[], Visitor], axe: str, request: pytest.FixtureRequest
) -> None:
    """Each of the four reads what is for them, on pages that nothing bars."""
    # axe is a script, so it sees the pages where scripts run.
    script = axe if "[with-" in request.node.name else ""
    words = f"Det er en dårlig hund {uuid4().hex[:6]}"
    author, resident, moderator, colleague = (
        signed_in(visit(), key) for key in ("author", "resident", "moderator", "administrator")
    )
    write(author, words)
    matter = report(resident, words)
    moderator.go(f"/{TOWN}/opgaver/anmeldelser/{matter}")
    check(script, resident, moderator)
    hide(moderator, matter, words)
    told(resident, "Vi har set på det, du anmeldte.")
    ask(author, words)
    undo(colleague)
    check(script, author, colleague)
    told(author, "Du har fået svar: En anden har set på det.")
    told(resident, "Vi har set igen på noget, du anmeldte, og lavet beslutningen om.")
    stands_again(visit(), words)


def check(axe: str, *visitors: Visitor) -> None:
    """Nothing on the page that somebody looks at bars the way, and nothing is wider than a phone."""
    for visitor in visitors if axe else ():
        assert not violations(visitor.page, axe, PHONE) + too_wide(visitor.page)


def signed_in(visitor: Visitor, key: str) -> Visitor:
    visitor.sign_in_as(TOWN, key)
    return visitor


def idea(visitor: Visitor) -> None:
    """The page that they all meet on."""
    visitor.go(f"/{TOWN}/ideer/?q=skatehal")
    click(visitor.page.locator("main a[href*='-skatehal']").first)


def comment(visitor: Visitor, words: str) -> Locator:
    idea(visitor)
    return visitor.page.get_by_role("article").filter(has_text=words).last


def write(author: Visitor, words: str) -> None:
    idea(author)
    author.fill("Din kommentar", words)
    author.press("Send kommentaren")
    author.sees(words)


def report(resident: Visitor, words: str) -> str:
    """From the comment's quiet link; the number of the matter stands in the address."""
    click(comment(resident, words).get_by_role("link", name="Anmeld"))
    resident.is_at("Anmeld")
    resident.page.get_by_label("Den sårer, truer eller diskriminerer").check()
    resident.fill("Hvad vil du fortælle os?", REPORTED)
    resident.press("Send anmeldelsen")
    resident.is_at("Din anmeldelse")
    return resident.page.url.rsplit("/", 1)[1]


def hide(moderator: Visitor, matter: str, words: str) -> None:
    """With a rule and a sentence, from the page about the report."""
    moderator.go(f"/{TOWN}/opgaver/anmeldelser/{matter}")
    moderator.sees(words)
    moderator.sees(REPORTED)
    moderator.follow("Skjul kommentaren")
    moderator.page.get_by_label("Den sårer, truer eller diskriminerer").check()
    moderator.fill("En sætning til den, der har skrevet det", "Skriv om idéen, ikke om hunden.")
    moderator.press("Se og send")
    moderator.send()
    moderator.sees("Vi har skjult det.")


def told(visitor: Visitor, sentence: str) -> None:
    """The worker needs a moment."""
    messages = visitor.page.locator("article.message-unread").filter(has_text=sentence)
    end = time.monotonic() + PATIENCE
    visitor.go(f"/{TOWN}/beskeder")
    while not messages.count():
        assert time.monotonic() < end, f"no message: {sentence}"
        visitor.page.reload()


def ask(author: Visitor, words: str) -> None:
    """From the hidden comment itself."""
    told(author, "Vi har skjult noget, du har skrevet.")
    idea(author)
    click(author.page.get_by_role("link", name=AGAIN).last)
    author.sees("Skriv om idéen, ikke om hunden.")
    assert REPORTED not in author.page.content()
    author.fill("Hvad har vi misforstået?", "Hunden er min egen.")
    author.press(AGAIN)
    author.sees("En anden ser på det")


def undo(colleague: Visitor) -> None:
    told(colleague, "Du bliver bedt om at se på en kollegas beslutning.")
    click(colleague.page.locator("article.message-unread:has-text('kollegas') button").first)
    colleague.sees("Hunden er min egen.")
    colleague.page.get_by_label("Det var forkert: Lav det om").check()
    colleague.fill("En sætning til den, der har skrevet det", "Det er hans egen hund, så ingen bliver ramt.")
    colleague.press("Svar")
    colleague.sees("Det er gjort")


def stands_again(passer: Visitor, words: str) -> None:
    idea(passer)
    passer.sees(words)
