"""Many ideas at once: done, refused one by one, told later, and taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person, Role
from participation.cases.models import CaseDisqualification
from participation.extensions import db
from participation.foundation.clock import at, now, today
from participation.foundation.errors import Forbidden
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Answer, IdeaMove, IdeaVersion
from participation.ideas.rules import UNDO_WITHIN
from participation.ideas.services.answers import AnswerText
from participation.ideas.services.taking_back import TOO_LATE
from participation.notifications.models import News, Notification
from participation.notifications.services import news
from participation.triage.models import BulkAct, ItemState
from participation.triage.queries.bulk import GONE, THEY_ARE_BARRED
from participation.triage.rules import bulk as rules
from participation.triage.services.bulk import doing
from participation.triage.services.bulk.undoing import undo
from participation.votes.models import Vote
from participation.votes.services import support
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.municipalities import ReasonFactory
from tests.notifications.conftest import tell, told
from tests.triage.bulk import as_it_is, done, items, prepared, submitted

ANSWER = AnswerText(doing="Vi gør det ikke.", why="Det er for dyrt.", department="Park og Vej")


def count(kind: type) -> int:
    return db.session.scalar(select(func.count()).select_from(kind)) or 0


def test_all_are_published_and_told_later(moderator: Person) -> None:
    chosen = [submitted() for _ in range(3)]
    bulk = done(moderator, "publish", chosen)
    assert {idea.status for idea in chosen} == {IdeaStatus.PUBLISHED}
    assert {item.state for item in items(bulk)} == {ItemState.DONE}
    assert not news.tell_next()
    with at(now() + timedelta(minutes=11)):
        while news.tell_next():
            pass
    assert count(Notification) == 3


def test_whoever_cannot_is_left_with_a_reason(moderator: Person) -> None:
    fit, lacking, gone = submitted(), submitted(is_outside_strategy=False), submitted()
    bulk = prepared(moderator, "publish", [fit, lacking, gone])
    gone.title = "En anden titel"
    db.session.flush()
    doing.carry_out(actor=moderator, bulk=bulk)
    by_case = {item.case_id: item for item in items(bulk)}
    assert by_case[fit.case_id].state is ItemState.DONE
    assert "goal" in by_case[lacking.case_id].refusal
    assert "changed" in by_case[gone.case_id].refusal
    assert lacking.status is gone.status is IdeaStatus.SUBMITTED


@pytest.mark.parametrize("name", ["publish", "return", "refuse"])
def test_undoing_gives_back_precisely_what_was(name: str, moderator: Person) -> None:
    chosen = [submitted(discussion_id=None) for _ in range(2)]
    before = [as_it_is(idea) | {"discussion": None} for idea in chosen]
    reason = ReasonFactory()
    bulk = done(moderator, name, chosen, reason_code=reason.code, sentence="Skriv, hvor.")
    undo(actor=moderator, bulk=bulk)
    after = [as_it_is(idea) | {"discussion": None} for idea in chosen]
    assert after == before
    assert (count(News), count(Vote), count(IdeaVersion)) == (0, 0, 0)
    assert {item.state for item in items(bulk)} == {ItemState.UNDONE}


@pytest.mark.parametrize("name", ["decline", "answer_for_now", "start_review"])
def test_an_answer_goes_with_its_move(name: str, moderator: Person) -> None:
    idea = IdeaFactory(answer_due_at=now(), first_answer_due_at=now(), support_closes_at=now())
    doing.moves.settle(idea=idea)
    before, reason = as_it_is(idea), ReasonFactory()
    said = {"until": today() + timedelta(days=30), "review_place": "Teknikudvalget"}
    bulk = done(moderator, name, [idea], answer=ANSWER, reason_code=reason.code, **said)
    assert as_it_is(idea) != before
    undo(actor=moderator, bulk=bulk)
    assert as_it_is(idea) == before
    assert (count(Answer), count(News)) == (0, 0)


def test_neither_shows_in_the_history_but_staff_sees_both(moderator: Person) -> None:
    idea = submitted()
    undo(actor=moderator, bulk=done(moderator, "publish", [idea]))
    assert ideas.moves_of(idea, whole=True) == []
    assert [move.name for move in ideas.all_moves_of(idea)] == ["publish", "undo"]


def test_only_for_ten_minutes(moderator: Person) -> None:
    idea = submitted()
    bulk = done(moderator, "publish", [idea])
    with at(now() + UNDO_WITHIN):
        undo(actor=moderator, bulk=bulk)
    assert idea.status is IdeaStatus.PUBLISHED
    assert "too late" in items(bulk)[0].refusal


def test_a_colleagues_change_keeps_exactly_that_one(moderator: Person) -> None:
    one, other = submitted(), submitted()
    bulk = done(moderator, "publish", [one, other])
    one.title = "Rettet af en kollega"
    db.session.flush()
    undo(actor=moderator, bulk=bulk)
    assert (one.status, other.status) == (IdeaStatus.PUBLISHED, IdeaStatus.SUBMITTED)
    assert items(bulk)[0].refusal


def test_a_single_one_is_taken_back(moderator: Person) -> None:
    one, other = submitted(), submitted()
    bulk = done(moderator, "publish", [one, other])
    undo(actor=moderator, bulk=bulk, item_ids=[items(bulk)[0].id])
    assert (one.status, other.status) == (IdeaStatus.SUBMITTED, IdeaStatus.PUBLISHED)


def test_what_a_resident_has_done_is_not_made_invisible(moderator: Person, citizen: Person) -> None:
    supported, discussed = submitted(), submitted()
    bulk = done(moderator, "publish", [supported, discussed])
    support(actor=citizen, idea=supported)
    CommentFactory(discussion_id=discussed.discussion_id)
    undo(actor=moderator, bulk=bulk)
    assert supported.status is discussed.status is IdeaStatus.PUBLISHED
    assert supported.support_count == 2


def test_a_long_list_goes_on_in_pages(moderator: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doing, "AT_ONCE", 2)
    chosen = [submitted() for _ in range(5)]
    bulk = done(moderator, "publish", chosen)
    assert sum(idea.status is IdeaStatus.PUBLISHED for idea in chosen) == 2
    while bulk.is_running:
        doing.carry_on()
        db.session.flush()
    assert {idea.status for idea in chosen} == {IdeaStatus.PUBLISHED}
    assert db.session.scalar(select(func.count()).where(IdeaMove.name == "publish")) == 5


def test_twice_is_once(moderator: Person) -> None:
    bulk = done(moderator, "publish", [submitted()])
    doing.carry_out(actor=moderator, bulk=bulk)
    assert db.session.scalar(select(func.count()).where(IdeaMove.name == "publish")) == 1


def test_nobody_else_does_it(moderator: Person, administrator: Person, citizen: Person) -> None:
    bulk = prepared(moderator, "publish", [submitted()])
    for person in (administrator, citizen):
        with pytest.raises(Forbidden):
            doing.carry_out(actor=person, bulk=bulk)


def test_cases_are_taken_and_put_back(moderator: Person, administrator: Person) -> None:
    free, theirs = submitted(), submitted()
    assert theirs.case
    theirs.case.owner_id = administrator.id
    bulk = done(moderator, "claim", [free, theirs])
    assert free.case
    assert (free.case.owner_id, theirs.case.owner_id) == (moderator.id, administrator.id)
    undo(actor=moderator, bulk=bulk)
    assert (free.case.owner_id, theirs.case.owner_id) == (None, administrator.id)


def test_cases_are_given_to_a_colleague_who_hears_of_it_once(moderator: Person, citizen: Person) -> None:
    colleague = PersonFactory(role=Role.MODERATOR, display_name="Bo")
    chosen = [submitted() for _ in range(3)]
    done(moderator, "assign", chosen, colleague_id=colleague.id)
    assert {idea.case.owner_id for idea in chosen if idea.case} == {colleague.id}
    assert not news.tell_next()
    with at(now() + timedelta(minutes=11)):
        tell()
    assert told() == [("tasks_given", "Bo")]


def test_what_was_given_is_given_back_and_nobody_hears_of_it(
    moderator: Person, administrator: Person
) -> None:
    colleague = PersonFactory(role=Role.MODERATOR)
    free, theirs = submitted(), submitted()
    assert free.case and theirs.case
    theirs.case.owner_id = administrator.id
    bulk = done(moderator, "assign", [free, theirs], colleague_id=colleague.id)
    undo(actor=moderator, bulk=bulk)
    assert (free.case.owner_id, theirs.case.owner_id) == (None, administrator.id)
    with at(now() + timedelta(minutes=11)):
        tell()
    assert told() == []


def test_after_ten_minutes_it_is_the_colleagues(moderator: Person) -> None:
    colleague, idea = PersonFactory(role=Role.MODERATOR), submitted()
    bulk = done(moderator, "assign", [idea], colleague_id=colleague.id)
    with at(now() + UNDO_WITHIN):
        undo(actor=moderator, bulk=bulk)
    assert idea.case and idea.case.owner_id == colleague.id
    assert items(bulk)[0].refusal == TOO_LATE


def test_who_takes_no_part_is_given_nothing(moderator: Person) -> None:
    colleague, barred, other = PersonFactory(role=Role.MODERATOR), submitted(), submitted()
    assert barred.case and other.case
    db.session.add(CaseDisqualification(case_id=barred.case_id, person_id=colleague.id))
    db.session.flush()
    bulk = done(moderator, "assign", [barred, other], colleague_id=colleague.id)
    assert (barred.case.owner_id, other.case.owner_id) == (None, colleague.id)
    assert [item.refusal for item in items(bulk)] == [THEY_ARE_BARRED, ""]


def test_a_resident_is_given_nothing(moderator: Person, citizen: Person) -> None:
    bulk = done(moderator, "assign", [submitted()], colleague_id=citizen.id)
    assert [item.refusal for item in items(bulk)] == [GONE]


def test_previews_are_forgotten(moderator: Person) -> None:
    prepared(moderator, "publish", [submitted()])
    with at(now() + rules.KEPT_FOR + timedelta(minutes=1)):
        doing.forget_previews()
    assert count(BulkAct) == 0
