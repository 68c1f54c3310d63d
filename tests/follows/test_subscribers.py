"""Following that was asked for before signing in."""

import pytest

from participation.accounts.events import SignedIn
from participation.accounts.models import Person
from participation.follows.queries import is_following
from participation.foundation.errors import Forbidden
from participation.foundation.events import publish
from participation.ideas.lifecycle import IdeaStatus
from tests.conftest import Client
from tests.factories.ideas import IdeaFactory


def test_signing_in_follows_what_was_wished(citizen: Person) -> None:
    idea = IdeaFactory()
    for _ in range(2):
        publish(SignedIn(citizen, f"follows.follow:{idea.id}"))
    assert is_following(citizen, idea)


@pytest.mark.parametrize("intent", ["", "votes.support:{id}", "follows.follow:{gone}"])
def test_other_errands_follow_nothing(citizen: Person, intent: str) -> None:
    idea = IdeaFactory()
    publish(SignedIn(citizen, intent.format(id=idea.id, gone=idea.id + 1)))
    assert not is_following(citizen, idea)


def test_what_is_not_public_is_not_followed(citizen: Person) -> None:
    idea = IdeaFactory(status=IdeaStatus.SUBMITTED, published_at=None, author_id=citizen.id)
    with pytest.raises(Forbidden):
        publish(SignedIn(citizen, f"follows.follow:{idea.id}"))


def test_the_wish_goes_along_to_the_sign_in(client: Client) -> None:
    idea = IdeaFactory()
    errand = f"intent=follows.follow:{idea.id}"
    assert errand in client.get(f"/vallensbaek/ideer/{idea.id}-{idea.slug}").text
    assert errand in client.post(f"/vallensbaek/ideer/{idea.id}/foelg").location
