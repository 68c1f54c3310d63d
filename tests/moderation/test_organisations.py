"""Hiding an association: its name goes everywhere, and who answers for it has another look taken."""

from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.models import Idea
from participation.moderation.lifecycle import Outcome, Verdict
from participation.moderation.models import ModerationEntry
from participation.moderation.queries import appeals as queries
from participation.moderation.queries import reports
from participation.moderation.services.appeals import appeal, decide
from participation.moderation.services.hiding import hide_organisation, show_organisation
from participation.moderation.services.reports import ReportText, report
from participation.municipalities.models import Reason
from participation.organisations.models import MembershipRole, Organisation
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.moderation.dates import in_days

WHY = {"reason_code": "offensive", "sentence": "Navnet håner en nabo."}


@pytest.fixture
def club(author: Person) -> Organisation:
    made = OrganisationFactory(name="Grimme Navne", purpose="At håne.")
    MembershipFactory(organisation_id=made.id, person_id=author.id, role=MembershipRole.OWNER)
    return made


@pytest.fixture
def entry(moderator: Person, club: Organisation, rule: Reason) -> ModerationEntry:
    return hide_organisation(actor=moderator, organisation=club, **WHY)


@pytest.fixture
def its_idea(club: Organisation) -> Idea:
    return IdeaFactory(organisation_id=club.id, author_id=PersonFactory(display_name="Bo").id)


def test_its_name_is_nowhere(client: Any, club: Organisation, its_idea: Idea, entry: ModerationEntry) -> None:
    project = ProjectFactory(organisation_id=club.id)
    idea_page, project_page = f"ideer/{its_idea.id}-{its_idea.slug}", f"projekter/{project.id}-{project.slug}"
    for path in (idea_page, project_page, "projekter/", f"foreninger/{club.id}/anmeld"):
        assert "Grimme" not in client.get(f"/vallensbaek/{path}").text
    assert "[forening skjult]" in client.get(f"/vallensbaek/{project_page}").text
    assert "Bo" in client.get(f"/vallensbaek/{idea_page}").text


def test_staff_show_it_again_from_the_pages(
    client: Any, client_of: Any, moderator: Person, club: Organisation, its_idea: Idea, entry: ModerationEntry
) -> None:
    page, path = f"/vallensbaek/ideer/{its_idea.id}-{its_idea.slug}", f"/foreninger/{club.id}/vis-igen"
    desk = client_of(moderator)
    assert path in desk.get(page).text
    assert path not in client.get(page).text
    said = {"sentence": "Den hedder noget andet nu.", "step": "send"}
    assert desk.post(f"/vallensbaek{path}?next={page}", data=said).location == page
    assert "Bo på vegne af Grimme Navne" in client.get(page).text


def test_who_answers_for_it_appeals(
    author: Person, colleague: Person, club: Organisation, entry: ModerationEntry
) -> None:
    assert entry in queries.decisions_about(author)
    made = appeal(actor=author, act=entry, body="Det er et gammelt navn.")
    assert made.case.owner_id == colleague.id
    decide(actor=colleague, appeal=made, verdict=Verdict.OVERTURNED, sentence="Det er fra 1911.")
    assert club.public_name == "Grimme Navne"


def test_a_member_and_a_former_owner_do_not(
    client_of: Any, citizen: Person, club: Organisation, entry: ModerationEntry
) -> None:
    MembershipFactory(organisation_id=club.id, person_id=citizen.id)
    former = PersonFactory()
    past = {"role": MembershipRole.OWNER, "from_day": in_days(-9), "to_day": in_days(-1)}
    MembershipFactory(organisation_id=club.id, person_id=former.id, **past)
    for person in (citizen, former):
        assert client_of(person).get(f"/vallensbaek/beslutninger/{entry.id}").status_code == 404
        assert entry not in queries.decisions_about(person)


def test_hiding_answers_those_who_reported(moderator: Person, citizen: Person, club: Organisation) -> None:
    made = report(actor=citizen, subject=club, text=ReportText("offensive", "Den er led."))
    act = hide_organisation(actor=moderator, organisation=club, **WHY)
    found = reports.matter(made.matter_id)
    assert found is not None
    assert (found.outcome, found.entry_id, found.case.is_open) == (Outcome.HIDDEN, act.id, False)


def test_twice_is_once_and_only_by_staff_who_have_no_part(
    moderator: Person, citizen: Person, club: Organisation, entry: ModerationEntry
) -> None:
    with pytest.raises(RuleViolation):
        hide_organisation(actor=moderator, organisation=club, **WHY)
    MembershipFactory(organisation_id=club.id, person_id=moderator.id, role=MembershipRole.OWNER)
    db.session.expire(club)
    for actor in (citizen, moderator):
        with pytest.raises(Forbidden):
            show_organisation(actor=actor, organisation=club, sentence="Nu er det i orden.")
