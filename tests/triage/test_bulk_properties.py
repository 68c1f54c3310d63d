"""Any sequence of acts on many ideas, support, withdrawal, claims and undoing, with time passing.

Before each act the preview is read: it must say exactly what happens. What is refused is untouched, what is
undone is precisely what it was, and nobody's support is lost, doubled or miscounted by any of it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from participation.accounts.models import Person, Role
from participation.cases.services import ownership
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import at, now, today
from participation.foundation.errors import Forbidden
from participation.ideas.models import Idea
from participation.ideas.rules import UNDO_WITHIN
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.moves import settle
from participation.triage.models import BulkAct, BulkItem, ItemState
from participation.triage.queries import bulk as queries
from participation.triage.rules.bulk import BULK
from participation.triage.services.bulk import doing, undoing
from participation.votes import queries as votes
from participation.votes import services
from tests.factories.accounts import PersonFactory
from tests.factories.municipalities import ReasonFactory
from tests.triage.bulk import as_it_is, items, prepared, submitted
from tests.triage.conftest import waiting
from tests.triage.test_merging import supporters_of

IDEAS, PEOPLE, STAFF = 4, 3, 2
ANSWER = AnswerText(doing="Vi gør det ikke.", why="Det er for dyrt.", department="Park og Vej")
an_idea, a_person, a_colleague = (st.integers(0, most - 1) for most in (IDEAS, PEOPLE, STAFF))
some_ideas = st.sets(an_idea, min_size=1)


@dataclass(frozen=True)
class Step:
    """What an act has done to one idea."""

    bulk: BulkAct
    item: BulkItem
    idea: int
    before: dict[str, Any]
    owner: int | None
    at: datetime


class Clearing(RuleBasedStateMachine):
    """The desk, and beside it who supports what and who has which case."""

    def __init__(self, reason_code: str) -> None:
        super().__init__()
        self.savepoint = db.session.begin_nested()
        self.moment = now()
        self.said = {"reason_code": reason_code, "sentence": "Skriv, hvor.", "answer": ANSWER}
        self.said |= {"review_place": "Teknikudvalget", "until": today() + timedelta(days=30)}
        self.staff = [PersonFactory(role=Role.MODERATOR) for _ in range(STAFF)]
        self.said |= {"colleague_id": self.staff[0].id}
        self.people = [PersonFactory() for _ in range(PEOPLE)]
        self.ideas: list[Idea] = [submitted(), submitted(is_outside_strategy=False), waiting(5), waiting(9)]
        for idea in self.ideas:
            settle(idea=idea)
        self.supporters: list[set[int]] = [set() for _ in range(IDEAS)]
        self.owners: list[int | None] = [None] * IDEAS
        self.steps: list[Step] = []

    def teardown(self) -> None:
        self.savepoint.rollback()
        db.session.expunge_all()

    @rule(minutes=st.sampled_from([1, 6]))
    def time_passes(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)

    @rule(person=a_person, idea=an_idea)
    def support(self, person: int, idea: int) -> None:
        actor = self.people[person]
        act = partial(services.support, actor=actor, idea=self.ideas[idea])
        if not can(actor, "votes.support", self.ideas[idea]):
            with pytest.raises(Forbidden):
                act()
            return
        with at(self.moment):
            act()
        self.supporters[idea].add(actor.id)

    @rule(person=a_person, idea=an_idea)
    def withdraw(self, person: int, idea: int) -> None:
        actor = self.people[person]
        if can(actor, "votes.withdraw", self.ideas[idea]):
            services.withdraw(actor=actor, idea=self.ideas[idea])
            self.supporters[idea].discard(actor.id)

    @rule(colleague=a_colleague, idea=an_idea)
    def claim(self, colleague: int, idea: int) -> None:
        actor, case = self.staff[colleague], self.ideas[idea].case
        assert case is not None
        if can(actor, "cases.claim", case):
            ownership.claim(actor=actor, case=case, seen_owner_id=self.owners[idea])
            self.owners[idea] = actor.id

    @rule(colleague=a_colleague, name=st.sampled_from(sorted(BULK)), chosen=some_ideas, data=st.data())
    def act(self, colleague: int, name: str, chosen: set[int], data: Any) -> None:
        actor = self.staff[colleague]
        with at(self.moment):
            bulk = prepared(actor, name, [self.ideas[each] for each in sorted(chosen)], **self.said)
        if data.draw(st.booleans()):
            self.claim(data.draw(a_colleague), data.draw(an_idea))
        before = {each: as_it_is(self.ideas[each]) for each in chosen}
        foretold = {line.item.id for line in queries.lines_of(bulk, actor) if line.will_happen}
        with at(self.moment):
            doing.carry_out(actor=actor, bulk=bulk)
        self.look(bulk, before, foretold)

    def look(self, bulk: BulkAct, before: dict[int, dict[str, Any]], foretold: Collection[int]) -> None:
        for item, number in zip(items(bulk), sorted(before), strict=True):
            assert item.state is (ItemState.DONE if item.id in foretold else ItemState.REFUSED)
            if item.state is ItemState.REFUSED:
                assert item.refusal and as_it_is(self.ideas[number]) == before[number]
                continue
            self.steps.append(Step(bulk, item, number, before[number], self.owners[number], self.moment))
            if bulk.name == "publish":
                self.supporters[number].add(self.ideas[number].author_id)
            self.owners[number] = self.holder(bulk, self.owners[number])

    def holder(self, bulk: BulkAct, otherwise: int | None) -> int | None:
        """Who has a case after the act."""
        return {"claim": bulk.actor_id, "assign": self.staff[0].id}.get(bulk.name, otherwise)

    @precondition(lambda self: self.steps)
    @rule(colleague=a_colleague, is_whole=st.booleans(), data=st.data())
    def undo(self, colleague: int, is_whole: bool, data: Any) -> None:
        actor, chosen = self.staff[colleague], data.draw(st.sampled_from(self.steps))
        steps = [each for each in self.steps if each.bulk is chosen.bulk and (is_whole or each is chosen)]
        possible = {each.item.id for each in steps if self.can_be_undone(each, actor)}
        untouched = {each.item.id: as_it_is(self.ideas[each.idea]) for each in steps}
        with at(self.moment):
            ids = None if is_whole else [chosen.item.id]
            undoing.undo(actor=actor, bulk=chosen.bulk, item_ids=ids)
        for step in steps:
            is_undone = step.item.id in possible
            assert step.item.state is (ItemState.UNDONE if is_undone else ItemState.DONE)
            assert bool(step.item.refusal) is not is_undone
            # Giving a case back leaves the idea as it is by now; whose it is, the invariant says.
            gives_back = is_undone and step.bulk.name not in ("claim", "assign")
            expected = step.before if gives_back else untouched[step.item.id]
            assert as_it_is(self.ideas[step.idea]) == expected
            if is_undone:
                self.forget(step)

    def can_be_undone(self, step: Step, actor: Person) -> bool:
        idea = self.ideas[step.idea]
        assert idea.case is not None
        if self.moment >= step.at + UNDO_WITHIN:
            return False
        if step.bulk.name in ("claim", "assign"):
            is_still_theirs = self.owners[step.idea] == self.holder(step.bulk, None)
            may_undo = step.bulk.name == "assign" or step.bulk.actor_id == actor.id
            return idea.case.is_open and is_still_theirs and may_undo
        others = self.supporters[step.idea] - {idea.author_id}
        return idea.version == step.item.left_version and not (step.bulk.name == "publish" and others)

    def forget(self, step: Step) -> None:
        self.steps.remove(step)
        if step.bulk.name in ("claim", "assign"):
            self.owners[step.idea] = step.owner
        if step.bulk.name == "publish":
            self.supporters[step.idea].discard(self.ideas[step.idea].author_id)

    @invariant()
    def supporters_are_those_expected(self) -> None:
        for idea, expected in zip(self.ideas, self.supporters, strict=True):
            assert supporters_of(idea) == expected
            assert idea.support_count == len(expected)
        assert votes.recounted() == []

    @invariant()
    def cases_are_whose_they_should_be(self) -> None:
        for idea, owner in zip(self.ideas, self.owners, strict=True):
            assert idea.case is not None and idea.case.owner_id == owner
            assert idea.case.is_open == (idea.meaning.awaits_review or idea.meaning.awaits_answer)


WAY = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_the_preview_is_true_and_undoing_gives_back_what_was(moderator: Person) -> None:
    run_state_machine_as_test(partial(Clearing, ReasonFactory().code), settings=WAY)
