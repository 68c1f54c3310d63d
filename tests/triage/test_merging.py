"""Merging two ideas and separating them: everybody counts once, and everything goes back where it was."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.discussions import services as discussions
from participation.discussions.models import Comment
from participation.extensions import db
from participation.follows import services as follows
from participation.follows.queries import is_following
from participation.foundation.clock import at, now
from participation.foundation.errors import RuleViolation
from participation.ideas.models import Idea, Merge
from participation.ideas.queries.merging import merge_of
from participation.triage.services import merging
from participation.votes import queries as votes_queries
from participation.votes import services as votes
from participation.votes.models import SupportSetAside, Vote
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory

LATER = timedelta(days=8)


def join(actor: Person, source: Idea, target: Idea) -> Merge:
    """Plan it, and carry it out when its day has come."""
    made = merging.merge(actor=actor, source=source, target=target)
    if made.is_done:
        return made
    its_day_has_come(source)
    return merging.merge(actor=actor, source=source, target=target)


def its_day_has_come(source: Idea) -> None:
    planned = merge_of(source)
    assert planned is not None
    planned.due_at = now()


def people(count: int) -> list[Person]:
    return [PersonFactory() for _ in range(count)]


def supported_by(*supporters: Person) -> Idea:
    idea = IdeaFactory()
    for person in supporters:
        votes.support(actor=person, idea=idea)
    return idea


def supporters_of(idea: Idea) -> set[int]:
    rows = select(Vote.person_id).where(Vote.idea_id == idea.id, Vote.invalidated_at.is_(None))
    return set(db.session.scalars(rows))


def ids(*persons: Person) -> set[int]:
    return {person.id for person in persons}


def test_supporters_count_once_each(moderator: Person) -> None:
    one, two, three, four = people(4)
    source, target = supported_by(one, two, three), supported_by(three, four)
    assert votes_queries.supporters_together(source, target) == 4
    join(moderator, source, target)
    assert (source.support_count, target.support_count) == (0, 4)
    assert supporters_of(target) == ids(one, two, three, four)
    assert votes_queries.recounted() == []


def test_undoing_restores_what_was(moderator: Person) -> None:
    one, two, three, four = people(4)
    source, target = supported_by(one, two, three), supported_by(three, four)
    before = source.answer_due_at, source.published_at, source.status
    merge = join(moderator, source, target)
    merging.undo(actor=moderator, merge=merge)
    assert (supporters_of(source), supporters_of(target)) == (ids(one, two, three), ids(three, four))
    assert (source.support_count, target.support_count) == (3, 2)
    assert (source.answer_due_at, source.published_at, source.status) == before
    assert source.case is not None and source.case.is_open
    assert db.session.scalar(select(func.count()).select_from(SupportSetAside)) == 0


def test_undoing_respects_what_people_did_meanwhile(moderator: Person) -> None:
    stays, leaves, both, comes, returns = people(5)
    source, target = supported_by(stays, leaves, both, returns), supported_by(both)
    merge = join(moderator, source, target)
    for person in (leaves, returns, both):
        votes.withdraw(actor=person, idea=target)
    for person in (comes, returns):
        votes.support(actor=person, idea=target)
    merging.undo(actor=moderator, merge=merge)
    assert supporters_of(source) == ids(stays)
    assert supporters_of(target) == ids(comes, returns)
    assert votes_queries.recounted() == []


def test_a_chain_is_undone_from_its_end(moderator: Person) -> None:
    one, two, three = people(3)
    first, second, third = supported_by(one), supported_by(two), supported_by(three)
    early = join(moderator, first, second)
    late = join(moderator, second, third)
    assert third.support_count == 3
    with pytest.raises(RuleViolation, match="has since been merged"):
        merging.undo(actor=moderator, merge=early)
    votes.withdraw(actor=one, idea=third)
    merging.undo(actor=moderator, merge=late)
    assert (supporters_of(second), supporters_of(third)) == (ids(two), ids(three))
    merging.undo(actor=moderator, merge=early)
    assert (supporters_of(first), supporters_of(second)) == (set(), ids(two))


def test_of_two_merged_into_one_either_is_undone_first(moderator: Person) -> None:
    both, one, two = people(3)
    first, second, target = supported_by(both, one), supported_by(both, two), supported_by()
    early, late = join(moderator, first, target), join(moderator, second, target)
    merging.undo(actor=moderator, merge=early)
    assert (supporters_of(first), supporters_of(target)) == (ids(both, one), ids(both, two))
    merging.undo(actor=moderator, merge=late)
    assert (supporters_of(second), supporters_of(target)) == (ids(both, two), set())
    assert votes_queries.recounted() == []


def invalidate(person: Person, idea: Idea) -> None:
    vote = db.session.scalars(select(Vote).where(Vote.idea_id == idea.id, Vote.person_id == person.id)).one()
    vote.invalidated_at, vote.invalidated_reason = now(), "Samme person to gange"
    idea.support_count -= 1
    db.session.flush()
    db.session.expunge(vote)


def test_invalidated_support_counts_nowhere_and_comes_back_invalidated(moderator: Person) -> None:
    early, late, own = people(3)
    source, target = supported_by(early, late, own), supported_by(own)
    invalidate(early, source)
    invalidate(own, target)
    merge = join(moderator, source, target)
    assert supporters_of(target) == ids(late)
    with at(now() + LATER * 2):
        invalidate(late, target)
    merging.undo(actor=moderator, merge=merge)
    assert (supporters_of(source), supporters_of(target)) == (ids(own), set())
    assert (source.support_count, target.support_count) == (1, 0)
    rows = select(func.count()).where(Vote.idea_id == source.id, Vote.invalidated_at.is_not(None))
    assert db.session.scalar(rows) == 2


def test_comments_move_together_and_go_back_with_their_replies(moderator: Person, citizen: Person) -> None:
    source, target = IdeaFactory(title="Flere træer"), IdeaFactory()
    parent = discussions.comment(actor=citizen, discussion=source.discussion, body="Ja tak")
    own = discussions.comment(actor=citizen, discussion=target.discussion, body="Også her")
    merge = join(moderator, source, target)
    assert target.discussion.comment_count == 2
    assert (parent.discussion_id, parent.home.subject_title) == (target.discussion_id, "Flere træer")
    reply = discussions.reply(actor=moderator, parent=parent, body="Tak")
    later = discussions.comment(actor=citizen, discussion=target.discussion, body="Nyt")
    merging.undo(actor=moderator, merge=merge)
    places = {each.body: each.discussion_id for each in (parent, reply, own, later)}
    here, there = source.discussion_id, target.discussion_id
    assert places == {"Ja tak": here, "Tak": here, "Også her": there, "Nyt": there}
    assert (source.discussion.comment_count, target.discussion.comment_count) == (2, 2)
    assert db.session.scalar(select(func.count()).where(Comment.home_id.is_not(None))) == 0


def test_comments_of_a_chain_go_back_step_by_step(moderator: Person) -> None:
    first, second, third = IdeaFactory(), IdeaFactory(), IdeaFactory()
    written = [CommentFactory(discussion_id=each.discussion_id) for each in (first, second, third)]
    early, late = join(moderator, first, second), join(moderator, second, third)
    assert {each.discussion_id for each in written} == {third.discussion_id}
    merging.undo(actor=moderator, merge=late)
    assert [each.discussion_id for each in written[:2]] == [second.discussion_id] * 2
    merging.undo(actor=moderator, merge=early)
    assert written[0].discussion_id == first.discussion_id


def test_followers_hear_of_the_other_until_it_is_undone(moderator: Person, citizen: Person) -> None:
    source, target = IdeaFactory(), IdeaFactory()
    follows.follow(actor=citizen, idea=source)
    merge = join(moderator, source, target)
    assert is_following(citizen, target)
    merging.undo(actor=moderator, merge=merge)
    assert is_following(citizen, source) and not is_following(citizen, target)
