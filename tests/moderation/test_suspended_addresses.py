"""A suspension goes on under a new account with the same address, and is forgotten when it ends."""

from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts import queries as people
from participation.accounts.models import Person, SuspendedAddress
from participation.accounts.services import suspensions
from participation.accounts.services.profile import close_account
from participation.accounts.services.sessions import person_of_code
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import at, end_of_day
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries import appeals
from participation.moderation.services.appeals import appeal
from participation.moderation.services.suspending import lift, suspend
from tests.factories.accounts import SignInCodeFactory
from tests.moderation.dates import in_days

WHY = {"reason_code": "offensive", "sentence": "Tredje gang på en uge."}


@pytest.fixture
def address(author: Person, moderator: Person) -> str:
    """What somebody signs in with who may not write for a week."""
    suspend(actor=moderator, person=author, until=in_days(7), **WHY)
    return str(author.email)


def come_back(address: str) -> Person:
    awaited = SignInCodeFactory(email=address, email_key=people.email_key(address))
    return person_of_code(awaited=awaited, says_old_enough=True)


def test_a_new_account_with_the_address_may_not_write_either(author: Person, address: str) -> None:
    close_account(actor=author, person=author)
    again = come_back(address.upper())
    assert again.id != author.id
    assert again.suspended_until == end_of_day(in_days(7))
    assert not can(again, "ideas.propose")
    close_account(actor=again, person=again)
    assert not can(come_back(address), "ideas.propose")


def test_it_is_told_why_and_can_appeal(author: Person, moderator: Person, address: str) -> None:
    close_account(actor=author, person=author)
    again = come_back(address)
    entry = appeals.last_entry(ModerationAct.SUSPEND, person_id=again.id)
    assert entry is not None
    assert (entry.reason_code, entry.sentence) == ("offensive", "Tredje gang på en uge.")
    made = appeal(actor=again, act=entry, body="Se igen.")
    assert made.case.owner_id != moderator.id


def test_another_address_and_another_day_are_free(author: Person, address: str) -> None:
    close_account(actor=author, person=author)
    assert can(come_back("en.anden@example.org"), "ideas.propose")
    with at(end_of_day(in_days(8))):
        assert can(come_back(address), "ideas.propose")


def test_who_was_let_off_is_free_under_a_new_account(author: Person, moderator: Person, address: str) -> None:
    lift(actor=moderator, person=author, sentence="Vi har talt sammen.")
    close_account(actor=author, person=author)
    assert can(come_back(address), "ideas.propose")


def test_no_address_is_kept_and_nothing_after_the_end(author: Person, address: str) -> None:
    row: Any = db.session.scalars(select(SuspendedAddress)).one()
    assert address not in {str(value) for value in vars(row).values()}
    suspensions.forget_ended()
    assert db.session.scalars(select(SuspendedAddress)).all()
    with at(end_of_day(in_days(8))):
        suspensions.forget_ended()
    assert not db.session.scalars(select(SuspendedAddress)).all()


def test_nobody_is_suspended_by_somebody_elses_sign_up(author: Person, address: str) -> None:
    come_back("en.anden@example.org")
    assert len(db.session.scalars(select(ModerationEntry)).all()) == 1
