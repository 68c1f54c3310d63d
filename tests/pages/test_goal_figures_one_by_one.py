"""Each kind of act once, and a goal's figures recounted after it: what chance may leave out elsewhere."""

from collections.abc import Iterator

from participation.accounts.models import Person
from participation.ideas.queries.merging import merge_of
from participation.outcomes.lifecycle import Helped
from participation.projects.services import linking
from participation.triage.services import merging
from participation.web.letters import desk
from tests.pages.test_goal_figures import Goals


def story(machine: Goals) -> Iterator[None]:
    """Each kind of act once, so that none is left to chance."""
    project, others = machine.projects[0], machine.ideas
    yield machine.proposes(0)
    yield machine.serves(0, {0, 1})
    yield machine.links(linking.link_idea, 0, 0)
    yield machine.takes_part(0, 0, is_joining=True)
    for name in ("pause", "resume", "complete"):
        yield machine.move_project(project, name)
    yield machine.tells(0, 1200)
    yield machine.answer(0, [Helped.YES] * 4 + [Helped.NO])
    for name in ("reopen", "cancel"):
        yield machine.move_project(project, name)
    yield machine.links(linking.unlink_idea, 0, 0)
    yield machine.attempt(machine.merge, source=others[0], target=others[1])
    yield machine.attempt(merging.undo, merge=merge_of(others[0]))
    yield machine.hides(2)
    yield machine.hides(2)
    yield machine.attempt(machine.delete, subject=others[1])
    yield machine.goes_away(0)


def test_each_kind_of_act_leaves_the_figures_right(moderator: Person, administrator: Person) -> None:
    with desk("da"):
        machine = Goals(moderator.id, administrator.id)
        for _ in story(machine):
            machine.everything_is_a_recount()
        assert machine.refused == []
        machine.teardown()
