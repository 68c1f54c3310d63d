"""Whatever people and administrators do in whatever order: no idea is lost, counters equal their rows."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.errors import RuleViolation
from participation.ideas.models import Idea
from participation.strategies import services as strategies
from participation.strategies.lifecycle import StrategyStatus
from participation.strategies.models import Goal, Strategy
from participation.strategies.queries import current_strategy
from participation.successions.services.carrying import carry_on
from participation.successions.services.mapping import Becomes, map_goal, place_ideas
from participation.votes import queries as votes
from participation.votes import services as voting
from participation.votes.models import Vote
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory, StrategyFactory
from tests.successions.test_carrying import counted, recounted

IDEAS, PEOPLE, GOALS = 5, 3, 3
NUMBERS = st.integers(0, 8)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["support", "withdraw", "renew", "renew_all", "map", "place", "publish", "carry"]),
        NUMBERS,
        NUMBERS,
    ),
    max_size=30,
)


@dataclass
class World:
    """People, ideas under the present strategy's goals, and a next strategy in the making."""

    administrator: Person
    people: list[Person] = field(default_factory=lambda: PersonFactory.create_batch(PEOPLE))
    ideas: list[Idea] = field(default_factory=list)
    coming: Strategy = field(default_factory=lambda: StrategyFactory(status=StrategyStatus.DRAFT))

    def __post_init__(self) -> None:
        goals = GoalFactory.create_batch(GOALS, strategy_id=StrategyFactory().id)
        GoalFactory.create_batch(GOALS, strategy_id=self.coming.id)
        self.ideas = [IdeaFactory(goal_id=goals[number % GOALS].id) for number in range(IDEAS)]

    def do(self, name: str, first: int, second: int) -> None:
        """One step; what the rules forbid does not happen."""
        idea, person = self.ideas[first % IDEAS], self.people[second % PEOPLE]
        steps: dict[str, Any] = {
            "support": lambda: voting.support(actor=person, idea=idea),
            "withdraw": lambda: voting.withdraw(actor=person, idea=idea),
            "renew": lambda: idea.carried_at and voting.renew(actor=person, idea=idea),
            "renew_all": lambda: voting.renew_all(actor=person),
            "map": lambda: self.map(first, second),
            "place": lambda: self.place(idea, second),
            "publish": self.publish,
            "carry": lambda: carry_on(size=1 + first),
        }
        try:
            with db.session.begin_nested():
                steps[name]()
        except RuleViolation:
            pass

    def goals(self, strategy: Strategy | None) -> list[Goal]:
        assert strategy is not None
        theirs = select(Goal).where(Goal.strategy_id == strategy.id).order_by(Goal.id)
        return list(db.session.scalars(theirs))

    def map(self, first: int, second: int) -> None:
        old, new = self.goals(current_strategy())[first % GOALS], self.goals(self.coming)
        chosen = tuple(goal.id for goal in new[: second % (GOALS + 1)])
        taker = chosen[0] if chosen and second > GOALS else None
        becomes = Becomes(chosen, taker, is_dropped=not chosen, reason="Udgår." if not chosen else "")
        map_goal(actor=self.administrator, strategy=self.coming, goal=old, becomes=becomes)

    def place(self, idea: Idea, second: int) -> None:
        goal = self.goals(self.coming)[second % GOALS]
        place_ideas(actor=self.administrator, strategy=self.coming, wanted={idea.id: goal.id})

    def publish(self) -> None:
        strategies.publish(actor=SYSTEM, strategy=self.coming, version=self.coming.version)
        self.coming = StrategyFactory(status=StrategyStatus.DRAFT)
        GoalFactory.create_batch(GOALS, strategy_id=self.coming.id)

    def finish(self) -> None:
        """Map whatever is left, publish, and carry everything over."""
        for number in range(GOALS):
            self.map(number, number + 1)
        self.publish()
        for _ in range(2 * IDEAS):
            carry_on(size=2)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nothing_is_lost_in_any_order(administrator: Person, steps: list[Any]) -> None:
    outer = db.session.begin_nested()
    world = World(administrator)
    for step in steps:
        world.do(*step)
        assert votes.recounted() == []
    world.finish()
    present = {goal.id for goal in world.goals(current_strategy())}
    rows = Counter(db.session.scalars(select(Vote.idea_id)))
    for idea in world.ideas:
        assert idea.goal_id in present or idea.is_outside_strategy
        assert idea.support_count == rows[idea.id] >= votes.of_earlier_period(idea)
    assert (votes.recounted(), counted()) == ([], recounted())
    assert (
        db.session.scalar(select(func.count()).where(Idea.id.in_([idea.id for idea in world.ideas]))) == IDEAS
    )
    outer.rollback()
