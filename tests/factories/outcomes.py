"""What came of projects, and whether it helped."""

from datetime import timedelta

import factory

from participation.accounts.models import Person
from participation.cases.models import Case, CaseKind
from participation.extensions import db
from participation.foundation.clock import now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.outcomes.lifecycle import Helped
from participation.outcomes.models import HelpAnswer, HelpQuestion, Outcome
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project
from participation.projects.services import linking, moves
from participation.projects.services.moves import Words
from participation.strategies.models import Goal
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import IdeaFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory


def completed_project(*, days_ago: int = 30, **words: object) -> Project:
    """A project that was completed so many days ago."""
    at = now() - timedelta(days=days_ago)
    words = {"title": "Skolehaven", "outcome": "Haven er der.", **words}
    return ProjectFactory(status=ProjectStatus.COMPLETED, completed_at=at, **words)


class OutcomeFactory(Factory[Outcome]):
    class Meta:
        model = Outcome

    project_id = factory.LazyFunction(lambda: completed_project().id)
    body = "Der er 14 højbede og et skur."


class HelpQuestionFactory(Factory[HelpQuestion]):
    class Meta:
        model = HelpQuestion

    project_id = factory.LazyFunction(lambda: completed_project().id)
    closes_on = factory.LazyFunction(lambda: today() + timedelta(days=20))


class HelpAnswerFactory(Factory[HelpAnswer]):
    class Meta:
        model = HelpAnswer

    project_id = factory.LazyFunction(lambda: completed_project().id)
    person_id = factory.LazyFunction(lambda: PersonFactory().id)
    answer = Helped.YES


def feedback() -> HelpAnswer:
    """A “no” with a reason, which waits for staff."""
    case = Case(kind=CaseKind.FEEDBACK, subject_title="Skolehaven")
    db.session.add(case)
    db.session.flush()
    return HelpAnswerFactory(answer=Helped.NO, reason="Der er låst.", case_id=case.id)


def chain_to_outcome(moderator: Person) -> tuple[Goal, Idea, Project]:
    """A goal, an idea for it, and the project in which it became real."""
    goal, project = GoalFactory(), ProjectFactory(title="Skolehaven")
    idea = IdeaFactory(title="En skolehave", status=IdeaStatus.ACCEPTED, goal_id=goal.id)
    linking.choose_goals(actor=moderator, project=project, goal_ids=[goal.id])
    linking.link_idea(actor=moderator, project=project, idea=idea)
    moves.move(actor=moderator, project=project, name="start")
    moves.move(actor=moderator, project=project, name="complete", words=Words(outcome="Haven er der."))
    return goal, idea, project
