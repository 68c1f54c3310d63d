"""Two ideas are merged and separated: every row is what it was, but for when it was touched."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.cases.services import ownership
from participation.discussions import services as discussions
from participation.extensions import Model, db
from participation.follows.models import Follow
from participation.ideas.models import Idea
from participation.ideas.services.answers import AnswerText, answer_for_now
from participation.ideas.services.merging import link
from participation.ideas.services.moves import Details, move, settle
from participation.moderation.services.closing import close_discussion
from participation.moderation.services.hiding import hide_idea, show_idea
from participation.triage.services import merging
from participation.votes.services import support
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.triage.dates import in_days
from tests.triage.test_merging import its_day_has_come

Act = Callable[[Person, Idea], Any]
# What tells that it was done, and how long an idea stood where.
TOLD = {
    "idea_moves", "idea_standings", "log_entries", "log_heads", "merges", "moderation_entries", "news",
}  # fmt: skip
TOUCHED = {"changed_at", "version"}
WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}
ANSWER = AnswerText(doing="Vi spørger.", why="Udvalget ved det.", next_steps="Vent.", department="Park")


def every_row() -> dict[str, list[str]]:
    db.session.flush()
    tables = [table for name, table in Model.metadata.tables.items() if name not in TOLD]
    return {table.name: sorted(map(_said, db.session.execute(select(table)))) for table in tables}


def _said(row: Any) -> str:
    return repr({name: value for name, value in row._mapping.items() if name not in TOUCHED})


@pytest.fixture
def source(author: Person, citizen: Person, moderator: Person) -> Idea:
    """An idea with supporters, followers, a thread, something held, and a related idea."""
    idea: Idea = IdeaFactory(author_id=author.id)
    settle(idea=idea)
    support(actor=citizen, idea=idea)
    for person in (citizen, moderator):
        db.session.add(Follow(idea_id=idea.id, person_id=person.id))
    said = discussions.comment(actor=citizen, discussion=idea.discussion, body="Ja tak.")
    discussions.reply(actor=author, parent=said, body="Godt!")
    discussions.comment(actor=PersonFactory(), discussion=idea.discussion, body="Ring til 010190-1234")
    link(actor=moderator, idea=idea, other=IdeaFactory())
    return idea


@pytest.fixture
def target(citizen: Person, author: Person) -> Idea:
    """Another one, with a supporter and a follower of both."""
    idea: Idea = IdeaFactory(author_id=citizen.id)
    settle(idea=idea)
    for person in (citizen, author):
        support(actor=person, idea=idea)
    db.session.add(Follow(idea_id=idea.id, person_id=citizen.id))
    discussions.comment(actor=author, discussion=idea.discussion, body="Også den.")
    return idea


BEFORE: dict[str, Act] = {
    "open": lambda actor, idea: None,
    "taken": lambda actor, idea: ownership.claim(actor=actor, case=idea.case),
    "closed": lambda actor, idea: close_discussion(actor=actor, idea=idea, **WHY),
    "answered for now": lambda actor, idea: answer_for_now(
        actor=actor, idea=idea, text=ANSWER, until=in_days(40)
    ),
    "under review": lambda actor, idea: move(
        actor=actor, idea=idea, name="start_review", details=Details(review_place="Byrådet", until=in_days(9))
    ),
}


@pytest.mark.parametrize("before", BEFORE)
def test_undoing_leaves_every_row_as_it_was(
    source: Idea, target: Idea, moderator: Person, before: str
) -> None:
    BEFORE[before](moderator, source)
    rows = every_row()
    merging.merge(actor=moderator, source=source, target=target)
    its_day_has_come(source)
    done = merging.merge(actor=moderator, source=source, target=target)
    assert every_row() != rows
    hide_idea(actor=moderator, idea=source, **WHY)
    show_idea(actor=moderator, idea=source, sentence="Den er i orden.")
    merging.undo(actor=moderator, merge=done)
    assert every_row() == rows
