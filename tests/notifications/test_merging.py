"""Who hears that two ideas became one, or two again: everybody concerned, once each."""

from collections.abc import Callable

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.queries.merging import merge_of
from participation.notifications.models import News, Notification
from participation.triage.services import merging
from participation.votes.services import support
from participation.web.letters import Letter
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.notifications.conftest import tell, told

ReadMail = Callable[[Person], Letter | None]


@pytest.fixture
def other_author(author: Person) -> Person:
    return PersonFactory(display_name="Other author")


@pytest.fixture
def other(idea: Idea, supporter: Person, commenter: Person, follower: Person, other_author: Person) -> Idea:
    """An idea about the same, with the same people, and somebody of its own."""
    other: Idea = IdeaFactory(author_id=other_author.id, title="Grønne træer ved banen")
    support(actor=supporter, idea=other)
    support(actor=PersonFactory(display_name="Neighbour"), idea=other)
    CommentFactory(author_id=commenter.id, discussion_id=other.discussion_id)
    db.session.add(Follow(idea_id=other.id, person_id=follower.id))
    db.session.flush()
    return other


def forget_news() -> None:
    for model in (Notification, News):
        for row in db.session.query(model):
            db.session.delete(row)
    db.session.flush()


def plan(moderator: Person, source: Idea, target: Idea) -> None:
    merging.merge(actor=moderator, source=source, target=target)


def carry_out(moderator: Person, source: Idea, target: Idea) -> None:
    plan(moderator, source, target)
    planned = merge_of(source)
    assert planned is not None
    planned.due_at = now()
    forget_news()
    merging.merge(actor=moderator, source=source, target=target)
    tell()


def test_both_authors_hear_of_the_plan_and_nobody_else(
    idea: Idea, other: Idea, moderator: Person, other_author: Person, read_mail: ReadMail
) -> None:
    plan(moderator, idea, other)
    tell()
    assert told() == [("merge_planned", "Author"), ("merge_planned", "Other author")]
    letter = read_mail(other_author)
    assert letter is not None
    assert "Flere træer ved stationen" in letter.text
    assert "Grønne træer ved banen" in letter.text
    merge = merge_of(idea)
    assert merge is not None
    assert (
        f"/mine-ideer/samling/{merge.id}" in letter.text and f"/mine-ideer/samling/{merge.id}" in letter.html
    )


def test_everybody_of_either_is_told_once(
    idea: Idea, other: Idea, moderator: Person, author: Person, supporter: Person, read_mail: ReadMail
) -> None:
    carry_out(moderator, idea, other)
    assert told() == [
        ("ideas_merged", "Commenter"),
        ("ideas_merged", "Follower"),
        ("ideas_merged", "Neighbour"),
        ("ideas_merged", "Supporter"),
        ("other_idea_merged", "Other author"),
        ("own_idea_merged", "Author"),
    ]
    for person in (author, supporter):
        letter = read_mail(person)
        assert letter is not None
        assert "None" not in letter.text + letter.html


def test_everybody_of_either_hears_that_they_are_two_again(
    idea: Idea, other: Idea, moderator: Person, author: Person, read_mail: ReadMail
) -> None:
    carry_out(moderator, idea, other)
    forget_news()
    merge = merge_of(idea)
    assert merge is not None
    merging.undo(actor=moderator, merge=merge)
    tell()
    names = ["Author", "Commenter", "Follower", "Neighbour", "Other author", "Supporter"]
    assert told() == [("merge_undone", name) for name in names]
    letter = read_mail(author)
    assert letter is not None
    assert "to idéer igen" in letter.text


def test_a_plan_that_is_given_up_is_told_to_the_authors(idea: Idea, other: Idea, moderator: Person) -> None:
    plan(moderator, idea, other)
    forget_news()
    planned = merge_of(idea)
    assert planned is not None
    merging.cancel(actor=moderator, merge=planned)
    tell()
    assert told() == [("merge_cancelled", "Author"), ("merge_cancelled", "Other author")]


def test_what_nobody_has_read_is_told_to_the_authors_alone(
    other: Idea, moderator: Person, other_author: Person, read_mail: ReadMail
) -> None:
    writer = PersonFactory(display_name="Writer")
    secret = IdeaFactory(
        title="Min nabos hæk", status=IdeaStatus.SUBMITTED, published_at=None, author_id=writer.id
    )
    merging.merge(actor=moderator, source=secret, target=other)
    tell()
    assert told() == [("other_idea_merged", "Other author"), ("own_idea_merged", "Writer")]
    letter = read_mail(other_author)
    assert letter is not None
    assert "hæk" not in letter.text + letter.html + letter.subject


def test_no_mail_about_a_merge_carries_a_cpr_number(
    idea: Idea, other: Idea, moderator: Person, other_author: Person, read_mail: ReadMail
) -> None:
    idea.title = "Bænk til 010190-1234"
    plan(moderator, idea, other)
    tell()
    letter = read_mail(other_author)
    assert letter is not None
    assert "0190" not in letter.text + letter.html + letter.subject
    assert "Bænk til" in letter.text


def test_one_author_of_two_ideas_is_told_once(idea: Idea, moderator: Person, author: Person) -> None:
    carry_out(moderator, idea, IdeaFactory(author_id=author.id))
    assert [kind for kind, name in told() if name == "Author"] == ["own_idea_merged"]
