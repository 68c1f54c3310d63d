"""What can be merged and separated, by whom, and when: at once, or seven days after the authors were told."""

from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.foundation.clock import at, now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import MergeState
from participation.ideas.queries.merging import merge_of
from participation.ideas.services.merging import object_to
from participation.ideas.services.moves import Details, move
from participation.triage.services import merging
from tests.factories.ideas import IdeaFactory
from tests.triage.test_merging import join

LATER = timedelta(days=8)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (IdeaStatus.PUBLISHED, IdeaStatus.DECLINED),
        (IdeaStatus.ACCEPTED, IdeaStatus.PUBLISHED),
        (IdeaStatus.PUBLISHED, IdeaStatus.SUBMITTED),
        (IdeaStatus.PUBLISHED, IdeaStatus.WITHDRAWN),
        (IdeaStatus.RETURNED, IdeaStatus.PUBLISHED),
        (IdeaStatus.DRAFT, IdeaStatus.PUBLISHED),
    ],
)
def test_what_cannot_be_merged_is_refused(moderator: Person, source: IdeaStatus, target: IdeaStatus) -> None:
    pair = IdeaFactory(status=source), IdeaFactory(status=target)
    with pytest.raises(RuleViolation):
        merging.merge(actor=moderator, source=pair[0], target=pair[1])
    assert pair[0].status is source


def test_an_idea_is_not_merged_with_itself_nor_in_a_circle(moderator: Person) -> None:
    one, other = IdeaFactory(), IdeaFactory()
    with pytest.raises(RuleViolation, match="with itself"):
        merging.merge(actor=moderator, source=one, target=one)
    join(moderator, one, other)
    with pytest.raises(RuleViolation, match="has itself been merged"):
        merging.merge(actor=moderator, source=other, target=one)


def test_a_hidden_idea_is_not_merged(moderator: Person) -> None:
    for pair in (
        (IdeaFactory(hidden_at=now()), IdeaFactory()),
        (IdeaFactory(), IdeaFactory(hidden_at=now())),
    ):
        with pytest.raises(RuleViolation, match="hidden"):
            merging.merge(actor=moderator, source=pair[0], target=pair[1])


def test_what_was_answered_for_both_is_not_separated(moderator: Person) -> None:
    source, target = IdeaFactory(), IdeaFactory()
    merge = join(moderator, source, target)
    target.status = IdeaStatus.ACCEPTED
    with pytest.raises(RuleViolation, match="answered for both"):
        merging.undo(actor=moderator, merge=merge)


def test_residents_do_not_merge(citizen: Person, moderator: Person) -> None:
    source, target = IdeaFactory(author_id=citizen.id), IdeaFactory()
    with pytest.raises(Forbidden):
        merging.merge(actor=citizen, source=source, target=target)
    with pytest.raises(Forbidden):
        merging.undo(actor=citizen, merge=join(moderator, source, target))


def test_two_published_ideas_wait_seven_days(moderator: Person) -> None:
    source, target = IdeaFactory(), IdeaFactory()
    planned = merging.merge(actor=moderator, source=source, target=target)
    assert (planned.state, source.status) == (MergeState.PLANNED, IdeaStatus.PUBLISHED)
    with pytest.raises(RuleViolation, match="another day"):
        merging.merge(actor=moderator, source=source, target=target)
    merging.carry_out_due()
    assert source.status is IdeaStatus.PUBLISHED
    with at(now() + LATER):
        merging.carry_out_due()
    assert (planned.state, source.status) == (MergeState.DONE, IdeaStatus.MERGED)


def test_an_objection_leaves_it_to_a_moderator(moderator: Person, author: Person) -> None:
    source, target = IdeaFactory(author_id=author.id), IdeaFactory()
    planned = merging.merge(actor=moderator, source=source, target=target)
    object_to(actor=author, merge=planned, words="Det er to ting.")
    with at(now() + LATER):
        merging.carry_out_due()
        assert planned.is_planned
        merging.merge(actor=moderator, source=source, target=target)
    assert planned.is_done


def test_a_plan_ends_when_one_of_them_is_withdrawn(moderator: Person, author: Person) -> None:
    source, target = IdeaFactory(author_id=author.id), IdeaFactory()
    planned = merging.merge(actor=moderator, source=source, target=target)
    move(actor=author, idea=source, name="withdraw", details=Details(explanation="Løst"))
    assert planned.state is MergeState.CANCELLED
    assert merge_of(source) is None


def test_what_is_not_published_is_merged_at_once_and_stays_unread(moderator: Person, author: Person) -> None:
    source = IdeaFactory(status=IdeaStatus.SUBMITTED, published_at=None, author_id=author.id)
    merge = merging.merge(actor=moderator, source=source, target=IdeaFactory())
    assert (merge.is_done, source.published_at) == (True, None)
    merging.undo(actor=moderator, merge=merge)
    assert source.status is IdeaStatus.SUBMITTED
