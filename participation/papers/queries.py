"""Sheets of an idea, and the people behind a code or a signature."""

import hmac
from collections.abc import Iterable

from sqlalchemy import func, select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.tenancy import current_municipality_id
from participation.ideas.models import Idea, PendingDraft
from participation.ideas.services.versions import IdeaText
from participation.papers import rules
from participation.papers.models import SheetLine, Signature, SupportSheet
from participation.votes.models import Vote
from participation.web.sessions import keyed_hash


def sheet(sheet_id: int) -> SupportSheet | None:
    """The sheet of that number."""
    return db.session.scalar(select(SupportSheet).where(SupportSheet.id == sheet_id))


def sheets_of(idea: Idea) -> list[tuple[SupportSheet, int]]:
    """The sheets that were handed in for an idea, oldest first, each with its number of lines."""
    lines = select(func.count()).where(SheetLine.sheet_id == SupportSheet.id).scalar_subquery()
    rows = select(SupportSheet, lines).where(SupportSheet.idea_id == idea.id).order_by(SupportSheet.id)
    return [(row[0], int(row[1])) for row in db.session.execute(rows)]


def lines_of(sheet: SupportSheet) -> list[tuple[int, Person]]:
    """Each line's number and person."""
    rows = (
        select(SheetLine.number, Person)
        .join(Person, Person.id == SheetLine.person_id)
        .where(SheetLine.sheet_id == sheet.id)
        .order_by(SheetLine.number)
    )
    return [(row[0], row[1]) for row in db.session.execute(rows)]


def entered_with(form: PendingDraft | None, text: IdeaText) -> Idea | None:
    """The idea that a form has become when it is sent again with the same text."""
    if form is None or form.idea_id is None:
        return None
    idea = db.session.scalar(select(Idea).where(Idea.id == form.idea_id))
    return idea if idea is not None and IdeaText.of(idea) == text else None


def paper_person(person_id: int) -> Person | None:
    """Somebody who wrote by hand and has not been claimed."""
    unclaimed = (Person.id == person_id, Person.is_paper.is_(True), Person.closed_at.is_(None))
    return db.session.scalar(select(Person).where(*unclaimed))


def signers(fingerprints: Iterable[str]) -> dict[str, int]:
    """The people behind the signatures that are known, by fingerprint."""
    statement = select(Signature).where(Signature.fingerprint.in_(list(fingerprints)))
    return {row.fingerprint: row.person_id for row in db.session.scalars(statement)}


def only_on(sheet: SupportSheet) -> list[int]:
    """The people, still without an account, who stand on this sheet and on no other valid one of the idea."""
    other = (
        select(SheetLine.person_id)
        .join(SupportSheet, SupportSheet.id == SheetLine.sheet_id)
        .where(
            SupportSheet.idea_id == sheet.idea_id,
            SupportSheet.id != sheet.id,
            SupportSheet.invalidated_at.is_(None),
        )
    )
    statement = (
        select(Person.id)
        .join(SheetLine, SheetLine.person_id == Person.id)
        .where(SheetLine.sheet_id == sheet.id, Person.is_paper.is_(True), Person.closed_at.is_(None))
        .where(Person.id.not_in(other))
    )
    return list(db.session.scalars(statement.distinct().order_by(Person.id)))


def ideas_by(person: Person) -> list[Idea]:
    """What a person has proposed."""
    return list(db.session.scalars(select(Idea).where(Idea.author_id == person.id).order_by(Idea.id)))


def ideas_supported_by(person: Person) -> list[Idea]:
    """The ideas that a person's support counts for."""
    voted = select(Vote.idea_id).where(Vote.person_id == person.id, Vote.invalidated_at.is_(None))
    return list(db.session.scalars(select(Idea).where(Idea.id.in_(voted)).order_by(Idea.id)))


def code_of(person: Person) -> str:
    """The code to print for a person: reckoned anew each time, and stored nowhere."""
    return rules.written(person.id, _secret(person.id))


def person_of(code: str) -> Person | None:
    """Whose code it is; None when it is wrong, or has been used."""
    parts = rules.read(code)
    if parts is None or not hmac.compare_digest(parts[1], _secret(parts[0])):
        return None
    return paper_person(parts[0])


def _secret(person_id: int) -> str:
    return rules.secret_of(keyed_hash(f"paper-claim:{current_municipality_id()}:{person_id}"))


def fingerprint(line: str) -> str:
    """What is kept of a name and an address: nothing that can be read, in each municipality another."""
    return keyed_hash(f"paper-signature:{current_municipality_id()}:{rules.comparable(line)}")
