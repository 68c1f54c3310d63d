"""Codes from paper mixed with support, merging and undoing: whoever claims counts once wherever they came."""

from functools import partial

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from participation.accounts.models import Person
from participation.foundation.clock import at, now
from participation.ideas.models import Idea, Merge
from participation.papers.queries import code_of
from participation.papers.services.claiming import claim
from participation.triage.services import merging
from participation.votes import services
from participation.votes.queries import is_supporting
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.triage.test_merging import LATER, invalidate, its_day_has_come, supporters_of
from tests.triage.test_merging_properties import IDEAS, PEOPLE, Merging, a_person, an_idea

PAPERS = 3
a_paper = st.integers(PEOPLE, PEOPLE + PAPERS - 1)


class Claiming(Merging):
    """The same with people on paper, each of whom one of the accounts may be."""

    def __init__(self, moderator: Person) -> None:
        super().__init__(moderator)
        self.people += [PersonFactory(is_paper=True, email=None, email_key=None) for _ in range(PAPERS)]

    @rule(paper=a_paper, idea=an_idea)
    def enter(self, paper: int, idea: int) -> None:
        if idea not in self.model.parent and self.people[paper].is_active:
            services.support(actor=self.people[paper], idea=self.ideas[idea])
            if paper not in self.model.counted(idea):
                self.model.came[idea].add(paper)

    @rule(paper=a_paper, idea=an_idea)
    def invalidate_paper(self, paper: int, idea: int) -> None:
        if self.people[paper].is_active:
            self.invalidate(paper, idea)

    @rule(paper=a_paper, person=a_person)
    def claim(self, paper: int, person: int) -> None:
        if not self.people[paper].is_active:
            return
        claim(actor=self.people[person], code=code_of(self.people[paper]))
        for idea in range(IDEAS):
            if paper in self.model.came[idea] - self.model.invalid[idea]:
                self.model.came[idea] = self.model.came[idea] - {paper} | {person}


WAY = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_whoever_claims_counts_once(moderator: Person) -> None:
    run_state_machine_as_test(partial(Claiming, moderator), settings=WAY)


def merged(moderator: Person, source: Idea, target: Idea) -> Merge:
    merging.merge(actor=moderator, source=source, target=target)
    its_day_has_come(source)
    return merging.merge(actor=moderator, source=source, target=target)


def on_paper() -> Person:
    return PersonFactory(is_paper=True, email=None, email_key=None)


def test_who_came_on_paper_to_the_idea_that_stays_still_supports_it(
    moderator: Person, citizen: Person
) -> None:
    first, second, third = (IdeaFactory() for _ in range(3))
    paper = on_paper()
    services.support(actor=citizen, idea=first)
    services.support(actor=paper, idea=second)
    mergings = [merged(moderator, first, second), merged(moderator, second, third)]
    claim(actor=citizen, code=code_of(paper))
    for each in reversed(mergings):
        merging.undo(actor=moderator, merge=each)
    assert [is_supporting(citizen, idea) for idea in (first, second, third)] == [True, True, False]


def test_the_same_where_the_code_is_used_before_the_second_merging(
    moderator: Person, citizen: Person
) -> None:
    source, target = IdeaFactory(), IdeaFactory()
    paper = on_paper()
    services.support(actor=citizen, idea=source)
    services.support(actor=paper, idea=target)
    done = merged(moderator, source, target)
    claim(actor=citizen, code=code_of(paper))
    merging.undo(actor=moderator, merge=done)
    assert is_supporting(citizen, source) and is_supporting(citizen, target)


def test_an_invalidated_support_stays_invalid_where_its_idea_lives_on(
    moderator: Person, citizen: Person
) -> None:
    first, second, third = (IdeaFactory() for _ in range(3))
    paper = on_paper()
    for person in (citizen, paper):
        services.support(actor=person, idea=first)
    invalidate(citizen, first)
    mergings = [merged(moderator, first, second), merged(moderator, second, third)]
    assert supporters_of(third) == {paper.id}
    claim(actor=citizen, code=code_of(paper))
    for each in reversed(mergings):
        assert (supporters_of(each.target), each.target.support_count) == (set(), 0)
        merging.undo(actor=moderator, merge=each)
    assert (supporters_of(first), first.support_count) == (set(), 0)


def test_a_support_invalidated_after_merging_is_not_claimed(moderator: Person, citizen: Person) -> None:
    first, second, third = (IdeaFactory() for _ in range(3))
    paper = on_paper()
    services.support(actor=paper, idea=first)
    mergings = [merged(moderator, first, second), merged(moderator, second, third)]
    with at(now() + LATER):
        invalidate(paper, third)
    claim(actor=citizen, code=code_of(paper))
    for each in reversed(mergings):
        merging.undo(actor=moderator, merge=each)
    assert [supporters_of(idea) for idea in (first, second, third)] == [set()] * 3


def test_what_did_not_count_only_where_the_idea_lives_on_counts_there_for_the_account(
    moderator: Person, citizen: Person
) -> None:
    source, target = IdeaFactory(), IdeaFactory()
    paper = on_paper()
    for idea in (source, target):
        services.support(actor=paper, idea=idea)
    invalidate(paper, target)
    done = merged(moderator, source, target)
    claim(actor=citizen, code=code_of(paper))
    assert (supporters_of(target), target.support_count) == ({citizen.id}, 1)
    merging.undo(actor=moderator, merge=done)
    assert (supporters_of(source), supporters_of(target)) == ({citizen.id}, set())
