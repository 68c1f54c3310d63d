"""Reading a discussion: a page of its comments with their replies, in a constant number of statements."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from participation.accounts.models import Person
from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.actors import Actor, Nobody
from participation.foundation.clock import now
from participation.foundation.model import BigKey
from participation.foundation.numbers import row_id

PAGE_SIZE = 50
A_MOMENT = timedelta(minutes=1)
VISITOR = Nobody()


@dataclass(frozen=True)
class ThreadPage:
    """Comments with their replies, oldest first; `newer` and `older` are where the next page begins."""

    comments: list[tuple[Comment, list[Comment]]]
    older: int | None
    newer: int | None


def find_discussion(discussion_id: int) -> Discussion | None:
    """The discussion with that number, when everybody may read it."""
    return db.session.scalar(
        select(Discussion).where(Discussion.id == discussion_id, Discussion.is_public.is_(True))
    )


def _is_seen() -> ColumnElement[bool]:
    """Comments that are there for everybody, and the own ones of whoever asks (`_asked_by`)."""
    return or_(Comment.held_at.is_(None), Comment.author_id == bindparam("viewer_id", type_=BigKey))


def _asked_by(viewer: Actor) -> dict[str, int]:
    return {"viewer_id": viewer.actor_id or 0}


def find(viewer: Actor, comment_id: int) -> Comment | None:
    """The comment with that number, when the viewer may read it."""
    statement = select(Comment).join(Comment.discussion).options(contains_eager(Comment.discussion))
    readable = statement.where(Comment.id == comment_id, Discussion.is_public.is_(True), _is_seen())
    return db.session.scalar(readable, _asked_by(viewer))


def thread(
    discussion: Discussion, *, viewer: Actor = VISITOR, after: int = 0, until: int | None = None
) -> ThreadPage:
    """The comments after one, or the page that ends with one; one or two statements for any number."""
    place = after if until is None else until
    rows, replies = _with_replies(discussion, viewer, _page(is_upwards=until is not None), place)
    has_more = len(rows) > PAGE_SIZE
    if until is None:
        has_older, has_newer, rows = after > 0, has_more, rows[:PAGE_SIZE]
    else:
        newer = _top().where(Comment.discussion_id == discussion.id, Comment.id > until).limit(1)
        has_newer = db.session.scalar(newer, _asked_by(viewer)) is not None
        has_older, rows = has_more, rows[-PAGE_SIZE:]
    return ThreadPage(
        comments=[(comment, replies[comment.id]) for comment in rows],
        older=rows[0].id - 1 if rows and has_older else None,
        newer=rows[-1].id if rows and has_newer else None,
    )


def _top() -> Select[int]:
    """The ids of what is no reply; what is held stays as an empty place where others have replied."""
    reply = aliased(Comment)
    is_answered = exists().where(reply.parent_id == Comment.id, reply.held_at.is_(None))
    return select(Comment.id).where(Comment.parent_id.is_(None), or_(_is_seen(), is_answered))


def is_long(discussion: Discussion) -> bool:
    """Whether the comments fill more than one page."""
    top = _top().where(Comment.discussion_id == discussion.id)
    return len(db.session.scalars(top.limit(PAGE_SIZE + 1), _asked_by(VISITOR)).all()) > PAGE_SIZE


def just_written(
    discussion: Discussion, *, parent_id: int | None, author_id: int, body: str
) -> Comment | None:
    """The author's same words in the same place a moment ago, as a double click or a retry sends them."""
    return db.session.scalar(
        select(Comment).where(
            Comment.discussion_id == discussion.id,
            Comment.parent_id.is_not_distinct_from(parent_id),
            Comment.author_id == author_id,
            Comment.body == body,
            Comment.created_at > now() - A_MOMENT,
            Comment.deleted_at.is_(None),
        )
    )


def has_replies(comment: Comment) -> bool:
    """Whether anybody has replied."""
    return db.session.scalar(select(Comment.id).where(Comment.parent_id == comment.id).limit(1)) is not None


def readable_count() -> Any:
    """What a discussion's counter must be, beside the discussion in an UPDATE."""
    readable = (
        Comment.discussion_id == Discussion.id,
        Comment.deleted_at.is_(None),
        Comment.held_at.is_(None),
    )
    rows = select(func.count()).where(*readable)
    return rows.correlate(Discussion).scalar_subquery()


def place_in(arguments: Mapping[str, str]) -> dict[str, int]:
    """Which page an address asks for; anything odd is the first."""
    for name in ("until", "after"):
        if (number := row_id(arguments.get(name))) is not None:
            return {name: number}
    return {}


@cache
def _page(*, is_upwards: bool) -> Select[Comment]:
    """The comments after a place, or those that end with one, and their replies; made once."""
    place = bindparam("place", type_=BigKey)
    discussion_id = bindparam("discussion_id", type_=BigKey)
    top = _top().where(Comment.discussion_id == discussion_id)
    after, until = top.where(Comment.id > place), top.where(Comment.id <= place)
    wanted = until.order_by(Comment.id.desc()) if is_upwards else after.order_by(Comment.id)
    wanted = wanted.limit(PAGE_SIZE + 1)
    return (
        select(Comment)
        .where(
            Comment.discussion_id == discussion_id,
            or_(Comment.id.in_(wanted), and_(Comment.parent_id.in_(wanted), _is_seen())),
        )
        .options(
            joinedload(Comment.author).load_only(Person.display_name, Person.role),
            joinedload(Comment.organisation),
            joinedload(Comment.home).load_only(Discussion.subject_title, Discussion.is_public),
        )
        .order_by(Comment.id)
    )


def _with_replies(
    discussion: Discussion, viewer: Actor, statement: Select[Comment], place: int
) -> tuple[list[Comment], dict[int, list[Comment]]]:
    """The comments with the wanted ids, oldest first, and what was replied to each."""
    rows: list[Comment] = []
    replies: dict[int, list[Comment]] = defaultdict(list)
    asked = {"discussion_id": discussion.id, "place": place, **_asked_by(viewer)}
    for comment in db.session.scalars(statement, asked):
        (rows if comment.parent_id is None else replies[comment.parent_id]).append(comment)
    return rows, replies


def discussions_of(comments: Collection[Comment]) -> list[Discussion]:
    """Where these stand, the lowest number first, as locks are taken."""
    numbers = {comment.discussion_id for comment in comments}
    found = select(Discussion).where(Discussion.id.in_(numbers)).order_by(Discussion.id)
    return list(db.session.scalars(found))
