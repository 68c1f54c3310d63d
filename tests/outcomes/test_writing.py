"""Telling what came of it: who may, versions, pictures, and taking it back."""

from collections.abc import Callable
from io import BytesIO

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.files import queries as files
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.outcomes import queries
from participation.outcomes.models import OutcomePicture, OutcomeVersion
from participation.outcomes.services import writing
from participation.outcomes.services.writing import OutcomeText
from participation.projects.models import Project
from tests.conftest import Client
from tests.factories.files import PictureFactory, picture_bytes
from tests.factories.outcomes import chain_to_outcome, completed_project
from tests.factories.projects import ProjectFactory
from tests.factories.volunteering import NeedFactory, VolunteerFactory

HOME = "/vallensbaek"
TEXT = OutcomeText(body="Der er 14 højbede.", people="3. klasse", cost=12500, paid_by="Os")


@pytest.fixture
def project(municipality: object) -> Project:
    return completed_project()


def test_only_whoever_runs_a_completed_project_tells(
    project: Project, citizen: Person, moderator: Person
) -> None:
    with pytest.raises(Forbidden):
        writing.write_outcome(actor=citizen, project=project, text=TEXT)
    with pytest.raises(Forbidden):
        writing.write_outcome(actor=moderator, project=ProjectFactory(), text=TEXT)
    project.steward_id = citizen.id
    assert writing.write_outcome(actor=citizen, project=project, text=TEXT).cost == 12500


def test_other_words_are_a_version_and_the_same_words_are_none(project: Project, moderator: Person) -> None:
    outcome = writing.write_outcome(actor=moderator, project=project, text=TEXT)
    for text in (TEXT, OutcomeText(body="Der er 15.")):
        seen = outcome.version
        writing.write_outcome(actor=moderator, project=project, text=text, seen_version=seen)
    assert [each.body for each in queries.versions_of(outcome)] == ["Der er 14 højbede.", "Der er 15."]
    with pytest.raises(StaleVersion):
        writing.write_outcome(actor=moderator, project=project, text=TEXT)


def test_a_stewards_cpr_number_is_refused(project: Project, citizen: Person) -> None:
    project.steward_id = citizen.id
    with pytest.raises(RuleViolation):
        writing.write_outcome(actor=citizen, project=project, text=OutcomeText(body="070761-4285 hjalp."))
    assert queries.outcome_of(project) is None


def test_taking_it_back_leaves_nothing_but_the_sentence(project: Project, moderator: Person) -> None:
    picture = PictureFactory()
    outcome = writing.write_outcome(actor=moderator, project=project, text=TEXT, pictures=[picture])
    assert files.find(moderator, picture.id) is picture
    writing.take_back(actor=moderator, outcome=outcome)
    tables = (OutcomePicture, OutcomeVersion)
    left = [db.session.scalar(select(func.count()).select_from(each)) for each in tables]
    assert (left, project.outcome) == ([0, 0], "Haven er der.")


def test_it_is_told_with_pictures_on_the_projects_page(
    client: Client, client_of: Callable[[Person], Client], project: Project, moderator: Person
) -> None:
    VolunteerFactory(need_id=NeedFactory(project_id=project.id, taken=1).id)
    browser, address = client_of(moderator), f"{HOME}/projekter/{project.id}/resultat"
    sent = {"body": "Der er 14 højbede.", "cost": "12500", "paid_by": "Kommunen", "people": "3. klasse"}
    sent |= {"pictures": (BytesIO(picture_bytes()), "have.jpg")}
    answer = browser.post(address, data=sent, content_type="multipart/form-data")
    assert answer.location.endswith("/resultat/billeder")
    shown = queries.outcome_of(project)
    assert shown is not None
    number = shown.pictures[0].file_id
    browser.post(answer.location, data={f"picture-{number}": "Tre bede med salat"})
    page = client.get(f"{HOME}/projekter/{project.id}-{project.slug}").text
    for words in ("14 højbede", "12.500 kroner", "1 har været med. 3. klasse", "Tre bede med salat"):
        assert words in page


def test_a_picture_without_its_tick_goes_and_the_others_stay(
    client_of: Callable[[Person], Client], project: Project, moderator: Person
) -> None:
    pictures = [PictureFactory(), PictureFactory()]
    outcome = writing.write_outcome(actor=moderator, project=project, text=TEXT, pictures=pictures)
    sent = {"body": "Nu 15.", "version": outcome.version, "kept": [pictures[1].id]}
    client_of(moderator).post(f"{HOME}/projekter/{project.id}/resultat", data=sent)
    db.session.expire_all()
    assert [each.file_id for each in outcome.pictures] == [pictures[1].id]


def test_the_chain_ends_with_it_on_goal_and_idea(client: Client, moderator: Person) -> None:
    goal, idea, project = chain_to_outcome(moderator)
    for page in (f"maal/{goal.id}-x", f"ideer/{idea.id}-{idea.slug}"):
        text = client.get(f"{HOME}/{page}", follow_redirects=True).text
        assert f"/projekter/{project.id}-{project.slug}#resultat" in text
        assert "Haven er der." in text


def test_what_was_changed_can_be_read(client: Client, project: Project, moderator: Person) -> None:
    outcome = writing.write_outcome(actor=moderator, project=project, text=TEXT)
    text = OutcomeText(body="Der er 15 højbede.")
    writing.write_outcome(actor=moderator, project=project, text=text, seen_version=outcome.version)
    versions = f"{HOME}/projekter/{project.id}/versioner"
    assert versions in client.get(f"{HOME}/projekter/{project.id}-skolehaven").text
    page = client.get(versions).text
    assert ("<ins>" in page, "<del>" in page) == (True, True)
