"""Noting news in the transaction that makes it, and telling people of it later, once each.

A news row reaches thousands or nobody at the same price; the worker tells them in pages, each of them one
transaction that also notes how far it came. So whoever dies midway has either told a page or nobody of it.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, func, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.model import UtcDateTime
from participation.foundation.tenancy import current_municipality_id
from participation.mail.models import OutgoingMail
from participation.notifications.models import MailRefusal, News, Notification
from participation.notifications.rules.retrying import next_try
from participation.notifications.rules.routing import BY_KIND

PAGE = 500
MAIL = "notifications.news"


def note(
    *,
    kind: str,
    ids: dict[str, int | None],
    subject: tuple[str, str] = ("", ""),
    told_from: datetime | None = None,
) -> News:
    """One row, however many people it concerns; `ids` says what it is about, who did it and for whom it is.

    `subject` is title and place of what is neither an idea nor a comment. People are told from `told_from`
    on, at once by default.
    """
    own = {name: ids.pop(name, None) for name in ("idea_id", "comment_id", "actor_id", "person_id")}
    facts = {name: value for name, value in ids.items() if value}
    title, place = subject
    seen_from = told_from or now()
    news = News(
        kind=kind, facts=facts, visible_from=seen_from, subject_title=title, subject_place=place, **own
    )
    db.session.add(news)
    return news


def take_back(*, idea_id: int, fact: str, number: int) -> None:
    """Drop what waits to be told of a thing about an idea, for example of its `move_id` 7."""
    waiting = select(News).where(News.idea_id == idea_id, News.is_fanned_out.is_(False), News.reached_id == 0)
    for news in db.session.scalars(waiting.with_for_update()):
        if news.facts.get(fact) == number:
            db.session.delete(news)


def tell_next(*, size: int = PAGE) -> bool:
    """Tell the next page of people; False when nothing waits that no other worker has in hand."""
    news = next_due()
    if news is not None:
        tell_page(news=news, size=size)
    return news is not None


def next_due() -> News | None:
    """What people are told of next; its lock keeps the other workers off until the caller commits."""
    return db.session.scalar(
        select(News)
        .where(News.is_fanned_out.is_(False), News.visible_from <= now())
        .order_by(News.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def tell_page(*, news: News, size: int = PAGE) -> None:
    """Tell the next page of people of it; nobody of a kind that is no more."""
    if news.kind not in BY_KIND:
        news.is_fanned_out = True
        return
    page = list(db.session.scalars(select(Person.id).where(_told(news)).order_by(Person.id).limit(size)))
    news.is_fanned_out = len(page) < size
    if not page:
        return
    reached = and_(_told(news), Person.id <= page[-1])
    db.session.execute(_messages(news, reached))
    db.session.execute(_mails(news, reached))
    news.reached_id = page[-1]


def put_off(*, news_id: int) -> None:
    """It could not be told: try again later, after a pause as long as it has waited so far."""
    news = db.session.get_one(News, news_id)
    news.visible_from = next_try(news.created_at, now())


def _told(news: News) -> ColumnElement[bool]:
    """Those not reached yet. The municipality is named, for it is not added inside an INSERT … SELECT."""
    route = BY_KIND[news.kind]
    everybody = and_(
        Person.municipality_id == current_municipality_id(),
        Person.closed_at.is_(None),
        Person.id > news.reached_id,
        Person.id.in_(route.recipients(news)),
    )
    if route.tells_actor or news.actor_id is None:
        return everybody
    return and_(everybody, Person.id != news.actor_id)


def _messages(news: News, reached: ColumnElement[bool]) -> Any:
    rows = select(
        Person.municipality_id, Person.id, literal(news.id), literal(False), _moment(news.visible_from)
    )
    names = ["municipality_id", "person_id", "news_id", "is_read", "created_at"]
    return _insert(Notification).from_select(names, rows.where(reached)).on_conflict_do_nothing()


def _mails(news: News, reached: ColumnElement[bool]) -> Any:
    """Mails for those who have an address and have not refused; the key keeps a second one out."""
    columns: dict[str, Any] = {
        "municipality_id": Person.municipality_id,
        "kind": literal(MAIL),
        "recipient": Person.email,
        "language": Person.language,
        "context": _json("news_id", literal(news.id), "person_id", Person.id),
        "key": literal(f"news:{news.id}:").concat(cast(Person.id, String)),
        "created_at": _moment(now()),
        "due_at": _moment(now()),
        "tries": literal(0),
        "last_error": literal(""),
    }
    refusals = select(MailRefusal.person_id).where(MailRefusal.topic == BY_KIND[news.kind].topic)
    rows = select(*columns.values()).where(reached, Person.email.is_not(None), Person.id.not_in(refusals))
    return _insert(OutgoingMail).from_select(list(columns), rows).on_conflict_do_nothing()


def _moment(moment: datetime) -> Any:
    return literal(moment, UtcDateTime())


def _is_postgresql() -> bool:
    return db.session.get_bind().dialect.name == "postgresql"


def _insert(model: type) -> Any:
    return (postgresql if _is_postgresql() else sqlite).insert(model)


def _json(*pairs: Any) -> Any:
    return (func.jsonb_build_object if _is_postgresql() else func.json_object)(*pairs)
