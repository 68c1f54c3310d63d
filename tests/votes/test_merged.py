"""Support for an idea that has been merged since the page was opened goes to where the idea lives on."""

from typing import Any

import pytest

from participation.accounts.events import SignedIn
from participation.accounts.models import Person
from participation.follows.queries import is_following
from participation.foundation.events import publish
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.votes.queries import is_supporting
from tests.factories.ideas import IdeaFactory


@pytest.fixture
def living(citizen: Person) -> Idea:
    return IdeaFactory(title="Skovbio")


@pytest.fixture
def merged(living: Idea) -> Idea:
    """Merged into one that is merged itself."""
    between = IdeaFactory(status=IdeaStatus.MERGED, merged_into_id=living.id)
    return IdeaFactory(status=IdeaStatus.MERGED, merged_into_id=between.id)


def test_an_old_button_supports_what_the_idea_lives_on_in(
    client_of: Any, citizen: Person, living: Idea, merged: Idea
) -> None:
    browser = client_of(citizen)
    answer = browser.post(f"/vallensbaek/ideer/{merged.id}/stoette")
    assert answer.location.endswith(f"/ideer/{living.id}-{living.slug}")
    assert "Du støtter ”Skovbio”, som idéen nu er en del af." in browser.get(answer.location).text
    assert (living.support_count, merged.support_count) == (1, 0)
    browser.post(f"/vallensbaek/ideer/{merged.id}/stoette/fortryd")
    assert not is_supporting(citizen, living)


def test_a_visitor_is_led_to_sign_in_for_the_living_idea(client: Any, living: Idea, merged: Idea) -> None:
    answer = client.post(f"/vallensbaek/ideer/{merged.id}/stoette")
    assert f"votes.support:{living.id}" in answer.location


def test_what_was_wished_before_a_merging_is_done_after_it(
    citizen: Person, living: Idea, merged: Idea
) -> None:
    for errand in ("votes.support", "follows.follow"):
        publish(SignedIn(citizen, f"{errand}:{merged.id}"))
    assert is_supporting(citizen, living)
    assert is_following(citizen, living)


def test_what_lives_on_out_of_sight_is_not_found(
    client_of: Any, citizen: Person, living: Idea, merged: Idea
) -> None:
    living.status = IdeaStatus.SUBMITTED
    assert client_of(citizen).post(f"/vallensbaek/ideer/{merged.id}/stoette").status_code == 404
