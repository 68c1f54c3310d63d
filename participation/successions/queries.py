"""Open ideas on their way to the next strategy, and what has come over."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.lifecycle import DRAFTS, IDEAS
from participation.ideas.models import Idea
from participation.ideas.queries import is_public
from participation.strategies.models import Goal, GoalSuccession, Strategy
from participation.successions.models import CarriedIdea, IdeaChoice, Succession
from participation.votes.models import Vote
from participation.votes.queries import given_at

# Undecided, before and after publication; a draft comes along, and nobody else hears of it.
COMING = IDEAS.statuses_where("is_open") | IDEAS.statuses_where("is_mendable")
SHOWN = COMING - DRAFTS
PAGE = 100
MOST_OF_ONE_PERSON = 200


@dataclass(frozen=True)
class Placement:
    """An open idea and the goal that it goes to; None where it stands outside the next strategy."""

    idea: Idea
    goal: Goal | None
    is_chosen: bool


There = aliased(Goal, name="there")
_Choice, _Line = aliased(IdeaChoice), aliased(GoalSuccession)


def placed(old: Strategy, new: Strategy) -> Select[Any]:
    """Every idea that is under way from one strategy to the other, with its goal There and whether chosen.

    What is said of the idea itself counts before what is said of its goal.
    """
    wanted = case((_Choice.idea_id.is_not(None), _Choice.goal_id), else_=_Line.new_goal_id)
    stands = (There.id == wanted, There.strategy_id == new.id, There.removed_at.is_(None))
    placed_ideas: Any = (
        select(Idea, There, _Choice.idea_id)
        .join(Idea.goal)
        .outerjoin(_Choice, and_(_Choice.idea_id == Idea.id, _Choice.strategy_id == new.id))
        .outerjoin(_Line, and_(_Line.old_goal_id == Goal.id, _Line.strategy_id == new.id, _Line.takes_ideas))
        .outerjoin(There, and_(*stands))
        .where(Goal.strategy_id == old.id, Idea.status.in_(sorted(COMING)), Idea.erased_at.is_(None))
        .options(contains_eager(Idea.goal))
        .order_by(Idea.id)
    )
    return cast(Select[Any], placed_ideas)


def placements(
    old: Strategy, new: Strategy, *, goal_id: int | None = None, is_stranded: bool = False, after: int = 0
) -> list[Placement]:
    """A page of open ideas with where they go, one more than PAGE when there is another page."""
    statement = placed(old, new).where(Idea.status.in_(sorted(SHOWN)), Idea.id > after)
    if goal_id is not None:
        statement = statement.where(Idea.goal_id == goal_id)
    if is_stranded:
        statement = statement.where(There.id.is_(None))
    rows = db.session.execute(statement.limit(PAGE + 1))
    return [Placement(idea=row[0], goal=row[1], is_chosen=row[2] is not None) for row in rows]


def flows(old: Strategy, new: Strategy) -> Counter[tuple[int, int | None]]:
    """How many open ideas go from each old goal to each new one, or to none."""
    open_ideas = placed(old, new).where(Idea.status.in_(sorted(SHOWN))).order_by(None)
    counted = open_ideas.with_only_columns(Goal.id, There.id, func.count())
    rows: Any = db.session.execute(counted.group_by(Goal.id, There.id))
    return Counter({(row[0], row[1]): row[2] for row in rows})


def goals_left(old: Strategy) -> list[Goal]:
    """Goals that were taken out of the old strategy and still have open ideas."""
    has_open = select(Idea.goal_id).where(Idea.status.in_(sorted(SHOWN)), Idea.goal_id.is_not(None))
    statement = select(Goal).where(Goal.strategy_id == old.id, Goal.removed_at.is_not(None))
    return list(db.session.scalars(statement.where(Goal.id.in_(has_open)).order_by(Goal.id)))


def succession_from(strategy_id: int) -> Succession | None:
    """How a strategy was replaced."""
    statement = select(Succession).options(joinedload(Succession.new_strategy))
    return db.session.scalar(statement.where(Succession.old_strategy_id == strategy_id))


def succession_to(strategy_id: int) -> Succession | None:
    """How a strategy came to apply."""
    statement = select(Succession).options(joinedload(Succession.old_strategy))
    return db.session.scalar(statement.where(Succession.new_strategy_id == strategy_id))


def latest() -> Succession | None:
    """The last time that a strategy took another's place."""
    statement = select(Succession).options(joinedload(Succession.new_strategy))
    return db.session.scalar(statement.order_by(Succession.id.desc()).limit(1))


def carried_numbers(succession: Succession) -> tuple[int, int]:
    """How many have come over so far, and how many of them to no goal."""
    statement = select(func.count(), func.count(CarriedIdea.new_goal_id))
    row = db.session.execute(statement.where(CarriedIdea.succession_id == succession.id)).one()
    return row[0], row[0] - row[1]


def journeys_of(idea: Idea) -> list[CarriedIdea]:
    """When the idea came over from one strategy to the next, and between which goals; oldest first."""
    statement = select(CarriedIdea).where(CarriedIdea.idea_id == idea.id)
    loaded = statement.options(joinedload(CarriedIdea.old_goal), joinedload(CarriedIdea.new_goal))
    return list(db.session.scalars(loaded.order_by(CarriedIdea.at, CarriedIdea.succession_id)))


@dataclass(frozen=True)
class OwnJourney:
    """What became of one idea that the reader wrote or supports.

    `is_renewable` support was given in the period before.
    """

    journey: CarriedIdea
    is_own: bool
    is_supported: bool
    is_renewable: bool


def concerned_by(succession_id: int) -> Select[int]:
    """The ids of authors and supporters of what came over: who hears of it, once each."""
    came = select(CarriedIdea.idea_id).where(CarriedIdea.succession_id == succession_id)
    public = select(Idea.id).where(Idea.id.in_(came), is_public())
    authors = select(Idea.author_id).where(Idea.id.in_(public))
    supporters = select(Vote.person_id).where(Vote.idea_id.in_(public), Vote.invalidated_at.is_(None))
    everybody = authors.union(supporters).subquery()
    return select(everybody.c[0])


def own_journeys(actor: Actor, succession: Succession) -> list[OwnJourney]:
    """What the reader wrote or supports and came over, the own ideas first."""
    mine = and_(Vote.idea_id == Idea.id, Vote.person_id == actor.actor_id, Vote.invalidated_at.is_(None))
    is_old = and_(Vote.idea_id.is_not(None), given_at() < Idea.carried_at, is_open())
    statement = (
        select(CarriedIdea, Idea.author_id == actor.actor_id, Vote.idea_id.is_not(None), is_old)
        .join(CarriedIdea.idea)
        .outerjoin(Vote, mine)
        .where(CarriedIdea.succession_id == succession.id, is_public())
        .where(or_(Idea.author_id == actor.actor_id, Vote.idea_id.is_not(None)))
        .options(
            contains_eager(CarriedIdea.idea),
            joinedload(CarriedIdea.old_goal),
            joinedload(CarriedIdea.new_goal),
        )
        .order_by((Idea.author_id == actor.actor_id).desc(), Idea.id.desc())
    )
    rows = db.session.execute(statement.limit(MOST_OF_ONE_PERSON))
    return [OwnJourney(row[0], bool(row[1]), bool(row[2]), bool(row[3])) for row in rows]


def is_open() -> ColumnElement[bool]:
    """The condition that an idea takes support."""
    return Idea.status.in_(sorted(IDEAS.statuses_where("takes_votes")))
