"""Events become news by the routing table, and news become mails when they are sent."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from participation.accounts import queries as accounts
from participation.accounts.events import AccountClosed
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.events import ids_of, subscribe
from participation.foundation.story import MomentActed, StoryActed
from participation.foundation.tenancy import current_municipality_id
from participation.ideas.events import IdeaAnswerUndone, IdeaMoveUndone
from participation.notifications import queries
from participation.notifications.lifecycle import TOPICS, UNSUBSCRIBE, Topic
from participation.notifications.rules.routing import ROUTES
from participation.notifications.services import messages, monday, news
from participation.triage.queries.queue import counts_for
from participation.web.letters import Letter, letter, public_address, renderer
from participation.web.tokens import sealed

LEFT_UNREAD = timedelta(days=14)


@subscribe(*{route.event for route in ROUTES})
def note(event: Any) -> None:
    """One row for each kind of news that the event is."""
    for route in ROUTES:
        if route.event is type(event) and route.when(event):
            db.session.flush()
            subject = getattr(event, "subject_title", ""), getattr(event, "subject_place", "")
            told_from = getattr(event, "told_from", None)
            news.note(kind=route.kind, ids=ids_of(event), subject=subject, told_from=told_from)


@subscribe(IdeaMoveUndone)
def take_back_move(event: IdeaMoveUndone) -> None:
    """Nobody hears of what has been taken back."""
    news.take_back(idea_id=event.idea.id, fact="move_id", number=event.move.id)


@subscribe(IdeaAnswerUndone)
def take_back_answer(event: IdeaAnswerUndone) -> None:
    """Nor of an interim answer that is no more."""
    news.take_back(idea_id=event.idea.id, fact="answer_id", number=event.answer_id)


@subscribe(AccountClosed)
def forget(event: AccountClosed) -> None:
    """Nobody is left to read the messages."""
    messages.forget(person_id=event.person.id)


@subscribe(MomentActed)
def tell_at_once(_event: MomentActed) -> None:
    """On the site only: nobody in a story has an address yet, so no mail is written."""
    while news.tell_next():
        pass


@subscribe(StoryActed)
def open_what_is_old(_event: StoryActed) -> None:
    """Whoever lives in a story has read what happened long ago."""
    messages.open_older(than=now() - LEFT_UNREAD)


@renderer(news.MAIL)
def news_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """The mail about a piece of news; none when the person has left, or may not see it any more."""
    told = queries.told(news_id=context["news_id"], person_id=context["person_id"])
    if told is None:
        return None
    topic = told.route.topic
    leave = _leave(told.person.id, topic) if topic else None
    return letter(
        told.route.mail,
        headers=_headers(leave) if leave else {},
        news=told.news,
        sentence=told.route.sentence,
        reason=told.reason,
        link=public_address("pages.front") + told.route.place_of(told.news),
        why=TOPICS[topic].reason if topic else told.route.why,
        leave=leave,
        **told.details,
        **told.route.links(told.news, told.person),
    )


@renderer(monday.MAIL)
def monday_letter(context: Mapping[str, Any], _language: str) -> Letter | None:
    """What waits this week; none when nothing does, or when the person has left, or wants none."""
    person = accounts.member_of_staff(context["person_id"])
    if person is None or Topic.MONDAY in queries.refused_topics(person.id):
        return None
    counts = counts_for(person)
    if not (counts.mine or counts.nobody or counts.overdue):
        return None
    leave = _leave(person.id, Topic.MONDAY)
    return letter(
        "monday",
        headers=_headers(leave),
        counts=counts,
        link=public_address("triage.queue"),
        why=TOPICS[Topic.MONDAY].reason,
        leave=leave,
    )


def _leave(person_id: int, topic: Topic) -> str:
    """Where the mails about a topic are refused without signing in."""
    token = sealed(UNSUBSCRIBE, [current_municipality_id(), person_id, topic.value])
    return public_address("notifications.unsubscribe", token=token)


def _headers(leave: str) -> dict[str, str]:
    return {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
