"""Everybody is told once, whatever happens to the worker."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
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
from participation.notifications.rules.retrying import next_try
from participation.notifications.services.messages import refuse
from participation.notifications.services.news import tell_next
from participation.triage.queries import people_told
from tests.factories.notifications import NewsFactory
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


def test_one_that_cannot_be_told_does_not_hold_up_the_next(
    idea: Idea, moderator: Person, caplog: pytest.LogCaptureFixture
) -> None:
    broken = NewsFactory(kind="tasks_given", idea_id=None, person_id=moderator.id)
    answer_for_now(idea, moderator)
    db.session.commit()
    tell()
    assert told() == EVERYBODY
    assert f"news {broken.id} (tasks_given) failed: KeyError" in caplog.text
    assert broken.visible_from > now()
    assert not broken.is_fanned_out


def test_it_is_tried_again_after_growing_pauses(moderator: Person) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        noted = now()
        broken = NewsFactory(kind="tasks_given", idea_id=None, person_id=moderator.id)
        db.session.commit()
        pauses = []
        for _ in range(4):
            tell()
            pauses.append((broken.visible_from - now()).total_seconds() / 60)
            clock.move_to(broken.visible_from)
        assert pauses == [1, 1, 2, 4]
        assert next_try(noted, noted + timedelta(days=9)) == noted + timedelta(days=9, hours=6)
        broken.facts = {"bulk_id": 0}
        tell()
        assert broken.is_fanned_out
