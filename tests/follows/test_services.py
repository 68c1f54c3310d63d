"""Following: said twice it is one row."""

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.follows import queries, services
from participation.follows.models import Follow
from participation.foundation.actors import Nobody
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden
from tests.factories.ideas import IdeaFactory


def test_following_twice_is_one_row(citizen: Person) -> None:
    idea = IdeaFactory()
    services.follow(actor=citizen, idea=idea)
    services.follow(actor=citizen, idea=idea)
    assert db.session.scalar(select(func.count()).select_from(Follow)) == 1
    assert queries.is_following(citizen, idea)


def test_unfollowing_twice_is_harmless(citizen: Person) -> None:
    idea = IdeaFactory()
    services.follow(actor=citizen, idea=idea)
    services.unfollow(actor=citizen, idea=idea)
    services.unfollow(actor=citizen, idea=idea)
    assert not queries.is_following(citizen, idea)


def test_a_visitor_does_not_follow_and_nobody_what_is_hidden(citizen: Person) -> None:
    assert not queries.is_following(Nobody(), IdeaFactory())
    with pytest.raises(Forbidden):
        services.follow(actor=Nobody(), idea=IdeaFactory())
    with pytest.raises(Forbidden):
        services.follow(actor=citizen, idea=IdeaFactory(hidden_at=now()))
