"""What was reported: open matters, their reports, and what surrounds what they are about."""

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.models import Idea
from participation.moderation.models import Matter, Report
from participation.moderation.rules import Reportable
from participation.organisations.models import Organisation

COLUMNS = {
    Idea: Matter.idea_id,
    Comment: Matter.comment_id,
    Organisation: Matter.organisation_id,
    Person: Matter.person_id,
}


def is_about(subject: Reportable) -> ColumnElement[bool]:
    """The condition for matters about one thing."""
    return COLUMNS[type(subject)] == subject.id


def open_matter(subject: Reportable) -> Matter | None:
    """The matter about it that waits."""
    return db.session.scalar(select(Matter).where(is_about(subject), Matter.settled_at.is_(None)))


def find(matter_id: int) -> Matter | None:
    """The matter with that number, with all that was reported: for staff."""
    statement = select(Matter).options(
        joinedload(Matter.case),
        joinedload(Matter.comment).joinedload(Comment.discussion),
        selectinload(Matter.reports).joinedload(Report.reporter),
    )
    return db.session.scalar(statement.where(Matter.id == matter_id))


def own_report(viewer: Actor, matter_id: int) -> Report | None:
    """What the reader said of it."""
    mine = Report.reporter_id == viewer.actor_id, Report.matter_id == matter_id
    return db.session.scalar(select(Report).where(*mine).order_by(Report.id).limit(1))


def same_report(matter: Matter, *, reporter_id: int | None, body: str) -> Report | None:
    """The person's report of it, or a visitor's with the same words: sent twice, it counts once."""
    if reporter_id is not None:
        same: ColumnElement[bool] = Report.reporter_id == reporter_id
    else:
        same = Report.reporter_id.is_(None) & (Report.body == body)
    return db.session.scalar(select(Report).where(Report.matter_id == matter.id, same).limit(1))


def matter(matter_id: int) -> Matter | None:
    """The matter with that number, as those who reported it read of it."""
    return db.session.scalar(select(Matter).where(Matter.id == matter_id))


def report(report_id: int) -> Report | None:
    """One report, for the mail about its outcome."""
    return db.session.scalar(select(Report).where(Report.id == report_id))


def reporters_of(matter_id: int) -> Select[int]:
    """The ids of those who reported it with an account; for telling them."""
    return (
        select(Person.id).join(Report, Report.reporter_id == Person.id).where(Report.matter_id == matter_id)
    )


def matter_ended_by(entry_id: int | None) -> Matter | None:
    """The matter that an act ended."""
    if entry_id is None:
        return None
    return db.session.scalar(select(Matter).where(Matter.entry_id == entry_id).limit(1))


def surroundings(comment: Comment) -> list[Comment]:
    """What the comment answers, and what answers it or stands beside it: at most five before it."""
    top = comment.parent_id or comment.id
    statement = (
        select(Comment)
        .options(joinedload(Comment.author))
        .where(Comment.discussion_id == comment.discussion_id, Comment.id < comment.id)
        .where((Comment.id == top) | (Comment.parent_id == top))
    )
    rows = db.session.scalars(statement.order_by(Comment.id.desc()).limit(5))
    return list(reversed(list(rows)))
