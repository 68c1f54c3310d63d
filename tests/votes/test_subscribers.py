"""Support that was asked for before signing in."""

import pytest

from participation.accounts.events import SignedIn
from participation.accounts.models import Person
from participation.foundation.errors import Forbidden
from participation.foundation.events import publish
from participation.ideas.lifecycle import IdeaStatus
from participation.votes.queries import is_supporting
from tests.factories.ideas import IdeaFactory


def test_signing_in_supports_what_was_wished(citizen: Person) -> None:
    idea = IdeaFactory()
    for _ in range(2):
        publish(SignedIn(citizen, f"votes.support:{idea.id}"))
    assert is_supporting(citizen, idea)
    assert idea.support_count == 1


@pytest.mark.parametrize("intent", ["", "ideas.draft:{id}", "votes.support:{gone}"])
def test_other_errands_support_nothing(citizen: Person, intent: str) -> None:
    idea = IdeaFactory()
    publish(SignedIn(citizen, intent.format(id=idea.id, gone=idea.id + 1)))
    assert not is_supporting(citizen, idea)


def test_support_that_closed_meanwhile_is_refused(citizen: Person) -> None:
    idea = IdeaFactory(status=IdeaStatus.DECLINED)
    with pytest.raises(Forbidden):
        publish(SignedIn(citizen, f"votes.support:{idea.id}"))
