"""“Did it help?”: whose question it is, the link, one answer each, and a “no” that is answered."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.accounts.services.profile import close_account
from participation.cases.models import Case, CaseKind
from participation.extensions import db
from participation.foundation.clock import at, now, today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.foundation.tenancy import municipality_context
from participation.municipalities.models import Municipality
from participation.outcomes import queries
from participation.outcomes.lifecycle import Helped
from participation.outcomes.models import HelpAnswer, HelpQuestion
from participation.outcomes.rules.tickets import Ticket
from participation.outcomes.services import asking
from participation.places.models import Place
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project
from participation.votes.models import Vote
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.meetings import MeetingFactory, SignUpFactory
from tests.factories.outcomes import (
    HelpAnswerFactory,
    HelpQuestionFactory,
    chain_to_outcome,
    completed_project,
    feedback,
)
from tests.factories.volunteering import NeedFactory, VolunteerFactory

HOME = "/vallensbaek"


@pytest.fixture
def project(municipality: object) -> Project:
    return completed_project()


@pytest.fixture
def link(project: Project, citizen: Person) -> str:
    question = HelpQuestionFactory(project_id=project.id)
    return f"{HOME}/hjalp-det/{Ticket(project.id, citizen.id, question.closes_on).token}"


def questions() -> int:
    return db.session.scalar(select(func.count()).select_from(HelpQuestion)) or 0


@pytest.mark.parametrize(("days_ago", "asked"), [(27, 0), (29, 1), (83, 1), (85, 0)])
def test_it_is_asked_after_four_weeks_and_not_of_what_is_long_past(
    municipality: object, days_ago: int, asked: int
) -> None:
    completed_project(days_ago=days_ago)
    asking.ask_about_what_is_done()
    assert questions() == asked


def test_it_is_asked_once_also_when_the_project_is_completed_again(project: Project) -> None:
    asking.ask_about_what_is_done()
    project.completed_at = now()
    with at(now() + timedelta(days=30)):
        asking.ask_about_what_is_done()
    assert questions() == 1


def test_nobody_asks_by_hand(project: Project, moderator: Person) -> None:
    with pytest.raises(Forbidden):
        asking.ask(actor=moderator, project=project)


def test_those_who_supported_or_have_a_place_are_asked_each_once(moderator: Person, citizen: Person) -> None:
    _, idea, project = chain_to_outcome(moderator)
    need = NeedFactory(project_id=project.id, taken=2)
    taking_part = VolunteerFactory(need_id=need.id).person_id
    VolunteerFactory(need_id=need.id, person_id=citizen.id)
    db.session.add(Vote(idea_id=idea.id, person_id=citizen.id))
    db.session.add(Vote(idea_id=idea.id, person_id=PersonFactory().id, invalidated_at=now()))
    db.session.add(Vote(idea_id=IdeaFactory().id, person_id=PersonFactory().id))
    asked = db.session.scalars(queries.people_asked(project.id)).all()
    assert sorted(asked) == sorted([citizen.id, taking_part])


def test_who_came_to_one_of_its_events_is_asked_and_who_waited_or_was_told_off_is_not(
    project: Project, citizen: Person
) -> None:
    held, off = MeetingFactory(project_id=project.id), MeetingFactory(project_id=project.id)
    off.cancelled_at, off.reason = now(), "Sne"
    SignUpFactory(meeting_id=held.id, person_id=citizen.id)
    SignUpFactory(meeting_id=held.id, place=Place.WAITING)
    SignUpFactory(meeting_id=off.id)
    SignUpFactory()
    assert db.session.scalars(queries.people_asked(project.id)).all() == [citizen.id]


def test_the_mails_button_is_chosen_and_nothing_is_stored_by_looking(client: Client, link: str) -> None:
    page = client.get(f"{link}?svar=no")
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    (chosen,) = re.findall(r"<input checked[^>]*>", page.text)
    assert 'value="no"' in chosen
    assert "Set-Cookie" not in page.headers
    assert db.session.scalar(select(HelpAnswer.id)) is None


def test_an_answer_is_stored_without_signing_in_and_can_be_changed(
    client: Client, link: str, project: Project, citizen: Person
) -> None:
    for wanted in ("yes", "partly"):
        answer = client.post(link, data={"answer": wanted})
        assert answer.location == f"{link}/tak"
    assert "Delvist" in client.get(answer.location).text
    given = queries.answer_of(project.id, citizen.id)
    assert given is not None
    assert given.answer is Helped.PARTLY


def test_a_form_without_an_answer_comes_back_filled_in(client: Client, link: str) -> None:
    answer = client.post(link, data={"reason": "Porten er låst."})
    assert answer.status_code == 422
    assert ("Vælg et af de fire svar." in answer.text, "Porten er låst." in answer.text) == (True, True)


@pytest.mark.parametrize("token", ["x", "WzEsMSwxLDFd.xyz"])
def test_a_link_that_is_not_ours_is_not_found(client: Client, municipality: object, token: str) -> None:
    assert client.get(f"{HOME}/hjalp-det/{token}").status_code == 404
    assert client.post(f"{HOME}/hjalp-det/{token}", data={"answer": "yes"}).status_code == 404


def test_a_link_is_good_in_its_own_municipality_only(
    client: Client, other_municipality: Municipality, project: Project, citizen: Person
) -> None:
    with municipality_context(other_municipality.id):
        token = Ticket(project.id, citizen.id, today()).token
    assert client.get(f"{HOME}/hjalp-det/{token}").status_code == 404


def test_after_the_last_day_nothing_is_taken(client: Client, link: str) -> None:
    with at(now() + timedelta(days=21)):
        assert "Spørgsmålet er lukket" in client.get(link).text
        assert "Spørgsmålet er lukket" in client.post(link, data={"answer": "yes"}).text
    assert db.session.scalar(select(HelpAnswer.id)) is None


def test_a_closed_account_answers_no_more(client: Client, link: str, citizen: Person) -> None:
    citizen.closed_at = now()
    db.session.flush()
    assert client.get(link).status_code == 404


def test_who_is_signed_in_and_was_asked_comes_to_the_same_page(
    client_of: Callable[[Person], Client], link: str, project: Project, citizen: Person
) -> None:
    address = f"{HOME}/projekter/{project.id}/hjalp-det"
    browser = client_of(citizen)
    assert browser.get(address).status_code == 404
    VolunteerFactory(need_id=NeedFactory(project_id=project.id, taken=1).id, person_id=citizen.id)
    assert browser.get(address).location == link


@pytest.mark.parametrize(("answers", "is_shown"), [(4, False), (5, True)])
def test_totals_are_shown_from_five_on(
    client: Client, project: Project, answers: int, *, is_shown: bool
) -> None:
    for number in range(answers):
        HelpAnswerFactory(project_id=project.id, answer=Helped.NO if number else Helped.YES)
    page = client.get(f"{HOME}/projekter/{project.id}-{project.slug}").text
    assert ("1 af 5 siger, at det hjalp" in page) is is_shown


def test_a_no_with_a_reason_waits_for_staff(project: Project, citizen: Person) -> None:
    HelpQuestionFactory(project_id=project.id)
    given = asking.answer(person=citizen, project=project, said=Helped.NO, reason="Porten er låst.")
    assert given.case is not None
    assert (given.case.kind, given.case.is_open) == (CaseKind.FEEDBACK, True)
    assert given.case.place == f"opgaver/tilbagemeldinger/{given.id}"
    asking.answer(person=citizen, project=project, said=Helped.YES, reason="Porten er låst.")
    assert (given.case.is_open, given.reason) == (False, "")


def test_only_a_no_has_a_reason_and_none_has_a_cpr_number(project: Project, citizen: Person) -> None:
    HelpQuestionFactory(project_id=project.id)
    assert asking.answer(person=citizen, project=project, said=Helped.YES, reason="Tak.").reason == ""
    with pytest.raises(RuleViolation):
        asking.answer(person=citizen, project=project, said=Helped.NO, reason="Jeg er 070761-4285.")
    assert db.session.scalar(select(func.count()).select_from(Case)) == 0


def test_staff_answer_once_without_knowing_whom(
    client_of: Callable[[Person], Client], moderator: Person
) -> None:
    given = feedback()
    given_by = db.session.get_one(Person, given.person_id)
    given_by.display_name = "Ellinor Sørensen"
    browser, address = client_of(moderator), f"{HOME}/opgaver/tilbagemeldinger/{given.id}"
    page = browser.get(address).text
    assert ("Der er låst." in page, "Ellinor" in page) == (True, False)
    browser.post(address, data={"words": "Vi låser op kl. 7."})
    db.session.refresh(given)
    assert (given.reply, given.case and given.case.is_open) == ("Vi låser op kl. 7.", False)
    assert browser.post(address, data={"words": "Igen."}).status_code == 403


def test_what_has_been_answered_stands(moderator: Person) -> None:
    given = feedback()
    HelpQuestionFactory(project_id=given.project_id)
    asking.reply(actor=moderator, answer=given, words="Vi låser op.")
    person = db.session.get_one(Person, given.person_id)
    asking.answer(person=person, project=given.project, said=Helped.PARTLY)
    assert (given.answer, given.reason) == (Helped.PARTLY, "Der er låst.")


def test_a_closed_account_leaves_its_answer_and_no_words(municipality: object) -> None:
    given = feedback()
    person = db.session.get_one(Person, given.person_id)
    close_account(actor=person, person=person)
    assert (given.answer, given.reason, given.case and given.case.is_open) == (Helped.NO, "", False)


def test_a_project_taken_up_again_takes_no_answers(client: Client, link: str, project: Project) -> None:
    project.status = ProjectStatus.ACTIVE
    db.session.flush()
    assert "Spørgsmålet er lukket" in client.get(link).text
