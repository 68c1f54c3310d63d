"""Looking at what is held: shown, sent back, not shown."""

from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState
from participation.discussions.models import Comment
from participation.discussions.services import edit
from participation.extensions import db
from participation.foundation.errors import Forbidden, StaleVersion
from participation.ideas import queries as ideas
from participation.ideas.services.writing import add_to
from participation.moderation.lifecycle import Verdict
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries import held as queries
from participation.moderation.queries.held import Held
from participation.moderation.services import holding
from participation.moderation.services.appeals import appeal, decide
from tests.factories.accounts import PersonFactory
from tests.factories.held import CPR, held_addition, held_comment

WHY: dict[str, Any] = {"reason_code": "privacy", "sentence": "Skriv uden nummeret."}


def held(thing: Any) -> Held:
    found = queries.find(thing.case_id)
    assert found is not None
    return found


@pytest.fixture
def comment(citizen: Person) -> Comment:
    return held_comment(citizen)


def test_let_out_it_is_there_for_everybody(comment: Comment, citizen: Person, moderator: Person) -> None:
    entry = holding.release(actor=moderator, held=held(comment))
    assert not comment.is_held and comment.discussion.comment_count == 1
    assert (entry.act, entry.comment_id) == (ModerationAct.RELEASE, comment.id)


def test_sent_back_it_is_mended_and_shown(comment: Comment, citizen: Person, moderator: Person) -> None:
    holding.send_back(actor=moderator, held=held(comment), **WHY)
    assert comment.is_held and comment.held_state is HeldState.RETURNED
    assert not held(comment).case.is_open
    edit(actor=citizen, comment=comment, body="Jeg er enig.")
    assert not comment.is_held


def test_mended_badly_it_waits_again(comment: Comment, citizen: Person, moderator: Person) -> None:
    holding.send_back(actor=moderator, held=held(comment), **WHY)
    edit(actor=citizen, comment=comment, body="020290-4321")
    assert comment.awaits_look and held(comment).case.is_open


def test_turned_down_it_stays_unseen_and_unmended(
    comment: Comment, citizen: Person, moderator: Person
) -> None:
    holding.turn_down(actor=moderator, held=held(comment), **WHY)
    assert comment.is_held and comment.held_state is HeldState.REFUSED
    with pytest.raises(Forbidden):
        edit(actor=citizen, comment=comment, body="Så her.")


def test_an_appeal_lets_it_out(
    comment: Comment, citizen: Person, moderator: Person, administrator: Person
) -> None:
    entry = holding.turn_down(actor=moderator, held=held(comment), **WHY)
    asked = appeal(actor=citizen, act=entry, body="Det er en konto.")
    decide(actor=administrator, appeal=asked, verdict=Verdict.OVERTURNED, sentence="Det er en konto.")
    assert not comment.is_held


def test_an_appeal_lets_out_the_very_addition(
    author: Person, moderator: Person, administrator: Person
) -> None:
    idea, first = held_addition(author)
    second, third = (add_to(actor=author, idea=idea, body=f"{CPR} {n}") for n in (2, 3))
    entry = holding.turn_down(actor=moderator, held=held(first), **WHY)
    holding.release(actor=moderator, held=held(second))
    holding.turn_down(actor=moderator, held=held(third), reason_code="offensive", sentence="Et andet ord.")
    asked = appeal(actor=author, act=entry, body="Det er en konto.")
    decide(actor=administrator, appeal=asked, verdict=Verdict.OVERTURNED, sentence="Det er en konto.")
    assert ideas.additions_of(idea) == [first, second]


def test_a_colleague_was_faster(comment: Comment, moderator: Person, administrator: Person) -> None:
    first, second = held(comment), held(comment)
    holding.send_back(actor=moderator, held=first, **WHY)
    with pytest.raises(StaleVersion):
        holding.release(actor=administrator, held=second)


def test_only_what_was_seen_is_let_out(comment: Comment, citizen: Person, moderator: Person) -> None:
    seen = held(comment).mark
    edit(actor=citizen, comment=comment, body="020290-4321")
    with pytest.raises(StaleVersion):
        holding.release(actor=moderator, held=held(comment), seen=seen)


def test_residents_decide_nothing(comment: Comment, author: Person) -> None:
    for verb, more in ((holding.release, {}), (holding.send_back, WHY), (holding.turn_down, WHY)):
        with pytest.raises(Forbidden):
            verb(actor=author, held=held(comment), **more)  # type: ignore[operator]


def test_a_change_is_let_out_or_the_old_words_stand(citizen: Person, moderator: Person) -> None:
    comment = held_comment(citizen)
    edit(actor=citizen, comment=comment, body="Enig.")
    edit(actor=citizen, comment=comment, body=CPR)
    holding.turn_down(actor=moderator, held=held(comment), **WHY)
    assert comment.body == "Enig." and not comment.is_held
    edit(actor=citizen, comment=comment, body="Konto 0101901234")
    holding.release(actor=moderator, held=held(comment))
    assert comment.body == "Konto 0101901234" and comment.discussion.comment_count == 1


def test_an_addition_is_let_out_or_not(author: Person, moderator: Person) -> None:
    idea, addition = held_addition(author)
    holding.turn_down(actor=moderator, held=held(addition), **WHY)
    assert ideas.additions_of(idea) == []
    other, second = held_addition(author)
    holding.release(actor=moderator, held=held(second))
    assert ideas.additions_of(other) == [second]


def test_no_number_is_kept_beside_the_text_itself(comment: Comment, moderator: Person) -> None:
    PersonFactory()
    holding.turn_down(actor=moderator, held=held(comment), **WHY)
    for row in db.session.scalars(select(ModerationEntry)):
        assert not any("0190" in str(value) for value in vars(row).values())
    assert "0190" not in held(comment).title
