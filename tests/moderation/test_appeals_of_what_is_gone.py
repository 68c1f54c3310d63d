"""Somebody was right, but there is nothing left to give back: they hear so, and nothing comes back."""

from typing import Any

import pytest

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.discussions.services import delete
from participation.foundation.errors import Forbidden
from participation.ideas.models import Idea
from participation.moderation.lifecycle import DeletionReason, Verdict
from participation.moderation.services.appeals import appeal, decide
from participation.moderation.services.deleting import agree, propose
from participation.moderation.services.hiding import hide_comment, hide_idea, show_idea

WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}


def test_what_its_writer_has_taken_back_stays_away(
    author: Person, comment: Comment, moderator: Person, colleague: Person
) -> None:
    made = appeal(actor=author, act=hide_comment(actor=moderator, comment=comment, **WHY), body="Se igen.")
    delete(actor=author, comment=comment)
    decide(actor=colleague, appeal=made, verdict=Verdict.OVERTURNED, sentence="Du har ret.")
    assert made.is_overturned and (comment.body, comment.deleted_at is None) == ("", False)


def test_what_is_deleted_for_good_is_not_brought_back(
    idea: Idea, author: Person, moderator: Person, colleague: Person, client: Any
) -> None:
    made = appeal(actor=author, act=hide_idea(actor=moderator, idea=idea, **WHY), body="Se igen.")
    why = {"reason_code": DeletionReason.COURT_ORDER, "sentence": "Retten har sagt det."}
    agree(actor=colleague, deletion=propose(actor=moderator, subject=idea, **why))
    decide(actor=colleague, appeal=made, verdict=Verdict.OVERTURNED, sentence="Du har ret.")
    assert idea.is_hidden and not idea.is_listed
    assert client.get(f"/vallensbaek/ideer/{idea.id}-x").status_code == 410
    with pytest.raises(Forbidden):
        show_idea(actor=colleague, idea=idea, sentence="Den er i orden.")
