"""What people do with their messages and mails."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.tenancy import current_municipality_id
from participation.notifications.lifecycle import Topic, topics_for
from participation.notifications.models import MailRefusal, Notification


def open_message(*, actor: Actor, notification: Notification) -> None:
    """The message has been read."""
    require(actor, "notifications.open", notification)
    notification.is_read = True


def open_all(*, actor: Actor) -> None:
    """Every message of the actor has been read."""
    require(actor, "notifications.choose")
    db.session.execute(
        update(Notification)
        .where(Notification.person_id == actor.actor_id, Notification.is_read.is_(False))
        .values(is_read=True)
    )


def open_older(*, than: datetime) -> None:
    """Whatever came before that moment has been read, by everybody."""
    old = update(Notification).where(Notification.created_at < than)
    db.session.execute(old.values(is_read=True))


def choose_mails(*, actor: Actor, wanted: Collection[Topic]) -> None:
    """Have mails about these topics and no others, apart from those that cannot be refused."""
    require(actor, "notifications.choose")
    assert actor.actor_id is not None
    offered = topics_for(is_staff=actor.is_staff)
    theirs = (MailRefusal.person_id == actor.actor_id, MailRefusal.topic.in_(offered))
    db.session.execute(delete(MailRefusal).where(*theirs))
    for topic in offered:
        if topic not in wanted:
            refuse(person_id=actor.actor_id, topic=topic)


def refuse(*, person_id: int, topic: Topic) -> None:
    """No more mails about this; saying it twice is harmless."""
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    row = {
        "municipality_id": current_municipality_id(),
        "person_id": person_id,
        "topic": topic,
        "created_at": now(),
    }
    db.session.execute(dialect.insert(MailRefusal).values(row).on_conflict_do_nothing())


def forget(*, person_id: int) -> None:
    """Messages and choices go when the account is closed."""
    for model in (Notification, MailRefusal):
        db.session.execute(delete(model).where(model.person_id == person_id))
