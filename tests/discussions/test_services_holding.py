"""Comments that somebody looks at before others see them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState, HoldReason
from participation.cases.models import Case, CaseKind
from participation.discussions import queries, services
from participation.discussions.events import CommentAdded
from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.actors import Nobody
from participation.foundation.clock import now
from participation.foundation.events import HANDLERS
from participation.municipalities.models import Municipality
from tests.factories.ideas import CommentFactory, DiscussionFactory

VISITOR = Nobody()
CPR = "Jeg er Ida, 010190-1234, og jeg er enig."


@pytest.fixture
def discussion(municipality: Municipality) -> Discussion:
    return DiscussionFactory(subject_title="Flere træer", place="ideer/7-flere-traeer")


@pytest.fixture
def heard() -> Any:
    news: list[CommentAdded] = []
    HANDLERS[CommentAdded].append(news.append)
    yield news
    HANDLERS[CommentAdded].remove(news.append)


def seen_by(viewer: Any, discussion: Discussion) -> list[str]:
    return [comment.body for comment, _ in queries.thread(discussion, viewer=viewer).comments]


def case_of(comment: Comment) -> Case:
    return db.session.get_one(Case, comment.case_id)


def test_a_comment_with_a_cpr_number_is_held(
    citizen: Person, moderator: Person, discussion: Discussion, heard: list[CommentAdded]
) -> None:
    held = services.comment(actor=citizen, discussion=discussion, body=CPR)
    assert (held.held_reason, held.held_state) == (HoldReason.CPR, HeldState.WAITING)
    assert discussion.comment_count == 0
    assert heard == []
    assert seen_by(VISITOR, discussion) == seen_by(moderator, discussion) == []
    assert seen_by(citizen, discussion) == [CPR]
    assert queries.find(moderator, held.id) is None


def test_its_case_tells_nothing_but_where_to_look(citizen: Person, discussion: Discussion) -> None:
    case = case_of(services.comment(actor=citizen, discussion=discussion, body=CPR))
    assert case.kind is CaseKind.HELD and case.is_open
    assert case.place == f"opgaver/tilbageholdt/{case.id}"
    assert case.subject_title == "Flere træer"
    assert case.due_at > now()


def test_mending_it_lets_it_out(citizen: Person, discussion: Discussion, heard: list[CommentAdded]) -> None:
    held = services.comment(actor=citizen, discussion=discussion, body=CPR)
    services.edit(actor=citizen, comment=held, body="Jeg er enig.")
    assert not held.is_held and held.held_state is None
    assert not case_of(held).is_open
    assert discussion.comment_count == 1
    assert [event.comment for event in heard] == [held]
    assert seen_by(VISITOR, discussion) == ["Jeg er enig."]


def test_another_number_does_not_let_it_out(citizen: Person, discussion: Discussion) -> None:
    held = services.comment(actor=citizen, discussion=discussion, body=CPR)
    services.edit(actor=citizen, comment=held, body="Så er det 020290 4321.")
    assert held.is_held and case_of(held).is_open
    assert seen_by(VISITOR, discussion) == []


def test_a_change_with_a_number_waits_and_the_old_words_stand(
    citizen: Person, discussion: Discussion
) -> None:
    comment = services.comment(actor=citizen, discussion=discussion, body="Jeg er enig.")
    services.edit(actor=citizen, comment=comment, body=CPR)
    assert seen_by(VISITOR, discussion) == ["Jeg er enig."]
    assert comment.waiting_body == CPR and comment.awaits_look
    assert discussion.comment_count == 1
    services.edit(actor=citizen, comment=comment, body="Helt enig.")
    assert comment.body == "Helt enig." and comment.waiting_body is None
    assert not case_of(comment).is_open


def test_deleting_it_closes_its_case(citizen: Person, discussion: Discussion) -> None:
    held = services.comment(actor=citizen, discussion=discussion, body=CPR)
    case = case_of(held)
    services.delete(actor=citizen, comment=held)
    assert not case.is_open
    assert discussion.comment_count == 0


def test_sending_it_twice_is_one_comment(citizen: Person, discussion: Discussion) -> None:
    first = services.comment(actor=citizen, discussion=discussion, body=CPR)
    assert services.comment(actor=citizen, discussion=discussion, body=CPR) is first


@pytest.mark.parametrize(
    ("since", "is_held"), [(None, True), (timedelta(hours=1), True), (timedelta(days=2), False)]
)
def test_links_of_newcomers_are_held(
    citizen: Person, discussion: Discussion, since: timedelta | None, is_held: bool
) -> None:
    citizen.first_post_at = now() - since if since else None
    written = services.comment(actor=citizen, discussion=discussion, body="Se https://eksempel.dk")
    assert written.is_held is is_held


def test_staff_answer_for_themselves(moderator: Person, discussion: Discussion) -> None:
    assert not services.comment(actor=moderator, discussion=discussion, body=CPR).is_held


def test_everything_is_held_when_the_municipality_says_so(
    citizen: Person, discussion: Discussion, municipality: Municipality
) -> None:
    municipality.settings = municipality.settings | {"holds_everything": True}
    written = services.comment(actor=citizen, discussion=discussion, body="Enig.")
    assert written.held_reason == HoldReason.EVERYTHING


def test_held_back_after_having_been_read(discussion: Discussion, citizen: Person) -> None:
    parent = services.comment(actor=citizen, discussion=discussion, body="Køb nu")
    reply = CommentFactory(discussion_id=discussion.id, parent_id=parent.id, body="Nej")
    services.hold_back(comment=parent, reason=HoldReason.WAVE)
    services.hold_back(comment=parent, reason=HoldReason.WAVE)
    assert discussion.comment_count == 0
    [(shown, replies)] = queries.thread(discussion).comments
    assert shown.is_held and replies == [reply]
    services.let_out(comment=parent)
    assert discussion.comment_count == 1


def test_the_thread_costs_as_much_as_before(
    citizen: Person, discussion: Discussion, count_queries: Callable[[], Any]
) -> None:
    for _ in range(3):
        CommentFactory(discussion_id=discussion.id)
    db.session.flush()
    with count_queries() as statements:
        queries.thread(discussion, viewer=citizen)
    assert len(statements) == 1
