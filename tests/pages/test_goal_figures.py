"""Whatever is moved, linked, hidden, merged, deleted: a goal's page says what a recount of rows says."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from participation.accounts.models import Person
from participation.accounts.services.profile import close_account
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import DecidedBy, Idea
from participation.ideas.queries.standing import standing_under
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.moves import Details
from participation.ideas.services.moves import move as move_idea
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.services import deleting, hiding
from participation.outcomes.lifecycle import Helped
from participation.outcomes.queries import outcome_of, strayed
from participation.outcomes.services.writing import OutcomeText, write_outcome
from participation.pages import goals, outcomes
from participation.places.queries import place_of
from participation.projects.lifecycle import PROJECTS, ProjectStatus
from participation.projects.models import Project
from participation.projects.queries.serving import serving as serving_now
from participation.projects.services import linking
from participation.projects.services.moves import Words
from participation.projects.services.moves import move as move_project
from participation.strategies.models import Goal
from participation.triage.queries.merging import merge_of
from participation.triage.services import merging
from participation.volunteering import queries as volunteering
from participation.volunteering.models import Volunteer
from participation.volunteering.services import joining, needs
from participation.web.letters import desk
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.outcomes import HelpAnswerFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory
from tests.pages.recount import is_shown, line_of, recount, serving
from tests.triage.test_merging import its_day_has_come

MANY = 3
which = st.integers(0, MANY - 1)
many = st.integers(0, 11)
ANSWER = AnswerText(doing="Det gør vi.", department="Park og Vej", decided_by=DecidedBy.ADMINISTRATION)
WORDS = Words(sentence="Derfor.", outcome="Det blev godt.")
STANDS = (ProjectStatus.ACTIVE, ProjectStatus.COMPLETED, ProjectStatus.PAUSED)
STEPS = sorted(each.name for each in PROJECTS.moves)
MOVES = sorted(each.name for each in IDEAS.moves if each.name not in ("merge", "undo_merge"))


class Goals(RuleBasedStateMachine):
    """People and staff who do what they like."""

    def __init__(self, moderator_id: int, colleague_id: int) -> None:
        super().__init__()
        self.savepoint = db.session.begin_nested()
        self.moderator = db.session.get_one(Person, moderator_id)
        self.colleague = db.session.get_one(Person, colleague_id)
        self.refused: list[Exception] = []
        self.goals: list[Goal] = [GoalFactory() for _ in range(MANY)]
        self.ideas: list[Idea] = [IdeaFactory(goal_id=each.id) for each in self.goals]
        self.ideas += [IdeaFactory(status=IdeaStatus.ACCEPTED, goal_id=each.id) for each in self.goals]
        self.projects: list[Project] = [ProjectFactory(status=each) for each in STANDS]
        self.people: list[Person] = [PersonFactory() for _ in range(MANY)]

    def teardown(self) -> None:
        self.savepoint.rollback()
        db.session.expunge_all()

    def attempt(self, act: Callable[..., Any], **arguments: Any) -> None:
        """As a request: what is refused leaves nothing behind."""
        with db.session.begin_nested() as attempt:
            try:
                act(**{"actor": self.moderator, **arguments})
                db.session.flush()
            except (Forbidden, RuleViolation) as refusal:
                self.refused.append(refusal)
                attempt.rollback()

    def any_idea(self, number: int) -> Idea:
        there = [each for each in self.ideas if each.erased_at is None]
        return there[number % len(there)]

    @rule(goal=which)
    def proposes(self, goal: int) -> None:
        self.ideas.append(IdeaFactory(goal_id=self.goals[goal].id))

    @rule(nth=many, idea=many, goal=which)
    def idea_moves(self, nth: int, idea: int, goal: int) -> None:
        details = Details(
            reason_code="duplicate",
            sentence="Derfor.",
            answer=ANSWER,
            goal_id=self.goals[goal].id,
            review_place="Udvalget",
            until=today().replace(year=today().year + 1),
            explanation="Derfor.",
            has_link=True,
        )
        subject = self.any_idea(idea)
        possible = [
            (actor, name)
            for name in MOVES
            for actor in (self.moderator, subject.author)
            if can(actor, f"ideas.move_{name}", subject)
        ]
        if possible:
            actor, name = possible[nth % len(possible)]
            self.attempt(move_idea, actor=actor, idea=subject, name=name, details=details)

    @rule(nth=many, project=which)
    def project_moves(self, nth: int, project: int) -> None:
        subject = self.projects[project]
        possible = [name for name in STEPS if can(self.moderator, f"projects.move_{name}", subject)]
        self.move_project(subject, possible[nth % len(possible)])

    def move_project(self, project: Project, name: str) -> None:
        self.attempt(move_project, project=project, name=name, words=WORDS)

    @rule(act=st.sampled_from([linking.link_idea, linking.unlink_idea]), project=which, idea=which)
    def links(self, act: Callable[..., Any], project: int, idea: int) -> None:
        self.attempt(act, project=self.projects[project], idea=self.ideas[MANY + idea])

    @rule(project=which, goals=st.sets(which))
    def serves(self, project: int, goals: set[int]) -> None:
        chosen = [self.goals[each].id for each in goals]
        self.attempt(linking.choose_goals, project=self.projects[project], goal_ids=chosen)

    @rule(idea=many)
    def hides(self, idea: int) -> None:
        subject = self.any_idea(idea)
        if subject.hidden_at is None:
            self.attempt(hiding.hide_idea, idea=subject, reason_code="insulting", sentence="Derfor.")
        else:
            self.attempt(hiding.show_idea, idea=subject, sentence="Derfor.")

    @rule(idea=many)
    def deletes(self, idea: int) -> None:
        if sum(each.erased_at is None for each in self.ideas) > MANY:
            self.attempt(self.delete, subject=self.any_idea(idea))

    def delete(self, *, actor: Person, subject: Idea) -> None:
        if subject.hidden_at is None:
            hiding.hide_idea(actor=actor, idea=subject, reason_code="insulting", sentence="Derfor.")
        proposed = deleting.propose(
            actor=actor, subject=subject, reason_code=DeletionReason.COURT_ORDER, sentence="Dom."
        )
        deleting.agree(actor=self.colleague, deletion=proposed)

    @rule(one=many, other=many)
    def merges(self, one: int, other: int) -> None:
        self.attempt(self.merge, source=self.any_idea(one), target=self.any_idea(other))

    @rule(idea=many)
    def separates(self, idea: int) -> None:
        planned = merge_of(self.any_idea(idea))
        if planned is not None:
            self.attempt(merging.undo, merge=planned)

    def merge(self, *, actor: Person, source: Idea, target: Idea) -> None:
        merging.merge(actor=actor, source=source, target=target)
        its_day_has_come(source)
        merging.merge(actor=actor, source=source, target=target)

    @rule(person=which, project=which, is_joining=st.booleans())
    def takes_part(self, person: int, project: int, *, is_joining: bool) -> None:
        need = volunteering.general_need(self.projects[project]) or needs.general_need(
            project=self.projects[project]
        )
        if is_joining:
            self.attempt(joining.join, actor=self.people[person], need=need)
        elif (place := place_of(Volunteer, self.people[person].id, need)) is not None:
            self.attempt(joining.leave, actor=self.people[person], volunteer=place)

    @rule(person=which)
    def goes_away(self, person: int) -> None:
        self.attempt(close_account, actor=self.people[person], person=self.people[person])
        self.people[person] = PersonFactory()

    @rule(project=which, cost=st.integers(0, 5000))
    def tells(self, project: int, cost: int) -> None:
        done = [each for each in self.projects if each.meaning.is_completed] or self.projects
        subject = done[project % len(done)]
        told = outcome_of(subject)
        text, seen = OutcomeText(body="Ti bede.", cost=cost), told.version if told else None
        self.attempt(write_outcome, project=subject, text=text, seen_version=seen)

    @rule(project=which, answers=st.lists(st.sampled_from(Helped), min_size=4, max_size=6))
    def answer(self, project: int, answers: list[Helped]) -> None:
        for said in answers:
            HelpAnswerFactory(project_id=self.projects[project].id, answer=said)

    @invariant()
    def everything_is_a_recount(self) -> None:
        db.session.flush()
        for goal in self.goals:
            rows = [idea.status for idea in db.session.scalars(select(Idea)) if is_shown(idea, goal)]
            assert ideas.counts_by_status([goal.id]).get(goal.id, {}) == Counter(rows)
        assert (volunteering.recounted(), strayed()) == ([], [])

    @invariant()
    def the_page_says_the_same(self) -> None:
        """Of these all that the page says in numbers is made: ideas, projects, and a line for each."""
        for goal in self.goals:
            found, (people, by_project) = serving_now(goal.id), volunteering.people_under(goal.id)
            assert {each.id for each in found.latest} == {each.id for each in serving(goal)}
            assert goals.facts_of(standing_under(goal.id).counts, found, people) == recount(goal)
            done = sorted((each.title, line_of(each)) for each in serving(goal) if each.meaning.is_completed)
            lines = outcomes.lines_of(found.completed, by_project)
            assert sorted((line.title, line.facts) for line in lines) == done


def test_a_goals_figures_are_a_recount(moderator: Person, administrator: Person) -> None:
    ids = moderator.id, administrator.id
    with desk("da"):
        run_state_machine_as_test(
            lambda: Goals(*ids),
            settings=settings(
                max_examples=10,
                stateful_step_count=24,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
