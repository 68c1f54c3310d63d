"""Another colleague looks at it: once for each act, never who acted, and what was wrong is undone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person, Role
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.authorization import can
from participation.foundation.clock import at, now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.rules import TOLD_AFTER
from participation.ideas.services.moves import Details, move
from participation.ideas.services.taking_back import undo
from participation.mail.models import OutgoingMail
from participation.moderation.lifecycle import Verdict
from participation.moderation.models import Appeal, ModerationAct, ModerationEntry
from participation.moderation.rules import Act
from participation.moderation.services.appeals import appeal, decide
from participation.moderation.services.closing import close_discussion
from participation.moderation.services.hiding import hide_comment, hide_idea, show_comment
from participation.moderation.services.suspending import suspend
from tests.factories.accounts import PersonFactory
from tests.moderation.dates import in_days

WHY = {"reason_code": "offensive", "sentence": "Tonen er for hård."}
Make = Callable[[Person, Idea, Comment], Act]


def refuse(actor: Person, idea: Idea, _comment: Comment) -> Act:
    idea.status, idea.published_at, idea.reviewed_at = IdeaStatus.SUBMITTED, None, None
    db.session.flush()
    return move(actor=actor, idea=idea, name="refuse", details=Details(**WHY))


ACTS: dict[str, Make] = {
    "idea": lambda actor, idea, _comment: hide_idea(actor=actor, idea=idea, **WHY),
    "comment": lambda actor, _idea, comment: hide_comment(actor=actor, comment=comment, **WHY),
    "close": lambda actor, idea, _comment: close_discussion(actor=actor, idea=idea, **WHY),
    "suspend": lambda actor, idea, _comment: suspend(
        actor=actor, person=idea.author, until=in_days(9), **WHY
    ),
    "refuse": refuse,
}
UNDONE: dict[str, Callable[[Idea, Comment], Any]] = {
    "idea": lambda idea, _comment: not idea.is_hidden,
    "comment": lambda _idea, comment: comment.hidden_at is None,
    "close": lambda idea, _comment: idea.discussion.is_open,
    "suspend": lambda idea, _comment: idea.author.may_write,
    "refuse": lambda idea, _comment: idea.status is IdeaStatus.SUBMITTED,
}


@pytest.fixture
def asked(author: Person, comment: Comment, moderator: Person, colleague: Person) -> Appeal:
    act = hide_comment(actor=moderator, comment=comment, **WHY)
    return appeal(actor=author, act=act, body="Jeg skrev om hunden, ikke om naboen.")


@pytest.mark.parametrize("kind", ACTS)
def test_overturning_undoes_each_kind_of_act(
    idea: Idea, comment: Comment, moderator: Person, colleague: Person, kind: str
) -> None:
    made = appeal(actor=idea.author, act=ACTS[kind](moderator, idea, comment), body="Se igen.")
    assert not UNDONE[kind](idea, comment)
    decide(actor=colleague, appeal=made, verdict=Verdict.OVERTURNED, sentence="Du har ret.")
    assert UNDONE[kind](idea, comment)


@pytest.mark.parametrize("kind", ACTS)
def test_upholding_leaves_it(
    idea: Idea, comment: Comment, moderator: Person, colleague: Person, kind: str
) -> None:
    made = appeal(actor=idea.author, act=ACTS[kind](moderator, idea, comment), body="Se igen.")
    entry = decide(actor=colleague, appeal=made, verdict=Verdict.UPHELD, sentence="Reglen er klar.")
    assert not UNDONE[kind](idea, comment)
    assert (entry.act, entry.reason_code, made.case.is_open) == (ModerationAct.UPHOLD, "offensive", False)


def test_it_goes_to_a_colleague_who_answers_in_time(asked: Appeal, colleague: Person) -> None:
    assert (asked.case.owner_id, asked.is_outside) == (colleague.id, False)
    assert asked.case.place == f"opgaver/ny-vurdering/{asked.id}"
    assert now() < asked.due_at == asked.case.due_at


def test_who_acted_or_asks_does_not_decide(asked: Appeal, moderator: Person, author: Person) -> None:
    author.role = Role.MODERATOR
    for actor in (moderator, author):
        with pytest.raises(Forbidden):
            decide(actor=actor, appeal=asked, verdict=Verdict.UPHELD, sentence="Nej.")
    assert not can(PersonFactory(), "moderation.decide_appeal", asked)


def test_without_a_colleague_it_goes_to_the_administrator(
    author: Person, comment: Comment, moderator: Person, administrator: Person
) -> None:
    act = hide_comment(actor=moderator, comment=comment, **WHY)
    assert appeal(actor=author, act=act, body="Se igen.").case.owner_id == administrator.id


def test_without_either_it_is_mailed_outside_and_decided_there(
    author: Person, comment: Comment, moderator: Person
) -> None:
    made = appeal(actor=author, act=hide_comment(actor=moderator, comment=comment, **WHY), body="Se igen.")
    assert (made.case.owner_id, made.is_outside) == (None, True)
    mail = db.session.scalars(select(OutgoingMail)).one()
    assert (mail.recipient, mail.context) == ("kontakt@example.org", {"appeal_id": made.id})
    decide(actor=SYSTEM, appeal=made, verdict=Verdict.OVERTURNED, sentence="Det var en fejl.")
    assert comment.hidden_at is None


def test_the_one_with_the_fewest_cases_is_asked(
    asked: Appeal, author: Person, idea: Idea, moderator: Person
) -> None:
    free = PersonFactory(role=Role.MODERATOR)
    act = close_discussion(actor=moderator, idea=idea, **WHY)
    assert appeal(actor=author, act=act, body="Se igen.").case.owner_id == free.id


def test_each_act_is_appealed_once(asked: Appeal, author: Person, colleague: Person) -> None:
    with pytest.raises(RuleViolation):
        appeal(actor=author, act=asked.act, body="Igen.")
    decide(actor=colleague, appeal=asked, verdict=Verdict.UPHELD, sentence="Reglen er klar.")
    with pytest.raises(RuleViolation):
        decide(actor=colleague, appeal=asked, verdict=Verdict.OVERTURNED, sentence="Eller dog.")
    with pytest.raises(RuleViolation):
        appeal(actor=author, act=asked.act, body="Igen.")


def test_others_and_the_late_do_not_appeal(
    author: Person, citizen: Person, comment: Comment, moderator: Person
) -> None:
    act = hide_comment(actor=moderator, comment=comment, **WHY)
    with pytest.raises(Forbidden):
        appeal(actor=citizen, act=act, body="Det er synd.")
    with at(now() + timedelta(days=32)), pytest.raises(Forbidden):
        appeal(actor=author, act=act, body="For sent.")


def test_showing_again_is_no_act_to_appeal(author: Person, comment: Comment, moderator: Person) -> None:
    hide_comment(actor=moderator, comment=comment, **WHY)
    shown = show_comment(actor=moderator, comment=comment, sentence="Det var en fejl.")
    assert not can(author, "moderation.appeal", shown)


def test_what_was_undone_meanwhile_is_not_undone_twice(
    asked: Appeal, comment: Comment, moderator: Person, colleague: Person
) -> None:
    show_comment(actor=moderator, comment=comment, sentence="Det var en fejl.")
    decide(actor=colleague, appeal=asked, verdict=Verdict.OVERTURNED, sentence="Enig.")
    acts = db.session.scalars(select(ModerationEntry.act).order_by(ModerationEntry.id))
    assert list(acts) == [ModerationAct.HIDE, ModerationAct.SHOW, ModerationAct.OVERTURN]


def test_who_may_not_write_may_appeal(author: Person, moderator: Person, colleague: Person) -> None:
    act = suspend(actor=moderator, person=author, until=in_days(9), **WHY)
    assert can(author, "moderation.appeal", act)


@pytest.fixture
def refused(idea: Idea, comment: Comment, moderator: Person, colleague: Person) -> Appeal:
    return appeal(actor=idea.author, act=refuse(moderator, idea, comment), body="Det er kommunens vej.")


def is_answered(asked: Appeal) -> bool:
    acts = db.session.scalars(select(ModerationEntry.act).order_by(ModerationEntry.id)).all()
    is_closed = asked.is_overturned and not asked.case.is_open and asked.decided_at is not None
    return is_closed and acts == [ModerationAct.OVERTURN]


def test_nobody_waits_about_a_refusal_that_is_taken_back(refused: Appeal, moderator: Person) -> None:
    assert refused.move is not None
    refused.move.told_from, refused.move.left_version = now() + TOLD_AFTER, refused.move.idea.version
    undo(actor=moderator, idea=refused.move.idea, logged=refused.move)
    assert refused.move.idea.status is IdeaStatus.SUBMITTED
    assert is_answered(refused)


def test_nobody_waits_about_a_refusal_that_is_reconsidered(refused: Appeal, moderator: Person) -> None:
    assert refused.move is not None
    idea = refused.move.idea
    move(actor=moderator, idea=idea, name="reconsider", details=Details(sentence="Vi tog fejl."))
    assert idea.status is IdeaStatus.SUBMITTED
    assert is_answered(refused)
