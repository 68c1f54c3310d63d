"""Finding people, the codes they wait for, and where they are signed in."""

import unicodedata
from collections.abc import Collection

from sqlalchemy import bindparam, select
from sqlalchemy.orm import contains_eager

from participation.accounts import rules
from participation.accounts.models import Person, Role, SignIn, SignInCode
from participation.extensions import db
from participation.foundation.clock import now

# Made once: every request of a signed-in person asks it.
_SIGNED_IN = (
    select(SignIn)
    .join(SignIn.person)
    .options(contains_eager(SignIn.person))
    .where(SignIn.browser_token_hash == bindparam("browser_token_hash"), Person.closed_at.is_(None))
)


def person(person_id: int) -> Person | None:
    """The open account with that number."""
    return db.session.scalar(select(Person).where(Person.id == person_id, Person.closed_at.is_(None)))


def email_key(email: str) -> str:
    """The address as it is compared: composed and case-folded."""
    return unicodedata.normalize("NFC", email.strip()).casefold()


def by_email(email: str) -> Person | None:
    """The open account with that address in this municipality."""
    return db.session.scalar(
        select(Person).where(Person.email_key == email_key(email), Person.closed_at.is_(None))
    )


def demonstration_people() -> list[Person]:
    """The accounts of the demonstration that are signed in to with one click."""
    return list(
        db.session.scalars(
            select(Person).where(Person.demo_key.is_not(None), Person.closed_at.is_(None)).order_by(Person.id)
        )
    )


def staff() -> list[Person]:
    """Moderators and administrators, by name."""
    return list(
        db.session.scalars(
            select(Person)
            .where(Person.role.in_((Role.MODERATOR, Role.ADMINISTRATOR)), Person.closed_at.is_(None))
            .order_by(Person.display_name, Person.id)
        )
    )


def member_of_staff(person_id: int) -> Person | None:
    """A moderator or administrator by number."""
    return next((person for person in staff() if person.id == person_id), None)


def administrators_locked() -> list[Person]:
    """The administrators, none of whom can lose the role elsewhere before this transaction ends."""
    statement = select(Person).where(Person.role == Role.ADMINISTRATOR, Person.closed_at.is_(None))
    return list(db.session.scalars(statement.order_by(Person.id).with_for_update()))


def sign_in_of(browser_token_hash: str) -> SignIn | None:
    """Who is signed in to this municipality from the browser that holds the token."""
    sign_in = db.session.scalar(_SIGNED_IN, {"browser_token_hash": browser_token_hash})
    return sign_in if sign_in and rules.is_alive(sign_in, now()) else None


def sign_ins_of(person: Person) -> list[SignIn]:
    """Where a person is signed in, the latest first."""
    rows = db.session.scalars(
        select(SignIn)
        .where(SignIn.person_id == person.id)
        .order_by(SignIn.last_seen_at.desc(), SignIn.id.desc())
    )
    return [row for row in rows if rules.is_alive(row, now())]


def awaited_code(browser_hash: str, purpose: str) -> SignInCode | None:
    """The newest unused code that this browser asked for."""
    return db.session.scalar(
        select(SignInCode)
        .where(
            SignInCode.browser_hash == browser_hash,
            SignInCode.purpose == purpose,
            SignInCode.used_at.is_(None),
        )
        .order_by(SignInCode.id.desc())
        .limit(1)
    )


def code_by_id(code_id: int) -> SignInCode | None:
    """A code that a mail is to be written for."""
    return db.session.scalar(select(SignInCode).where(SignInCode.id == code_id))


def names_of(person_ids: Collection[int | None]) -> dict[int | None, str]:
    """The names that people chose, by id; whoever has none is left out."""
    wanted = set(person_ids) - {None}
    if not wanted:
        return {}
    known = Person.id.in_(wanted), Person.display_name.is_not(None)
    return {
        row[0]: row[1] or ""
        for row in db.session.execute(select(Person.id, Person.display_name).where(*known))
    }
