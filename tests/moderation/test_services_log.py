"""What becomes an entry of the internal log, what it holds, and what happens when a transaction does not."""

from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from participation.accounts.models import Person, Role
from participation.accounts.services.roles import change_role
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.tenancy import municipality_context
from participation.ideas.models import Idea
from participation.ideas.services.writing import add_to
from participation.moderation.models import LogEntry, LogHead
from participation.moderation.queries import log
from participation.moderation.services.hiding import hide_idea
from participation.municipalities.models import Municipality
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory

WHY = {"reason_code": "private_persons", "sentence": "Der står et navn."}


def entries() -> list[LogEntry]:
    return list(db.session.scalars(select(LogEntry).order_by(LogEntry.number)))


def hide(moderator: Person) -> Idea:
    idea = IdeaFactory()
    hide_idea(actor=moderator, idea=idea, **WHY)
    return idea


def test_act_of_staff_becomes_an_entry_of_ids_and_codes(moderator: Person) -> None:
    idea = hide(moderator)
    db.session.commit()
    (entry,) = entries()
    assert (entry.number, entry.kind, entry.actor_id) == (1, "content_hidden", moderator.id)
    assert entry.subjects["idea_id"] == idea.id
    assert entry.facts == {"reason": "private_persons"}
    assert "navn" not in str(vars(entry))


def test_resident_s_own_act_is_nobody_s_business(municipality: Municipality) -> None:
    idea = IdeaFactory()
    add_to(actor=idea.author, idea=idea, body="Også på torvet.")
    db.session.commit()
    assert entries() == []


def test_system_and_who_gives_up_a_role_are_kept(administrator: Person) -> None:
    change_role(actor=SYSTEM, person=PersonFactory(), role=Role.ADMINISTRATOR)
    change_role(actor=administrator, person=administrator, role=Role.CITIZEN)
    db.session.commit()
    said = [(entry.actor_id, entry.facts["before"], entry.facts["after"]) for entry in entries()]
    assert said == [(None, "citizen", "administrator"), (administrator.id, "administrator", "citizen")]


def test_entries_follow_each_other_over_transactions(moderator: Person) -> None:
    for _ in range(3):
        hide(moderator)
        hide(moderator)
        db.session.commit()
    assert [entry.number for entry in entries()] == [1, 2, 3, 4, 5, 6]
    assert log.end_of_chain() == (6, entries()[-1].hash)
    assert log.broken_entry() is None and log.is_sound(entries()[2:4])


def test_what_is_rolled_back_leaves_nothing(moderator: Person) -> None:
    db.session.commit()
    hide(moderator)
    db.session.rollback()
    hide(moderator)
    db.session.commit()
    assert [entry.number for entry in entries()] == [1]


def test_what_a_savepoint_undoes_leaves_nothing(moderator: Person) -> None:
    kept = hide(moderator)
    outer = db.session.begin_nested()
    with db.session.begin_nested():
        hide(moderator)
    outer.rollback()
    with db.session.begin_nested():
        other = hide(moderator)
    assert entries() == []
    db.session.commit()
    assert [entry.subjects["idea_id"] for entry in entries()] == [kept.id, other.id]


def test_each_municipality_has_its_own_chain(moderator: Person, other_municipality: Municipality) -> None:
    hide(moderator)
    with municipality_context(other_municipality.id):
        change_role(actor=SYSTEM, person=PersonFactory(), role=Role.MODERATOR)
    db.session.commit()
    with municipality_context(other_municipality.id):
        assert [(entry.number, entry.kind) for entry in entries()] == [(1, "role_changed")]
    assert [(entry.number, entry.kind) for entry in entries()] == [(1, "content_hidden")]


STATEMENTS = (
    update(LogEntry).values(kind="nothing"),
    delete(LogEntry),
    delete(LogHead),
    update(LogHead).values(number=0),
)


@pytest.mark.parametrize("statement", STATEMENTS, ids=str)
def test_database_refuses_to_change_the_log(moderator: Person, statement: Any) -> None:
    hide(moderator)
    db.session.commit()
    with pytest.raises(DBAPIError, match="append-only"), db.session.begin_nested():
        db.session.execute(statement)
