"""Reading a discussion: a page of its comments with their replies, in a constant number of statements."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.actors import VISITOR, Actor
from participation.foundation.clock import now
from participation.foundation.listing import LARGEST_ID

PAGE_SIZE = 50
A_MOMENT = timedelta(minutes=1)


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


def is_seen_by(viewer: Actor) -> ColumnElement[bool]:
    """Comments that are there for everybody, and the viewer's own that are held."""
    shown = Comment.held_at.is_(None)
    return shown if viewer.actor_id is None else or_(shown, Comment.author_id == viewer.actor_id)


def find(viewer: Actor, comment_id: int) -> Comment | None:
    """The comment with that number, when the viewer may read it."""
    statement = select(Comment).join(Comment.discussion).options(contains_eager(Comment.discussion))
    return db.session.scalar(
        statement.where(Comment.id == comment_id, Discussion.is_public.is_(True), is_seen_by(viewer))
    )


def thread(
    discussion: Discussion, *, viewer: Actor = VISITOR, after: int = 0, until: int | None = None
) -> ThreadPage:
    """The comments after one, or the page that ends with one; one or two statements for any number."""
    top = _top(discussion, viewer)
    if until is None:
        wanted = top.where(Comment.id > after).order_by(Comment.id)
    else:
        wanted = top.where(Comment.id <= until).order_by(Comment.id.desc())
    rows, replies = _with_replies(discussion, viewer, wanted.limit(PAGE_SIZE + 1))
    has_more = len(rows) > PAGE_SIZE
    if until is None:
        has_older, has_newer, rows = after > 0, has_more, rows[:PAGE_SIZE]
    else:
        has_newer = db.session.scalar(top.where(Comment.id > until).limit(1)) is not None
        has_older, rows = has_more, rows[-PAGE_SIZE:]
    return ThreadPage(
        comments=[(comment, replies[comment.id]) for comment in rows],
        older=rows[0].id - 1 if rows and has_older else None,
        newer=rows[-1].id if rows and has_newer else None,
    )


def _top(discussion: Discussion, viewer: Actor) -> Select[int]:
    """The ids of what is no reply; what is held stays as an empty place where others have replied."""
    reply = aliased(Comment)
    is_answered = exists().where(reply.parent_id == Comment.id, reply.held_at.is_(None))
    return select(Comment.id).where(
        Comment.discussion_id == discussion.id,
        Comment.parent_id.is_(None),
        or_(is_seen_by(viewer), is_answered),
    )


def is_long(discussion: Discussion) -> bool:
    """Whether the comments fill more than one page."""
    return len(db.session.scalars(_top(discussion, VISITOR).limit(PAGE_SIZE + 1)).all()) > PAGE_SIZE


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


def place_in(arguments: Mapping[str, str]) -> dict[str, int]:
    """Which page an address asks for; anything odd is the first."""
    for name in ("until", "after"):
        value = arguments.get(name, "")
        if value.isascii() and value.isdigit() and len(value) < 20 and int(value) <= LARGEST_ID:
            return {name: int(value)}
    return {}


def _with_replies(
    discussion: Discussion, viewer: Actor, wanted: Select[int]
) -> tuple[list[Comment], dict[int, list[Comment]]]:
    """The comments with the wanted ids, oldest first, and what was replied to each."""
    rows: list[Comment] = []
    replies: dict[int, list[Comment]] = defaultdict(list)
    statement = (
        select(Comment)
        .where(
            Comment.discussion_id == discussion.id,
            or_(Comment.id.in_(wanted), and_(Comment.parent_id.in_(wanted), is_seen_by(viewer))),
        )
        .options(joinedload(Comment.author), joinedload(Comment.discussion))
    )
    for comment in db.session.scalars(statement.order_by(Comment.id)):
        (rows if comment.parent_id is None else replies[comment.parent_id]).append(comment)
    return rows, replies
