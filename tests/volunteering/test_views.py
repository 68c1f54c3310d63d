"""Joining from the project's page, what one takes part in, and what whoever runs the project sees."""

from collections.abc import Callable

import pytest

from participation.accounts.models import Person
from participation.projects.models import Project
from participation.volunteering import queries
from tests.conftest import Client
from tests.factories.projects import ProjectFactory
from tests.factories.volunteering import NeedFactory, VolunteerFactory

HOME = "/vallensbaek"


@pytest.fixture
def project(municipality: object) -> Project:
    return ProjectFactory(title="Skolehaven")


def page_of(project: Project) -> str:
    return f"{HOME}/projekter/{project.id}-{project.slug}"


def test_a_visitor_sees_what_is_needed_and_signs_in_to_join(client: Client, project: Project) -> None:
    need = NeedFactory(project_id=project.id, capacity=8, taken=3)
    page = client.get(page_of(project)).text
    assert ("Grav huller lørdag" in page, "Vi har 3 af 8" in page) == (True, True)
    answer = client.get(f"{HOME}/projekter/{project.id}/behov/{need.id}/vaer-med")
    assert "/log-ind" in answer.location


def test_a_resident_joins_and_leaves_with_one_click(
    client_of: Callable[[Person], Client], citizen: Person, project: Project
) -> None:
    browser = client_of(citizen)
    answer = browser.post(f"{HOME}/projekter/{project.id}/vaer-med", data={"message": "Jeg kan om lørdagen."})
    assert answer.location.endswith(page_of(project))
    assert "Du er med." in browser.get(answer.location).text
    assert "Skolehaven" in browser.get(f"{HOME}/det-er-jeg-med-i").text
    (mine,) = queries.taken_part_in(citizen.id)
    browser.post(f"{HOME}/det-er-jeg-med-i/{mine.id}/forlad")
    assert queries.taken_part_in(citizen.id) == []


def test_another_persons_place_is_not_found(
    client_of: Callable[[Person], Client], citizen: Person, project: Project
) -> None:
    volunteer = VolunteerFactory()
    answer = client_of(citizen).post(f"{HOME}/det-er-jeg-med-i/{volunteer.id}/forlad")
    assert answer.status_code in {403, 404}
    assert queries.volunteer(volunteer.id) is not None


def test_the_steward_sees_addresses_of_those_with_a_place_only(
    client_of: Callable[[Person], Client], moderator: Person, project: Project
) -> None:
    need = NeedFactory(project_id=project.id, capacity=1, taken=1, waiting=1)
    placed = VolunteerFactory(need_id=need.id)
    waiting = VolunteerFactory(need_id=need.id, place="waiting")
    page = client_of(moderator).get(f"{HOME}/projekter/{project.id}/frivillige").text
    assert (str(placed.person.email) in page, str(waiting.person.email) in page) == (True, False)


def test_residents_do_not_see_who_takes_part(
    client_of: Callable[[Person], Client], citizen: Person, project: Project
) -> None:
    volunteer = VolunteerFactory(need_id=NeedFactory(project_id=project.id, taken=1).id)
    browser = client_of(citizen)
    assert browser.get(f"{HOME}/projekter/{project.id}/frivillige").status_code == 403
    assert str(volunteer.person.display_name) not in browser.get(page_of(project)).text


def test_a_need_is_written_with_its_room_and_a_mistake_keeps_the_words(
    client_of: Callable[[Person], Client], moderator: Person, project: Project
) -> None:
    browser, path = client_of(moderator), f"{HOME}/projekter/{project.id}/behov/nyt"
    form = {"kind": "people", "title": "Grav huller", "capacity": "0", "details": "Kl. 10 ved porten"}
    refused = browser.post(path, data=form)
    assert (refused.status_code, "Kl. 10 ved porten" in refused.text) == (422, True)
    assert browser.post(path, data=form | {"capacity": "8"}).status_code == 302
    assert [(need.title, need.capacity) for need in queries.needs_of(project)] == [("Grav huller", 8)]


def test_a_letter_is_written_to_everybody_who_joined(
    client_of: Callable[[Person], Client], moderator: Person, project: Project
) -> None:
    VolunteerFactory(need_id=NeedFactory(project_id=project.id, taken=1).id)
    browser, path = client_of(moderator), f"{HOME}/projekter/{project.id}/frivillige/skriv"
    form = {"need": "", "subject": "På lørdag", "body": "Vi mødes kl. 10.", "takes_replies": "y"}
    assert browser.post(path, data=form).status_code == 302
    assert [letter.recipients for letter in queries.letters_of(project)] == [1]
