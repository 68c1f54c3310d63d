"""Who hears of a corrected answer, and of what a colleague contributed."""

from typing import Any

from sqlalchemy import select

from participation.accounts.models import Person, Role
from participation.extensions import db
from participation.ideas.models import Idea
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.corrections import correct_answer
from participation.notifications.models import News
from participation.triage.models import Contribution
from participation.triage.services.contributions import give_contribution
from participation.web.letters import RENDERERS
from participation.web.letters import desk as writing
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import AnswerFactory, CaseFactory
from tests.factories.triage import ContributionFactory
from tests.notifications.conftest import tell, told

CONCERNED = ["Author", "Commenter", "Follower", "Supporter"]


def test_everybody_concerned_is_told_once_for_each_correction(
    idea: Idea, moderator: Person, author: Person
) -> None:
    answer = AnswerFactory(idea_id=idea.id)
    text = AnswerText(doing="Vi planter tolv træer.", department="Park og Vej")
    correct_answer(actor=moderator, idea=idea, answer=answer, text=text, seen_version=0)
    tell()
    assert told() == [("idea_answer_corrected", name) for name in CONCERNED]
    news = db.session.scalars(select(News)).one()
    with writing("da"):
        letter = RENDERERS["notifications.news"]({"news_id": news.id, "person_id": author.id}, "da")
    assert letter is not None
    assert "Kommunen har rettet sit svar." in letter.text and "Vi planter tolv træer." in letter.text


def given(idea: Idea, asker: Person, visitor: Any) -> Contribution:
    asked: Contribution = ContributionFactory(idea_id=idea.id, asked_by_id=asker.id)
    give_contribution(actor=visitor, contribution=asked, body="Seks.", name="Bo", department="Park")
    tell()
    return asked


def test_who_asked_is_told_of_a_contribution(idea: Idea, moderator: Person, citizen: Person) -> None:
    given(idea, moderator, citizen)
    assert told() == [("contribution_given", "Moderator")]


def test_the_owner_is_told_as_well_and_nobody_who_left_staff(
    idea: Idea, moderator: Person, citizen: Person
) -> None:
    owner = PersonFactory(role=Role.MODERATOR, display_name="Owner")
    idea.case_id, moderator.role = CaseFactory(owner_id=owner.id).id, Role.CITIZEN
    given(idea, moderator, citizen)
    assert told() == [("contribution_given", "Owner")]
