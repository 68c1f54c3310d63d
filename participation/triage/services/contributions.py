"""Asking a colleague for a contribution by a link, and what comes of it."""

import secrets
from datetime import date

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import local_date, now, today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.tenancy import current_municipality_id
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.mail import services as mail
from participation.triage.events import ContributionAsked, ContributionGiven, ContributionWithdrawn
from participation.triage.models import Contribution, ContributionLink, Note
from participation.triage.queries import notes as queries
from participation.triage.rules import contributions as rules
from participation.web.sessions import keyed_hash

ASKED, REMINDED = "triage.contribution_asked", "triage.contribution_reminded"
ANOTHER = N_(
    "Somebody else has written by this link since you opened it. You see it here."
    " Put the two together, and save again."
)
OVER = N_("The deadline is over, or the question has been withdrawn.")


def ask_colleague(*, actor: Actor, idea: Idea, recipient: str, question: str, due_on: date) -> Contribution:
    """Mail a colleague a link that is good for this idea alone, until the end of `due_on`.

    The same question twice is one mail.
    """
    require(actor, "cases.work", idea.case)
    lock(idea)
    if idea.is_hidden:
        raise RuleViolation(N_("The idea is hidden, so no link to it can be sent."))
    if not rules.is_possible_day(due_on, today()):
        raise RuleViolation(
            N_("Choose a day ahead, at most %(days)s days from now."), days=rules.LONGEST_DAYS
        )
    again = queries.asked_already(idea, recipient=recipient, question=question)
    if again is not None:
        return again
    if queries.open_contributions(idea) >= rules.MOST_OPEN:
        raise RuleViolation(N_("%(most)s colleagues are being asked already."), most=rules.MOST_OPEN)
    asked = Contribution(
        idea_id=idea.id, asked_by_id=actor.actor_id, recipient=recipient, question=question, due_on=due_on
    )
    db.session.add(asked)
    db.session.flush()
    _post(ASKED, asked)
    publish(ContributionAsked(actor=actor, contribution=asked, idea=idea))
    return asked


def _post(kind: str, asked: Contribution) -> None:
    mail.post(
        kind=kind,
        recipient=asked.recipient,
        language="da",
        context={"contribution_id": asked.id},
        key=f"{kind}:{asked.id}",
    )


def withdraw_contribution(*, actor: Actor, contribution: Contribution) -> None:
    """Let every link to it end at once; what was answered stays a note."""
    require(actor, "triage.work")
    contribution.withdrawn_at = contribution.withdrawn_at or now()
    db.session.flush()
    publish(ContributionWithdrawn(actor=actor, contribution=contribution, idea=contribution.idea))


def make_link(*, contribution: Contribution) -> str:
    """A token for a mail that is being written; an earlier mail's goes on working."""
    token = secrets.token_urlsafe(32)
    db.session.add(ContributionLink(token_hash=hash_of(token=token), contribution_id=contribution.id))
    db.session.flush()
    return token


def hash_of(*, token: str) -> str:
    """What is kept of a token: useless for another purpose, and in another municipality."""
    return keyed_hash(f"contribution:{current_municipality_id()}:{token}")


def give_contribution(
    *,
    actor: Actor,
    contribution: Contribution,
    body: str,
    name: str,
    department: str,
    seen: str | None = None,
) -> Note:
    """Keep the colleague's answer as a note on the case, or change it.

    RuleViolation when it is over, or somebody has written since the moment that was `seen`.
    """
    lock(contribution)
    note = queries.note_of(contribution)
    known = (note.body, contribution.name, contribution.department) if note else None
    if note is not None and known == (body, name, department):
        return note
    if not contribution.is_open or contribution.idea.case_id is None:
        raise RuleViolation(OVER)
    if note is not None and seen not in (None, note.written_at.isoformat()):
        raise RuleViolation(ANOTHER)
    contribution.name, contribution.department = name, department
    return _write(actor, contribution, note, body)


def _write(actor: Actor, contribution: Contribution, note: Note | None, body: str) -> Note:
    if note is None:
        note = Note(case_id=contribution.idea.case_id, contribution_id=contribution.id, body=body)
        db.session.add(note)
    else:
        note.body, note.changed_at = body, now()
    contribution.given_at = contribution.given_at or now()
    db.session.flush()
    publish(ContributionGiven(actor=actor, contribution=contribution))
    return note


def remind_colleagues() -> None:
    """One mail to whoever has not answered by the working day before the deadline."""
    horizon = rules.last_reminded_deadline(today())
    for asked in queries.unreminded(horizon):
        if rules.is_reminded(asked_on=local_date(asked.asked_at), due_on=asked.due_on, today=today()):
            asked.reminded_at = now()
            _post(REMINDED, asked)
