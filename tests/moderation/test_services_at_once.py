"""Two colleagues act on the same thing at the same moment: it is done once, and told once.

What the other one has committed meanwhile is written here behind the session's back, so that only who asks
again under the row's lock sees it.
"""

from typing import Any

import pytest
from sqlalchemy import Connection, event, select, update

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.ideas.models import Addition, Idea
from participation.moderation.models import Matter, ModerationEntry
from participation.moderation.queries import held as queries
from participation.moderation.services import closing, hiding, holding, updates
from participation.moderation.services.reports import ReportText, report
from participation.organisations.models import Organisation
from participation.projects.models import ProjectUpdate
from tests.factories.held import held_addition
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.projects import UpdateFactory

WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}
HIDING: dict[str, tuple[Any, Any, Any]] = {
    "idea": (Idea, IdeaFactory, hiding.hide_idea),
    "comment": (Comment, CommentFactory, hiding.hide_comment),
    "organisation": (Organisation, OrganisationFactory, hiding.hide_organisation),
    "update": (ProjectUpdate, UpdateFactory, updates.hide_update),
}


def meanwhile(kind: type[Any], number: int, **values: Any) -> None:
    """What another transaction has committed."""
    statement = update(kind).where(kind.id == number).values(**values)
    db.session.execute(statement, execution_options={"synchronize_session": False})


def entries() -> list[ModerationEntry]:
    return list(db.session.scalars(select(ModerationEntry)))


@pytest.mark.parametrize("name", HIDING)
def test_what_a_colleague_has_just_hidden_is_not_hidden_twice(moderator: Person, name: str) -> None:
    kind, factory, hide = HIDING[name]
    thing = factory()
    meanwhile(kind, thing.id, hidden_at=now())
    with pytest.raises(RuleViolation):
        hide(actor=moderator, **{name: thing}, **WHY)
    assert entries() == []


def test_a_discussion_is_closed_once(moderator: Person) -> None:
    idea = IdeaFactory()
    meanwhile(Idea, idea.id, discussion_closed_at=now())
    with pytest.raises(RuleViolation):
        closing.close_discussion(actor=moderator, idea=idea, **WHY)
    assert entries() == []


def test_an_addition_is_decided_about_once(author: Person, moderator: Person) -> None:
    _idea, addition = held_addition(author)
    held = queries.find(addition.case_id or 0)
    assert held is not None
    meanwhile(Addition, addition.id, held_state=HeldState.REFUSED)
    with pytest.raises(StaleVersion):
        holding.release(actor=moderator, held=held)
    assert entries() == []


def test_who_reported_is_answered_once(
    citizen: Person, moderator: Person, comment: Comment, connection: Connection
) -> None:
    matter_id = report(actor=citizen, subject=comment, text=ReportText("offensive", "Se her.")).matter_id
    db.session.expire_all()
    db.session.expunge(db.session.get_one(Matter, matter_id))
    settled = update(Matter).where(Matter.id == matter_id).values(settled_at=now())
    # Found while it waits, and settled before it can be locked.
    event.listen(Matter, "load", lambda *_loaded: connection.execute(settled), once=True)
    hiding.hide_comment(actor=moderator, comment=comment, **WHY)
    assert db.session.get_one(Matter, matter_id).outcome is None
