"""Carrying open ideas over to the strategy that was published, a page in each transaction.

What is left is found by the ideas themselves, and everybody is told when none is left: so whoever is broken
off midway has carried a page over or nothing, and the next one goes on.
"""

from collections.abc import Iterable

from sqlalchemy import delete, select

from participation.extensions import db, lock
from participation.foundation.actors import SYSTEM
from participation.foundation.clock import now, today
from participation.foundation.events import publish
from participation.ideas import queries as ideas
from participation.ideas.models import Idea, IdeaVersion, PendingDraft, VersionState
from participation.projects import queries as projects
from participation.strategies.models import Goal, Strategy
from participation.strategies.queries.successions import dropped_line, lines_to
from participation.successions import queries
from participation.successions.events import IdeasCarried, IdeaStranded, StrategySucceeded
from participation.successions.models import CarriedIdea, Succession

PAGE = 500


def begin(*, old: Strategy, new: Strategy) -> Succession:
    """Keep the old one's figures as they are today, and have its open ideas carried over from now on."""
    succession = Succession(old_strategy_id=old.id, new_strategy_id=new.id, figures=_figures(old))
    db.session.add(succession)
    db.session.flush()
    return succession


def _figures(old: Strategy) -> dict[str, object]:
    goal_ids = set(db.session.scalars(select(Goal.id).where(Goal.strategy_id == old.id)))
    by_status, serving = ideas.counts_by_status(goal_ids), projects.counts_by_goal()
    return {
        "day": today().isoformat(),
        "ideas": {str(goal_id): dict(counts) for goal_id, counts in by_status.items()},
        "projects": {str(goal_id): dict(serving[goal_id]) for goal_id in goal_ids & serving.keys()},
    }


def carry_on(*, size: int = PAGE) -> None:
    """Carry the next page over; after the last one, tell whom it concerns."""
    running = select(Succession).where(Succession.is_running).order_by(Succession.id).limit(1)
    succession = db.session.scalar(running.with_for_update(skip_locked=True))
    if succession is None:
        return
    page = _waiting(succession, size)
    _forget_earlier(succession, [idea for idea, _ in page])
    stranded = [_carry(succession, idea, goal) for idea, goal in page].count(None)
    _carry_proposals(succession, [idea for idea, _ in page])
    db.session.flush()
    if page:
        counts = {"carried": len(page) - stranded, "stranded": stranded}
        publish(IdeasCarried(actor=SYSTEM, succession=succession, **counts))
    if len(page) < size:
        _finish(succession)


def carry_late(*, idea: Idea) -> None:
    """Carry one idea over that is open again, or was written for a goal of an earlier strategy."""
    while (succession := _left_behind(idea)) is not None:
        old, new = succession.old_strategy, succession.new_strategy
        found = db.session.execute(queries.placed(old, new).where(Idea.id == idea.id)).first()
        if found is None:
            return
        _forget_earlier(succession, [idea])
        _carry(succession, idea, found[1])
        _carry_proposals(succession, [idea])
        db.session.flush()


def _left_behind(idea: Idea) -> Succession | None:
    if idea.goal_id is None or idea.status not in queries.COMING:
        return None
    strategy_id = db.session.scalar(select(Goal.strategy_id).where(Goal.id == idea.goal_id))
    return queries.succession_from(strategy_id) if strategy_id else None


def _waiting(succession: Succession, size: int) -> list[tuple[Idea, Goal | None]]:
    """The next ideas, which nobody changes until this transaction ends."""
    statement = queries.placed(succession.old_strategy, succession.new_strategy).limit(size)
    locked = statement.with_for_update(of=Idea)
    rows = db.session.execute(locked, execution_options={"populate_existing": True})
    return [(row[0], row[1]) for row in rows]


def _forget_earlier(succession: Succession, page: Iterable[Idea]) -> None:
    """What came over once and was taken back comes over anew."""
    again = CarriedIdea.idea_id.in_([idea.id for idea in page])
    db.session.execute(delete(CarriedIdea).where(CarriedIdea.succession_id == succession.id, again))


def _carry(succession: Succession, idea: Idea, goal: Goal | None) -> int | None:
    """Move the idea and note it; where it has no goal, a published one stands outside the strategy."""
    assert idea.goal_id is not None
    journey = CarriedIdea(
        succession_id=succession.id,
        idea_id=idea.id,
        old_goal_id=idea.goal_id,
        new_goal_id=goal.id if goal else None,
        at=now(),
    )
    db.session.add(journey)
    idea.goal_id, idea.carried_at = journey.new_goal_id, journey.at
    idea.is_outside_strategy = goal is None and idea.published_at is not None
    if idea.is_outside_strategy:
        line = dropped_line(succession.new_strategy, journey.old_goal_id)
        publish(IdeaStranded(idea=idea, succession=succession, line=line))
    return journey.new_goal_id


def _carry_proposals(succession: Succession, page: Iterable[Idea]) -> None:
    """A changed text that waits for a moderator names a goal as well."""
    goals = {idea.id: idea.goal_id for idea in page}
    proposed = (IdeaVersion.state == VersionState.PROPOSED, IdeaVersion.idea_id.in_(list(goals)))
    takers = _takers(succession)
    for version in db.session.scalars(select(IdeaVersion).where(*proposed)):
        if version.goal_id in takers:
            version.goal_id = takers[version.goal_id] or goals[version.idea_id]
            version.is_outside_strategy = version.goal_id is None


def _takers(succession: Succession) -> dict[int | None, int | None]:
    """For each old goal the new one that ideas follow to."""
    old = select(Goal.id).where(Goal.strategy_id == succession.old_strategy_id)
    takers: dict[int | None, int | None] = dict.fromkeys(db.session.scalars(old))
    for goal_id, lines in lines_to(succession.new_strategy).items():
        takers[goal_id] = next((line.new_goal_id for line in lines if line.takes_ideas), None)
    return takers


def _finish(succession: Succession) -> None:
    """Also what visitors have written and not sent belongs to a goal of today from now on."""
    takers = _takers(succession)
    for draft in db.session.scalars(select(PendingDraft).where(PendingDraft.goal_id.in_(list(takers)))):
        draft.goal_id = takers[draft.goal_id]
    lock(succession)
    succession.is_running, succession.ended_at = False, now()
    db.session.flush()
    publish(StrategySucceeded(actor=SYSTEM, succession=succession))
