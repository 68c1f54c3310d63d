"""A strategy in which things happen, for the tests of what stood when."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from participation.accounts.models import Person, Role
from participation.discussions.services import delete
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.clock import LOCAL, at
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.models import DecidedBy, Idea
from participation.ideas.services.answers import AnswerText, answer_for_now
from participation.ideas.services.moves import Details, move
from participation.ideas.services.taking_back import undo
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.services import deleting, hiding
from participation.projects.models import Project
from participation.projects.services import linking
from participation.projects.services.moves import Words
from participation.projects.services.moves import move as move_project
from participation.projects.services.writing import ProjectText, create
from participation.strategies import services as strategies
from participation.strategies.lifecycle import Direction, StrategyStatus
from participation.strategies.models import Goal, Indicator, Strategy
from participation.strategies.rules.indicators import IndicatorText, Measured
from participation.strategies.services import indicators
from participation.successions.services.carrying import carry_on
from participation.successions.services.mapping import Becomes, map_goal
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.indicators import IndicatorFactory
from tests.factories.strategies import GoalFactory, StrategyFactory

FIRST = date(2026, 3, 2)
IDEAS, GOALS, PROJECTS = 4, 3, 2
ANSWER = AnswerText(
    doing="Vi gør det.",
    why="Det er en god idé.",
    next_steps="Vi begynder.",
    department="Park og Vej",
    signed_by="",
    decided_by=DecidedBy.ADMINISTRATION,
    decided_on=FIRST,
    agenda_url="",
)


class World:
    """A strategy in which things happen, each a while after the one before."""

    def __init__(self) -> None:
        self.moment = datetime.combine(FIRST, time(8), LOCAL)
        with at(self.moment):
            self.staff: Person = PersonFactory(role=Role.ADMINISTRATOR)
            self.colleague: Person = PersonFactory(role=Role.ADMINISTRATOR)
            self.strategy: Strategy = StrategyFactory()
            self.goals: list[Goal] = GoalFactory.create_batch(GOALS, strategy_id=self.strategy.id)
            self.ideas: list[Idea] = [self.proposed(number) for number in range(IDEAS)]
            self.projects: list[Project] = [self.project(number) for number in range(PROJECTS)]
            self.indicator: Indicator = IndicatorFactory(goal_id=self.goals[0].id)

    def proposed(self, number: int) -> Idea:
        due = self.moment + timedelta(days=number)
        return IdeaFactory(goal_id=self.goals[number % GOALS].id, answer_due_at=due, first_answer_due_at=due)

    def project(self, number: int) -> Project:
        text = ProjectText(title="Projekt", description="Vi gør det.", steward="Park og Vej")
        return create(actor=self.staff, text=text, goal_ids=[self.goals[number % GOALS].id])

    def do(self, name: str, first: int, second: int) -> None:
        """One step some hours later; what the rules forbid does not happen."""
        self.moment += timedelta(hours=5)
        with at(self.moment), db.session.begin_nested() as point:
            try:
                self.step(name, first, second)
                db.session.flush()
            except (Forbidden, RuleViolation, AssertionError):
                point.rollback()
        db.session.expire_all()

    def step(self, name: str, first: int, second: int) -> None:
        idea, goal = self.ideas[first % len(self.ideas)], self.goals[second % GOALS]
        steps: dict[str, Any] = {
            **dict.fromkeys(("accept", "decline", "start_review", "reopen"), lambda: self.move(idea, name)),
            "withdraw": lambda: move(
                actor=idea.author, idea=idea, name="withdraw", details=Details(explanation="Nej.")
            ),
            "interim": lambda: answer_for_now(
                actor=self.staff, idea=idea, text=ANSWER, until=self.moment.date() + timedelta(days=2)
            ),
            "undo": lambda: self.undo(idea),
            "carry": lambda: setattr(idea, "goal_id", None if idea.is_outside_strategy else goal.id),
            "outside": lambda: (setattr(idea, "goal_id", None), setattr(idea, "is_outside_strategy", True)),
            "hide": lambda: self.hide(idea),
            "comment": lambda: self.comment(idea),
            "delete": lambda: self.delete(idea),
            "succeed": self.succeed,
            **self.other_steps(self.projects[first % PROJECTS], goal, first, second),
        }
        steps[name]()

    def other_steps(self, project: Project, goal: Goal, first: int, second: int) -> dict[str, Any]:
        """What happens to projects, measurements and goals."""
        return {
            "begin": lambda: self.move_project(project, "start"),
            "complete": lambda: self.move_project(project, "complete"),
            "cancel": lambda: self.move_project(project, "cancel"),
            "resume": lambda: self.move_project(project, "resume"),
            "goals": lambda: linking.choose_goals(actor=self.staff, project=project, goal_ids=[goal.id]),
            "measure": lambda: self.measure(first, 60 + second),
            "correct": lambda: self.measure(first, 70 + second),
            "clear": lambda: indicators.take_out_measurement(
                actor=self.staff, indicator=self.indicator, day=FIRST - timedelta(days=first)
            ),
            "change": lambda: self.change(second),
            "remove": lambda: setattr(goal, "removed_at", self.moment),
            "restore": lambda: setattr(goal, "removed_at", None),
            "propose": lambda: self.ideas.append(self.proposed(second)),
        }

    def move(self, idea: Idea, name: str) -> None:
        details = Details(
            answer=ANSWER,
            reason_code="no_money",
            sentence="Fordi.",
            review_place="Teknikudvalget",
            until=self.moment.date() + timedelta(days=3),
        )
        move(actor=self.staff, idea=idea, name=name, details=details)

    def undo(self, idea: Idea) -> None:
        logged = move(
            actor=self.staff,
            idea=idea,
            name="accept",
            details=Details(answer=ANSWER, told_from=self.moment + timedelta(hours=1)),
        )
        self.moment += timedelta(minutes=5)
        with at(self.moment):
            undo(actor=self.staff, idea=idea, logged=logged)

    def hide(self, idea: Idea) -> None:
        hiding.hide_idea(actor=self.staff, idea=idea, reason_code="insulting", sentence="Nej.")

    def comment(self, idea: Idea) -> None:
        comment = CommentFactory(discussion_id=idea.discussion_id)
        delete(actor=db.session.get_one(Person, comment.author_id), comment=comment)

    def move_project(self, project: Project, name: str) -> None:
        words = Words(sentence="Fordi.", outcome="Ti træer.")
        move_project(actor=self.staff, project=project, name=name, words=words)

    def measure(self, ago: int, value: int) -> None:
        measured = Measured(FIRST - timedelta(days=ago), Decimal(value))
        indicators.record(actor=self.staff, indicator=self.indicator, measurements=[measured])

    def change(self, number: int) -> None:
        text = IndicatorText("Tilfredshed", "%", Direction.UP, Decimal(60 + number))
        indicators.change(actor=self.staff, indicator=self.indicator, text=text)

    def delete(self, idea: Idea) -> None:
        """For good, by two of the staff."""
        proposed = deleting.propose(
            actor=self.staff, subject=idea, reason_code=DeletionReason.COURT_ORDER, sentence="Dom."
        )
        deleting.agree(actor=self.colleague, deletion=proposed)

    def succeed(self) -> None:
        """The next strategy takes the place of the present one, and open ideas follow their goals."""
        coming: Strategy = StrategyFactory(status=StrategyStatus.DRAFT, published_at=None)
        goals: list[Goal] = GoalFactory.create_batch(GOALS, strategy_id=coming.id)
        for old, new in zip(self.goals, goals, strict=True):
            map_goal(actor=self.staff, strategy=coming, goal=old, becomes=Becomes((new.id,)))
        strategies.publish(actor=SYSTEM, strategy=coming, version=coming.version)
        carry_on()
        self.goals = goals
