"""Support: one row, one count, whatever is repeated."""

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.errors import Forbidden
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.votes import queries, services
from participation.votes.models import Vote
from tests.factories.ideas import IdeaFactory


def test_support_twice_counts_once(citizen: Person) -> None:
    idea = IdeaFactory()
    assert services.support(actor=citizen, idea=idea)
    assert not services.support(actor=citizen, idea=idea)
    assert idea.support_count == db.session.scalar(select(func.count()).select_from(Vote)) == 1


def test_withdraw_twice_takes_one_back(citizen: Person) -> None:
    idea = IdeaFactory()
    services.support(actor=citizen, idea=idea)
    assert services.withdraw(actor=citizen, idea=idea)
    assert not services.withdraw(actor=citizen, idea=idea)
    assert idea.support_count == 0


def test_support_leaves_the_version_alone(citizen: Person) -> None:
    idea = IdeaFactory()
    seen = idea.version
    services.support(actor=citizen, idea=idea)
    assert idea.version == seen


@pytest.mark.parametrize(
    "status", sorted(set(IdeaStatus) - IDEAS.statuses_where("takes_votes") - {IdeaStatus.MERGED})
)
def test_support_is_refused_where_it_is_closed(citizen: Person, status: IdeaStatus) -> None:
    with pytest.raises(Forbidden):
        services.support(actor=citizen, idea=IdeaFactory(status=status))


def test_recount_finds_a_wrong_counter(citizen: Person) -> None:
    idea = IdeaFactory(support_count=3)
    services.support(actor=citizen, idea=idea)
    assert queries.recounted() == [(idea.id, 4, 1)]
