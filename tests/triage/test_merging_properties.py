"""Any sequence of support, withdrawal, comments, merging and undoing: nothing is lost, doubled or miscounted.

What is expected is said without moving anything: each idea keeps the supporters that came to it, and counts
everybody who came to it or to one that lives on in it; a comment stands where its own idea lives now.
"""

from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.discussions import services as discussions
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.models import Idea
from participation.ideas.queries.merging import merge_of
from participation.triage.services import merging
from participation.votes import queries, services
from participation.votes.models import SupportSetAside
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.triage.test_merging import invalidate, its_day_has_come, supporters_of

IDEAS, PEOPLE, MOST_COMMENTS = 4, 3, 12
an_idea = st.integers(0, IDEAS - 1)
a_person = st.integers(0, PEOPLE - 1)


class Model:
    """What should be: who came to which idea, whose support was invalidated there, what lives on where."""

    def __init__(self) -> None:
        self.came: list[set[int]] = [set() for _ in range(IDEAS)]
        self.invalid: list[set[int]] = [set() for _ in range(IDEAS)]
        self.parent: dict[int, int] = {}

    def root(self, idea: int) -> int:
        while idea in self.parent:
            idea = self.parent[idea]
        return idea

    def children(self, idea: int) -> list[int]:
        return [child for child, parent in self.parent.items() if parent == idea]

    def last(self) -> int:
        """One that can be separated first."""
        return next(idea for idea, parent in self.parent.items() if parent not in self.parent)

    def family(self, idea: int) -> set[int]:
        return {idea}.union(*(self.family(child) for child in self.children(idea)))

    def counted(self, idea: int) -> set[int]:
        own = self.came[idea].union(*(self.counted(child) for child in self.children(idea)))
        return own - self.invalid[idea]

    def withdraw(self, person: int, idea: int) -> None:
        if person in self.counted(idea):
            for each in self.family(idea):
                self.came[each] -= {person} - self.invalid[each]


class Merging(RuleBasedStateMachine):
    """The services beside the model."""

    def __init__(self, moderator: Person) -> None:
        super().__init__()
        self.savepoint = db.session.begin_nested()
        self.moderator = moderator
        self.model = Model()
        self.people = [PersonFactory() for _ in range(PEOPLE)]
        self.ideas: list[Idea] = [IdeaFactory() for _ in range(IDEAS)]
        self.homes: list[tuple[Comment, int]] = []

    @initialize(came=st.lists(st.sets(a_person), min_size=IDEAS, max_size=IDEAS))
    def begin(self, came: list[set[int]]) -> None:
        for idea, persons in enumerate(came):
            for person in persons:
                self.support(person, idea)

    def teardown(self) -> None:
        """Whatever has happened, all of it can be undone."""
        try:
            while self.model.parent:
                self.separate(self.model.last())
                self.supporters_are_those_expected()
        finally:
            self.savepoint.rollback()
            db.session.expunge_all()

    @rule(person=a_person, idea=an_idea)
    def support(self, person: int, idea: int) -> None:
        act = partial(services.support, actor=self.people[person], idea=self.ideas[idea])
        if idea in self.model.parent:
            with pytest.raises(Forbidden):
                act()
            return
        act()
        if person not in self.model.counted(idea) | self.model.invalid[idea]:
            self.model.came[idea].add(person)

    @rule(person=a_person, idea=an_idea)
    def withdraw(self, person: int, idea: int) -> None:
        idea = self.model.root(idea)
        services.withdraw(actor=self.people[person], idea=self.ideas[idea])
        self.model.withdraw(person, idea)

    @rule(person=a_person, idea=an_idea)
    def invalidate(self, person: int, idea: int) -> None:
        is_alone = self.model.root(idea) == idea and not self.model.children(idea)
        if is_alone and person in self.model.counted(idea):
            invalidate(self.people[person], self.ideas[idea])
            self.model.invalid[idea].add(person)

    @rule(one=an_idea, other=an_idea)
    def merge(self, one: int, other: int) -> None:
        source, target = self.ideas[one], self.ideas[other]
        act = partial(merging.merge, actor=self.moderator, source=source, target=target)
        if one == other or {one, other} & self.model.parent.keys():
            with pytest.raises(RuleViolation):
                act()
            return
        foretold = queries.supporters_together(source, target)
        act()
        its_day_has_come(source)
        act()
        self.model.parent[one] = other
        assert foretold == len(self.model.counted(other))

    @precondition(lambda self: self.model.parent)
    @rule(data=st.data())
    def undo(self, data: Any) -> None:
        self.separate(data.draw(st.sampled_from(sorted(self.model.parent))))

    def separate(self, source: int) -> None:
        merge = merge_of(self.ideas[source])
        assert merge is not None
        act = partial(merging.undo, actor=self.moderator, merge=merge)
        if self.model.parent[source] in self.model.parent:
            with pytest.raises(RuleViolation):
                act()
            return
        act()
        del self.model.parent[source]

    @rule(person=a_person, idea=an_idea)
    def comment(self, person: int, idea: int) -> None:
        idea = self.model.root(idea)
        if len(self.homes) < MOST_COMMENTS:
            place, body = self.ideas[idea].discussion, f"Nr. {len(self.homes)}"
            assert place is not None
            written = discussions.comment(actor=self.people[person], discussion=place, body=body)
            self.homes.append((written, idea))

    @precondition(lambda self: self.homes)
    @rule(data=st.data(), person=a_person)
    def reply(self, data: Any, person: int) -> None:
        parent, home = data.draw(st.sampled_from(self.homes))
        if parent.parent_id is None and parent.deleted_at is None:
            body = f"Nr. {len(self.homes)}"
            written = discussions.reply(actor=self.people[person], parent=parent, body=body)
            self.homes.append((written, home))

    @invariant()
    def supporters_are_those_expected(self) -> None:
        for number, idea in enumerate(self.ideas):
            expected = set() if number in self.model.parent else self.model.counted(number)
            assert supporters_of(idea) == {self.people[each].id for each in expected}
            assert idea.support_count == len(expected)
        assert queries.recounted() == []

    @invariant()
    def comments_stand_where_their_idea_lives(self) -> None:
        for comment, home in self.homes:
            place = self.ideas[self.model.root(home)].discussion_id
            own = self.ideas[home].discussion_id
            assert (comment.discussion_id, comment.home_id) == (place, None if place == own else own)

    @invariant()
    def comments_are_counted(self) -> None:
        for idea in self.ideas:
            rows = select(func.count()).where(
                Comment.discussion_id == idea.discussion_id, Comment.deleted_at.is_(None)
            )
            assert idea.discussion is not None
            assert idea.discussion.comment_count == db.session.scalar(rows)

    @invariant()
    def nothing_is_set_aside_for_nobody(self) -> None:
        if not self.model.parent:
            assert db.session.scalar(select(func.count()).select_from(SupportSetAside)) == 0


WAY = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_nothing_is_lost_doubled_or_miscounted(moderator: Person) -> None:
    run_state_machine_as_test(partial(Merging, moderator), settings=WAY)
