"""Open ideas are carried over in pages; what is decided stays, and nothing is lost on the way."""

import json
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.clock import now
from participation.foundation.events import HANDLERS, subscribe
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import GoalCount, Idea, IdeaVersion, PendingDraft, VersionState
from participation.ideas.services.moves import Details, move
from participation.strategies import services as strategies
from participation.successions import queries
from participation.successions.events import IdeaStranded, StrategySucceeded
from participation.successions.models import CarriedIdea, Succession
from participation.successions.services.carrying import carry_on
from participation.successions.services.mapping import place_ideas
from participation.votes import queries as votes
from participation.votes import services as voting
from participation.votes.models import Vote
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.successions.conftest import Change
from tests.successions.test_mapping import map_all

S = IdeaStatus


def publish(change: Change) -> Succession:
    strategies.publish(actor=SYSTEM, strategy=change.new, version=change.new.version)
    return db.session.scalars(select(Succession)).one()


def carry_all(*, size: int = 500) -> None:
    while db.session.scalar(select(Succession).where(Succession.is_running)):
        carry_on(size=size)


def counted() -> dict[tuple[int, str], int]:
    rows = db.session.scalars(select(GoalCount).where(GoalCount.number != 0))
    return {(row.goal_id, row.status): row.number for row in rows}


def recounted() -> dict[tuple[int, str], int]:
    ideas = db.session.scalars(select(Idea).where(Idea.is_listed, Idea.goal_id.is_not(None)))
    return dict(Counter((idea.goal_id or 0, idea.status) for idea in ideas))


def test_open_ideas_move_and_decided_ones_stay(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    open_idea, declined, path, hidden = (
        IdeaFactory(goal_id=change.before[number].id, status=status, hidden_at=hidden_at)
        for number, status, hidden_at in (
            (0, S.PUBLISHED, None),
            (0, S.DECLINED, None),
            (3, S.UNDER_REVIEW, None),
            (1, S.PUBLISHED, now()),
        )
    )
    succession = publish(change)
    carry_all()
    assert (open_idea.goal_id, declined.goal_id, path.goal_id, hidden.goal_id) == (
        change.after[0].id,
        change.before[0].id,
        None,
        change.after[0].id,
    )
    assert (path.is_outside_strategy, open_idea.is_outside_strategy) == (True, False)
    assert (open_idea.carried_at is not None, declined.carried_at) == (True, None)
    assert counted() == recounted()
    assert queries.carried_numbers(succession) == (3, 1)


def test_what_is_not_published_waits_for_a_goal(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    draft, sent = (
        IdeaFactory(goal_id=change.before[3].id, status=status, published_at=None)
        for status in (S.DRAFT, S.SUBMITTED)
    )
    publish(change)
    carry_all()
    assert [(idea.goal_id, idea.is_outside_strategy) for idea in (draft, sent)] == [(None, False)] * 2


def test_the_figures_of_the_last_day_are_kept(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    goal = change.before[0]
    IdeaFactory(goal_id=goal.id)
    succession = publish(change)
    carry_all()
    IdeaFactory(goal_id=goal.id, status=S.DECLINED)
    figures = json.loads(json.dumps(succession.figures))
    assert figures["ideas"] == {str(goal.id): {"published": 1}}


def test_choices_for_single_ideas_count(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    benches, outside = (IdeaFactory(goal_id=change.before[number].id) for number in (2, 0))
    wanted = {benches.id: change.after[3].id, outside.id: None}
    place_ideas(actor=administrator, strategy=change.new, wanted=wanted)
    publish(change)
    carry_all()
    assert (benches.goal_id, outside.goal_id, outside.is_outside_strategy) == (
        change.after[3].id,
        None,
        True,
    )


def test_pages_end_and_everybody_is_told_once(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    for number in range(7):
        IdeaFactory(goal_id=change.before[number % 4].id)
    told: list[object] = []
    subscribe(StrategySucceeded, IdeaStranded)(told.append)
    try:
        publish(change)
        carry_all(size=2)
        carry_on()
    finally:
        for kind in (StrategySucceeded, IdeaStranded):
            HANDLERS[kind].remove(told.append)
    assert Counter(type(event) for event in told) == {StrategySucceeded: 1, IdeaStranded: 3}
    assert db.session.scalar(select(func.count()).select_from(CarriedIdea)) == 7


class _Broken(Exception):
    pass


def _break(_event: object) -> None:
    raise _Broken


def test_a_page_that_was_broken_off_is_done_again(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    for _ in range(4):
        IdeaFactory(goal_id=change.before[0].id)
    stranded = IdeaFactory(goal_id=change.before[3].id)
    publish(change)
    carry_on(size=2)
    subscribe(IdeaStranded)(_break)
    try:
        with pytest.raises(_Broken), db.session.begin_nested():
            carry_on(size=9)
    finally:
        HANDLERS[IdeaStranded].remove(_break)
    db.session.expire_all()
    assert db.session.scalar(select(func.count()).select_from(CarriedIdea)) == 2
    carry_all()
    assert (stranded.is_outside_strategy, counted()) == (True, recounted())
    assert db.session.scalar(select(func.count()).where(Idea.goal_id == change.after[0].id)) == 4


def test_an_idea_that_is_opened_again_follows(
    change: Change, administrator: Person, moderator: Person
) -> None:
    map_all(administrator, change)
    declined = IdeaFactory(goal_id=change.before[0].id, status=S.DECLINED)
    publish(change)
    carry_all()
    details = Details(sentence="Der er penge nu.", review_place="Udvalget", until=now().date() + timedelta(9))
    logged = move(actor=moderator, idea=declined, name="reopen", details=details)
    assert declined.goal_id == change.after[0].id
    assert logged.left_version == declined.version
    assert counted() == recounted()


def test_what_is_written_and_waits_gets_its_goal(change: Change, administrator: Person) -> None:
    map_all(administrator, change)
    idea = IdeaFactory(goal_id=change.before[1].id)
    version = IdeaVersion(
        idea_id=idea.id, number=2, title="Ny", body="", place="", goal_id=change.before[0].id
    )
    version.state = VersionState.PROPOSED
    pending = [
        PendingDraft(key_hash=str(number), title="Ny", body="", place="", goal_id=change.before[number].id)
        for number in (0, 3)
    ]
    db.session.add_all([version, *pending])
    publish(change)
    carry_all()
    assert version.goal_id == change.after[0].id
    assert [draft.goal_id for draft in pending] == [change.after[0].id, None]


def test_support_of_the_old_period_is_known_and_renewed(
    change: Change, administrator: Person, citizen: Person
) -> None:
    map_all(administrator, change)
    idea = IdeaFactory(goal_id=change.before[0].id)
    other = PersonFactory()
    for person in (citizen, other):
        voting.support(actor=person, idea=idea)
    db.session.execute(Vote.__table__.update().values(created_at=now() - timedelta(days=400)))
    publish(change)
    carry_all()
    voting.support(actor=administrator, idea=idea)
    assert (idea.support_count, votes.of_earlier_period(idea)) == (3, 2)
    assert votes.is_renewable(citizen, idea) and not votes.is_renewable(administrator, idea)
    assert voting.renew(actor=citizen, idea=idea)
    assert not voting.renew(actor=citizen, idea=idea)
    assert (idea.support_count, votes.of_earlier_period(idea), votes.recounted()) == (3, 1, [])
