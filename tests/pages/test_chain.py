"""The chain says where we are, what is next, and where and why it stopped."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask, g

from participation.accounts.models import Person
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Idea
from participation.municipalities.models import Municipality
from participation.municipalities.rules import MunicipalitySettings
from participation.pages import chain, goal_chain
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import Project
from participation.projects.queries.serving import Serving
from participation.projects.services.linking import link_idea
from tests.factories.ideas import IdeaFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory

MARCH = datetime(2020, 3, 3, 12, tzinfo=UTC)
STATES = {
    IdeaStatus.DRAFT: "past here next later later",
    IdeaStatus.SUBMITTED: "past here next later later",
    IdeaStatus.RETURNED: "past here next later later",
    IdeaStatus.NOT_ADMITTED: "past broken later later later",
    IdeaStatus.PUBLISHED: "past here next later later",
    IdeaStatus.UNDER_REVIEW: "past past here next later",
    IdeaStatus.ACCEPTED: "past past here next later",
    IdeaStatus.DECLINED: "past past broken later later",
    IdeaStatus.IN_PROGRESS: "past past past here next",
    IdeaStatus.COMPLETED: "past past past past here",
    IdeaStatus.NOT_REALISED: "past past past broken later",
    IdeaStatus.WITHDRAWN: "past broken later later later",
}


@pytest.fixture(autouse=True)
def request_context(app: Flask, municipality: Municipality) -> Iterator[None]:
    with app.test_request_context("/"):
        g.site = type("Site", (), {"slug": "vallensbaek", "settings": MunicipalitySettings()})()
        yield


def idea_in(status: IdeaStatus) -> Idea:
    is_decided = IDEAS.meanings[status].is_decided
    return IdeaFactory(
        status=status,
        goal_id=GoalFactory(title="Grønt").id,
        published_at=None if IDEAS.meanings[status].is_withheld else MARCH,
        decided_at=MARCH if is_decided else None,
        answer_due_at=datetime(2999, 5, 12, 12, tzinfo=UTC),
        changed_at=MARCH,
    )


def states(steps: list[chain.Step]) -> str:
    return " ".join(step.state for step in steps)


@pytest.mark.parametrize("status", sorted(STATES))
def test_every_status_has_its_place(status: IdeaStatus) -> None:
    assert states(chain.of_idea(idea_in(status), [])) == STATES[status]


def test_every_status_but_the_one_that_leads_on_is_covered() -> None:
    assert set(IdeaStatus) - set(STATES) == {IdeaStatus.MERGED}


def test_the_next_promise_has_its_day() -> None:
    assert chain.of_idea(idea_in(IdeaStatus.PUBLISHED), [])[2].text == "Vi svarer senest 12. maj 2999"


def test_a_promise_that_passed_is_not_made_again() -> None:
    idea = idea_in(IdeaStatus.PUBLISHED)
    idea.answer_due_at = MARCH
    assert chain.of_idea(idea, [])[2].text == "Vi lovede svar senest 3. marts 2020. Det mangler endnu"


def test_a_no_says_when_and_why() -> None:
    step = chain.of_idea(idea_in(IdeaStatus.DECLINED), [], reason="Ingen midler i budgettet")[2]
    assert step.text == "Går ikke videre, 3. marts 2020: ingen midler i budgettet"
    assert step.href == "#svar"


def test_what_came_to_nothing_breaks_at_the_project() -> None:
    idea, august = idea_in(IdeaStatus.NOT_REALISED), datetime(2020, 8, 24, 12, tzinfo=UTC)
    steps = chain.of_idea(idea, [], reason="Ingen meldte sig", stopped_at=august)
    assert steps[3].text == "Blev ikke til noget, 24. august 2020: ingen meldte sig"
    assert steps[2].text == "Går videre, 3. marts 2020"


def test_goals_and_projects_are_linked() -> None:
    idea, project = idea_in(IdeaStatus.IN_PROGRESS), ProjectFactory(title="Have", ends_on=date(2999, 6, 1))
    steps = chain.of_idea(idea, [project])
    assert steps[0].href == f"/vallensbaek/maal/{idea.goal_id}-groent"
    assert (steps[3].text, steps[3].href) == ("Have. Planlagt", f"/vallensbaek/projekter/{project.id}-have")
    assert steps[4].text == "Ventes senest 1. juni 2999"


def test_an_idea_outside_the_strategy_says_so() -> None:
    idea = IdeaFactory(is_outside_strategy=True)
    assert chain.of_idea(idea, [])[0].text == "Uden for strategien"


def completed(**more: Any) -> Project:
    return ProjectFactory(status=ProjectStatus.COMPLETED, outcome="Ti træer", completed_at=MARCH, **more)


def test_a_project_links_back_to_goal_and_idea() -> None:
    idea, project = idea_in(IdeaStatus.COMPLETED), completed()
    steps = chain.of_project(project, [idea.goal], [idea])
    assert states(steps) == "past past past past here"
    assert steps[1].href == f"/vallensbaek/ideer/{idea.id}-{idea.slug}"
    assert steps[2].href == f"{steps[1].href}#svar"
    assert steps[4].text == "Ti træer"


def test_a_cancelled_project_says_why() -> None:
    project = ProjectFactory(status=ProjectStatus.CANCELLED, sentence="Grunden blev solgt.")
    steps = chain.of_project(project, [], [])
    assert states(steps) == "past past past broken later"
    assert [step.text for step in steps[:2]] == ["Uden for strategien", "Begyndt uden en idé"]
    assert steps[3].text == "Opgivet: Grunden blev solgt."


def test_a_hidden_idea_was_an_idea_all_the_same(moderator: Person) -> None:
    idea, project = idea_in(IdeaStatus.ACCEPTED), ProjectFactory()
    link_idea(actor=moderator, project=project, idea=idea)
    assert chain.of_project(project, [], [])[1].text == "Idéen kan ikke læses mere"


def test_a_goal_is_told_in_numbers() -> None:
    counts = {IdeaStatus.PUBLISHED: 2, IdeaStatus.ACCEPTED: 1, IdeaStatus.DECLINED: 3}
    steps = goal_chain.of_goal(GoalFactory(), counts, Serving(), "#ideer")
    assert [step.title for step in steps] == ["Mål", "6 idéer", "4 svar", "Projekt", "Resultat"]
    assert steps[2].text == "1 går videre, 3 går ikke videre"
    assert states(steps) == "past past here next later"


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({IdeaStatus.PUBLISHED: 2}, None),
        ({IdeaStatus.UNDER_REVIEW: 1}, "1 er under behandling"),
        ({IdeaStatus.UNDER_REVIEW: 2, IdeaStatus.ACCEPTED: 1}, "1 går videre, 2 er under behandling"),
    ],
)
def test_a_goal_says_what_is_being_looked_at(counts: dict[IdeaStatus, int], words: str | None) -> None:
    assert goal_chain.of_goal(GoalFactory(), counts, Serving(), "#ideer")[2].text == words


def test_a_goal_without_ideas_waits_for_the_first() -> None:
    assert states(goal_chain.of_goal(GoalFactory(), {}, Serving(), "#ideer")) == "here next later later later"


def test_a_paused_project_says_why_and_until_when() -> None:
    project = ProjectFactory(
        status=ProjectStatus.PAUSED, sentence="Jorden er frossen.", resumes_on=date(2999, 4, 1)
    )
    words = "På pause: Jorden er frossen. Vi er tilbage 1. april 2999."
    assert chain.of_project(project, [], [])[3].text == words
    idea = idea_in(IdeaStatus.IN_PROGRESS)
    assert chain.of_idea(idea, [project])[3].text == f"{project.title}. {words}"


def test_a_project_says_when_it_was_last_heard_of() -> None:
    project = ProjectFactory(status=ProjectStatus.ACTIVE, news_at=MARCH)
    assert chain.of_project(project, [], [])[3].text == "I gang, sidste nyt 3. marts 2020"


@pytest.mark.parametrize(
    ("status", "place", "words"),
    [
        (ProjectStatus.PLANNED, 3, "Skulle begynde 3. marts 2020"),
        (ProjectStatus.ACTIVE, 4, "Skulle være færdigt 3. marts 2020"),
    ],
)
def test_days_that_passed_are_not_promised_again(status: ProjectStatus, place: int, words: str) -> None:
    project = ProjectFactory(status=status, starts_on=MARCH.date(), ends_on=MARCH.date())
    assert chain.of_project(project, [], [])[place].text == words


def test_who_treats_the_idea_is_named() -> None:
    idea = idea_in(IdeaStatus.UNDER_REVIEW)
    idea.review_place = "Teknikudvalget"
    words = "Hos Teknikudvalget. Vi svarer senest 12. maj 2999"
    assert chain.of_idea(idea, [])[2].text == words


def test_a_goal_says_what_is_promised_next_and_what_came_to_nothing() -> None:
    statuses = {ProjectStatus.ACTIVE: 2, ProjectStatus.PAUSED: 1, ProjectStatus.CANCELLED: 1}
    projects = Serving(Counter(statuses), [ProjectFactory(ends_on=date(2999, 6, 1))])
    due = datetime(2999, 5, 12, 12, tzinfo=UTC)
    counts = {IdeaStatus.PUBLISHED: 1, IdeaStatus.ACCEPTED: 1}
    steps = goal_chain.of_goal(GoalFactory(), counts, projects, "#ideer", due=due)
    assert steps[2].text == "1 går videre, næste svar senest 12. maj 2999"
    assert steps[3].text == "2 i gang, 1 på pause, 1 opgivet"
    assert steps[4].text == "Ventes senest 1. juni 2999"
    late = goal_chain.of_goal(GoalFactory(), counts, projects, "#ideer", due=MARCH)
    assert late[2].text == "1 går videre, et svar mangler siden 3. marts 2020"
