"""Writing: drafts, sending, versions, additions."""

from typing import Any

import pytest

from participation.accounts.events import AccountClosed
from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.foundation.events import HANDLERS, publish
from participation.ideas import queries
from participation.ideas.events import IdeaAddedTo, IdeaChangeProposed, IdeaTextChanged
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea, VersionState
from participation.ideas.queries import IDEAS_LIST, public_ideas
from participation.ideas.services import writing
from participation.ideas.services.moves import Details, move
from participation.ideas.services.versions import IdeaText
from participation.municipalities.models import Municipality
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory

TEXT = IdeaText(title="Bænke ved søen", body="Så kan man hvile sig.", is_outside_strategy=True)
BETTER = IdeaText(title="Borde ved søen", body="Så kan man spise der.", is_outside_strategy=True)


@pytest.fixture
def published(author: Person, moderator: Person) -> Idea:
    idea = writing.propose(actor=author, text=TEXT)
    writing.submit(actor=author, idea=idea)
    move(actor=moderator, idea=idea, name="publish")
    return idea


@pytest.fixture
def news() -> Any:
    heard: list[object] = []
    kinds = (IdeaTextChanged, IdeaChangeProposed, IdeaAddedTo)
    for kind in kinds:
        HANDLERS[kind].append(heard.append)
    yield heard
    for kind in kinds:
        HANDLERS[kind].remove(heard.append)


def found(words: str) -> list[Idea]:
    return IDEAS_LIST.page(db.session, public_ideas(), {"q": words}).rows


def test_a_proposal_is_a_draft_of_its_author(author: Person, citizen: Person) -> None:
    idea = writing.propose(actor=author, text=TEXT)
    assert idea.status is IdeaStatus.DRAFT
    assert queries.find(author, idea.id) is idea
    assert queries.find(citizen, idea.id) is None


def test_a_draft_without_a_body_is_not_sent(author: Person) -> None:
    idea = writing.propose(actor=author, text=IdeaText(title="Bænke"))
    with pytest.raises(RuleViolation):
        writing.submit(actor=author, idea=idea)
    assert idea.status is IdeaStatus.DRAFT


def test_nobody_sends_for_another(author: Person, moderator: Person) -> None:
    idea = writing.propose(actor=author, text=TEXT)
    with pytest.raises(Forbidden):
        writing.submit(actor=moderator, idea=idea)


@pytest.mark.parametrize(
    ("is_outside", "status"), [(True, IdeaStatus.PUBLISHED), (False, IdeaStatus.SUBMITTED)]
)
def test_reviewed_afterwards_a_placed_idea_is_public_at_once(
    is_outside: bool, status: IdeaStatus, author: Person, municipality: Municipality
) -> None:
    municipality.settings = municipality.settings | {"review": "after"}
    idea = writing.propose(
        actor=author, text=IdeaText(title="Bænke", body="Ja", is_outside_strategy=is_outside)
    )
    writing.submit(actor=author, idea=idea)
    assert idea.status is status
    assert idea.reviewed_at is None


def test_an_idea_is_found_by_its_words_once_it_is_public(author: Person, moderator: Person) -> None:
    idea = writing.propose(actor=author, text=TEXT)
    writing.submit(actor=author, idea=idea)
    assert found("bænk") == []
    move(actor=moderator, idea=idea, name="publish")
    assert found("baenkene hvile") == [idea]


def test_the_text_as_published_is_the_first_version(published: Idea) -> None:
    assert [IdeaText.of(version) for version in queries.versions_of(published)] == [TEXT]


def test_a_change_before_publication_is_no_version(author: Person) -> None:
    idea = writing.propose(actor=author, text=TEXT)
    assert writing.edit(actor=author, idea=idea, text=BETTER) is None
    assert IdeaText.of(idea) == BETTER
    assert queries.versions_of(idea) == []


def test_a_change_after_publication_is_a_version(published: Idea, author: Person, news: list[Any]) -> None:
    writing.edit(actor=author, idea=published, text=BETTER)
    assert [IdeaText.of(version) for version in queries.versions_of(published)] == [TEXT, BETTER]
    assert IdeaText.of(published) == BETTER
    assert found("borde") == [published]
    assert [type(each) for each in news] == [IdeaTextChanged]


def test_nothing_changed_is_no_version(published: Idea, author: Person, news: list[Any]) -> None:
    assert writing.edit(actor=author, idea=published, text=TEXT) is None
    assert news == []


def test_a_published_idea_keeps_a_place(published: Idea, author: Person) -> None:
    with pytest.raises(RuleViolation):
        writing.edit(actor=author, idea=published, text=IdeaText(title="Bænke", body="Ja"))


def test_a_change_of_what_many_support_waits(published: Idea, author: Person, news: list[Any]) -> None:
    published.support_count = 10
    version = writing.edit(actor=author, idea=published, text=BETTER)
    again = writing.edit(actor=author, idea=published, text=BETTER)
    assert version is again
    assert queries.proposed_version(published) is version
    assert IdeaText.of(published) == TEXT
    assert {type(each) for each in news} == {IdeaChangeProposed}


@pytest.mark.parametrize(("agrees", "expected"), [(True, BETTER), (False, TEXT)])
def test_a_moderator_decides_about_a_change(
    agrees: bool, expected: IdeaText, published: Idea, author: Person, moderator: Person
) -> None:
    published.support_count = 10
    version = writing.edit(actor=author, idea=published, text=BETTER)
    writing.decide_version(actor=moderator, idea=published, agrees=agrees)
    assert IdeaText.of(published) == expected
    assert version is not None
    assert version.state is (VersionState.CURRENT if agrees else VersionState.REJECTED)
    with pytest.raises(StaleVersion):
        writing.decide_version(actor=moderator, idea=published, agrees=agrees)


def test_the_author_does_not_decide_about_the_own_change(published: Idea, author: Person) -> None:
    with pytest.raises(Forbidden):
        writing.decide_version(actor=author, idea=published, agrees=True)


def test_a_change_of_an_overtaken_text_is_refused(published: Idea, author: Person) -> None:
    with pytest.raises(StaleVersion):
        writing.edit(actor=author, idea=published, text=BETTER, seen_version=published.version - 1)


def test_an_addition_is_dated_told_and_found(published: Idea, author: Person, news: list[Any]) -> None:
    addition = writing.add_to(actor=author, idea=published, body="Og en skraldespand.")
    assert queries.additions_of(published) == [addition]
    assert found("skraldespand") == [published]
    assert [type(each) for each in news] == [IdeaAddedTo]


@pytest.mark.parametrize("name", ["edit", "add_to"])
def test_a_hidden_idea_is_not_changed(name: str, published: Idea, author: Person) -> None:
    published.hidden_at = now()
    arguments: dict[str, Any] = {"edit": {"text": BETTER}, "add_to": {"body": "x"}}[name]
    with pytest.raises(Forbidden):
        getattr(writing, name)(actor=author, idea=published, **arguments)


def test_a_draft_is_deleted_for_good(author: Person) -> None:
    idea = writing.propose(actor=author, text=TEXT)
    writing.delete_draft(actor=author, idea=idea)
    assert queries.ideas_of(author) == []


def test_what_has_been_sent_is_not_deleted(published: Idea, author: Person) -> None:
    with pytest.raises(Forbidden):
        writing.delete_draft(actor=author, idea=published)


def test_withdrawn_before_publication_it_is_never_public(author: Person) -> None:
    idea = writing.propose(actor=author, text=TEXT)
    writing.submit(actor=author, idea=idea)
    move(actor=author, idea=idea, name="withdraw", details=Details())
    assert found("bænk") == []


def test_closing_an_account_deletes_its_drafts_alone(author: Person, citizen: Person) -> None:
    sent = IdeaFactory(author_id=author.id, goal_id=GoalFactory().id)
    writing.propose(actor=author, text=TEXT)
    other = writing.propose(actor=citizen, text=TEXT)
    publish(AccountClosed(author))
    assert queries.ideas_of(author) == [sent]
    assert queries.ideas_of(citizen) == [other]
