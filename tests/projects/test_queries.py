"""Lists of projects and their counts."""

from participation.extensions import db
from participation.municipalities.models import Municipality
from participation.projects import queries
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import ProjectGoal
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory, ThemeFactory


def found(arguments: dict[str, str]) -> list[int]:
    page = queries.PROJECTS_LIST.page(db.session, queries.everybodys(), arguments)
    return [project.id for project in page.rows]


def test_filters_by_status_goal_and_theme(municipality: Municipality) -> None:
    theme = ThemeFactory()
    goal = GoalFactory(theme_id=theme.id, strategy_id=theme.strategy_id)
    planned, active = ProjectFactory(), ProjectFactory(status=ProjectStatus.ACTIVE)
    db.session.add(ProjectGoal(project_id=active.id, goal_id=goal.id))
    db.session.flush()
    both = [active.id, planned.id]
    assert found({}) == both
    assert found({"status": "planned"}) == [planned.id]
    assert found({"goal": str(goal.id)}) == found({"theme": str(theme.id)}) == [active.id]
    assert found({"status": "odd", "goal": "x", "theme": "9" * 30}) == both


def test_counts_by_goal(municipality: Municipality) -> None:
    goal = GoalFactory()
    for status in (ProjectStatus.PLANNED, ProjectStatus.PLANNED, ProjectStatus.ACTIVE):
        db.session.add(ProjectGoal(project_id=ProjectFactory(status=status).id, goal_id=goal.id))
    db.session.flush()
    assert queries.counts_by_goal()[goal.id].total() == 3
    assert queries.counts_by_status() == {ProjectStatus.PLANNED: 2, ProjectStatus.ACTIVE: 1}


def test_a_project_that_rests_is_not_happening(municipality: Municipality) -> None:
    active, paused, _planned = (
        ProjectFactory(status=status)
        for status in (ProjectStatus.ACTIVE, ProjectStatus.PAUSED, ProjectStatus.PLANNED)
    )
    assert queries.latest_projects(9) == [active]
    assert set(queries.begun_projects()) == {active, paused}
