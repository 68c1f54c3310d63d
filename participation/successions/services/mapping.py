"""Saying what becomes of each old goal, and of single ideas, before the next strategy is published."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.strategies import queries as strategies
from participation.strategies.lifecycle import SuccessionKind
from participation.strategies.models import Goal, GoalSuccession, Strategy
from participation.strategies.queries.successions import goals_in_order, lines_to, suggestions
from participation.successions.events import GoalMapped, IdeasPlaced, SuggestionsTaken
from participation.successions.models import IdeaChoice

UNKNOWN = N_("Choose among the goals of the new strategy.")
NOTHING_SAID = N_("Choose at least one goal, or say that the goal is dropped.")
BOTH_SAID = N_("A goal that is dropped does not go on in another. Choose one of the two.")
REASON = N_("Say why the goal is dropped. Those who have proposed something for it can read it.")
TAKER = N_("The open ideas can only follow a goal that the old one goes on in.")
FOLLOW = "follow"


@dataclass(frozen=True)
class Becomes:
    """What an old goal becomes; with no new goal it is dropped, for a reason.

    `taker_id` is the new goal that open ideas follow to; of one new goal it is that.
    """

    goal_ids: tuple[int, ...] = ()
    taker_id: int | None = None
    is_dropped: bool = False
    reason: str = ""


def map_goal(*, actor: Actor, strategy: Strategy, goal: Goal, becomes: Becomes) -> None:
    """Say what an old goal becomes in a strategy that is not public yet."""
    require(actor, "successions.map", strategy)
    _hold(actor, strategy)
    _check(strategy, becomes)
    _write(strategy, goal, becomes)
    _settle_kinds(strategy)
    publish(GoalMapped(actor=actor, strategy=strategy, goal=goal))


def take_suggestions(*, actor: Actor, strategy: Strategy) -> int:
    """Let every goal go on in the one with its key or title, unless something was said of it already."""
    require(actor, "successions.map", strategy)
    _hold(actor, strategy)
    present = strategies.current_strategy()
    offered = suggestions(present, strategy) if present else {}
    said = lines_to(strategy)
    taken = [goal for goal in goals_in_order(present) if goal.id in offered] if present else []
    taken = [goal for goal in taken if goal.id not in said]
    for goal in taken:
        _write(strategy, goal, Becomes(goal_ids=(offered[goal.id].id,)))
    _settle_kinds(strategy)
    publish(SuggestionsTaken(actor=actor, strategy=strategy, changes=len(taken)))
    return len(taken)


def place_ideas(*, actor: Actor, strategy: Strategy, wanted: Mapping[int, int | str | None]) -> None:
    """Say of single ideas where they go: a new goal's number, None for outside, FOLLOW for as their goal."""
    require(actor, "successions.map", strategy)
    _hold(actor, strategy)
    offered = {goal.id for goal in goals_in_order(strategy)}
    if set(wanted.values()) - offered - {None, FOLLOW}:
        raise RuleViolation(UNKNOWN)
    theirs = (IdeaChoice.strategy_id == strategy.id, IdeaChoice.idea_id.in_(list(wanted)))
    db.session.execute(delete(IdeaChoice).where(*theirs))
    db.session.add_all(
        IdeaChoice(strategy_id=strategy.id, idea_id=idea_id, goal_id=where)
        for idea_id, where in wanted.items()
        if where != FOLLOW
    )
    db.session.flush()
    publish(IdeasPlaced(actor=actor, strategy=strategy, changes=len(wanted)))


def _hold(actor: Actor, strategy: Strategy) -> None:
    """Nobody else says anything, and nobody publishes, until this is written."""
    lock(strategy)
    require(actor, "successions.map", strategy)


def _check(strategy: Strategy, becomes: Becomes) -> None:
    problems = (
        (becomes.is_dropped and becomes.goal_ids, BOTH_SAID),
        (becomes.is_dropped and not becomes.reason.strip(), REASON),
        (not becomes.is_dropped and not becomes.goal_ids, NOTHING_SAID),
        (set(becomes.goal_ids) - {goal.id for goal in goals_in_order(strategy)}, UNKNOWN),
        (becomes.taker_id is not None and becomes.taker_id not in becomes.goal_ids, TAKER),
    )
    for is_wrong, message in problems:
        if is_wrong:
            raise RuleViolation(message)


def _write(strategy: Strategy, goal: Goal, becomes: Becomes) -> None:
    theirs = (GoalSuccession.strategy_id == strategy.id, GoalSuccession.old_goal_id == goal.id)
    db.session.execute(
        delete(GoalSuccession).where(*theirs), execution_options={"synchronize_session": "fetch"}
    )
    taker_id = becomes.goal_ids[0] if len(becomes.goal_ids) == 1 else becomes.taker_id
    db.session.add_all(
        GoalSuccession(
            strategy_id=strategy.id,
            old_goal_id=goal.id,
            new_goal_id=goal_id,
            kind=SuccessionKind.CONTINUES if goal_id else SuccessionKind.DROPPED,
            takes_ideas=goal_id is not None and goal_id == taker_id,
            reason="" if goal_id else becomes.reason.strip(),
        )
        for goal_id in (becomes.goal_ids or (None,))
    )
    db.session.flush()


def _settle_kinds(strategy: Strategy) -> None:
    """A goal that shares its new goal with others is joined; one with several new goals is split."""
    lines = lines_to(strategy)
    shared = Counter(line.new_goal_id for theirs in lines.values() for line in theirs)
    for theirs in lines.values():
        for line in theirs:
            line.kind = _kind(line, len(theirs), shared[line.new_goal_id])
    db.session.flush()


def _kind(line: GoalSuccession, number: int, sharing: int) -> SuccessionKind:
    if line.new_goal_id is None:
        return SuccessionKind.DROPPED
    if number > 1:
        return SuccessionKind.SPLIT
    return SuccessionKind.JOINED if sharing > 1 else SuccessionKind.CONTINUES
