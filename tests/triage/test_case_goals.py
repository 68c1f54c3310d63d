"""A case carries its idea's goal, whatever happens to the idea."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.cases.models import Case
from participation.extensions import db
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.ideas.queries.merging import merge_of
from participation.ideas.rules import TOLD_AFTER
from participation.ideas.services import taking_back, writing
from participation.ideas.services.moves import Details, move
from participation.ideas.services.versions import IdeaText
from participation.moderation.services import hiding
from participation.triage.services import merging
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory
from tests.triage.test_merging import its_day_has_come

Steps = Iterator[None]


def carried() -> bool:
    """Every case has the goal of its idea, as the database has both."""
    db.session.flush()
    pairs = db.session.execute(select(Case.goal_id, Idea.goal_id).join(Idea, Idea.case_id == Case.id)).all()
    return bool(pairs) and all(of_case == of_idea for of_case, of_idea in pairs)


def written(title: str, goal_id: int | None, is_outside: bool = False) -> IdeaText:
    return IdeaText(title, "Der er for varmt om sommeren.", "", goal_id, is_outside)


def sent(author: Person) -> Idea:
    idea = writing.propose(actor=author, text=written("Flere træer", None))
    writing.submit(actor=author, idea=idea)
    return idea


def publishing(author: Person, moderator: Person) -> Steps:
    """Sent without a goal, placed in the queue, taken back, placed elsewhere."""
    idea = sent(author)
    yield
    placed = Details(goal_id=GoalFactory().id, told_from=now() + TOLD_AFTER)
    logged = move(actor=moderator, idea=idea, name="publish", details=placed)
    yield
    taking_back.undo(actor=moderator, idea=idea, logged=logged)
    yield
    move(actor=moderator, idea=idea, name="publish", details=Details(is_outside_strategy=True))
    yield


def editing(author: Person, moderator: Person) -> Steps:
    """Changed before publication, afterwards, and by a text that waits until somebody agrees."""
    idea = sent(author)
    for goal_id in (GoalFactory().id, GoalFactory().id):
        writing.edit(actor=author, idea=idea, text=written("Flere træer", goal_id))
        yield
    move(actor=moderator, idea=idea, name="publish")
    writing.edit(actor=author, idea=idea, text=written("Mange træer", GoalFactory().id))
    yield
    idea.support_count = 12
    writing.edit(actor=author, idea=idea, text=written("Helt andre træer", None, is_outside=True))
    yield
    assert idea.goal_id is not None
    writing.decide_version(actor=moderator, idea=idea, agrees=True)
    assert idea.goal_id is None
    yield


def joining(author: Person, moderator: Person) -> Steps:
    """Merged and undone, hidden and shown."""
    source, target = (IdeaFactory(goal_id=GoalFactory().id, author=author) for _ in range(2))
    act = partial(merging.merge, actor=moderator, source=source, target=target)
    act()
    its_day_has_come(source)
    act()
    yield
    merge = merge_of(source)
    assert merge is not None
    merging.undo(actor=moderator, merge=merge)
    yield
    hiding.hide_idea(actor=moderator, idea=target, reason_code="tone", sentence="Tonen er for hård.")
    yield
    hiding.show_idea(actor=moderator, idea=target, sentence="Den er i orden.")
    yield


@pytest.mark.parametrize("sequence", [publishing, editing, joining])
def test_a_case_has_the_goal_of_its_idea(
    sequence: Callable[[Person, Person], Steps], author: Person, moderator: Person
) -> None:
    for _ in sequence(author, moderator):
        assert carried()
