"""Who runs a project, and what they can do with it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.files import queries as files
from participation.foundation.actors import Nobody
from participation.foundation.authorization import can
from participation.foundation.clock import at, now, today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.mail.models import OutgoingMail
from participation.mail.rules import KEPT_FOR
from participation.organisations.lifecycle import OrganisationStatus
from participation.organisations.models import Membership, MembershipRole, Organisation
from participation.organisations.services import belonging
from participation.projects import queries
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project
from participation.projects.queries import running
from participation.projects.services import asking, moves, news, plans, writing
from tests.factories.files import DocumentFactory, PictureFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory
from tests.factories.projects import MilestoneFactory, ProjectFactory, UpdateFactory

CPR = "Ring til 010190-1234"


@pytest.fixture
def project(citizen: Person) -> Project:
    """Run by the citizen."""
    return ProjectFactory(steward_id=citizen.id, status=ProjectStatus.ACTIVE)


def mails() -> list[str]:
    return list(db.session.scalars(select(OutgoingMail.kind).order_by(OutgoingMail.id)))


def test_steward_and_staff_run_it_and_nobody_else(
    project: Project, citizen: Person, moderator: Person, author: Person, stranger: Person
) -> None:
    may = [can(who, "projects.run", project) for who in (citizen, moderator, author, Nobody(), stranger)]
    assert may == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({"role": MembershipRole.OWNER}, True),
        ({"role": MembershipRole.EDITOR}, True),
        ({"role": MembershipRole.MEMBER}, False),
        ({"role": MembershipRole.OWNER, "to_day": today() - timedelta(days=1)}, False),
        ({"role": MembershipRole.OWNER, "to_day": today()}, False),
        ({"role": MembershipRole.OWNER, "to_day": today() + timedelta(days=1)}, True),
        ({"role": MembershipRole.OWNER, "from_day": today() + timedelta(days=1)}, False),
    ],
)
def test_role_in_its_organisation_counts_from_day_to_day(
    author: Person, change: dict[str, Any], may: bool
) -> None:
    membership: Membership = MembershipFactory(person_id=author.id, **change)
    project = ProjectFactory(organisation_id=membership.organisation_id)
    assert can(author, "projects.run", project) is may
    assert (project in running.run_by(author)) is may


@pytest.mark.parametrize("is_removed", [True, False])
def test_whoever_acts_for_it_no_more_is_its_steward_no_more(
    author: Person, citizen: Person, client_of: Any, is_removed: bool
) -> None:
    mine: Membership = MembershipFactory(person_id=author.id, role=MembershipRole.EDITOR)
    club = db.session.get_one(Organisation, mine.organisation_id)
    MembershipFactory(person_id=citizen.id, organisation_id=club.id, role=MembershipRole.OWNER)
    project = ProjectFactory(organisation_id=club.id, steward_id=author.id)
    own, place = ProjectFactory(steward_id=author.id), f"/vallensbaek/projekter/{project.id}/arbejde"
    browser = client_of(author)
    assert browser.get(place).status_code == 200
    if is_removed:
        belonging.remove(actor=citizen, organisation=club, membership=mine)
    else:
        role = {"membership": mine, "role": MembershipRole.MEMBER}
        belonging.change_role(actor=citizen, organisation=club, **role)
    assert browser.get(place).status_code == 403
    assert running.run_by(author) == [own]


def test_what_one_takes_part_in_leads_to_what_one_runs(client_of: Any, project: Project) -> None:
    assert "projekter/mine" in client_of(project.steward_person).get("/vallensbaek/det-er-jeg-med-i").text


def test_organisation_that_is_not_approved_runs_nothing(author: Person) -> None:
    organisation = OrganisationFactory(status=OrganisationStatus.APPLIED, approved_at=None)
    MembershipFactory(person_id=author.id, organisation_id=organisation.id, role=MembershipRole.OWNER)
    assert not can(author, "projects.run", ProjectFactory(organisation_id=organisation.id))


def test_suspended_steward_only_takes_back(project: Project, citizen: Person) -> None:
    update = UpdateFactory(project_id=project.id, author_id=citizen.id)
    citizen.suspended_until = now() + timedelta(days=1)
    assert not can(citizen, "projects.run", project)
    news.take_back(actor=citizen, update=update)
    assert (update.body, update.deleted_at is None) == ("", False)


def test_steward_moves_but_does_not_take_up_again_what_is_over(project: Project, citizen: Person) -> None:
    with pytest.raises(RuleViolation):
        moves.move(actor=citizen, project=project, name="cancel")
    moves.move(actor=citizen, project=project, name="cancel", words=moves.Words(sentence="Ingen jord."))
    with pytest.raises(Forbidden):
        moves.move(actor=citizen, project=project, name="reopen")


def test_steward_does_not_give_the_project_away(project: Project, citizen: Person, author: Person) -> None:
    text = writing.text_of(project=project, steward_id=author.id)
    with pytest.raises(Forbidden):
        writing.edit(actor=citizen, project=project, text=text)


def test_progress_is_counted_from_milestones(project: Project, citizen: Person) -> None:
    steps = [
        plans.plan_milestone(actor=citizen, project=project, title=title, due_on=day)
        for title, day in (("Sidst", None), ("Først", today() - timedelta(days=1)), ("Så", today()))
    ]
    assert [each.title for each in queries.milestones_of(project)] == ["Først", "Så", "Sidst"]
    assert [each.is_overdue for each in queries.milestones_of(project)] == [True, False, False]
    plans.reach_milestone(actor=citizen, project=project, milestone=steps[1])
    assert (steps[1].done_on, steps[1].is_overdue) == (today(), False)
    plans.resume_milestone(actor=citizen, project=project, milestone=steps[1])
    plans.drop_milestone(actor=citizen, project=project, milestone=steps[0])
    assert [each.done_on for each in queries.milestones_of(project)] == [None, None]


@pytest.mark.parametrize("field", ["title", "description", "place"])
def test_number_in_what_cannot_be_held_is_refused(project: Project, citizen: Person, field: str) -> None:
    text = writing.text_of(project=project, **{field: CPR})
    with pytest.raises(RuleViolation):
        writing.edit(actor=citizen, project=project, text=text)


def test_number_in_a_milestone_is_refused(project: Project, citizen: Person) -> None:
    milestone = MilestoneFactory(project_id=project.id)
    with pytest.raises(RuleViolation):
        plans.plan_milestone(actor=citizen, project=project, title=CPR, due_on=None)
    with pytest.raises(RuleViolation):
        plans.change_milestone(actor=citizen, project=project, milestone=milestone, title=CPR, due_on=None)


def test_document_is_seen_as_long_as_the_project_shows_it(project: Project, citizen: Person) -> None:
    stored = DocumentFactory()
    document = plans.add_document(actor=citizen, project=project, file=stored)
    assert files.find(Nobody(), stored.id) == stored
    plans.remove_document(actor=citizen, project=project, document=document)
    assert files.find(Nobody(), stored.id) is None


def test_pictures_are_seen_with_their_news(project: Project, citizen: Person, author: Person) -> None:
    picture = PictureFactory()
    update = news.write_update(actor=citizen, project=project, body="Se!", pictures=[picture])
    assert files.find(Nobody(), picture.id) == picture
    update.hidden_at = now()
    db.session.flush()
    assert [files.find(who, picture.id) for who in (Nobody(), citizen, author)] == [None] * 3
    update.hidden_at = None
    news.take_back(actor=citizen, update=update)
    assert files.find(citizen, picture.id) is None


def test_news_with_a_number_wait_and_are_let_out(project: Project, citizen: Person, author: Person) -> None:
    picture = PictureFactory()
    update = news.write_update(actor=citizen, project=project, body=CPR, pictures=[picture])
    assert (update.awaits_look, project.news_at) == (True, None)
    assert queries.updates_of(project) == []
    assert queries.updates_to_run(project) == [update]
    assert files.find(citizen, picture.id) == picture
    assert files.find(author, picture.id) is None
    news.edit_update(actor=citizen, update=update, body="Ring til kommunen")
    assert queries.updates_of(project) == [update]
    assert project.news_at == update.created_at


def test_double_click_is_one_piece_of_news(project: Project, citizen: Person) -> None:
    first, second = (news.write_update(actor=citizen, project=project, body="Nu!") for _ in range(2))
    assert first == second


def test_seven_pictures_are_too_many(project: Project, citizen: Person) -> None:
    with pytest.raises(RuleViolation):
        news.write_update(
            actor=citizen, project=project, body="Se!", pictures=[PictureFactory() for _ in range(7)]
        )


def test_steward_is_asked_twice_and_only_then_is_it_said(project: Project, citizen: Person) -> None:
    again = timedelta(weeks=3)
    for days, kinds, is_said in (
        (41, 0, False),
        (43, 1, False),
        (50, 1, False),
        (65, 2, False),
        (87, 2, True),
    ):
        with at(project.created_at + timedelta(days=days)):
            asking.ask_for_news()
            assert len(mails()) == kinds
            assert running.has_not_answered(project, again=again, moment=now()) is is_said
    news.write_update(actor=citizen, project=project, body="Nu sker der noget.")
    assert (project.nudges, project.nudged_at) == (0, None)


def test_nobody_is_asked_about_a_pause_or_a_municipal_project(project: Project, citizen: Person) -> None:
    ProjectFactory(status=ProjectStatus.ACTIVE)
    words = moves.Words(sentence="Frost.", resumes_on=today() + timedelta(days=120))
    moves.move(actor=citizen, project=project, name="pause", words=words)
    with at(now() + timedelta(days=100)):
        asking.ask_for_news()
        asking.remind_of_return()
    assert mails() == []
    with at(now() + timedelta(days=121)):
        for _ in range(2):
            asking.remind_of_return()
    assert mails() == [asking.BACK]
    with at(now() + timedelta(days=121) + KEPT_FOR + timedelta(days=1)):
        db.session.execute(delete(OutgoingMail))
        asking.remind_of_return()
    assert mails() == []


def test_pause_needs_a_day_that_lies_ahead(project: Project, citizen: Person) -> None:
    words = moves.Words(sentence="Frost.", resumes_on=today())
    with pytest.raises(RuleViolation):
        moves.move(actor=citizen, project=project, name="pause", words=words)
