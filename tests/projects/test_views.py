"""Staff's pages for projects."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.organisations.lifecycle import OrganisationStatus
from participation.projects import queries
from participation.projects.lifecycle import PROJECTS, ProjectStatus
from participation.projects.models import Project
from tests.factories.ideas import IdeaFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory

TEXT = {"title": "Frugttræer", "description": "Ti træer langs stien.", "steward": "Park og Vej"}
WORDS = {
    "sentence": "Jorden er frossen.",
    "outcome": "Ti træer står der.",
    "resumes_on": str(today() + timedelta(days=90)),
}
START = "/vallensbaek/projekter"


@pytest.fixture
def desk(moderator: Person, client_of: Callable[[Person], Any]) -> Any:
    return client_of(moderator)


def test_project_is_created_from_an_idea(desk: Any) -> None:
    goal, organisation = GoalFactory(), OrganisationFactory()
    idea = IdeaFactory(status=IdeaStatus.ACCEPTED, goal_id=goal.id)
    form = desk.get(f"{START}/nyt?idea={idea.id}").text
    assert form.count("checked") == 2
    chosen = {"ideas": [str(idea.id)], "goals": [str(goal.id)], "organisation": str(organisation.id)}
    answer = desk.post(f"{START}/nyt", data=TEXT | chosen)
    project = db.session.scalars(select(Project)).one()
    assert answer.location == f"{START}/{project.id}/arbejde"
    assert (queries.linked_ideas(project), queries.goals_of_project(project)) == ([idea], [goal])
    assert project.organisation == organisation


def test_missing_words_are_asked_for(desk: Any) -> None:
    answer = desk.post(f"{START}/nyt", data=TEXT | {"title": "", "organisation": ""})
    assert answer.status_code == 422
    assert TEXT["description"] in answer.text


def test_end_before_the_start_is_refused_with_the_words_kept(desk: Any) -> None:
    days = {"starts_on": "2026-05-02", "ends_on": "2026-05-01", "organisation": ""}
    answer = desk.post(f"{START}/nyt", data=TEXT | days)
    assert answer.status_code == 422
    assert TEXT["title"] in answer.text


def test_edit_and_a_colleague_who_was_faster(desk: Any) -> None:
    project = ProjectFactory()
    sent = TEXT | {"organisation": "", "version": str(project.version)}
    assert desk.post(f"{START}/{project.id}/ret", data=sent).status_code == 302
    assert project.title == "Frugttræer"
    late = desk.post(f"{START}/{project.id}/ret", data=sent | {"title": "Bærbuske"})
    assert late.status_code == 409
    assert "Bærbuske" in late.text
    assert project.title == "Frugttræer"


@pytest.mark.parametrize("gone", [{"status": OrganisationStatus.ARCHIVED}, {"hidden_at": now()}])
def test_a_project_stays_with_an_association_that_is_closed_or_hidden(desk: Any, gone: Any) -> None:
    organisation = OrganisationFactory(**gone)
    project = ProjectFactory(organisation_id=organisation.id)
    page = f"{START}/{project.id}/tovholder"
    assert f'<option selected value="{organisation.id}">' in desk.get(page).text
    sent = {"organisation": str(organisation.id), "steward": "Mette", "version": str(project.version)}
    assert desk.post(page, data=sent).status_code == 302
    assert (project.organisation_id, project.steward) == (organisation.id, "Mette")


def test_links_are_chosen_and_ideas_follow(desk: Any) -> None:
    project, idea = ProjectFactory(status=ProjectStatus.ACTIVE), IdeaFactory(status=IdeaStatus.ACCEPTED)
    desk.post(f"{START}/{project.id}/forbindelser", data={"ideas": [str(idea.id)]})
    assert idea.status is IdeaStatus.IN_PROGRESS
    desk.post(f"{START}/{project.id}/forbindelser", data={"csrf_token": "every browser sends it"})
    assert idea.status is IdeaStatus.ACCEPTED


@pytest.mark.parametrize("step", PROJECTS.moves, ids=lambda step: step.name)
def test_every_move_through_its_form(desk: Any, step: Any) -> None:
    project = ProjectFactory(status=min(step.sources), sentence="Derfor.")
    address = f"{START}/{project.id}/status/{step.name}"
    assert desk.get(address).status_code == 200
    sent = {"version": str(project.version)} | WORDS
    assert desk.post(address, data=sent).status_code == 302
    assert project.status is step.target
    assert desk.post(address, data=sent).status_code == 409


@pytest.mark.parametrize("step", [each for each in PROJECTS.moves if each.needs], ids=lambda step: step.name)
def test_move_asks_for_its_words(desk: Any, step: Any) -> None:
    project = ProjectFactory(status=min(step.sources))
    address = f"{START}/{project.id}/status/{step.name}"
    assert desk.post(address, data={"version": str(project.version)}).status_code == 422


def test_news(desk: Any) -> None:
    project = ProjectFactory()
    desk.post(f"{START}/{project.id}/nyheder", data={"body": "Træerne er kommet."})
    assert queries.updates_of(project)[0].body == "Træerne er kommet."


@pytest.mark.parametrize(
    "page", ["nyt", "{}/arbejde", "{}/ret", "{}/forbindelser", "{}/nyheder", "{}/status/start"]
)
def test_pages_are_for_staff(
    desk: Any, citizen: Person, client_of: Callable[[Person], Any], page: str
) -> None:
    address = f"{START}/{page.format(ProjectFactory().id)}"
    assert desk.get(address).status_code == 200
    assert client_of(citizen).get(address).status_code == 403


def test_unknown_project_and_move_do_not_exist(desk: Any) -> None:
    assert desk.get(f"{START}/999999/ret").status_code == 404
    assert desk.get(f"{START}/{ProjectFactory().id}/status/odd").status_code == 404


def test_staff_are_asked_about_a_number_and_answer_for_themselves(desk: Any) -> None:
    """Theirs is neither held nor masked: a telephone number in it is meant to be read."""
    project = ProjectFactory()
    address = f"/vallensbaek/projekter/{project.id}/nyheder"
    asked = desk.post(address, data={"body": "Ring 22 34 56 78 om sag 010190-1234"})
    assert asked.status_code == 422
    assert "Gem alligevel" in asked.text and "010190-1234" in asked.text
    assert desk.post(address, data={"body": "Ring 22 34 56 78", "seen": ""}).status_code == 302
    assert "22 34 56 78" in desk.get(f"/vallensbaek/projekter/{project.id}-{project.slug}").text
