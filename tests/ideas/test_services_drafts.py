"""A visitor's text on its way to an account."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from participation.accounts.events import SignedIn
from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.events import publish
from participation.foundation.tenancy import municipality_context
from participation.ideas import queries
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import PendingDraft
from participation.ideas.queries.drafts import pending_draft
from participation.ideas.services import drafts
from participation.ideas.services.versions import IdeaText
from participation.municipalities.models import Municipality
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory

TEXT = IdeaText(title="Bænke ved søen", body="Så kan man hvile sig.")


@pytest.fixture
def key(municipality: Municipality) -> int:
    return drafts.hold(text=TEXT)


def sign_in(person: Person, key: int) -> None:
    publish(SignedIn(person, f"ideas.draft:{key}"))


def test_a_held_text_is_found_by_its_number_alone(key: int) -> None:
    pending = pending_draft(key)
    assert pending is not None
    assert IdeaText.of(pending) == TEXT
    assert pending_draft(key - 1) is None
    assert str(key) not in pending.key_hash


def test_holding_again_replaces_the_text(key: int) -> None:
    assert drafts.hold(text=IdeaText(title="Borde"), key=key) == key
    assert [each.title for each in db.session.scalars(select(PendingDraft))] == ["Borde"]


def test_signing_in_makes_it_the_persons_draft(key: int, citizen: Person) -> None:
    sign_in(citizen, key)
    (idea,) = queries.ideas_of(citizen)
    assert IdeaText.of(idea) == TEXT
    assert idea.status is IdeaStatus.DRAFT


def test_signing_in_sends_it_when_that_was_asked_for_and_names_the_new_account(key: int) -> None:
    person, pending = PersonFactory(display_name=None), pending_draft(key)
    assert pending is not None
    drafts.prepare_sending(pending=pending, author_name="Anne")
    sign_in(person, key)
    (idea,) = queries.ideas_of(person)
    assert idea.status is IdeaStatus.SUBMITTED
    assert person.display_name == "Anne"


def test_an_account_keeps_its_name(key: int, citizen: Person) -> None:
    pending = pending_draft(key)
    assert pending is not None
    drafts.prepare_sending(pending=pending, author_name="Anne")
    sign_in(citizen, key)
    assert citizen.display_name == "Citizen"


def test_it_is_adopted_once(key: int, citizen: Person, author: Person) -> None:
    sign_in(citizen, key)
    sign_in(author, key)
    sign_in(citizen, key)
    assert len(queries.ideas_of(citizen)) == 1
    assert queries.ideas_of(author) == []


def test_an_adopted_text_is_not_overwritten(key: int, citizen: Person) -> None:
    sign_in(citizen, key)
    assert drafts.hold(text=IdeaText(title="Borde"), key=key) != key


def test_another_municipality_finds_nothing(key: int, other_municipality: Municipality) -> None:
    with municipality_context(other_municipality.id):
        assert pending_draft(key) is None


@pytest.mark.parametrize(("age", "is_kept"), [(timedelta(days=1), True), (timedelta(days=3), False)])
def test_what_nobody_comes_back_for_is_forgotten(age: timedelta, is_kept: bool, key: int) -> None:
    pending = pending_draft(key)
    assert pending is not None
    pending.created_at = now() - age
    drafts.forget_drafts()
    assert (pending_draft(key) is not None) is is_kept


@pytest.mark.parametrize("intent", ["", "votes.support:7", "ideas.draft:7"])
def test_other_errands_are_none_of_ours(intent: str, citizen: Person) -> None:
    publish(SignedIn(citizen, intent))
    assert queries.ideas_of(citizen) == []


def test_a_text_adopted_twice_at_once_becomes_one_idea(author: Person, key: int) -> None:
    pending, first = pending_draft(key), IdeaFactory()
    behind_our_back = update(PendingDraft).values(idea_id=first.id)
    db.session.execute(behind_our_back, execution_options={"synchronize_session": False})
    drafts.adopt(actor=author, key=key)
    assert queries.ideas_of(author) == []
    assert pending is not None and pending.idea_id == first.id
