"""Whatever happens to projects and links, each idea is where the rule says it is."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.accounts.models import Person
from participation.extensions import db
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.queries.moves import all_moves_of
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project
from participation.projects.queries import statuses_of_idea
from participation.projects.rules import status_of_idea
from participation.projects.services.linking import link_idea, unlink_idea
from participation.projects.services.moves import Words, move
from tests.factories.ideas import IdeaFactory
from tests.factories.projects import ProjectFactory

WORDS = Words(sentence="Derfor.", outcome="Det blev godt.")
number = st.integers(0, 2)
links = st.tuples(st.sampled_from([link_idea, unlink_idea]), number, number)
steps = st.tuples(st.sampled_from([step.name for step in PROJECTS.moves]), number, number)


def act(actor: Person, what: Any, project: Project, idea: Idea) -> None:
    """Link, unlink, or make the move where it is possible now."""
    if callable(what):
        what(actor=actor, project=project, idea=idea)
    elif project.status in PROJECTS.move(what).sources:
        move(actor=actor, project=project, name=what, words=WORDS)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=st.lists(links | steps, max_size=15))
def test_ideas_are_where_the_rule_says(moderator: Person, acts: list[tuple[Any, int, int]]) -> None:
    with db.session.begin_nested() as savepoint:
        ideas = [IdeaFactory(status=IdeaStatus.ACCEPTED) for _ in range(3)]
        projects = [ProjectFactory() for _ in range(3)]
        for what, which_project, which_idea in acts:
            act(moderator, what, projects[which_project], ideas[which_idea])
            for idea in ideas:
                assert idea.status is status_of_idea(statuses_of_idea(idea))
        savepoint.rollback()


def test_an_idea_says_why_its_project_was_cancelled(moderator: Person) -> None:
    idea = IdeaFactory(status=IdeaStatus.ACCEPTED)
    project = ProjectFactory()
    link_idea(actor=moderator, project=project, idea=idea)
    move(actor=moderator, project=project, name="cancel", words=Words(sentence="Jorden var forurenet."))
    said = all_moves_of(idea)[-1]
    assert (said.name, said.sentence, said.is_public) == ("give_up", "Jorden var forurenet.", True)
