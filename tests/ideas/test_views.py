"""The pages for writing, as a browser meets them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import time_machine

from participation.accounts.models import Person
from participation.foundation.clock import now
from participation.ideas import queries
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services import writing
from participation.ideas.services.moves import Details, move
from participation.ideas.services.versions import IdeaText
from participation.organisations.lifecycle import MembershipRole
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory, MergeFactory
from tests.factories.municipalities import ReasonFactory
from tests.factories.organisations import MembershipFactory
from tests.factories.strategies import GoalFactory

HOME = "/vallensbaek"
FILLED = {"title": "Bænke ved søen", "body": "Så kan man hvile sig.", "place": "Søen", "goal": "outside"}
TEXT = IdeaText(title="Bænke ved søen", body="Så kan man hvile sig.", is_outside_strategy=True)
NAUGHTY = json.loads((Path(__file__).parent / "data" / "naughty_strings.json").read_text())
ClientOf = Callable[[Person], Client]


@pytest.fixture
def browser(client_of: ClientOf, author: Person) -> Client:
    """The author's."""
    return client_of(author)


@pytest.fixture
def draft(author: Person) -> Idea:
    return writing.propose(actor=author, text=TEXT)


@pytest.fixture
def published(draft: Idea, author: Person, moderator: Person) -> Idea:
    writing.submit(actor=author, idea=draft)
    move(actor=moderator, idea=draft, name="publish")
    return draft


def own(author: Person) -> Idea:
    (idea,) = queries.ideas_of(author)
    return idea


def test_a_colleague_mends_what_was_sent_for_both(client_of: ClientOf, author: Person) -> None:
    colleague = PersonFactory(display_name="Kim")
    belongs = MembershipFactory(person_id=colleague.id, role=MembershipRole.EDITOR)
    theirs = {"author_id": author.id, "organisation_id": belongs.organisation_id}
    idea = IdeaFactory(status=IdeaStatus.RETURNED, published_at=None, body="Ved åen.", **theirs)
    browser = client_of(colleague)
    preview = browser.get(f"{HOME}/ideer/{idea.id}/se-og-send").text
    assert "Kim, står" not in preview and "har skrevet den" in preview
    receipt = browser.post(f"{HOME}/ideer/{idea.id}/se-og-send", follow_redirects=True)
    assert (receipt.status_code, idea.status) == (200, IdeaStatus.SUBMITTED)


def test_the_form_knows_the_goal_it_comes_from(client: Client) -> None:
    goal = GoalFactory(title="Mere grønt")
    page = client.get(f"{HOME}/foreslaa?goal={goal.id}").text
    assert re.search(rf'<option selected value="{goal.id}">Mere grønt</option>', page)


@pytest.mark.parametrize("query", ["goal=x", "goal=0", "goal=9999999999999999999", "draft=7", "draft=å"])
def test_odd_arguments_give_an_empty_form(query: str, client: Client) -> None:
    assert client.get(f"{HOME}/foreslaa?{query}").status_code == 200


def test_from_form_to_receipt(browser: Client, author: Person) -> None:
    preview = browser.post(f"{HOME}/foreslaa", data=FILLED | {"action": "preview"}, follow_redirects=True)
    assert "Så kan man hvile sig." in preview.text
    assert own(author).status is IdeaStatus.DRAFT
    receipt = browser.post(preview.request.path, data={}, follow_redirects=True)
    assert receipt.status_code == 200
    assert receipt.request.path == f"{HOME}/foreslaa/tak/{own(author).id}"
    assert own(author).status is IdeaStatus.SUBMITTED


def test_sending_twice_is_harmless(browser: Client, draft: Idea) -> None:
    address = f"{HOME}/ideer/{draft.id}/se-og-send"
    pages = [browser.post(address, follow_redirects=True) for _ in range(2)]
    assert {page.request.path for page in pages} == {f"{HOME}/foreslaa/tak/{draft.id}"}
    assert len(queries.moves_of(draft, whole=True)) == 1


def test_a_draft_needs_a_title_alone(browser: Client, author: Person) -> None:
    browser.post(f"{HOME}/foreslaa", data={"title": "Bænke", "action": "draft"})
    assert own(author).status is IdeaStatus.DRAFT
    assert "Bænke" in browser.get(f"{HOME}/mine-ideer").text


@pytest.mark.parametrize(
    "mistake",
    [
        {"title": ""},
        {"title": "  "},
        {"title": "x" * 121},
        {"body": ""},
        {"body": "x" * 6001},
        {"place": "x" * 201},
        {"goal": "999999"},
        {"goal": "x"},
        {"goal": "1" * 5000},
    ],
)
def test_each_mistake_is_shown_in_the_filled_form(
    mistake: dict[str, str], browser: Client, author: Person
) -> None:
    page = browser.post(f"{HOME}/foreslaa", data=FILLED | mistake | {"action": "preview"})
    assert page.status_code == 422
    assert page.text.count('role="alert"') == 1
    kept = FILLED["title"] if "title" not in mistake else FILLED["body"]
    assert kept in page.text
    assert queries.ideas_of(author) == []


def test_a_form_without_fields_is_refused(browser: Client) -> None:
    assert browser.post(f"{HOME}/foreslaa", data={}).status_code == 422


def test_the_own_list_starts_with_what_waits_for_the_author(
    browser: Client, author: Person, moderator: Person
) -> None:
    returned = IdeaFactory(author_id=author.id, status=IdeaStatus.SUBMITTED, published_at=None, title="Retur")
    IdeaFactory(author_id=author.id, title="Offentlig")
    details = Details(reason_code=ReasonFactory().code, sentence="Skriv hvor.")
    move(actor=moderator, idea=returned, name="return", details=details)
    page = browser.get(f"{HOME}/mine-ideer").text
    assert page.index("Retur") < page.index("Offentlig")
    form = browser.get(f"{HOME}/ideer/{returned.id}/ret").text
    assert "Skriv hvor." in form
    assert "Ikke et kommunalt anliggende" in form


def test_a_change_of_a_published_idea_is_compared_first(browser: Client, published: Idea) -> None:
    address = f"{HOME}/ideer/{published.id}/ret"
    sent = FILLED | {"body": "Så kan man spise.", "version": str(published.version)}
    compared = browser.post(address, data=sent | {"action": "compare"})
    assert compared.status_code == 200
    assert "<ins>" in compared.text
    assert len(queries.versions_of(published)) == 1
    assert browser.post(address, data=sent | {"action": "save"}).status_code == 302
    assert published.body == "Så kan man spise."


def test_an_overtaken_form_is_given_back_filled_in(browser: Client, published: Idea) -> None:
    address = f"{HOME}/ideer/{published.id}/ret"
    sent = FILLED | {"body": "Min nye tekst", "version": str(published.version - 1), "action": "save"}
    page = browser.post(address, data=sent)
    assert page.status_code == 409
    assert "Min nye tekst" in page.text
    assert f'name="version" type="hidden" value="{published.version}"' in page.text


def test_an_addition_needs_words(browser: Client, published: Idea) -> None:
    address = f"{HOME}/ideer/{published.id}/tilfoej"
    assert browser.get(address).status_code == 200
    assert browser.post(address, data={"body": " "}).status_code == 422
    assert browser.post(address, data={"body": "x" * 2001}).status_code == 422
    assert browser.post(address, data={"body": "Og borde."}).status_code == 302
    assert [each.body for each in queries.additions_of(published)] == ["Og borde."]


def test_withdrawing_a_published_idea_needs_an_explanation(browser: Client, published: Idea) -> None:
    address = f"{HOME}/ideer/{published.id}/traek-tilbage"
    assert browser.get(address).status_code == 200
    assert browser.post(address, data={"explanation": ""}).status_code == 422
    assert browser.post(address, data={"explanation": "Vi har fået en."}).status_code == 302
    assert published.status is IdeaStatus.WITHDRAWN
    assert published.explanation == "Vi har fået en."


def test_withdrawing_an_unpublished_idea_needs_none(browser: Client, draft: Idea, author: Person) -> None:
    writing.submit(actor=author, idea=draft)
    answers = [browser.post(f"{HOME}/ideer/{draft.id}/traek-tilbage") for _click in "ab"]
    assert {answer.location for answer in answers} == {f"{HOME}/ideer/{draft.id}-{draft.slug}"}
    assert draft.status is IdeaStatus.WITHDRAWN


def test_a_draft_is_deleted_after_a_question(browser: Client, draft: Idea, author: Person) -> None:
    address = f"{HOME}/ideer/{draft.id}/slet"
    assert "Bænke ved søen" in browser.get(address).text
    assert browser.post(address).status_code == 302
    assert queries.ideas_of(author) == []


PLACES = ["ideer/{}/ret", "ideer/{}/slet", "ideer/{}/se-og-send", "ideer/{}/tilfoej", "foreslaa/tak/{}"]


@pytest.mark.parametrize(
    ("method", "place"), [*(("get", place) for place in PLACES), *(("post", place) for place in PLACES[:-1])]
)
def test_anothers_draft_does_not_exist(
    method: str, place: str, draft: Idea, client_of: ClientOf, moderator: Person
) -> None:
    page = getattr(client_of(moderator), method)(f"{HOME}/{place.format(draft.id)}")
    assert page.status_code == 404


def test_a_planned_merging_names_the_own_idea(browser: Client, author: Person) -> None:
    own = IdeaFactory(author_id=author.id, title="Min egen bænk")
    MergeFactory(source_id=own.id, target_id=IdeaFactory().id, due_at=now())
    assert "”Min egen bænk” bliver samlet" in browser.get(f"{HOME}/mine-ideer").text


@pytest.mark.parametrize("place", [*PLACES, "mine-ideer"])
def test_a_visitor_signs_in_first(place: str, client: Client, draft: Idea) -> None:
    page = client.get(f"{HOME}/{place.format(draft.id)}")
    assert page.status_code == 302
    assert "/log-ind" in page.location


@time_machine.travel("2026-03-05 12:30:00+01:00", tick=False)
def test_texts_are_limited_for_each_account(browser: Client) -> None:
    sent = FILLED | {"action": "draft"}
    statuses = [browser.post(f"{HOME}/foreslaa", data=sent).status_code for _ in range(61)]
    assert statuses == [302] * 60 + [429]
