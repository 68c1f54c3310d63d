"""A person's messages, what a mail about a piece of news says, and which mails are refused."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import contains_eager

from participation.accounts.models import Person
from participation.adoptions.models import Agreement, Offer
from participation.cases.models import Case, CaseHandover
from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.listing import Listing, Sort
from participation.foundation.model import BigKey
from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.ideas.models import Addition, Answer, IdeaMove, Merge
from participation.meetings.models import Meeting
from participation.moderation.models import Appeal, Deletion, Matter, ModerationEntry
from participation.municipalities import queries as municipalities
from participation.municipalities.models import Reason
from participation.notifications.lifecycle import Topic
from participation.notifications.models import MailRefusal, News, Notification
from participation.notifications.rules.routing import BY_KIND, Route
from participation.organisations.models import Invitation, Membership, Organisation
from participation.outcomes.models import HelpAnswer
from participation.projects.models import Project
from participation.strategies.models import GoalSuccession
from participation.successions.models import Succession
from participation.volunteering.models import Need

MOST_UNREAD = 10
MESSAGES: Listing[Notification] = Listing(
    identity=Notification.id, filters={}, sorts={"newest": Sort(N_("Newest"), Notification.id)}
)
# What a mail may need besides idea and comment, by the name under which a piece of news knows it.
DETAILS: dict[str, Any] = {
    "move_id": IdeaMove,
    "answer_id": Answer,
    "addition_id": Addition,
    "entry_id": ModerationEntry,
    "merge_id": Merge,
    "case_id": Case,
    "handover_id": CaseHandover,
    "appeal_id": Appeal,
    "matter_id": Matter,
    "deletion_id": Deletion,
    "need_id": Need,
    "organisation_id": Organisation,
    "membership_id": Membership,
    "invitation_id": Invitation,
    "succession_id": Succession,
    "line_id": GoalSuccession,
    "meeting_id": Meeting,
    "help_answer_id": HelpAnswer,
    "offer_id": Offer,
    "project_id": Project,
    "agreement_id": Agreement,
}


def messages_of(actor: Actor) -> Select[Notification]:
    """The person's messages about what the person may still see."""
    return _messages(actor.actor_id, is_staff=actor.is_staff)


def _messages(person_id: Any, *, is_staff: bool) -> Select[Notification]:
    return (
        select(Notification)
        .join(Notification.news)
        .outerjoin(News.idea)
        .outerjoin(News.comment)
        .outerjoin(Comment.discussion)
        .where(
            Notification.person_id == person_id,
            # A kind may leave the table while people still have messages of it.
            News.kind.in_(sorted(BY_KIND)),
            _readable_by(person_id, is_staff=is_staff),
        )
        .options(
            contains_eager(Notification.news).options(
                contains_eager(News.idea), contains_eager(News.comment, Comment.discussion)
            )
        )
    )


def _readable_by(person_id: Any, *, is_staff: bool) -> ColumnElement[bool]:
    stands = Comment.hidden_at.is_(None), Comment.deleted_at.is_(None), Comment.held_at.is_(None)
    shown = and_(*stands, Discussion.is_public)
    visible = ideas.readable_by(person_id, is_staff=is_staff).whereclause
    assert visible is not None
    return and_(
        or_(News.idea_id.is_(None), visible),
        or_(News.comment_id.is_(None), shown, Comment.author_id == person_id),
    )


def message(actor: Actor, notification_id: int) -> Notification | None:
    """One of the person's own messages."""
    return db.session.scalar(messages_of(actor).where(Notification.id == notification_id))


def unread_count(actor: Actor) -> int:
    """How many messages are unread, counted no further than MOST_UNREAD."""
    return db.session.scalar(_unread(is_staff=actor.is_staff), {"person_id": actor.actor_id}) or 0


@cache
def _unread(*, is_staff: bool) -> Select[int]:
    """Made once: every page of a signed-in person asks it."""
    messages = _messages(bindparam("person_id", type_=BigKey), is_staff=is_staff)
    unread = messages.where(Notification.is_read.is_(False)).with_only_columns(Notification.id)
    return select(func.count()).select_from(unread.limit(MOST_UNREAD).subquery())


def refused_topics(person_id: int) -> set[Topic]:
    """The topics that a person wants no mail about."""
    return set(db.session.scalars(select(MailRefusal.topic).where(MailRefusal.person_id == person_id)))


@dataclass(frozen=True)
class Told:
    """A piece of news as one person is told of it; `details` are a move, an answer, an addition, a reason."""

    person: Person
    news: News
    route: Route
    details: dict[str, Any]
    reason: Reason | None


def told(*, news_id: int, person_id: int) -> Told | None:
    """The news for one person; None when they left, refused, or may not see it any more."""
    person = db.session.scalar(select(Person).where(Person.id == person_id, Person.closed_at.is_(None)))
    if person is None:
        return None
    found = messages_of(person).where(Notification.news_id == news_id)
    notification = db.session.scalar(found)
    if notification is None:
        return None
    route = BY_KIND[notification.news.kind]
    if route.topic in refused_topics(person_id):
        return None
    details = _details(notification.news.facts)
    written = details["answer"] or details["move"] or details["entry"]
    reason = municipalities.reason(written.reason_code) if written else None
    return Told(person, notification.news, route, details, reason)


def _details(facts: dict[str, Any]) -> dict[str, Any]:
    return {name.removesuffix("_id"): _found(model, facts.get(name)) for name, model in DETAILS.items()}


def _found(model: Any, number: int | None) -> Any:
    return None if number is None else db.session.scalar(select(model).where(model.id == number))
