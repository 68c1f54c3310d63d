"""Deleting for good after a merging: what is gone is gone in both places, and nothing else is."""

from typing import Any

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.ideas.models import Idea, Merge
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.services.deleting import agree, propose
from participation.moderation.services.hiding import hide_idea
from participation.triage.services import merging
from participation.votes.queries import recounted
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.moderation.marks import tables_with
from tests.triage.test_merging import join

MARK = "Qvzxwort"
ASKED = {"reason_code": DeletionReason.CPR, "sentence": "Der stod et nummer på en nabo."}


@pytest.fixture
def source(author: Person) -> Idea:
    return IdeaFactory(author_id=author.id, title="Bænke", body="Til de trætte.")


@pytest.fixture
def target(citizen: Person) -> Idea:
    return IdeaFactory(author_id=citizen.id, title="Borde", body="Til madpakken.")


@pytest.fixture
def said(source: Idea) -> Comment:
    made: Comment = CommentFactory(discussion_id=source.discussion_id, body=f"Her står {MARK}.")
    CommentFactory(discussion_id=source.discussion_id, parent_id=made.id, body="Enig om bænke.")
    return made


@pytest.fixture
def merged(moderator: Person, source: Idea, target: Idea, said: Comment) -> Merge:
    CommentFactory(discussion_id=target.discussion_id, body="Enig om borde.")
    return join(moderator, source, target)


def erase(subject: Any, moderator: Person, colleague: Person) -> None:
    agree(actor=colleague, deletion=propose(actor=moderator, subject=subject, **ASKED))


def are_counted(*ideas: Idea) -> bool:
    db.session.expire_all()
    for idea in ideas:
        assert idea.discussion is not None
        there = (Comment.discussion_id == idea.discussion_id, Comment.deleted_at.is_(None))
        if idea.discussion.comment_count != db.session.scalar(select(func.count()).where(*there)):
            return False
    return not recounted()


def page_of(client: Any, idea: Idea) -> Any:
    return client.get(f"/vallensbaek/ideer/{idea.id}-x", follow_redirects=True)


def test_a_comment_that_moved_along(
    client: Any, moderator: Person, colleague: Person, merged: Merge, said: Comment
) -> None:
    source, target = merged.source, merged.target
    erase(said, moderator, colleague)
    page = page_of(client, target).text
    assert MARK not in page and "§ 11" in page and "Enig om bænke." in page
    assert not tables_with(MARK) and are_counted(source, target)
    merging.undo(actor=moderator, merge=merged)
    page = page_of(client, source).text
    assert "§ 11" in page and "Enig om bænke." in page and "borde" not in page
    assert not tables_with(MARK) and are_counted(source, target)


def test_the_idea_that_lives_on_goes_with_its_comments_alone(
    client: Any, moderator: Person, colleague: Person, merged: Merge
) -> None:
    source, target = merged.source, merged.target
    erase(source, moderator, colleague)
    page = page_of(client, target).text
    assert "trætte" not in page and "bænke" not in page and "Enig om borde." in page
    assert page_of(client, source).status_code in {200, 410}
    assert not tables_with(MARK) and not tables_with("Til de trætte") and are_counted(source, target)


def test_the_other_idea_goes_and_what_lived_on_in_it_can_come_back(
    client: Any, moderator: Person, colleague: Person, merged: Merge
) -> None:
    source, target = merged.source, merged.target
    erase(target, moderator, colleague)
    assert page_of(client, target).status_code == 410
    assert not tables_with("Til madpakken") and not tables_with("Enig om borde")
    merging.undo(actor=moderator, merge=merged)
    page = page_of(client, source)
    assert page.status_code == 200 and MARK in page.text and "Til de trætte." in page.text
    assert are_counted(source, target)


def test_a_hidden_one_is_not_named_beside_its_comments(
    merged: Merge, source: Idea, target: Idea, colleague: Person, client: Any
) -> None:
    address = f"/vallensbaek/ideer/{target.id}-{target.slug}"
    assert "Skrevet til idéen ”Bænke”" in client.get(address).text
    hide_idea(actor=colleague, idea=source, reason_code="offensive", sentence="Tonen er for hård.")
    page = client.get(address).text
    assert "Enig om bænke." in page and "Bænke" not in page and "trætte" not in page
