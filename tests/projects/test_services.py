"""Creating, linking and moving projects; the ideas follow."""

import pytest

from participation.accounts.models import Person
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.projects import queries
from participation.projects.lifecycle import PROJECTS, ProjectStatus
from participation.projects.services.linking import choose_goals, choose_ideas, link_idea, unlink_idea
from participation.projects.services.moves import Words, move
from participation.projects.services.news import write_update
from participation.projects.services.writing import ProjectText, create, edit
from tests.factories.ideas import IdeaFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import EffortFactory, GoalFactory

TEXT = ProjectText(title="Frugttræer", description="Ti træer langs stien.", steward="Park og Vej")
WORDS = Words(sentence="Jorden er frossen.", outcome="Ti træer står der.")


@pytest.fixture
def accepted(moderator: Person) -> Idea:
    return IdeaFactory(status=IdeaStatus.ACCEPTED)


def test_project_of_an_idea_and_a_goal(moderator: Person, accepted: Idea) -> None:
    goal = GoalFactory()
    project = create(actor=moderator, text=TEXT, ideas=[accepted], goal_ids=[goal.id])
    assert queries.projects_of_idea(accepted) == [project]
    assert queries.projects_of_goals([goal.id]) == [project]
    assert queries.goals_of_project(project) == [goal]
    assert accepted.status is IdeaStatus.ACCEPTED


def test_idea_follows_and_says_why(moderator: Person, accepted: Idea) -> None:
    project = create(actor=moderator, text=TEXT, ideas=[accepted])
    move(actor=moderator, project=project, name="start")
    assert accepted.status is IdeaStatus.IN_PROGRESS
    logged = ideas.moves_of(accepted, whole=False)[-1]
    assert (logged.actor_id, logged.cause) == (None, f"project_moved:{project.id}")


def test_unlinking_leads_back(moderator: Person, accepted: Idea) -> None:
    project = ProjectFactory(status=ProjectStatus.ACTIVE)
    link_idea(actor=moderator, project=project, idea=accepted)
    assert accepted.status is IdeaStatus.IN_PROGRESS
    unlink_idea(actor=moderator, project=project, idea=accepted)
    assert accepted.status is IdeaStatus.ACCEPTED


def test_linking_twice_is_linking_once(moderator: Person, accepted: Idea) -> None:
    project = ProjectFactory()
    for _ in range(2):
        link_idea(actor=moderator, project=project, idea=accepted)
    assert queries.ideas_of_project(project) == [accepted]


def test_idea_of_an_effort_stays_where_a_moderator_says(moderator: Person) -> None:
    idea = IdeaFactory(status=IdeaStatus.IN_PROGRESS, effort_id=EffortFactory().id)
    link_idea(actor=moderator, project=ProjectFactory(), idea=idea)
    assert idea.status is IdeaStatus.IN_PROGRESS


def test_open_idea_has_no_project(moderator: Person) -> None:
    with pytest.raises(RuleViolation):
        link_idea(actor=moderator, project=ProjectFactory(), idea=IdeaFactory())


def test_choosing_leaves_out_what_is_not_chosen(moderator: Person, accepted: Idea) -> None:
    project, other, goal = ProjectFactory(), IdeaFactory(status=IdeaStatus.ACCEPTED), GoalFactory()
    choose_ideas(actor=moderator, project=project, ideas=[accepted])
    choose_ideas(actor=moderator, project=project, ideas=[other])
    choose_goals(actor=moderator, project=project, goal_ids=[goal.id])
    choose_goals(actor=moderator, project=project, goal_ids=[])
    assert queries.ideas_of_project(project) == [other]
    assert queries.goals_of_project(project) == []


@pytest.mark.parametrize("step", PROJECTS.moves, ids=lambda step: step.name)
def test_every_move_is_logged(step, moderator: Person) -> None:  # type: ignore[no-untyped-def]
    source = min(step.sources)
    project = ProjectFactory(status=source, sentence="Derfor.")
    move(actor=moderator, project=project, name=step.name, words=WORDS if step.needs else None)
    logged = queries.moves_of(project)[-1]
    assert (logged.from_status, logged.to_status, project.status) == (source, step.target, step.target)


@pytest.mark.parametrize("step", [step for step in PROJECTS.moves if step.needs], ids=lambda step: step.name)
def test_move_asks_for_its_words(step, moderator: Person) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RuleViolation):
        move(actor=moderator, project=ProjectFactory(status=min(step.sources)), name=step.name)


def test_second_moderator_is_told(moderator: Person) -> None:
    project = ProjectFactory()
    seen = project.version
    edit(actor=moderator, project=project, text=TEXT, seen_version=seen)
    with pytest.raises(StaleVersion):
        edit(actor=moderator, project=project, text=TEXT, seen_version=seen)
    with pytest.raises(StaleVersion):
        move(actor=moderator, project=project, name="start", seen_version=seen)


def test_hidden_idea_is_not_on_the_public_page(moderator: Person, accepted: Idea) -> None:
    project = create(actor=moderator, text=TEXT, ideas=[accepted])
    accepted.hidden_at = accepted.created_at
    assert queries.ideas_of_project(project) == []
    assert queries.linked_ideas(project) == [accepted]


def test_citizen_makes_no_project_and_no_news(citizen: Person) -> None:
    project = ProjectFactory()
    with pytest.raises(Forbidden):
        create(actor=citizen, text=TEXT)
    with pytest.raises(Forbidden):
        write_update(actor=citizen, project=project, body="Nyt.")
    with pytest.raises(Forbidden):
        move(actor=citizen, project=project, name="start")


def test_news_are_the_newest_first(moderator: Person) -> None:
    project = ProjectFactory()
    for body in ("Først", "Sidst"):
        write_update(actor=moderator, project=project, body=body)
    assert [update.body for update in queries.updates_of(project)] == ["Sidst", "Først"]
