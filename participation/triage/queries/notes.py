"""Notes on a case and contributions to an idea, for staff alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from participation.accounts.models import Person, Role
from participation.cases.models import Case
from participation.extensions import db
from participation.foundation.clock import now, today
from participation.ideas.models import Idea
from participation.triage.models import Contribution, ContributionLink, Note

A_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True)
class ShownNote:
    """A note with the name of who wrote it."""

    note: Note
    by: str


def case_of(case_id: int) -> Case | None:
    """The case with that number."""
    return db.session.scalar(select(Case).where(Case.id == case_id))


def notes_on(case_id: int) -> Sequence[ShownNote]:
    """The case's notes, the newest first; a contribution is signed by whoever gave it."""
    statement = (
        select(Note, Person.display_name)
        .outerjoin(Person, Person.id == Note.author_id)
        .options(joinedload(Note.contribution))
        .where(Note.case_id == case_id)
        .order_by(Note.created_at.desc(), Note.id.desc())
    )
    return [ShownNote(note, name or "") for note, name in db.session.execute(statement)]


def just_noted(case: Case, *, author_id: int | None, body: str) -> Note | None:
    """The same words by the same person a moment ago, as a double click sends them."""
    same = (Note.case_id == case.id, Note.author_id == author_id, Note.body == body)
    return db.session.scalar(select(Note).where(*same, Note.created_at > now() - A_MOMENT))


def note(note_id: int) -> Note | None:
    """One note."""
    return db.session.scalar(select(Note).where(Note.id == note_id))


def contributions_to(idea: Idea) -> list[Contribution]:
    """What colleagues have been asked about the idea, the latest first."""
    asked = select(Contribution).where(Contribution.idea_id == idea.id)
    return list(db.session.scalars(asked.order_by(Contribution.id.desc())))


def contribution(contribution_id: int) -> Contribution | None:
    """One contribution."""
    return db.session.scalar(select(Contribution).where(Contribution.id == contribution_id))


def asked_already(idea: Idea, *, recipient: str, question: str) -> Contribution | None:
    """The same question to the same colleague, still to be answered."""
    same = (Contribution.idea_id == idea.id, Contribution.recipient == recipient)
    unanswered = (Contribution.given_at.is_(None), Contribution.withdrawn_at.is_(None))
    asked = select(Contribution).where(*same, Contribution.question == question, *unanswered)
    return db.session.scalar(asked.where(Contribution.due_on >= today()).limit(1))


def contribution_by(token_hash: str) -> Contribution | None:
    """The contribution that a link leads to, open or not."""
    link = select(ContributionLink).where(ContributionLink.token_hash == token_hash)
    found = db.session.scalar(link.options(joinedload(ContributionLink.contribution)))
    return found.contribution if found else None


def note_of(asked: Contribution) -> Note | None:
    """What the colleague has answered so far."""
    return db.session.scalar(select(Note).where(Note.contribution_id == asked.id))


def open_contributions(idea: Idea) -> int:
    """How many colleagues can still answer about the idea."""
    still = (Contribution.withdrawn_at.is_(None), Contribution.due_on >= today())
    return db.session.scalar(select(func.count()).where(Contribution.idea_id == idea.id, *still)) or 0


def unreminded(until: date) -> list[Contribution]:
    """Whoever has neither answered nor been reminded, with a deadline from today to that day."""
    statement = select(Contribution).where(
        Contribution.due_on >= today(),
        Contribution.due_on <= until,
        Contribution.given_at.is_(None),
        Contribution.reminded_at.is_(None),
        Contribution.withdrawn_at.is_(None),
    )
    return list(db.session.scalars(statement.order_by(Contribution.id)))


def staff_concerned(contribution_id: int | None) -> Select[int]:
    """The ids of who asked and of the case's owner, as long as they are on staff."""
    asked = select(Contribution.asked_by_id).where(Contribution.id == contribution_id)
    owner = (
        select(Case.owner_id)
        .join(Idea, Idea.case_id == Case.id)
        .join(Contribution, Contribution.idea_id == Idea.id)
        .where(Contribution.id == contribution_id)
    )
    either = or_(Person.id.in_(asked), Person.id.in_(owner))
    return select(Person.id).where(Person.role != Role.CITIZEN, either)


def asker_of(asked: Contribution) -> str:
    """The name of who asked; empty when the account is closed."""
    name = select(Person.display_name).where(Person.id == asked.asked_by_id, Person.closed_at.is_(None))
    return db.session.scalar(name) or ""
