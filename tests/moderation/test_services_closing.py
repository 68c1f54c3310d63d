"""A closed discussion is readable, says why, and takes no comments, whatever else happens to the idea."""

import pytest

from participation.accounts.models import Person
from participation.discussions.services import comment as write
from participation.foundation.authorization import can
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.models import Idea
from participation.ideas.services.moves import settle
from participation.moderation.services.closing import close_discussion, open_discussion

WHY = {"reason_code": "offensive", "sentence": "Det handler ikke om idéen mere."}


@pytest.fixture
def closed(idea: Idea, moderator: Person) -> Idea:
    close_discussion(actor=moderator, idea=idea, **WHY)
    return idea


def test_a_closed_discussion_is_readable_and_takes_no_comments(closed: Idea, citizen: Person) -> None:
    assert closed.discussion is not None
    assert (closed.discussion.is_public, closed.discussion.is_open) == (True, False)
    with pytest.raises(Forbidden):
        write(actor=citizen, discussion=closed.discussion, body="Jo!")


def test_it_stays_closed_when_the_idea_settles(closed: Idea) -> None:
    settle(idea=closed)
    assert closed.discussion is not None and not closed.discussion.is_open


def test_opened_again_it_takes_comments(closed: Idea, moderator: Person, citizen: Person) -> None:
    open_discussion(actor=moderator, idea=closed, sentence="Nu kan vi tale sammen igen.")
    assert closed.discussion is not None
    assert can(citizen, "discussions.comment", closed.discussion)
    assert closed.discussion_closed_sentence is None


def test_twice_is_refused(closed: Idea, moderator: Person) -> None:
    with pytest.raises(RuleViolation):
        close_discussion(actor=moderator, idea=closed, **WHY)
    open_discussion(actor=moderator, idea=closed, sentence="Åben.")
    with pytest.raises(RuleViolation):
        open_discussion(actor=moderator, idea=closed, sentence="Åben.")


def test_only_staff_closes(idea: Idea, citizen: Person, author: Person) -> None:
    for actor in (citizen, author):
        with pytest.raises(Forbidden):
            close_discussion(actor=actor, idea=idea, **WHY)
