"""Everybody is told once, whatever happens to the worker."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.tenancy import municipality_context
from participation.ideas.models import Idea
from participation.municipalities.models import Municipality
from participation.notifications import queries
from participation.notifications.lifecycle import Topic
from participation.notifications.models import News, Notification
from participation.notifications.services.messages import refuse
from participation.notifications.services.news import tell_next
from participation.triage.queries import people_told
from tests.notifications.conftest import answer_for_now, mailed, tell, told

KIND = "idea_answered_for_now"
EVERYBODY = [(KIND, name) for name in ("Author", "Commenter", "Follower", "Supporter")]


def test_tell_reaches_everybody_concerned_once(idea: Idea, moderator: Person) -> None:
    answer_for_now(idea, moderator)
    tell()
    tell()
    assert told() == EVERYBODY


def test_tell_goes_on_where_it_stopped(idea: Idea, moderator: Person) -> None:
    answer_for_now(idea, moderator)
    pages = 0
    while tell_next(size=1):
        pages += 1
    assert (told(), pages) == (EVERYBODY, 5)


def test_a_page_that_was_not_finished_is_told_again(idea: Idea, moderator: Person) -> None:
    answer_for_now(idea, moderator)
    tell_next(size=2)
    db.session.commit()
    tell_next(size=1)
    db.session.rollback()
    tell()
    assert (told(), len(mailed())) == (EVERYBODY, 4)


def test_tell_leaves_out_the_actor(idea: Idea, supporter: Person) -> None:
    answer_for_now(idea, supporter)
    tell()
    assert (KIND, "Supporter") not in told()


def test_tell_leaves_out_who_has_left(idea: Idea, moderator: Person, follower: Person) -> None:
    answer_for_now(idea, moderator)
    follower.closed_at = now()
    tell()
    assert (KIND, "Follower") not in told()


def test_the_desk_knows_beforehand_how_many(idea: Idea, moderator: Person) -> None:
    answer_for_now(idea, moderator)
    tell()
    assert sum(people_told(moderator, idea.id).values()) == len(told()) == 4


def test_refused_topics_come_without_mail(idea: Idea, moderator: Person, supporter: Person) -> None:
    refuse(person_id=supporter.id, topic=Topic.ANSWERS)
    refuse(person_id=supporter.id, topic=Topic.ANSWERS)
    answer_for_now(idea, moderator)
    tell()
    assert supporter.email not in mailed()
    assert told() == EVERYBODY


def test_nothing_is_told_of_what_was_rolled_back(idea: Idea, moderator: Person) -> None:
    db.session.commit()
    answer_for_now(idea, moderator)
    db.session.rollback()
    tell()
    assert told() == mailed() == []


def test_another_municipality_s_worker_leaves_it_alone(
    idea: Idea, moderator: Person, other_municipality: Municipality
) -> None:
    answer_for_now(idea, moderator)
    db.session.flush()
    with municipality_context(other_municipality.id):
        tell()
    assert told() == []


def test_news_of_the_future_waits(idea: Idea, moderator: Person) -> None:
    answer_for_now(idea, moderator)
    db.session.scalars(select(News)).one().visible_from = now().replace(year=now().year + 1)
    tell()
    assert db.session.scalar(select(func.count()).select_from(Notification)) == 0


def test_a_mail_asks_for_no_more_than_its_news_names(
    idea: Idea, moderator: Person, supporter: Person, count_queries: Callable[[], Any]
) -> None:
    answer_for_now(idea, moderator)
    tell()
    news = db.session.scalars(select(News)).one()
    with count_queries() as statements:
        assert queries.told(news_id=news.id, person_id=supporter.id) is not None
    # The person, the message, the refused topics, the answer, and the rule that it names.
    assert len(statements) <= 5, statements
