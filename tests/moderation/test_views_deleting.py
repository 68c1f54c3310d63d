"""Deleting for good through the forms: proposed by one, agreed to by another."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.moderation.models import Deletion
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.moderation import DeletionFactory, MatterFactory
from tests.factories.organisations import OrganisationFactory

SENT = {"reason_code": "cpr", "sentence": "Der stod et nummer på en nabo."}
PLACES = {
    "ideer/{}/slet-for-altid": IdeaFactory,
    "kommentarer/{}/slet-for-altid": CommentFactory,
    "profiler/{}/slet-navnet": PersonFactory,
    "foreninger/{}/slet-navnet": OrganisationFactory,
}


@pytest.mark.parametrize("place", PLACES)
def test_one_proposes_and_another_agrees(
    moderator: Person, colleague: Person, client_of: Callable[[Person], Any], place: str
) -> None:
    address = f"/vallensbaek/{place.format(PLACES[place]().id)}"
    own, other = client_of(moderator), client_of(colleague)
    assert "Der stod et CPR-nummer" in own.get(address).text
    case = own.post(address, data=SENT).headers["Location"]
    seen = own.get(case).text
    assert "Du har selv foreslået det" in seen and 'value="agree"' not in seen
    assert own.post(case, data={"step": "agree"}).status_code == 403
    assert 'value="agree"' in other.get(case).text
    assert other.post(case, data={"step": "agree"}).status_code == 302
    assert db.session.scalars(select(Deletion)).one().is_agreed
    assert "Det blev slettet" in own.get(case).text
    assert other.post(case, data={"step": "agree"}).status_code == 409


def test_it_waits_among_the_tasks_until_it_is_decided(
    moderator: Person, colleague: Person, client_of: Callable[[Person], Any]
) -> None:
    desk = client_of(moderator)
    desk.post(f"/vallensbaek/ideer/{IdeaFactory().id}/slet-for-altid", data=SENT)
    deletion = db.session.scalars(select(Deletion)).one()
    assert (deletion.case.kind, deletion.case.is_open) == ("deletion", True)
    assert deletion.case.place == f"opgaver/sletninger/{deletion.id}"
    desk.post(f"/vallensbaek/opgaver/sletninger/{deletion.id}", data={"step": "decline"})
    assert not deletion.case.is_open and not deletion.is_agreed


def test_who_agrees_sees_what_is_to_be_deleted(
    moderator: Person, colleague: Person, client_of: Callable[[Person], Any]
) -> None:
    comment = CommentFactory(body="Hun bor alene, ring 23 45 67 89")
    address = f"/vallensbaek/kommentarer/{comment.id}/slet-for-altid"
    own = client_of(moderator)
    assert "23 45 67 89" in own.get(address).text
    case = own.post(address, data=SENT).headers["Location"]
    assert "23 45 67 89" in client_of(colleague).get(case).text


def test_what_is_reported_can_be_deleted(moderator: Person, client_of: Callable[[Person], Any]) -> None:
    person = PersonFactory()
    desk, matters = client_of(moderator), (MatterFactory(), MatterFactory(idea_id=None, person_id=person.id))
    addresses = [f"ideer/{matters[0].idea_id}/slet-for-altid", f"profiler/{person.id}/slet-navnet"]
    for matter, address in zip(matters, addresses, strict=True):
        page = desk.get(f"/vallensbaek/opgaver/anmeldelser/{matter.id}").text
        assert f'href="/vallensbaek/{address}"' in page


def test_ground_and_sentence_are_asked_for(moderator: Person, client_of: Callable[[Person], Any]) -> None:
    idea = IdeaFactory()
    answer = client_of(moderator).post(f"/vallensbaek/ideer/{idea.id}/slet-for-altid", data={})
    assert answer.status_code == 422 and "Vælg en grund." in answer.text


def test_a_sentence_that_repeats_is_refused(moderator: Person, client_of: Callable[[Person], Any]) -> None:
    idea = IdeaFactory(body="Ring til 0101701234 om det.")
    sent = {**SENT, "sentence": "Der stod 0101701234."}
    answer = client_of(moderator).post(f"/vallensbaek/ideer/{idea.id}/slet-for-altid", data=sent)
    assert answer.status_code == 422 and "Brug andre ord" in answer.text


@pytest.mark.parametrize("place", PLACES)
def test_residents_propose_nothing(citizen: Person, client_of: Callable[[Person], Any], place: str) -> None:
    browser = client_of(citizen)
    assert browser.get(f"/vallensbaek/{place.format(PLACES[place]().id)}").status_code == 403
    assert browser.get(f"/vallensbaek/opgaver/sletninger/{DeletionFactory().id}").status_code == 403
