"""News from projects: hidden and shown again, let out, and deleted for good with their pictures."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.files import queries as files
from participation.files.services import sweeping
from participation.foundation.actors import Nobody
from participation.foundation.errors import Forbidden
from participation.moderation.lifecycle import DeletionReason, Verdict
from participation.moderation.models import Appeal, ModerationEntry
from participation.moderation.queries import held
from participation.moderation.services import appeals, deleting, holding, updates
from participation.projects import queries
from participation.projects.models import Project, ProjectUpdate
from participation.projects.services import news
from participation.web import storage
from tests.factories.accounts import PersonFactory
from tests.factories.files import PictureFactory
from tests.factories.projects import ProjectFactory

CPR = "Spørg 010190-1234"
WHY = "Billedet viser nogen, der ikke har sagt ja."


@pytest.fixture
def project(citizen: Person) -> Project:
    return ProjectFactory(steward_id=citizen.id)


def test_hidden_news_say_why_and_come_back(project: Project, citizen: Person, moderator: Person) -> None:
    picture = PictureFactory()
    update = news.write_update(actor=citizen, project=project, body="Se!", pictures=[picture])
    entry = updates.hide_update(actor=moderator, update=update, reason_code="private", sentence=WHY)
    assert (entry.update_id, entry.reason_code, entry.sentence) == (update.id, "private", WHY)
    assert (project.news_at, files.find(Nobody(), picture.id)) == (None, None)
    assert files.find(moderator, picture.id) == picture
    assert queries.updates_of(project) == [update]
    updates.show_update(actor=moderator, update=update, sentence="Alle har sagt ja.")
    assert project.news_at == update.created_at
    assert files.find(Nobody(), picture.id) == picture


def test_steward_hides_nothing_and_mends_nothing_hidden(
    project: Project, citizen: Person, moderator: Person
) -> None:
    update = news.write_update(actor=citizen, project=project, body="Se!")
    with pytest.raises(Forbidden):
        updates.hide_update(actor=citizen, update=update, reason_code="private", sentence=WHY)
    updates.hide_update(actor=moderator, update=update, reason_code="private", sentence=WHY)
    with pytest.raises(Forbidden):
        news.edit_update(actor=citizen, update=update, body="Igen!")


def test_held_news_are_let_out_or_not(project: Project, citizen: Person, moderator: Person) -> None:
    first, second = (
        news.write_update(actor=citizen, project=project, body=f"{number} {CPR}") for number in range(2)
    )
    for update in (first, second):
        assert update.case_id is not None
    waiting = held.find(first.case_id or 0)
    assert waiting is not None
    holding.release(actor=moderator, held=waiting, seen=waiting.mark)
    other = held.find(second.case_id or 0)
    assert other is not None
    holding.turn_down(actor=moderator, held=other, reason_code="private", sentence=WHY)
    assert queries.updates_of(project) == [first]
    with pytest.raises(Forbidden):
        news.edit_update(actor=citizen, update=second, body="Igen!")


Hide = Callable[[Person, ProjectUpdate], ModerationEntry]


def hidden(actor: Person, update: ProjectUpdate) -> ModerationEntry:
    return updates.hide_update(actor=actor, update=update, reason_code="private", sentence=WHY)


def refused(actor: Person, update: ProjectUpdate) -> ModerationEntry:
    waiting = held.find(update.case_id or 0)
    assert waiting is not None
    return holding.turn_down(actor=actor, held=waiting, reason_code="private", sentence=WHY)


@pytest.mark.parametrize(("act", "body"), [(hidden, "Se!"), (refused, CPR)])
def test_whoever_wrote_them_can_have_somebody_else_look(
    project: Project,
    citizen: Person,
    moderator: Person,
    administrator: Person,
    client_of: Callable[[Person], Any],
    act: Hide,
    body: str,
) -> None:
    update = news.write_update(actor=citizen, project=project, body=body)
    entry = act(moderator, update)
    assert not update.is_shown
    browser, address = client_of(citizen), f"/vallensbaek/beslutninger/{entry.id}"
    assert address in browser.get("/vallensbaek/min-side/beslutninger").text
    browser.post(address, data={"body": "Alle har sagt ja."})
    made = db.session.scalars(select(Appeal)).one()
    assert client_of(moderator).get(f"/vallensbaek/{made.case.place}").status_code == 200
    appeals.decide(actor=administrator, appeal=made, verdict=Verdict.OVERTURNED, sentence="Du har ret.")
    assert update.is_shown and queries.updates_of(project) == [update]


def test_what_happens_to_other_news_is_another_matter(
    project: Project, citizen: Person, moderator: Person, administrator: Person
) -> None:
    first, other = (news.write_update(actor=citizen, project=project, body=f"Se {n}!") for n in range(2))
    made = appeals.appeal(actor=citizen, act=hidden(moderator, first), body="Se igen.")
    hidden(moderator, other)
    updates.show_update(actor=moderator, update=other, sentence="Den er i orden.")
    assert made.decided_at is None
    updates.show_update(actor=moderator, update=first, sentence="Den er også i orden.")
    assert (made.verdict, made.sentence) == (Verdict.OVERTURNED, "Den er også i orden.")


def test_nobody_else_reads_the_decision(
    project: Project, citizen: Person, moderator: Person, client_of: Callable[[Person], Any]
) -> None:
    entry = hidden(moderator, news.write_update(actor=citizen, project=project, body="Se!"))
    for person in (PersonFactory(), moderator):
        assert client_of(person).get(f"/vallensbaek/beslutninger/{entry.id}").status_code == 404


def test_deleted_for_good_goes_with_its_bytes(
    project: Project, citizen: Person, moderator: Person, administrator: Person
) -> None:
    picture = PictureFactory(digest=storage.keep(b"an own picture"))
    update = news.write_update(actor=citizen, project=project, body="Nummeret stod her.", pictures=[picture])
    proposed = deleting.propose(
        actor=moderator, subject=update, reason_code=DeletionReason.CPR, sentence="Det var et CPR-nummer."
    )
    deleting.agree(actor=administrator, deletion=proposed)
    sweeping.remove_erased()
    assert (update.body, update.erased_at is None, picture.alternative_text) == ("", False, "")
    assert files.find(moderator, picture.id) is None
    assert not storage.is_whole(picture.digest)
    assert db.session.scalars(select(ModerationEntry.update_id)).all() == [update.id]
