"""Which of the ideas that wish for the same a reader may see."""

from typing import Any

import pytest

from participation.accounts.models import Person
from participation.foundation.actors import Actor
from participation.foundation.clock import now
from participation.ideas.lifecycle import IDEAS, WITHHELD, IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.queries.similar import MOST, similar_to
from participation.search.services import index
from tests.factories.ideas import IdeaFactory

TITLE = "Hjertestarter ved hallen"
WAITING = [IdeaStatus.SUBMITTED, IdeaStatus.RETURNED, IdeaStatus.NOT_ADMITTED]
SHOWN = sorted(IDEAS.statuses_where("takes_comments"))


def indexed(status: IdeaStatus = IdeaStatus.PUBLISHED, **more: Any) -> Idea:
    dates = {"published_at": None, "reviewed_at": None} if status in WITHHELD else {}
    idea = IdeaFactory(status=status, **({"title": TITLE} | dates | more))
    index(subject_id=idea.id, title=idea.title, texts=(idea.body,))
    return idea


def found(viewer: Actor) -> list[Idea]:
    return similar_to(viewer, "Hjertestartere i hallerne")


@pytest.mark.parametrize("status", SHOWN)
def test_everybody_is_shown_what_is_public(citizen: Person, moderator: Person, status: IdeaStatus) -> None:
    idea = indexed(status)
    assert found(citizen) == found(moderator) == [idea]


@pytest.mark.parametrize("status", WAITING)
def test_staff_alone_is_shown_what_waits(citizen: Person, moderator: Person, status: IdeaStatus) -> None:
    idea = indexed(status)
    assert found(moderator) == [idea]
    assert found(citizen) == []


def test_drafts_withdrawn_and_hidden_ones_are_shown_to_nobody(author: Person, moderator: Person) -> None:
    indexed(IdeaStatus.DRAFT, author_id=author.id)
    indexed(IdeaStatus.WITHDRAWN, author_id=author.id)
    indexed(hidden_at=now(), hidden_reason="insult")
    assert found(author) == found(moderator) == []


def test_in_the_place_of_a_merged_idea_stands_the_other(citizen: Person, moderator: Person) -> None:
    other = indexed(title="Førstehjælp til alle")
    indexed(IdeaStatus.MERGED, merged_into_id=other.id)
    indexed(IdeaStatus.MERGED, merged_into_id=other.id)
    assert found(citizen) == found(moderator) == [other]
    other.hidden_at = now()
    assert found(citizen) == []


def test_no_more_than_five_are_shown_and_not_the_idea_itself(citizen: Person) -> None:
    ideas = [indexed() for _ in range(MOST + 2)]
    assert found(citizen) == ideas[:1:-1]
    newest = ideas[-1]
    assert newest not in similar_to(citizen, newest.title, excluding=[newest.id])
