"""Comments: two levels, and a counter that equals what stands."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import delete, func, select, update

from participation.accounts.models import Person
from participation.discussions import queries, services
from participation.discussions.events import CommentAdded
from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, StaleVersion
from participation.foundation.events import HANDLERS
from tests.factories.ideas import CommentFactory, DiscussionFactory


def rows(discussion: Discussion) -> int:
    standing = (Comment.discussion_id == discussion.id, Comment.deleted_at.is_(None))
    return db.session.scalar(select(func.count()).select_from(Comment).where(*standing)) or 0


def test_comment_and_reply_count(citizen: Person, author: Person) -> None:
    discussion = DiscussionFactory()
    first = services.comment(actor=citizen, discussion=discussion, body="Ja")
    services.reply(actor=author, parent=first, body="Tak")
    assert discussion.comment_count == rows(discussion) == 2


def test_news_names_the_parent(citizen: Person) -> None:
    heard: list[CommentAdded] = []
    HANDLERS[CommentAdded].append(heard.append)
    try:
        first = services.comment(actor=citizen, discussion=DiscussionFactory(), body="Ja")
        second = services.reply(actor=citizen, parent=first, body="Nej")
    finally:
        HANDLERS[CommentAdded].remove(heard.append)
    assert heard == [CommentAdded(first, None), CommentAdded(second, first)]


def test_a_reply_is_not_replied_to(citizen: Person) -> None:
    first = services.comment(actor=citizen, discussion=DiscussionFactory(), body="Ja")
    second = services.reply(actor=citizen, parent=first, body="Nej")
    with pytest.raises(Forbidden):
        services.reply(actor=citizen, parent=second, body="Jo")


@pytest.mark.parametrize("closed", [{"is_open": False}, {"is_public": False}])
def test_a_closed_discussion_takes_no_comment(citizen: Person, closed: dict[str, bool]) -> None:
    with pytest.raises(Forbidden):
        services.comment(actor=citizen, discussion=DiscussionFactory(**closed), body="Ja")


def test_only_the_author_mends_a_comment(citizen: Person, author: Person, moderator: Person) -> None:
    comment = CommentFactory(author_id=author.id)
    assert [can(person, "discussions.edit", comment) for person in (author, citizen, moderator)] == [
        True,
        False,
        False,
    ]
    services.edit(actor=author, comment=comment, body="Rettet")
    assert comment.body == "Rettet" and comment.edited_at is not None


def test_a_deleted_comment_leaves_nothing(citizen: Person) -> None:
    discussion = DiscussionFactory()
    comment = services.comment(actor=citizen, discussion=discussion, body="Ja")
    services.delete(actor=citizen, comment=comment)
    assert discussion.comment_count == 0
    assert db.session.scalar(select(func.count()).select_from(Comment)) == 0


def test_a_deleted_comment_with_replies_stays_without_words(citizen: Person) -> None:
    discussion = DiscussionFactory()
    comment = services.comment(actor=citizen, discussion=discussion, body="Ja")
    services.reply(actor=citizen, parent=comment, body="Nej")
    services.delete(actor=citizen, comment=comment)
    assert comment.body == "" and comment.deleted_at is not None
    assert discussion.comment_count == rows(discussion) == 1
    assert not can(citizen, "discussions.delete", comment)


def test_what_is_hidden_is_not_mended(author: Person) -> None:
    comment = CommentFactory(author_id=author.id, hidden_at=now())
    assert not can(author, "discussions.edit", comment)
    assert not can(author, "discussions.reply", comment)


def test_long_threads_come_in_pages(citizen: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE_SIZE", 2)
    discussion = DiscussionFactory()
    ids = [CommentFactory(discussion_id=discussion.id).id for _ in range(5)]
    first = queries.thread(discussion)
    assert ([row.id for row, _ in first.comments], first.older, first.newer) == (ids[:2], None, ids[1])
    second = queries.thread(discussion, after=ids[1])
    assert ([row.id for row, _ in second.comments], second.newer) == (ids[2:4], ids[3])
    last = queries.thread(discussion, until=ids[4])
    assert ([row.id for row, _ in last.comments], last.newer) == (ids[3:], None)
    assert queries.is_long(discussion)


@pytest.mark.parametrize("value", ["", "x", "-1", "²", "9" * 30])
def test_an_odd_place_is_the_first_page(value: str) -> None:
    assert queries.place_in({"until": value}) == {}


def behind_our_back(statement: Any) -> None:
    """What another request has done since ours read."""
    db.session.execute(statement, execution_options={"synchronize_session": False})


def test_a_comment_deleted_twice_at_once_counts_once(citizen: Person) -> None:
    comment = services.comment(actor=citizen, discussion=DiscussionFactory(), body="Ja")
    behind_our_back(delete(Comment).where(Comment.id == comment.id))
    with pytest.raises(StaleVersion):
        services.delete(actor=citizen, comment=comment)


def test_a_discussion_closed_meanwhile_takes_no_comment(citizen: Person) -> None:
    discussion = DiscussionFactory()
    behind_our_back(update(Discussion).values(is_open=False))
    with pytest.raises(Forbidden):
        services.comment(actor=citizen, discussion=discussion, body="Ja")


def test_a_double_click_is_one_comment(citizen: Person, author: Person) -> None:
    discussion = DiscussionFactory()
    first = services.comment(actor=citizen, discussion=discussion, body="Ja")
    assert services.comment(actor=citizen, discussion=discussion, body="Ja") is first
    services.comment(actor=author, discussion=discussion, body="Ja")
    services.reply(actor=citizen, parent=first, body="Ja")
    with time_machine.travel(now() + timedelta(minutes=2)):
        services.comment(actor=citizen, discussion=discussion, body="Ja")
    assert discussion.comment_count == rows(discussion) == 4
