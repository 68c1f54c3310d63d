"""Indicators come with the strategy's text; measurements are kept with what they were before."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.clock import at, now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.municipalities.models import Municipality
from participation.strategies.lifecycle import Direction
from participation.strategies.models import Goal, Indicator
from participation.strategies.queries import indicators as queries
from participation.strategies.rules.indicators import IndicatorText, Measured, Verdict
from participation.strategies.services import indicators as services
from participation.strategies.services import publish
from tests.factories.indicators import IndicatorFactory
from tests.factories.strategies import GoalFactory
from tests.strategies.library import library
from tests.strategies.test_services import SMALL, load, published

WITH = SMALL.replace(
    "text: Vi vil have flere træer.}", "text: Vi vil have flere træer., indicators: [X]}"
).replace("[X]", "[{key: tree-count, title: Træer, unit: stk, direction: up, target: {value: 100}}]")
TEXT = IndicatorText("Træer", "stk", Direction.UP, Decimal(100))
DAY = date(2026, 3, 1)


def only() -> queries.Reading:
    found = [
        each
        for rows in queries.readings([goal.id for goal in db.session.query(Goal)]).values()
        for each in rows
    ]
    assert len(found) == 1
    return found[0]


def newer(content: str) -> None:
    strategy = load(content).strategy
    publish(actor=SYSTEM, strategy=strategy, version=strategy.version)


def test_the_three_targets_of_vallensbaek_stand_there_lacking_figures(municipality: Municipality) -> None:
    published(library("vallensbaek-2022"))
    found = queries.readings([goal.id for goal in db.session.query(Goal)])
    says = [(each.says.direction, each.says.target, each.verdict) for rows in found.values() for each in rows]
    assert sorted(says) == [
        (Direction.DOWN, Decimal(25), Verdict.LACKING),
        (Direction.DOWN, Decimal(25), Verdict.LACKING),
        (Direction.UP, Decimal(80), Verdict.LACKING),
    ]


def test_what_staff_filled_in_stays_until_the_file_says_something_else(administrator: Person) -> None:
    published(WITH)
    indicator = db.session.get_one(Indicator, only().indicator_id)
    filled = IndicatorText("Træer", "stk", Direction.UP, Decimal(100), source="Optælling")
    services.change(actor=administrator, indicator=indicator, text=filled)
    newer(WITH.replace("flere træer.", "mange flere træer."))
    assert only().says.source == "Optælling"
    newer(WITH.replace("value: 100", "value: 120"))
    assert only().says.target == 120


def test_an_indicator_that_left_the_file_is_taken_out(municipality: Municipality) -> None:
    published(WITH)
    goal = db.session.query(Goal).filter_by(key="trees").one()
    newer(SMALL)
    assert queries.readings([goal.id])[goal.id] == []
    newer(WITH)
    assert only().says.title == "Træer"


def test_a_correction_keeps_what_was_said_before(moderator: Person) -> None:
    indicator = IndicatorFactory()
    services.record(actor=moderator, indicator=indicator, measurements=[Measured(DAY, Decimal(70))])
    before = now()
    with at(before + timedelta(days=1)):
        services.record(actor=moderator, indicator=indicator, measurements=[Measured(DAY, Decimal(75))])
        assert queries.readings([indicator.goal_id])[indicator.goal_id][0].measurements == (
            Measured(DAY, Decimal(75)),
        )
    (then,) = queries.readings([indicator.goal_id], before)[indicator.goal_id]
    assert then.measurements == (Measured(DAY, Decimal(70)),)
    assert len(queries.history_of(indicator)) == 2


def test_the_same_again_is_no_new_row(moderator: Person) -> None:
    indicator, rows = IndicatorFactory(), [Measured(DAY, Decimal(70))]
    assert services.record(actor=moderator, indicator=indicator, measurements=rows) == 1
    assert services.record(actor=moderator, indicator=indicator, measurements=rows) == 0


def test_a_measurement_can_be_taken_out_once(moderator: Person) -> None:
    indicator = IndicatorFactory()
    services.record(actor=moderator, indicator=indicator, measurements=[Measured(DAY, Decimal(70))])
    services.take_out_measurement(actor=moderator, indicator=indicator, day=DAY)
    reading = queries.reading_of(indicator)
    assert reading
    assert reading.measurements == ()
    with pytest.raises(RuleViolation):
        services.take_out_measurement(actor=moderator, indicator=indicator, day=DAY)


def test_residents_measure_nothing_and_moderators_define_nothing(citizen: Person, moderator: Person) -> None:
    indicator, goal = IndicatorFactory(), GoalFactory()
    with pytest.raises(Forbidden):
        services.record(actor=citizen, indicator=indicator, measurements=[])
    with pytest.raises(Forbidden):
        services.define(actor=moderator, goal=goal, text=TEXT)


@pytest.mark.parametrize(
    "wrong",
    [
        IndicatorText("x", "%", Direction.UP, Decimal(80), baseline=Decimal(60)),
        IndicatorText("x", "%", Direction.UP, Decimal(80), DAY, Decimal(60), DAY),
        IndicatorText("x", "%", Direction.DOWN, Decimal(80), None, Decimal(60), DAY),
    ],
)
def test_a_line_that_cannot_be_drawn_is_refused(administrator: Person, wrong: IndicatorText) -> None:
    with pytest.raises(RuleViolation):
        services.define(actor=administrator, goal=GoalFactory(), text=wrong)
