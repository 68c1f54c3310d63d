"""How what was written on behalf of an organisation is signed, and where readers find it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.municipalities.models import Municipality
from participation.organisations.lifecycle import MembershipRole
from participation.organisations.models import Organisation
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.meetings import MeetingFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import ProjectFactory, UpdateFactory
from tests.factories.volunteering import NeedFactory, VolunteerFactory

A_DAY = timedelta(days=1)

Browsers = Callable[[Person], Client]


@pytest.fixture
def organisation(author: Person) -> Organisation:
    found = OrganisationFactory(name="Foreningen Gryden", slug="foreningen-gryden")
    MembershipFactory(person_id=author.id, organisation_id=found.id, role=MembershipRole.EDITOR)
    return found


@pytest.fixture
def idea(author: Person, organisation: Organisation) -> Idea:
    """The author's, and with a comment of theirs, both on behalf of the organisation."""
    found: Idea = IdeaFactory(author_id=author.id, organisation_id=organisation.id)
    CommentFactory(author_id=author.id, organisation_id=organisation.id, discussion_id=found.discussion_id)
    return found


def address(idea: Idea) -> str:
    return f"/vallensbaek/ideer/{idea.id}-{idea.slug}"


def test_both_names_stand_there(client: Client, idea: Idea) -> None:
    text = client.get(address(idea)).text
    assert "Author på vegne af Foreningen Gryden" in text
    assert "på vegne af Foreningen Gryden</span>" in text


def test_the_organisations_name_alone_where_the_municipality_wants_it_so(
    client: Client, client_of: Browsers, idea: Idea, municipality: Municipality, moderator: Person
) -> None:
    municipality.settings = {**municipality.settings, "on_behalf": "organisation"}
    text = client.get(address(idea)).text
    assert ("Foreningen Gryden" in text, "Author" in text) == (True, False)
    assert "Author på vegne af Foreningen Gryden" in client_of(moderator).get(address(idea)).text


def test_who_was_promised_not_to_be_named_is_not_when_the_organisation_is_hidden(
    client: Client, idea: Idea, organisation: Organisation, municipality: Municipality
) -> None:
    municipality.settings = {**municipality.settings, "on_behalf": "organisation"}
    organisation.hidden_at = now()
    db.session.flush()
    text = client.get(address(idea)).text
    assert ("Gryden" in text, "Author" in text, "[forening skjult]" in text) == (False, False, True)


def test_its_page_shows_its_public_ideas_and_the_page_inside_all(
    client: Client, client_of: Browsers, idea: Idea, organisation: Organisation, author: Person
) -> None:
    waiting = IdeaFactory(
        author_id=author.id, organisation_id=organisation.id, status="submitted", published_at=None
    )
    public = client.get(f"/vallensbaek/foreninger/{organisation.id}-foreningen-gryden").text
    assert (idea.title in public, waiting.title in public) == (True, False)
    inside = client_of(author).get(f"/vallensbaek/foreninger/{organisation.id}/indefra").text
    assert (idea.title in inside, waiting.title in inside) == (True, True)


def test_a_comment_on_behalf_is_chosen_in_its_form(
    client_of: Browsers, idea: Idea, organisation: Organisation, author: Person, citizen: Person
) -> None:
    place, behalf = f"/vallensbaek/samtaler/{idea.discussion_id}/kommentarer", "Gryden</span>"
    said = {"body": "Vi kan også bage.", "organisation": str(organisation.id)}
    other = client_of(citizen)
    assert client_of(author).post(place, data=said).status_code == 302
    assert other.get(address(idea)).text.count(behalf) == 2
    assert other.post(place, data={**said, "body": "Jeg vil også."}).status_code == 302
    assert other.get(address(idea)).text.count(behalf) == 2


@pytest.fixture
def project(organisation: Organisation) -> Project:
    """Done by the organisation, with two who came to both of its days."""
    found: Project = ProjectFactory(organisation_id=organisation.id, status=ProjectStatus.COMPLETED)
    people = [PersonFactory().id for _ in range(2)]
    for _ in range(2):
        need = NeedFactory(project_id=found.id, capacity=4)
        for person_id in people:
            VolunteerFactory(need_id=need.id, person_id=person_id)
    MeetingFactory(project_id=found.id, starts_at=now() - A_DAY, ends_at=now() - A_DAY / 2)
    MeetingFactory(organisation_id=organisation.id, starts_at=now() + A_DAY, ends_at=now() + 2 * A_DAY)
    return found


def test_its_page_makes_its_peoples_work_visible(
    client: Client, organisation: Organisation, project: Project
) -> None:
    hidden = {"hidden_at": now(), "hidden_reason": "offensive"}
    UpdateFactory(project_id=project.id, body="Alle træerne er plantet.")
    UpdateFactory(project_id=project.id, body="Den her er skjult.", **hidden)
    UpdateFactory(project_id=ProjectFactory().id, body="En andens nyhed.")
    text = client.get(f"/vallensbaek/foreninger/{organisation.id}-foreningen-gryden").text
    done = ("1 projekt gennemført", "1 arrangement holdt", "2 frivillige har givet en hånd med i projekterne")
    assert [line in text for line in done] == [True] * 3
    news = ("Alle træerne er plantet.", "Den her er skjult.", "En andens nyhed.")
    assert [line in text for line in news] == [True, False, False]


def test_nothing_is_said_of_what_there_is_none_of(client: Client, organisation: Organisation) -> None:
    text = client.get(f"/vallensbaek/foreninger/{organisation.id}-foreningen-gryden").text
    assert 'id="gjort"' not in text
