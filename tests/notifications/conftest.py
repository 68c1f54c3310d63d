"""An idea with everybody whom it concerns, and what they have been told."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.clock import today
from participation.foundation.events import publish
from participation.ideas.events import IdeaAnsweredForNow
from participation.ideas.models import Answer, AnswerKind, Idea
from participation.mail.models import OutgoingMail
from participation.notifications import commands
from participation.notifications.models import News, Notification
from participation.votes.services import support
from participation.web.letters import RENDERERS, Letter, desk
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory


@pytest.fixture
def supporter(author: Person) -> Person:
    return PersonFactory(display_name="Supporter")


@pytest.fixture
def commenter(author: Person) -> Person:
    return PersonFactory(display_name="Commenter")


@pytest.fixture
def follower(author: Person) -> Person:
    return PersonFactory(display_name="Follower")


@pytest.fixture
def idea(author: Person, supporter: Person, commenter: Person, follower: Person, citizen: Person) -> Idea:
    """Somebody wrote it, supports it, commented on it, follows it; `citizen` has nothing to do with it."""
    idea: Idea = IdeaFactory(author_id=author.id, title="Flere træer ved stationen")
    support(actor=author, idea=idea)
    support(actor=supporter, idea=idea)
    CommentFactory(author_id=commenter.id, discussion_id=idea.discussion_id)
    CommentFactory(author_id=author.id, discussion_id=idea.discussion_id)
    db.session.add(Follow(idea_id=idea.id, person_id=follower.id))
    db.session.flush()
    return idea


def answer_for_now(idea: Idea, actor: Person) -> None:
    """The plainest news that concerns everybody."""
    answer = Answer(
        idea_id=idea.id,
        kind=AnswerKind.INTERIM,
        doing="Vi spørger udvalget.",
        department="Park og Vej",
        decided_on=today(),
    )
    db.session.add(answer)
    db.session.flush()
    publish(IdeaAnsweredForNow(idea=idea, answer=answer, actor=actor))


def tell() -> None:
    """What the worker does."""
    commands.tell()


def told() -> list[tuple[str, str | None]]:
    """Each kind of news with the name of somebody who was told."""
    rows = db.session.execute(
        select(News.kind, Person.display_name)
        .join(Notification, Notification.news_id == News.id)
        .join(Person, Person.id == Notification.person_id)
        .order_by(News.kind, Person.display_name)
    )
    return [(row[0], row[1]) for row in rows]


def mailed() -> list[str]:
    """The addresses of the mails in the outbox."""
    return sorted(db.session.scalars(select(OutgoingMail.recipient)))


@pytest.fixture
def read_mail() -> Callable[[Person], Letter | None]:
    """The newest mail to a person, written as when it is sent."""

    def write(person: Person) -> Letter | None:
        mail = db.session.scalars(
            select(OutgoingMail)
            .where(OutgoingMail.recipient == person.email)
            .order_by(OutgoingMail.id.desc())
        ).first()
        assert mail is not None
        with desk(mail.language):
            return RENDERERS[mail.kind](mail.context, mail.language)

    return write
