"""Signing in and out: rows that tie a browser's token to a person."""

from contextlib import suppress

from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from participation.accounts import queries, rules
from participation.accounts.models import Person, SignIn, SignInCode
from participation.accounts.services import codes, suspensions
from participation.extensions import db, own_transaction
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.tenancy import municipality_context
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities

LONGEST_BROWSER = 200


class AgeUnconfirmed(RuleViolation):
    """The code was right, but the person has not said to be old enough."""


class SignUpClosed(RuleViolation):
    """The code was right, but nobody new gets an account for the time being."""


def person_of_code(*, awaited: SignInCode, says_old_enough: bool) -> Person:
    """The account of a right code, opened when there is none; the code is used up.

    AgeUnconfirmed, with the code still good, when the age has to be confirmed first; SignUpClosed when
    there is no account, and none can be opened now.
    """
    person, settings = queries.by_email(awaited.email), municipalities.settings()
    if person is None and settings.is_sign_up_closed:
        raise SignUpClosed(N_("Nobody new can get an account right now."))
    least_age = settings.least_age
    is_confirmed = least_age == 0 or (person is not None and person.age_confirmed_at is not None)
    if not (is_confirmed or says_old_enough):
        raise AgeUnconfirmed(N_("Tick that you are at least %(age)s years old."), age=least_age)
    codes.use_code(awaited=awaited)
    if person is None:
        person = Person(email=awaited.email, email_key=awaited.email_key, language=awaited.language)
        db.session.add(person)
        db.session.flush()
        suspensions.recognise(person=person)
    if says_old_enough:
        person.age_confirmed_at = person.age_confirmed_at or now()
    db.session.flush()
    return person


def sign_in(*, person: Person, old_hash: str, new_hash: str, browser: str) -> None:
    """Sign the person in under the browser's new token; whoever was signed in here before is not any more."""
    db.session.execute(delete(SignIn).where(SignIn.browser_token_hash == old_hash))
    carry_over(old_hash=old_hash, new_hash=new_hash)
    db.session.add(
        SignIn(browser_token_hash=new_hash, browser=browser[:LONGEST_BROWSER], person_id=person.id)
    )
    db.session.flush()


def sign_out(*, old_hash: str, new_hash: str) -> None:
    """Sign out here; the other municipalities of the installation are another matter."""
    db.session.execute(delete(SignIn).where(SignIn.browser_token_hash == old_hash))
    carry_over(old_hash=old_hash, new_hash=new_hash)


def carry_over(*, old_hash: str, new_hash: str) -> None:
    """Let this browser's sign-ins to the other municipalities follow to its new token."""
    for municipality in municipalities.all_municipalities():
        with municipality_context(municipality.id):
            db.session.execute(
                update(SignIn)
                .where(SignIn.browser_token_hash == old_hash)
                .values(browser_token_hash=new_hash)
            )


def note_seen(*, sign_in: SignIn) -> None:
    """Remember that the person was here, to the hour, beside the request: a reading page writes nothing."""
    moment = now()
    if sign_in.last_seen_at > moment - rules.SEEN_EVERY:
        return
    seen = update(SignIn).where(SignIn.id == sign_in.id).values(last_seen_at=moment)
    # Reading goes on while the disk is full or another writer holds the database.
    with suppress(DBAPIError), own_transaction() as session:
        session.execute(seen)


def end_sign_in(*, actor: Actor, person: Person, sign_in_id: int) -> None:
    """Sign out one browser of the person's; one that is gone already is no error."""
    require(actor, "accounts.edit", person)
    db.session.execute(delete(SignIn).where(SignIn.id == sign_in_id, SignIn.person_id == person.id))


def end_other_sign_ins(*, actor: Actor, person: Person, kept_hash: str) -> None:
    """Sign out everywhere but in the browser that asks."""
    require(actor, "accounts.edit", person)
    db.session.execute(
        delete(SignIn).where(SignIn.person_id == person.id, SignIn.browser_token_hash != kept_hash)
    )


def forget_sign_ins() -> None:
    """Drop sign-ins that time has ended."""
    moment = now()
    db.session.execute(
        delete(SignIn).where(
            (SignIn.last_seen_at < moment - rules.IDLE_LIFE)
            | (SignIn.created_at < moment - rules.ABSOLUTE_LIFE)
        )
    )
