"""Whatever happens later, the status of a past date says the same."""

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.clock import at
from participation.ideas.services.moves import Details, move
from participation.ideas.services.taking_back import undo
from participation.progress.queries import StrategyStatus, status_on
from participation.progress.rules import Line, Promises
from participation.projects.services import linking
from tests.progress.world import ANSWER, FIRST, World

NUMBERS = st.integers(0, 5)
NAMES = (
    "accept", "decline", "start_review", "withdraw", "reopen", "interim", "undo", "carry", "outside", "hide",
    "comment", "begin", "complete", "cancel", "resume", "goals", "measure", "correct", "clear", "change",
    "remove", "restore", "propose", "delete", "succeed",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), NUMBERS, NUMBERS), max_size=20)


def told(status: StrategyStatus) -> Any:
    """Every figure, and nothing that could be read anew."""
    lines = [(each.goal.id, each.line) for each in status.goals]
    measured = [
        (reading.says.target, reading.verdict, reading.measurements)
        for each in status.goals
        for reading in each.readings
    ]
    return lines, measured, status.outside, status.elsewhere, status.total, status.promises


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=STEPS, after=STEPS)
def test_a_past_date_gives_the_same_figures_whatever_happens_later(
    municipality: Any, before: list[Any], after: list[Any]
) -> None:
    # What an earlier example rolled back is forgotten.
    db.session.expunge_all()
    with db.session.begin_nested() as point:
        world = World()
        for step in before:
            world.do(*step)
        day = world.moment.date()
        first = told(status_on(world.strategy, day))
        assert sum((line for _, line in first[0]), first[2] + first[3]).proposed == first[4].proposed
        world.moment += timedelta(days=1)
        for step in after:
            world.do(*step)
        assert told(status_on(world.strategy, day)) == first
        point.rollback()


def test_the_figures_follow_what_happens(municipality: Any) -> None:
    world = World()
    day = FIRST
    assert told(status_on(world.strategy, day))[4] == Line(proposed=4, waiting=4)
    for step in (("accept", 0, 0), ("decline", 1, 0), ("begin", 0, 0), ("outside", 2, 0), ("hide", 3, 0)):
        world.do(*step)
    later = status_on(world.strategy, world.moment.date() + timedelta(days=1))
    assert later.total == Line(proposed=3, yes=1, no=1, waiting=1, begun=1)
    assert later.outside == Line(proposed=1, waiting=1)
    assert later.promises == Promises(kept=1, broken=0, overdue=1) or later.promises.promised == 3
    assert told(status_on(world.strategy, day))[4].proposed >= 3


def test_a_project_that_serves_two_goals_counts_once_in_the_sum(municipality: Any) -> None:
    world = World()
    with at(world.moment):
        linking.choose_goals(
            actor=SYSTEM, project=world.projects[0], goal_ids=[g.id for g in world.goals[:2]]
        )
    world.do("begin", 0, 0)
    status = status_on(world.strategy, world.moment.date())
    assert [each.line.begun for each in status.goals] == [1, 1, 0]
    assert status.total.begun == 1


def test_an_answer_that_is_taken_back_counts_for_the_days_before_only(municipality: Any) -> None:
    world = World()
    with at(world.moment):
        logged = world.moment + timedelta(minutes=10)
        details = Details(answer=ANSWER, told_from=logged)
        moved = move(actor=world.staff, idea=world.ideas[3], name="accept", details=details)
    assert status_on(world.strategy, FIRST).promises.kept == 1
    with at(world.moment + timedelta(minutes=5)):
        undo(actor=world.staff, idea=world.ideas[3], logged=moved)
    assert status_on(world.strategy, FIRST).promises.kept == 0
    assert status_on(world.strategy, FIRST).total == Line(proposed=4, waiting=4)


def test_a_strategy_that_was_replaced_keeps_its_figures(municipality: Any) -> None:
    world = World()
    for step in (("accept", 0, 0), ("begin", 0, 0)):
        world.do(*step)
    day, old = world.moment.date(), world.goals
    before = told(status_on(world.strategy, day))
    world.moment += timedelta(days=1)
    for step in (("succeed", 0, 0), ("decline", 1, 0), ("delete", 2, 0), ("cancel", 0, 0)):
        world.do(*step)
    assert world.goals != old
    assert told(status_on(world.strategy, day)) == before
    later = status_on(world.strategy, world.moment.date() + timedelta(days=1))
    assert told(later) != before
    assert later.total.proposed == 3
