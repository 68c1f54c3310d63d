"""Writing to those who have a place; the addresses stay with the outbox."""

from collections.abc import Iterable

from participation.accounts.models import Person
from participation.extensions import db
from participation.mail import services as mail
from participation.places.models import LetterToThose


def send(*, kind: str, letter: LetterToThose, people: Iterable[Person]) -> None:
    """Keep the letter, and post one mail each; `kind` names what renders it."""
    db.session.add(letter)
    db.session.flush()
    for person in people:
        context = {"letter_id": letter.id, "person_id": person.id}
        key = f"{letter.__tablename__}:{letter.id}:{person.id}"
        mail.post(kind=kind, recipient=person.email or "", language=person.language, context=context, key=key)
