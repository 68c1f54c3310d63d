"""Several workers at once, one of them killed midway: everybody is told once."""

from collections.abc import Iterator
from multiprocessing.process import BaseProcess

import pytest
from flask import Flask
from sqlalchemy import func, insert, select

from participation.accounts.models import Person
from participation.extensions import db, is_reading
from participation.follows.models import Follow
from participation.foundation.tenancy import municipality_context
from participation.mail.models import OutgoingMail
from participation.notifications.models import News, Notification
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.notifications.conftest import answer_for_now
from tests.processes import start
from tests.servers import environment

PEOPLE = 2500
NEWS = 2

pytestmark = pytest.mark.processes


@pytest.fixture
def municipality_id(own_app: Flask) -> int:
    """A municipality with an idea that thousands follow, and two pieces of news about it."""
    municipality = MunicipalityFactory()
    with municipality_context(municipality.id):
        idea, moderator = IdeaFactory(), PersonFactory()
        people = [{"email": f"p{n}@example.org", "email_key": f"p{n}@example.org"} for n in range(PEOPLE)]
        ids = list(db.session.scalars(insert(Person).returning(Person.id), people))
        db.session.execute(insert(Follow), [{"idea_id": idea.id, "person_id": each} for each in ids])
        for _ in range(NEWS):
            answer_for_now(idea, moderator)
        found = municipality.id
        db.session.commit()
    return int(found)


def worker(app: Flask) -> BaseProcess:
    settings = environment(app.config["SETTINGS"].database_url, 0)
    return start("flask", "--app", "wsgi", "notifications", "tell", settings=settings)


def count(model: type) -> int:
    """Asked anew and only read: SQLite has one writer, and that is a worker."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.fixture
def reading() -> Iterator[None]:
    token = is_reading.set(True)
    yield
    is_reading.reset(token)


def test_everybody_is_told_once(own_app: Flask, municipality_id: int, reading: None) -> None:
    with municipality_context(municipality_id):
        killed = worker(own_app)
        while not count(Notification):
            assert killed.is_alive()
        killed.kill()
        killed.join()
        workers = [worker(own_app) for _ in range(3)]
        for each in workers:
            each.join()
        assert [each.exitcode for each in workers] == [0, 0, 0]
        told = (PEOPLE + 1) * NEWS
        assert (count(Notification), count(OutgoingMail)) == (told, told)
        assert not db.session.scalars(select(News).where(News.is_fanned_out.is_(False))).all()
