"""What only a browser can tell: no foreign script runs, nothing comes from elsewhere, no cookie is set."""

from collections.abc import Callable
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page

from tests.browser.places import DESK, OFFICE, RESIDENT, VISITOR, Place
from tests.browser.visitor import Visitor

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[her](javascript:alert(1))",
    "\"'><svg onload=alert(1)>",
)


def test_what_is_written_never_runs(contexts: Callable[..., BrowserContext], stranger: str) -> None:
    """In the title, the text, the place, the name and a comment; at the author's, the moderator's and all."""
    context, staff, others = contexts(), contexts(), contexts()
    noises: list[str] = []
    for each in (context, staff, others):
        listen(each, noises)
    author, moderator = Visitor(context.new_page()), Visitor(staff.new_page())
    mark = uuid4().hex[:6]
    title = f"{mark} {ATTACKS[0]}"
    author.go("/vallensbaek/foreslaa")
    author.fill("Hvad vil du gerne have?", title)
    author.fill("Hvorfor, og for hvem?", "\n\n".join(ATTACKS))
    author.fill("Hvor?", ATTACKS[3])
    author.press("Se og send")
    author.fill("Dit navn på siden", ATTACKS[1])
    author.press("Send idéen")
    author.sign_in_with_code("vallensbaek", stranger)
    author.is_at("Tak for din idé")
    moderator.sign_in_as("vallensbaek", "moderator")
    moderator.take("vallensbaek", mark, "Offentliggør")
    moderator.page.get_by_label("Mål", exact=True).select_option("outside")
    moderator.press("Se og send")
    moderator.send()
    # Links of an account as new as the author's would be held until somebody has looked at them.
    resident = Visitor(others.new_page())
    resident.sign_in_as("vallensbaek", "resident")
    resident.open_idea("vallensbaek", mark)
    resident.fill("Din kommentar", "\n\n".join(ATTACKS))
    resident.press("Send kommentaren")
    resident.sees("1 kommentar")
    author.open_idea("vallensbaek", mark)
    author.sees("1 kommentar")
    assert author.page.locator("main :is(script, img, svg, [onerror], [href^=javascript])").count() == 0
    assert not noises, noises


def test_a_reader_gets_no_cookie_and_nothing_from_elsewhere(
    contexts: Callable[..., BrowserContext], site: str
) -> None:
    """Reading needs no cookie; only a form brings one, for its token."""
    context = contexts()
    hosts = hosts_asked(context.new_page(), [place for place in VISITOR if not place.errs])
    assert hosts == {urlsplit(site).netloc}
    assert context.cookies() == []


@pytest.mark.parametrize("places", [RESIDENT, DESK, OFFICE], ids=["resident", "moderator", "administrator"])
def test_nothing_is_fetched_from_elsewhere(
    places: list[Place], context_of: Callable[..., BrowserContext], site: str
) -> None:
    page = context_of(places[0].reader).new_page()
    hosts = hosts_asked(page, [place for place in places if place.reader == places[0].reader])
    assert hosts == {urlsplit(site).netloc}


def hosts_asked(page: Page, places: list[Place]) -> set[str]:
    """Whom the browser turns to while it shows these pages."""
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for place in places:
        place.visit(page)
    return hosts


def listen(context: BrowserContext, noises: list[str]) -> None:
    """Note everything a script would do, or that the browser has kept it from doing."""

    def refuse(dialog: Dialog) -> None:
        noises.append(dialog.message)
        dialog.dismiss()

    def read(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            noises.append(message.text)

    context.on("dialog", refuse)
    context.on("console", read)
