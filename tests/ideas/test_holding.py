"""Ideas, changes and additions that somebody looks at before others see them."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.lifecycle import HoldReason
from participation.cases.models import Case, CaseKind
from participation.extensions import db
from participation.foundation.actors import Nobody
from participation.ideas import queries
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services import moves, writing
from participation.ideas.services.versions import IdeaText
from participation.municipalities.models import Municipality
from tests.factories.ideas import IdeaFactory

VISITOR = Nobody()
Browser = Callable[[Person], Any]
TEXT = IdeaText(title="Bænke ved søen", body="Så kan man hvile sig.", is_outside_strategy=True)
WITH_CPR = IdeaText(title="Bænk til 010190-1234", body="Så kan man hvile sig.", is_outside_strategy=True)
FORM = {"title": TEXT.title, "body": TEXT.body, "place": "", "goal": "outside"}


@pytest.fixture
def reviewed_after(municipality: Municipality) -> None:
    municipality.settings = municipality.settings | {"review": "after"}


@pytest.fixture
def published(author: Person) -> Idea:
    return IdeaFactory(author_id=author.id, title=TEXT.title, body=TEXT.body, is_outside_strategy=True)


def sent(author: Person, text: IdeaText) -> Idea:
    idea = writing.propose(actor=author, text=text)
    writing.submit(actor=author, idea=idea)
    return idea


def test_held_also_where_ideas_are_reviewed_afterwards(author: Person, reviewed_after: None) -> None:
    assert sent(author, TEXT).status is IdeaStatus.PUBLISHED
    held = sent(author, WITH_CPR)
    assert (held.status, held.held_reason) == (IdeaStatus.SUBMITTED, HoldReason.CPR)
    assert queries.find(VISITOR, held.id) is None
    assert held.case is not None and held.case.kind is CaseKind.REVIEW and held.case.is_open


def test_mended_it_is_published_at_once(author: Person, reviewed_after: None) -> None:
    held = sent(author, WITH_CPR)
    writing.edit(actor=author, idea=held, text=TEXT)
    assert (held.status, held.held_reason) == (IdeaStatus.PUBLISHED, None)


def test_a_moderator_lets_it_pass(author: Person, moderator: Person) -> None:
    held = sent(author, WITH_CPR)
    moves.move(actor=moderator, idea=held, name="publish")
    assert held.held_reason is None
    assert author.first_post_at is not None


def test_its_number_is_in_no_address_and_no_list(author: Person, moderator: Person) -> None:
    held = sent(author, WITH_CPR)
    moves.move(actor=moderator, idea=held, name="publish")
    assert held.slug == "baenk-til"
    assert held.case is not None and held.case.subject_title == "Bænk til ••••••-••••"
    assert held.discussion is not None and "0101" not in held.discussion.subject_title + held.discussion.place


def test_a_change_with_a_number_waits(author: Person, moderator: Person, published: Idea) -> None:
    version = writing.edit(actor=author, idea=published, text=WITH_CPR)
    assert published.title == TEXT.title
    assert version is not None and queries.proposed_version(published) is version
    case = db.session.get_one(Case, version.case_id)
    assert (case.kind, case.is_open, case.place) == (CaseKind.HELD, True, f"opgaver/{published.id}")
    writing.decide_version(actor=moderator, idea=published, agrees=False)
    assert not case.is_open
    assert published.title == TEXT.title


def test_an_addition_with_a_number_waits_and_is_mended(author: Person, published: Idea) -> None:
    added = writing.add_to(actor=author, idea=published, body="Jeg er 010190-1234")
    assert added.is_held and queries.additions_of(published) == []
    assert queries.additions_of(published, whole=True) == [added]
    writing.mend_addition(actor=author, idea=published, addition=added, body="Jeg er Ida.")
    assert queries.additions_of(published) == [added]


def test_the_form_asks_and_keeps_everything(client_of: Browser, author: Person) -> None:
    browser = client_of(author)
    answer = browser.post("/vallensbaek/foreslaa", data=FORM | {"title": WITH_CPR.title, "action": "preview"})
    assert answer.status_code == 422
    assert "ligner et CPR-nummer (i overskriften)" in answer.text
    assert 'value="Bænk til 010190-1234"' in answer.text
    answer = browser.post("/vallensbaek/foreslaa", data=FORM | {"title": WITH_CPR.title, "seen": "cpr"})
    preview = browser.get(answer.location).text
    assert "ligner et CPR-nummer (i overskriften)" in preview
    assert "Send alligevel – vi kigger på den først" in preview
    browser.post(answer.location)
    idea = db.session.query(Idea).one()
    assert idea.held_reason == HoldReason.CPR


def test_a_draft_is_ones_own_business(client_of: Browser, author: Person) -> None:
    data = FORM | {"body": "010190-1234", "action": "draft"}
    assert client_of(author).post("/vallensbaek/foreslaa", data=data).status_code == 302


def test_the_preview_tells_what_others_do_not_see(client_of: Browser, author: Person) -> None:
    browser = client_of(author)
    data = FORM | {"body": "Ring på 22 34 56 78 eller skriv: ida@eksempel.dk", "action": "preview"}
    preview = browser.get(browser.post("/vallensbaek/foreslaa", data=data).location).text
    assert "Skal det stå her?" in preview
    assert "Ring på [telefon skjult] eller skriv: [e-mail skjult]" in preview
    assert "Send idéen" in preview


def test_a_headline_takes_no_address(client_of: Browser, author: Person) -> None:
    data = FORM | {"title": "Skriv til ida@eksempel.dk", "action": "preview"}
    answer = client_of(author).post("/vallensbaek/foreslaa", data=data)
    assert answer.status_code == 422
    assert "Her kan der ikke stå en mailadresse eller et telefonnummer." in answer.text


@pytest.mark.parametrize("path", ["", "versioner"])
def test_readers_see_no_contact_details(client: Any, author: Person, published: Idea, path: str) -> None:
    first = writing.edit(actor=author, idea=published, text=TEXT)
    assert first is None
    for body in ("Ring 22 34 56 78", "Ring 22 34 56 79 nu, eller skriv til ida@eksempel.dk, tak."):
        changed = IdeaText(title=TEXT.title, body=body, is_outside_strategy=True)
        writing.edit(actor=author, idea=published, text=changed)
    page = client.get(f"/vallensbaek/ideer/{published.id}{'/' + path if path else '-' + published.slug}").text
    assert "22 34" not in page and "ida@eksempel.dk" not in page
    assert "skjult]" in page


def test_nobody_finds_an_idea_by_its_telephone_number(author: Person, published: Idea) -> None:
    text = IdeaText(title=TEXT.title, body="Ring 22345678", is_outside_strategy=True)
    writing.edit(actor=author, idea=published, text=text)
    rows = queries.IDEAS_LIST.page(db.session(), queries.public_ideas(), {"q": "22345678"}).rows
    assert rows == []


def test_the_author_reads_why(client_of: Browser, author: Person, reviewed_after: None) -> None:
    held = sent(author, WITH_CPR)
    page = client_of(author).get(f"/vallensbaek/ideer/{held.id}-{held.slug}").text
    assert "Din idé venter på, at vi har set den" in page
    assert "Ret den, så kan den komme videre." in page


def test_staff_are_told_on_the_case(client_of: Browser, author: Person, moderator: Person) -> None:
    held = sent(author, WITH_CPR)
    assert "ligner et CPR-nummer" in client_of(moderator).get(f"/vallensbaek/opgaver/{held.id}").text


@pytest.mark.parametrize("name", ["Ida 010190-1234", "ida@eksempel.dk", "Ring 22 34 56 78"])
def test_no_name_is_a_number_or_an_address(client_of: Browser, author: Person, name: str) -> None:
    answer = client_of(author).post("/vallensbaek/min-side/navn", data={"name": name})
    assert answer.status_code == 422
    assert name in answer.text
    assert "navn" in answer.text and "form-error" in answer.text
