"""Finding people, and who is signed in from a browser."""

import unicodedata

from sqlalchemy import select

from participation.accounts.models import Person, Role, SignIn
from participation.extensions import db


def email_key(email: str) -> str:
    """The address as it is compared: composed and case-folded."""
    return unicodedata.normalize("NFC", email.strip()).casefold()


def by_email(email: str) -> Person | None:
    """The open account with that address in this municipality."""
    return db.session.scalar(
        select(Person).where(Person.email_key == email_key(email), Person.closed_at.is_(None))
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
    return db.session.scalar(
        select(SignIn)
        .join(SignIn.person)
        .where(SignIn.browser_token_hash == browser_token_hash, Person.closed_at.is_(None))
    )
