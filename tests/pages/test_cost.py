"""Pages cost the same for 1 row and for 20, set no cookie for visitors, and escape what people write."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.foundation.clock import now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Addition, Answer, AnswerKind, Idea, IdeaMove
from participation.projects.models import Project, ProjectGoal, ProjectIdea, ProjectUpdate
from participation.strategies.models import Goal
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import EffortFactory, GoalFactory, ThemeFactory

MOST = 12
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))"


@pytest.fixture
def goal(municipality: Any) -> Goal:
    theme = ThemeFactory()
    return GoalFactory(theme_id=theme.id, strategy_id=theme.strategy_id)


def fill(session: Any, goal: Goal, number: int, text: str = "Ord") -> tuple[Idea, Project]:
    """So many of everything that hangs together, the first idea and project with it all."""
    first = IdeaFactory(goal_id=goal.id, title=f"{text} idé", body=text, place=text, answer_due_at=now())
    project = add_project(session, goal, first, text)
    for _ in range(number):
        theme = ThemeFactory(strategy_id=goal.strategy_id)
        GoalFactory(theme_id=theme.id, strategy_id=theme.strategy_id)
        EffortFactory(strategy_id=goal.strategy_id, theme_id=goal.theme_id, title=text, text=text)
        other = IdeaFactory(goal_id=goal.id, status=IdeaStatus.DECLINED, decided_at=now(), title=text)
        answer(session, other, text)
        answer(session, first, text, AnswerKind.INTERIM)
        session.add(Addition(idea_id=first.id, body=text))
        session.add(ProjectIdea(project_id=project.id, idea_id=other.id))
        add_project(session, goal, first, text)
        session.add(ProjectUpdate(project_id=project.id, body=text))
        comment = CommentFactory(discussion_id=first.discussion_id, body=text)
        CommentFactory(discussion_id=first.discussion_id, parent_id=comment.id, body=text)
    session.flush()
    return first, project


def answer(session: Any, idea: Idea, text: str, kind: AnswerKind = AnswerKind.NO) -> None:
    words = {"doing": text, "why": text, "next_steps": text, "department": text}
    session.add(Answer(idea_id=idea.id, kind=kind, decided_on=today(), **words))
    status = idea.status
    session.add(
        IdeaMove(idea_id=idea.id, name="decline", from_status=status, to_status=status, sentence=text)
    )


def add_project(session: Any, goal: Goal, idea: Idea, text: str) -> Project:
    project = ProjectFactory(
        title=text, description=text, steward=text, organisation_id=OrganisationFactory(name=text).id
    )
    session.add(ProjectGoal(project_id=project.id, goal_id=goal.id))
    session.add(ProjectIdea(project_id=project.id, idea_id=idea.id))
    session.flush()
    return project


def addresses(goal: Goal, idea: Idea, project: Project) -> list[str]:
    paths = ["", "strategi/tema/{theme}-", "maal/", "maal/{goal}-", "ideer/", "ideer/{idea}-"]
    paths += ["ideer/{idea}/versioner", "projekter/", "projekter/{project}-", "svarer-vi-til-tiden"]
    paths += ["foreninger/{organisation}-"]
    ids = {"theme": goal.theme_id, "goal": goal.id, "idea": idea.id, "project": project.id}
    ids["organisation"] = project.organisation_id
    return [f"/vallensbaek/{path}".format(**ids) for path in paths]


def test_pages_cost_the_same_for_one_and_for_twenty(
    client: Any, session: Any, goal: Goal, count_queries: Callable[[], Any]
) -> None:
    asked: list[list[int]] = []
    idea, project = fill(session, goal, 1)
    for _ in range(2):
        asked.append([])
        for path in addresses(goal, idea, project):
            settled = client.get(path, follow_redirects=True).request.path
            with count_queries() as statements:
                assert client.get(settled).status_code == 200
            asked[-1].append(len(statements))
        for _more in range(19):
            fill(session, goal, 1)
        fill_same(session, goal, idea)
    assert asked[0] == asked[1]


def fill_same(session: Any, goal: Goal, idea: Idea) -> None:
    """More of what hangs on one idea."""
    for _ in range(19):
        answer(session, idea, "Ord", AnswerKind.INTERIM)
        add_project(session, goal, idea, "Ord")
        comment = CommentFactory(discussion_id=idea.discussion_id)
        CommentFactory(discussion_id=idea.discussion_id, parent_id=comment.id)
    session.flush()


def test_pages_ask_the_database_little(
    client: Any, session: Any, goal: Goal, count_queries: Callable[[], Any]
) -> None:
    idea, project = fill(session, goal, 3)
    for path in addresses(goal, idea, project):
        settled = client.get(path, follow_redirects=True).request.path
        with count_queries() as statements:
            client.get(settled)
        assert len(statements) <= MOST, (path, statements)


def test_visitors_pages_set_no_cookie_and_hold_no_token(client: Any, session: Any, goal: Goal) -> None:
    idea, project = fill(session, goal, 1)
    for path in [*addresses(goal, idea, project), "/vallensbaek/strategi/"]:
        response = client.get(path, follow_redirects=path.endswith("-"))
        assert response.status_code == 200, path
        assert "Set-Cookie" not in response.headers
        assert "csrf_token" not in response.text
        assert response.headers["Cache-Control"].startswith("public")


def test_what_people_write_is_escaped(
    client: Any, session: Any, goal: Goal, client_of: Callable[[Person], Any], moderator: Person
) -> None:
    goal.title = goal.text = EVIL
    moderator.display_name = EVIL[:80]
    idea, project = fill(session, goal, 1, EVIL[:100])
    idea.author.display_name = EVIL[:80]
    staff = client_of(moderator)
    for path in addresses(goal, idea, project):
        for browser in (client, staff):
            page = browser.get(path, follow_redirects=True).text
            assert "<script>alert" not in page, path
            assert "<img" not in page, path
            assert 'href="javascript:' not in page, path
