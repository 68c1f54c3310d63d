"""Entering a sheet of supports line by line, and setting a whole sheet aside; nothing is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import update

from participation.accounts.models import Person
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now, today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.ideas.queries.merging import where_it_lives
from participation.papers import queries, rules
from participation.papers.events import SheetEntered, SheetInvalidated
from participation.papers.models import SheetLine, Signature, SupportSheet
from participation.papers.queries import fingerprint
from participation.papers.services.entering import NOT_THEN
from participation.votes.models import Vote
from participation.votes.services import support

NO_LINES = N_("Write at least one line, or how many there are.")
TOO_MANY = N_("A sheet has %(most)s lines at most. Enter the rest as another sheet.")
ANOTHER = N_(
    "A sheet has been entered since you opened the page. You see it in the list."
    " If yours is another one, count it now."
)
NO_ADDRESS = N_("Write name and address with its number. These lines lack it: %(lines)s")


@dataclass(frozen=True)
class Sheet:
    """What stands on a sheet: lines with name and address, and how many more that nobody can compare."""

    received_on: date
    lines: Sequence[str]
    others: int = 0
    label: str = ""


def enter_sheet(
    *, actor: Actor, idea: Idea, sheet: Sheet, seen_sheets: int | None = None
) -> tuple[SupportSheet, int]:
    """Count each person once, also across sheets; how many of them count anew.

    RuleViolation when there are other sheets than the `seen_sheets` in the list, as after a double click.
    """
    require(actor, "papers.enter_sheet", idea)
    assert actor.actor_id is not None
    _check(sheet)
    lock(idea)
    if seen_sheets not in (None, len(queries.sheets_of(idea))):
        raise RuleViolation(ANOTHER)
    kept = SupportSheet(
        idea_id=idea.id, label=sheet.label, received_on=sheet.received_on, entered_by_id=actor.actor_id
    )
    db.session.add(kept)
    db.session.flush()
    counted = 0
    for number, person in enumerate(_people(sheet), start=1):
        db.session.add(SheetLine(sheet_id=kept.id, number=number, person_id=person.id))
        counted += support(actor=person, idea=idea)
    publish(
        SheetEntered(
            actor=actor, sheet=kept, idea=idea, lines=len(sheet.lines) + sheet.others, counted=counted
        )
    )
    return kept, counted


def _check(sheet: Sheet) -> None:
    if not rules.is_receivable(sheet.received_on, today()):
        raise RuleViolation(NOT_THEN)
    if not 0 < len(sheet.lines) + sheet.others <= rules.MOST_LINES:
        raise RuleViolation(TOO_MANY if sheet.lines or sheet.others else NO_LINES, most=rules.MOST_LINES)
    if wanting := rules.without_address(sheet.lines):
        raise RuleViolation(NO_ADDRESS, lines=", ".join(map(str, wanting)))


def _people(sheet: Sheet) -> list[Person]:
    """A row for each person: the one known by the same signature, or a new one."""
    marks = [fingerprint(line) for line in sheet.lines]
    known = queries.signers(marks)
    people = []
    for mark in marks:
        person = db.session.get(Person, known[mark]) if mark in known else None
        if person is None:
            person = _new_person()
            known[mark] = person.id
            db.session.add(Signature(fingerprint=mark, person_id=person.id))
        people.append(person)
    return people + [_new_person() for _ in range(sheet.others)]


def _new_person() -> Person:
    person = Person(is_paper=True)
    db.session.add(person)
    db.session.flush()
    return person


def invalidate_sheet(*, actor: Actor, sheet: SupportSheet, idea: Idea, reason: str) -> int:
    """Let a whole sheet count no more; who stands on another one, or has claimed a line, still counts."""
    require(actor, "papers.invalidate", sheet)
    place = where_it_lives(idea)
    lock(place)
    sheet.invalidated_at, sheet.invalidated_by_id, sheet.invalidated_reason = now(), actor.actor_id, reason
    gone = set_aside(idea=place, person_ids=queries.only_on(sheet), actor=actor, reason=reason)
    publish(SheetInvalidated(actor=actor, sheet=sheet, supports=gone))
    return gone


def set_aside(*, idea: Idea, person_ids: Sequence[int], actor: Actor, reason: str) -> int:
    """Let these people's support for a locked idea count no more, and the counter follow; how many did."""
    counting = (Vote.idea_id == idea.id, Vote.person_id.in_(person_ids), Vote.invalidated_at.is_(None))
    values = {"invalidated_at": now(), "invalidated_by_id": actor.actor_id, "invalidated_reason": reason}
    quietly = {"synchronize_session": False}
    statement = update(Vote).where(*counting).values(values).returning(Vote.person_id)
    gone = len(db.session.execute(statement, execution_options=quietly).all())
    fewer = update(Idea).where(Idea.id == idea.id).values(support_count=Idea.support_count - gone)
    db.session.execute(fewer, execution_options=quietly)
    db.session.refresh(idea, ["support_count"])
    return gone
