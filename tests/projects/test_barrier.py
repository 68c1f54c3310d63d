"""Two who add the last milestone at the same moment, against several processes: one of them is too late."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from participation.accounts.models import Role, SignIn
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.projects.models import Milestone
from participation.projects.rules import MOST_MILESTONES
from participation.web.sessions import token_hash
from tests.barriers import rounds_at_once
from tests.factories.accounts import PersonFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.factories.projects import ProjectFactory

ROUNDS = 5
COOKIES = ["lone-".ljust(48, "x"), "hans-".ljust(48, "x")]
pytestmark = pytest.mark.processes


def nearly_full() -> int:
    """A project that has room for one more."""
    project_id = int(ProjectFactory().id)
    steps = (Milestone(project_id=project_id, title=f"Skridt {n}") for n in range(MOST_MILESTONES - 1))
    db.session.add_all(steps)
    return project_id


def test_a_project_has_no_more_milestones_than_it_may(own_app: Flask) -> None:
    with municipality_context(MunicipalityFactory().id):
        for cookie in COOKIES:
            person = PersonFactory(role=Role.MODERATOR)
            key = token_hash(cookie)
            db.session.add(SignIn(browser_token_hash=key, browser="test", person_id=person.id))
        addresses = [f"/vallensbaek/projekter/{nearly_full()}/milepaele" for _ in range(ROUNDS)]
        db.session.commit()
        rounds = [[(address, cookie, {"title": "Det sidste"}) for cookie in COOKIES] for address in addresses]
        answers = list(rounds_at_once(own_app, rounds))
        assert [each[302] for each in answers] == [1] * ROUNDS, answers
        db.session.expire_all()
        assert db.session.scalar(select(func.count(Milestone.id))) == ROUNDS * MOST_MILESTONES
