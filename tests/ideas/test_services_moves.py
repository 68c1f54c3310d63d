"""The moves of an idea's life."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from participation.accounts.models import Person
from participation.cases.models import CaseKind
from participation.extensions import db
from participation.foundation.clock import FAR_FUTURE, today
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.ideas import queries
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services.answers import AnswerText, answer_for_now
from participation.ideas.services.moves import Details, move
from participation.votes.queries import is_supporting
from tests.factories.ideas import IdeaFactory

YES = AnswerText(doing="Vi planter træerne.", department="Park og Vej")


@pytest.fixture
def submitted(author: Person) -> Idea:
    idea = IdeaFactory(
        status=IdeaStatus.DRAFT, author_id=author.id, published_at=None, case_id=None, discussion_id=None
    )
    move(actor=author, idea=idea, name="submit")
    return idea


def test_submit_opens_a_case_with_the_first_promise(submitted: Idea) -> None:
    assert submitted.case is not None
    assert submitted.case.kind is CaseKind.REVIEW
    assert submitted.case.due_at == submitted.review_due_at == submitted.promised_at


def test_publish_asks_for_a_goal(submitted: Idea, moderator: Person) -> None:
    with pytest.raises(RuleViolation):
        move(actor=moderator, idea=submitted, name="publish")
    assert submitted.status is IdeaStatus.SUBMITTED


def test_publish_where_nothing_has_been_read_before(submitted: Idea, moderator: Person) -> None:
    """As in the worker, which reads the settings only when the idea is half written."""
    number = submitted.id
    db.session.expunge_all()
    idea = db.session.scalars(select(Idea).where(Idea.id == number)).one()
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    assert idea.status is IdeaStatus.PUBLISHED


def test_publish_makes_the_second_promise_and_the_author_supports(submitted: Idea, moderator: Person) -> None:
    move(actor=moderator, idea=submitted, name="publish", details=Details(is_outside_strategy=True))
    assert submitted.case is not None
    assert submitted.case.due_at == submitted.answer_due_at
    assert submitted.support_count == 1
    assert is_supporting(submitted.author, submitted)


def test_decline_asks_for_reason_and_answer(moderator: Person) -> None:
    idea = IdeaFactory()
    with pytest.raises(RuleViolation):
        move(actor=moderator, idea=idea, name="decline", details=Details(answer=YES))


def test_accept_freezes_the_number_and_closes_the_case(moderator: Person) -> None:
    idea = IdeaFactory(support_count=7)
    move(actor=moderator, idea=idea, name="accept", details=Details(answer=YES))
    assert idea.decided_support == 7
    assert idea.promised_at == FAR_FUTURE
    assert idea.case is not None
    assert not idea.case.is_open


def test_interim_answer_keeps_the_old_promise_visible(moderator: Person) -> None:
    idea = IdeaFactory()
    until = today() + timedelta(days=20)
    answer = answer_for_now(actor=moderator, idea=idea, text=YES, until=until)
    assert answer.was_promised_at is None
    assert idea.answer_due_at == answer.promised_at == idea.promised_at


def test_second_moderator_is_told(moderator: Person) -> None:
    idea = IdeaFactory()
    seen = idea.version
    move(actor=moderator, idea=idea, name="accept", details=Details(answer=YES), seen_version=seen)
    with pytest.raises(StaleVersion):
        move(actor=moderator, idea=idea, name="accept", details=Details(answer=YES), seen_version=seen)


@pytest.mark.parametrize("name", [step.name for step in IDEAS.moves if "moderator" in step.by])
def test_citizen_makes_no_move_of_staff(name: str, citizen: Person) -> None:
    status = min(IDEAS.move(name).sources)
    target = IdeaFactory().id if IDEAS.meanings[status].leads_on else None
    idea = IdeaFactory(status=status, reviewed_at=None, merged_into_id=target)
    with pytest.raises(Forbidden):
        move(actor=citizen, idea=idea, name=name)


def test_reviewed_idea_is_not_taken_back(moderator: Person) -> None:
    idea = IdeaFactory()
    with pytest.raises(StaleVersion):
        move(actor=moderator, idea=idea, name="return", details=Details(reason_code="x", sentence="Ret."))


def test_withheld_idea_is_seen_by_author_and_staff_alone(
    submitted: Idea, author: Person, citizen: Person, moderator: Person
) -> None:
    seen: dict[str, Any] = {
        person.display_name or "": queries.find(person, submitted.id) is not None
        for person in (author, citizen, moderator)
    }
    assert seen == {"Author": True, "Citizen": False, "Moderator": True}


def test_support_that_came_while_the_moderator_read_is_in_the_frozen_number(moderator: Person) -> None:
    idea = IdeaFactory(support_count=7)
    meanwhile = update(Idea).values(support_count=8)
    db.session.execute(meanwhile, execution_options={"synchronize_session": False})
    move(actor=moderator, idea=idea, name="accept", details=Details(answer=YES))
    assert idea.decided_support == 8
