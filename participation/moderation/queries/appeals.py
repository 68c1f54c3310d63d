"""What people can have looked at again, what they asked for, and who is to look at it."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, case, func, or_, select

from participation.accounts.models import Person, Role
from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.models import Idea, IdeaMove
from participation.moderation.models import Appeal, ModerationAct, ModerationEntry
from participation.moderation.queries.held import refused_by
from participation.moderation.rules import APPEALABLE, REFUSAL, Act
from participation.organisations.queries import owned_by
from participation.projects.models import ProjectUpdate

MOST_DECISIONS = 50
# The acts that end what another one began.
GIVEN_BACK = {
    ModerationAct.HIDE: ModerationAct.SHOW,
    ModerationAct.CLOSE: ModerationAct.OPEN,
    ModerationAct.SUSPEND: ModerationAct.LIFT,
}
# By these an entry says what it is about.
ABOUT = ("idea_id", "comment_id", "update_id", "person_id", "organisation_id")


def entry(entry_id: int) -> ModerationEntry | None:
    """The act with that number."""
    return db.session.scalar(select(ModerationEntry).where(ModerationEntry.id == entry_id))


def refusal(move_id: int) -> IdeaMove | None:
    """The move with that number by which an idea was not published."""
    return db.session.scalar(select(IdeaMove).where(IdeaMove.id == move_id, IdeaMove.name == REFUSAL))


def last_refusal(idea: Idea) -> IdeaMove | None:
    """The latest move by which the idea was not published."""
    statement = select(IdeaMove).where(IdeaMove.idea_id == idea.id, IdeaMove.name == REFUSAL)
    return db.session.scalar(statement.order_by(IdeaMove.id.desc()).limit(1))


def find(appeal_id: int) -> Appeal | None:
    """The appeal with that number: for staff."""
    return db.session.scalar(select(Appeal).where(Appeal.id == appeal_id))


def appeal_of(act: Act) -> Appeal | None:
    """What was asked about an act."""
    column = Appeal.move_id if isinstance(act, IdeaMove) else Appeal.entry_id
    return db.session.scalar(select(Appeal).where(column == act.id))


def ended_by(ending: ModerationEntry) -> Appeal | None:
    """The appeal that still waits about what an act has just brought to its end by hand."""
    begun = next((begins for begins, ends in GIVEN_BACK.items() if ends is ending.act), None)
    if begun is None:
        return None
    statement = select(Appeal).join(ModerationEntry, Appeal.entry_id == ModerationEntry.id)
    same = _about_the_same(ending)
    waits = statement.where(Appeal.decided_at.is_(None), ModerationEntry.act == begun, *same)
    return db.session.scalar(waits.order_by(Appeal.id.desc()).limit(1))


def _about_the_same(entry: ModerationEntry) -> list[ColumnElement[bool]]:
    return [getattr(ModerationEntry, name).is_not_distinct_from(getattr(entry, name)) for name in ABOUT]


def decisions_about(viewer: Actor) -> list[Act]:
    """What was hidden, closed, stopped or not published that the person can ask about, the newest first."""
    assert viewer.actor_id is not None
    own_ideas = select(Idea.id).where(Idea.author_id == viewer.actor_id)
    own_comments = select(Comment.id).where(Comment.author_id == viewer.actor_id)
    own_news = select(ProjectUpdate.id).where(ProjectUpdate.author_id == viewer.actor_id)
    about = or_(
        ModerationEntry.person_id == viewer.actor_id,
        ModerationEntry.idea_id.in_(own_ideas),
        ModerationEntry.comment_id.in_(own_comments),
        ModerationEntry.update_id.in_(own_news),
        ModerationEntry.organisation_id.in_(owned_by(viewer.actor_id)),
    )
    entries = select(ModerationEntry).where(ModerationEntry.act.in_(sorted(APPEALABLE)), about)
    moves = select(IdeaMove).where(IdeaMove.name == REFUSAL, IdeaMove.idea_id.in_(own_ideas))
    found: list[Act] = [
        *db.session.scalars(entries.order_by(ModerationEntry.id.desc()).limit(MOST_DECISIONS)),
        *db.session.scalars(moves.order_by(IdeaMove.id.desc()).limit(MOST_DECISIONS)),
    ]
    return sorted(found, key=lambda act: act.at, reverse=True)


def last_entry(
    act: ModerationAct,
    *,
    idea_id: int | None = None,
    comment_id: int | None = None,
    person_id: int | None = None,
) -> ModerationEntry | None:
    """The latest act of a kind on an idea, a comment or a person."""
    wanted = (
        ModerationEntry.act == act,
        ModerationEntry.idea_id.is_not_distinct_from(idea_id),
        ModerationEntry.comment_id.is_not_distinct_from(comment_id),
        ModerationEntry.person_id.is_not_distinct_from(person_id),
    )
    statement = select(ModerationEntry).where(*wanted).order_by(ModerationEntry.id.desc()).limit(1)
    return db.session.scalar(statement)


def is_in_force(act: Act) -> bool:
    """Whether nothing of its kind came after it: what was shown again is not shown twice."""
    if isinstance(act, IdeaMove):
        last = select(func.max(IdeaMove.id)).where(IdeaMove.idea_id == act.idea_id)
        return db.session.scalar(last) == act.id
    if act.act is ModerationAct.REFUSE:
        return refused_by(act) is not None
    statement = select(func.max(ModerationEntry.id)).where(
        ModerationEntry.act.in_([act.act, GIVEN_BACK[act.act]]),
        *_about_the_same(act),
    )
    return db.session.scalar(statement) == act.id


def colleague(*, without: Collection[int | None]) -> Person | None:
    """Who is to look at it: a moderator before an administrator, the one with the fewest open cases."""
    load = select(func.count()).where(Case.owner_id == Person.id, Case.is_open).scalar_subquery()
    is_second = case((Person.role == Role.MODERATOR, 0), else_=1)
    statement = select(Person).where(
        Person.role.in_((Role.MODERATOR, Role.ADMINISTRATOR)),
        Person.closed_at.is_(None),
        Person.id.not_in([person_id for person_id in without if person_id is not None]),
    )
    return db.session.scalar(statement.order_by(is_second, load, Person.id).limit(1))
