"""What has come in lately, and the waves that were seen in it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from participation.accounts.models import Person, Role
from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.lifecycle import DRAFTS
from participation.ideas.models import Idea
from participation.moderation.models import Wave, WaveEntry, WaveKind
from participation.moderation.rules.waves import MOST

Post = Idea | Comment


def posts_since(moment: datetime) -> list[tuple[Post, str]]:
    """The ideas and comments of residents since then with their words, oldest first; at most the last 500."""
    posts: list[tuple[Post, str]] = [(idea, f"{idea.title} {idea.body}") for idea in _ideas(moment)]
    posts += [(comment, comment.body) for comment in _comments(moment)]
    return posts


def _ideas(moment: datetime) -> list[Idea]:
    """By number first: numbers rise with time, and no index knows the time."""
    last = select(Idea.id, Idea.submitted_at).where(Idea.status.not_in(sorted(DRAFTS)))
    newest = last.order_by(Idea.id.desc()).limit(MOST)
    ids = [row[0] for row in db.session.execute(newest) if row[1] is not None and row[1] >= moment]
    found = select(Idea).join(Idea.author).where(Idea.id.in_(ids), Person.role == Role.CITIZEN)
    return list(db.session.scalars(found.order_by(Idea.id)))


def _comments(moment: datetime) -> list[Comment]:
    last = select(Comment.id, Comment.created_at).order_by(Comment.id.desc()).limit(MOST)
    ids = [row[0] for row in db.session.execute(last) if row[1] >= moment]
    found = select(Comment).join(Comment.author).where(Comment.id.in_(ids), Person.role == Role.CITIZEN)
    return list(db.session.scalars(found.where(Comment.deleted_at.is_(None)).order_by(Comment.id)))


def sign_ups_since(moment: datetime) -> list[Person]:
    """The accounts opened since then, oldest first; at most the last 500."""
    last = select(Person.id, Person.created_at).order_by(Person.id.desc()).limit(MOST)
    ids = [row[0] for row in db.session.execute(last) if row[1] >= moment]
    found = select(Person).where(Person.id.in_(ids), Person.closed_at.is_(None))
    return list(db.session.scalars(found.order_by(Person.id)))


def open_wave(kind: WaveKind, *, posts: Collection[Post] = ()) -> Wave | None:
    """The wave that is being looked at: of new accounts, or one with any of these posts."""
    statement = select(Wave).join(Wave.case).where(Wave.kind == kind, Case.is_open)
    if posts:
        statement = statement.where(Wave.id.in_(_with(posts)))
    return db.session.scalar(statement.order_by(Wave.id.desc()).limit(1))


def is_settled(posts: Collection[Post]) -> bool:
    """Whether staff have dealt with such posts lately: one of them stands in a wave that is closed."""
    closed = select(Wave.id).join(Wave.case).where(Wave.id.in_(_with(posts)), Case.is_open.is_(False))
    return db.session.scalar(closed.limit(1)) is not None


def last_sign_ups() -> Wave | None:
    """The latest wave of new accounts, closed or not."""
    statement = select(Wave).where(Wave.kind == WaveKind.SIGN_UPS).order_by(Wave.id.desc())
    return db.session.scalar(statement.limit(1))


def _with(posts: Collection[Post]) -> Select[int]:
    ideas = [post.id for post in posts if isinstance(post, Idea)]
    comments = [post.id for post in posts if isinstance(post, Comment)]
    return select(WaveEntry.wave_id).where(
        or_(WaveEntry.idea_id.in_(ideas), WaveEntry.comment_id.in_(comments))
    )


def find(wave_id: int) -> Wave | None:
    """The wave with that number, with its case."""
    return db.session.scalar(select(Wave).where(Wave.id == wave_id).options(joinedload(Wave.case)))


def entries_of(wave: Wave, *, chosen: Collection[int] | None = None) -> list[WaveEntry]:
    """What belongs to the wave, oldest first, or the chosen of it; each with person and post."""
    whole = (
        joinedload(WaveEntry.person),
        joinedload(WaveEntry.idea),
        joinedload(WaveEntry.comment).joinedload(Comment.discussion),
    )
    statement = select(WaveEntry).where(WaveEntry.wave_id == wave.id).options(*whole)
    if chosen is not None:
        statement = statement.where(WaveEntry.id.in_(chosen))
    return list(db.session.scalars(statement.order_by(WaveEntry.id)))


def posts_by(person_ids: Collection[int], since: datetime) -> list[Post]:
    """What these accounts have written since then."""
    ideas = select(Idea).where(Idea.author_id.in_(person_ids), Idea.submitted_at >= since)
    comments = select(Comment).where(Comment.author_id.in_(person_ids), Comment.created_at >= since)
    return [
        *db.session.scalars(ideas.order_by(Idea.id)),
        *db.session.scalars(comments.where(Comment.deleted_at.is_(None)).order_by(Comment.id)),
    ]
