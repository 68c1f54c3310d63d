"""Hiding and showing again: what follows, what is logged, who is told."""

from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation import events
from participation.foundation.authorization import can
from participation.foundation.clock import FAR_FUTURE
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.moderation.events import ContentHidden, ContentShown
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.services import hiding as services
from tests.factories.ideas import CommentFactory, IdeaFactory

WHY = {"reason_code": "private_persons", "sentence": "Der står et navn."}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was published."""
    found: list[Any] = []
    for kind in (ContentHidden, ContentShown):
        monkeypatch.setitem(events.HANDLERS, kind, [found.append])
    return found


@pytest.fixture
def hidden(moderator: Person) -> Idea:
    idea = IdeaFactory(answer_due_at=FAR_FUTURE.replace(year=2030))
    services.hide_idea(actor=moderator, idea=idea, **WHY)
    return idea


def test_hidden_idea_is_seen_by_author_and_staff(hidden: Idea, citizen: Person, moderator: Person) -> None:
    assert ideas.find(citizen, hidden.id) is None
    assert ideas.find(hidden.author, hidden.id) is hidden
    assert ideas.find(moderator, hidden.id) is hidden
    assert (hidden.hidden_reason, hidden.hidden_sentence) == ("private_persons", "Der står et navn.")


def test_case_discussion_and_support_follow(hidden: Idea, citizen: Person, moderator: Person) -> None:
    assert hidden.case is not None and hidden.discussion is not None
    assert (hidden.case.is_open, hidden.discussion.is_public, hidden.promised_at) == (
        False,
        False,
        FAR_FUTURE,
    )
    assert not can(citizen, "votes.support", hidden)
    services.show_idea(actor=moderator, idea=hidden, sentence="Navnet er væk.")
    assert (hidden.case.is_open, hidden.discussion.is_public) == (True, True)
    assert hidden.promised_at == hidden.answer_due_at
    assert can(citizen, "votes.support", hidden)


def test_each_act_is_logged_by_its_reason(hidden: Idea, moderator: Person) -> None:
    services.show_idea(actor=moderator, idea=hidden, sentence="Navnet er væk.")
    entries = db.session.scalars(select(ModerationEntry).order_by(ModerationEntry.id))
    logged = [(entry.act, entry.reason_code, entry.sentence) for entry in entries]
    assert logged == [
        (ModerationAct.HIDE, "private_persons", "Der står et navn."),
        (ModerationAct.SHOW, "private_persons", "Navnet er væk."),
    ]


def test_comment_is_hidden_and_shown_and_its_author_told(moderator: Person, told: list[Any]) -> None:
    comment = CommentFactory()
    services.hide_comment(actor=moderator, comment=comment, **WHY)
    assert comment.hidden_at is not None
    services.show_comment(actor=moderator, comment=comment, sentence="Det var en fejl.")
    assert (comment.hidden_at, comment.hidden_reason) == (None, None)
    assert [type(event) for event in told] == [ContentHidden, ContentShown]
    assert {event.person_id for event in told} == {comment.author_id}


def test_twice_is_once(hidden: Idea, moderator: Person) -> None:
    with pytest.raises(RuleViolation):
        services.hide_idea(actor=moderator, idea=hidden, **WHY)
    services.show_idea(actor=moderator, idea=hidden, sentence="Navnet er væk.")
    with pytest.raises(RuleViolation):
        services.show_idea(actor=moderator, idea=hidden, sentence="Navnet er væk.")


def test_only_staff_hides_and_only_what_is_public(citizen: Person, moderator: Person) -> None:
    with pytest.raises(Forbidden):
        services.hide_idea(actor=citizen, idea=IdeaFactory(), **WHY)
    with pytest.raises(Forbidden):
        services.hide_comment(actor=citizen, comment=CommentFactory(), **WHY)
    withheld = IdeaFactory(status=IdeaStatus.SUBMITTED, published_at=None)
    with pytest.raises(Forbidden):
        services.hide_idea(actor=moderator, idea=withheld, **WHY)
