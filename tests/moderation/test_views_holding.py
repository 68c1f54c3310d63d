"""The desk's page about something held, and what its author reads."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState
from participation.cases.models import CaseKind
from participation.discussions.models import Comment
from participation.foundation.clock import now
from participation.ideas.services.writing import add_to
from participation.moderation.lifecycle import Verdict
from participation.moderation.queries import held
from participation.moderation.services.appeals import appeal, decide
from participation.moderation.services.holding import turn_down
from tests.factories.held import CPR, held_comment
from tests.factories.ideas import CaseFactory, IdeaFactory
from tests.factories.municipalities import ReasonFactory
from tests.factories.projects import UpdateFactory

Browser = Callable[[Person], Any]


@pytest.fixture
def comment(citizen: Person) -> Comment:
    ReasonFactory(code="privacy", moves=["return", "hide"], label_da="Om privatpersoner")
    return held_comment(citizen)


def address(comment: Comment, verb: str = "") -> str:
    return f"/vallensbaek/opgaver/tilbageholdt/{comment.case_id}{verb}"


def test_the_page_shows_the_text_and_why(client_of: Browser, moderator: Person, comment: Comment) -> None:
    page = client_of(moderator).get(address(comment)).text
    assert CPR in page
    assert "Hvorfor: ligner et CPR-nummer" in page
    for label in ("Vis den for alle", "Bed om at få den rettet", "Vis den ikke"):
        assert label in page


def test_shown_with_the_text_that_was_seen(
    client_of: Browser, client: Any, moderator: Person, comment: Comment
) -> None:
    browser = client_of(moderator)
    page = browser.get(address(comment)).text
    seen = page.split('name="seen" value="')[1].split('"')[0]
    assert browser.post(address(comment, "/vis"), data={"seen": "x"}).status_code == 409
    answer = browser.post(address(comment, "/vis"), data={"seen": seen})
    assert CPR in client.get(answer.location).text
    assert "Der er taget stilling" in browser.get(address(comment)).text


@pytest.mark.parametrize(
    ("verb", "note"), [("/ret", "Vi beder dig rette den"), ("/afvis", "kommer ikke til at se den")]
)
def test_the_author_reads_the_reason_and_the_sentence(
    client_of: Browser, moderator: Person, citizen: Person, comment: Comment, verb: str, note: str
) -> None:
    said = {"reason_code": "privacy", "sentence": "Skriv uden nummeret.", "step": "send"}
    assert client_of(moderator).post(address(comment, verb), data=said).status_code == 302
    page = client_of(citizen).get(f"/vallensbaek/{comment.discussion.place}").text
    assert note in page
    assert "Om privatpersoner. Skriv uden nummeret." in page


def test_residents_do_not_find_the_page(client_of: Browser, citizen: Person, comment: Comment) -> None:
    assert client_of(citizen).get(address(comment)).status_code == 403


def test_news_of_a_project_are_called_so(client_of: Browser, moderator: Person) -> None:
    case = CaseFactory(kind=CaseKind.HELD, subject_title="Ny legeplads")
    waits = {"held_at": now(), "held_reason": "cpr", "held_state": HeldState.WAITING}
    UpdateFactory(case_id=case.id, body=CPR, **waits)
    page = client_of(moderator).get(f"/vallensbaek/opgaver/tilbageholdt/{case.id}").text
    assert '<h2 id="text">Nyt fra projektet</h2>' in page


def test_of_two_refused_additions_the_one_that_was_asked_about_is_looked_at_again(
    client_of: Browser, author: Person, moderator: Person, administrator: Person
) -> None:
    idea = IdeaFactory(author_id=author.id)
    texts = [f"{word} har nummer 010190-1234" for word in ("Naboen", "Genboen")]
    added = [add_to(actor=author, idea=idea, body=text) for text in texts]
    entries = []
    for number, each in enumerate(added):
        waiting = held.find(each.case_id or 0)
        assert waiting is not None
        why = {"reason_code": "privacy", "sentence": f"Nr. {number} nævner nogen."}
        entries.append(turn_down(actor=moderator, held=waiting, **why))
    asked = appeal(actor=author, act=entries[0], body="Det er mit kontonummer.")
    for browser, place in ((author, f"beslutninger/{entries[0].id}"), (administrator, asked.case.place)):
        page = client_of(browser).get(f"/vallensbaek/{place}").text
        assert texts[0] in page and texts[1] not in page
    decide(actor=administrator, appeal=asked, verdict=Verdict.OVERTURNED, sentence="Du har ret.")
    assert [each.is_held for each in added] == [False, True]
