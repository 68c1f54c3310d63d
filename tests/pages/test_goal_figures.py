"""Whatever is moved, linked, hidden, merged, deleted: a goal's page says what a recount of rows says."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS, PUBLIC, IdeaStatus
from participation.ideas.models import DecidedBy, Idea
from participation.ideas.queries.standing import standing_under
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.moves import Details
from participation.ideas.services.moves import move as move_idea
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.services import deleting, hiding
from participation.outcomes.queries import strayed
from participation.pages import goals, outcomes, texts
from participation.pages.outcomes import people_words
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project, ProjectGoal
from participation.projects.queries.serving import serving as serving_now
from participation.projects.services import linking
from participation.projects.services.moves import Words
from participation.projects.services.moves import move as move_project
from participation.strategies.models import Goal
from participation.triage.services import merging
from participation.volunteering import queries as volunteering
from participation.volunteering.models import Need, Volunteer
from participation.volunteering.services import joining, needs
from participation.web.letters import desk
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory
from tests.triage.test_merging import its_day_has_come

MANY = 3
which = st.integers(0, MANY - 1)
ANSWER = AnswerText(doing="Det gør vi.", department="Park og Vej", decided_by=DecidedBy.ADMINISTRATION)
WORDS = Words(sentence="Derfor.", outcome="Det blev godt.")
MOVES = sorted(each.name for each in IDEAS.moves if each.name not in ("merge", "undo_merge"))


class Goals(RuleBasedStateMachine):
    """People and staff who do what they like."""

    def __init__(self, moderator: Person, colleague: Person) -> None:
        super().__init__()
        self.savepoint = db.session.begin_nested()
        self.moderator, self.colleague = moderator, colleague
        self.goals: list[Goal] = [GoalFactory() for _ in range(MANY)]
        self.ideas: list[Idea] = [IdeaFactory(goal_id=each.id) for each in self.goals]
        self.ideas += [IdeaFactory(status=IdeaStatus.ACCEPTED, goal_id=each.id) for each in self.goals]
        self.projects: list[Project] = [ProjectFactory() for _ in range(MANY)]
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
            except (Forbidden, RuleViolation):
                attempt.rollback()

    @rule(name=st.sampled_from(MOVES), idea=st.integers(0, 2 * MANY - 1), goal=which)
    def idea_moves(self, name: str, idea: int, goal: int) -> None:
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
        subject = self.ideas[idea]
        actor = self.moderator if can(self.moderator, "ideas.move", subject, name) else subject.author
        self.attempt(move_idea, actor=actor, idea=subject, name=name, details=details)

    @rule(name=st.sampled_from(sorted(each.name for each in PROJECTS.moves)), project=which)
    def project_moves(self, name: str, project: int) -> None:
        self.attempt(move_project, project=self.projects[project], name=name, words=WORDS)

    @rule(act=st.sampled_from([linking.link_idea, linking.unlink_idea]), project=which, idea=which)
    def links(self, act: Callable[..., Any], project: int, idea: int) -> None:
        self.attempt(act, project=self.projects[project], idea=self.ideas[MANY + idea])

    @rule(project=which, goals=st.sets(which))
    def serves(self, project: int, goals: set[int]) -> None:
        chosen = [self.goals[each].id for each in goals]
        self.attempt(linking.choose_goals, project=self.projects[project], goal_ids=chosen)

    @rule(idea=st.integers(0, 2 * MANY - 1), is_hidden=st.booleans())
    def hides(self, idea: int, *, is_hidden: bool) -> None:
        subject = self.ideas[idea]
        if is_hidden:
            self.attempt(hiding.hide_idea, idea=subject, reason_code="insulting", sentence="Derfor.")
        else:
            self.attempt(hiding.show_idea, idea=subject, sentence="Derfor.")

    @rule(idea=st.integers(0, 2 * MANY - 1))
    def deletes(self, idea: int) -> None:
        self.attempt(self.delete, subject=self.ideas[idea])

    def delete(self, *, actor: Person, subject: Idea) -> None:
        proposed = deleting.propose(
            actor=actor, subject=subject, reason_code=DeletionReason.COURT_ORDER, sentence="Dom."
        )
        deleting.agree(actor=self.colleague, deletion=proposed)

    @rule(one=which, other=which)
    def merges(self, one: int, other: int) -> None:
        self.attempt(self.merge, source=self.ideas[one], target=self.ideas[other])

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
        elif (place := volunteering.volunteer_of(self.people[person].id, need)) is not None:
            self.attempt(joining.leave, actor=self.people[person], volunteer=place)

    @invariant()
    def counters_are_the_rows(self) -> None:
        db.session.flush()
        for goal in self.goals:
            rows = [idea.status for idea in db.session.scalars(select(Idea)) if is_shown(idea, goal)]
            assert ideas.counts_by_status([goal.id]).get(goal.id, {}) == Counter(rows)
        assert volunteering.recounted() == []
        assert strayed() == []

    @invariant()
    def the_page_says_the_same(self) -> None:
        for goal in self.goals:
            found, (people, by_project) = serving_now(goal.id), volunteering.people_under(goal.id)
            counts = standing_under(goal.id).counts
            assert goals.facts_of(counts, found, people) == recount(goal)
            done = sorted(each.title for each in serving(goal) if each.meaning.is_completed)
            assert sorted(line.title for line in outcomes.lines_of(found.completed, by_project)) == done


def is_shown(idea: Idea, goal: Goal) -> bool:
    is_public = idea.status in PUBLIC and idea.hidden_at is None and idea.published_at is not None
    return is_public and idea.goal_id == goal.id


def serving(goal: Goal) -> list[Project]:
    links = {link.project_id for link in db.session.scalars(select(ProjectGoal)) if link.goal_id == goal.id}
    return [each for each in db.session.scalars(select(Project)) if each.id in links]


def recount(goal: Goal) -> str:
    """The sentence of the goal's page, counted one by one."""
    shown = sum(is_shown(idea, goal) for idea in db.session.scalars(select(Idea)))
    projects = {each.id for each in serving(goal)}
    here = {need.id for need in db.session.scalars(select(Need)) if need.project_id in projects}
    places = [each for each in db.session.scalars(select(Volunteer)) if each.need_id in here]
    people = len({each.person_id for each in places if each.has_place})
    parts = [texts.idea_count(shown)] if shown else []
    parts += [texts.project_count(len(projects))] if projects else []
    parts += [people_words(people)] if people else []
    return f"{', '.join(parts)}." if parts else ""


def test_a_goals_figures_are_a_recount(moderator: Person, administrator: Person) -> None:
    with desk("da"):
        run_state_machine_as_test(
            lambda: Goals(moderator, administrator),
            settings=settings(
                max_examples=10,
                stateful_step_count=12,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
