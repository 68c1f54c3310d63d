"""Reading a discussion: a page of its comments with their replies, in a constant number of statements."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.listing import LARGEST_ID

PAGE_SIZE = 50


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


def find(comment_id: int) -> Comment | None:
    """The comment with that number, when everybody may read its discussion."""
    statement = select(Comment).join(Comment.discussion).options(contains_eager(Comment.discussion))
    return db.session.scalar(statement.where(Comment.id == comment_id, Discussion.is_public.is_(True)))


def thread(discussion: Discussion, *, after: int = 0, until: int | None = None) -> ThreadPage:
    """The comments after one, or the page that ends with one; two or three statements for any number."""
    top = _comments(discussion).where(Comment.parent_id.is_(None))
    if until is None:
        rows = list(
            db.session.scalars(top.where(Comment.id > after).order_by(Comment.id).limit(PAGE_SIZE + 1))
        )
        has_older, has_newer, rows = after > 0, len(rows) > PAGE_SIZE, rows[:PAGE_SIZE]
    else:
        last = top.where(Comment.id <= until).order_by(Comment.id.desc())
        rows = list(db.session.scalars(last.limit(PAGE_SIZE + 1)))
        has_newer = db.session.scalar(top.where(Comment.id > until).limit(1)) is not None
        has_older, rows = len(rows) > PAGE_SIZE, rows[:PAGE_SIZE][::-1]
    replies = _replies(discussion, rows)
    return ThreadPage(
        comments=[(comment, replies[comment.id]) for comment in rows],
        older=rows[0].id - 1 if rows and has_older else None,
        newer=rows[-1].id if rows and has_newer else None,
    )


def is_long(discussion: Discussion) -> bool:
    """Whether the comments fill more than one page."""
    top = select(Comment.id).where(Comment.discussion_id == discussion.id, Comment.parent_id.is_(None))
    return len(db.session.scalars(top.limit(PAGE_SIZE + 1)).all()) > PAGE_SIZE


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


def _comments(discussion: Discussion) -> Select[Comment]:
    return (
        select(Comment)
        .where(Comment.discussion_id == discussion.id)
        .options(joinedload(Comment.author), joinedload(Comment.discussion))
    )


def _replies(discussion: Discussion, comments: list[Comment]) -> dict[int, list[Comment]]:
    found: dict[int, list[Comment]] = defaultdict(list)
    wanted = _comments(discussion).where(Comment.parent_id.in_([comment.id for comment in comments]))
    for reply in db.session.scalars(wanted.order_by(Comment.id)):
        assert reply.parent_id is not None
        found[reply.parent_id].append(reply)
    return found
