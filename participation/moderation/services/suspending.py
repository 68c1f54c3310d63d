"""Letting somebody write nothing for a while, and ending that early; by itself it ends with its last day."""

from datetime import date

from participation.accounts.models import Person
from participation.accounts.services import suspensions
from participation.extensions import lock
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.clock import end_of_day, today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.moderation import rules
from participation.moderation.events import PersonSuspended, SuspensionLifted
from participation.moderation.lifecycle import Outcome
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.moderation.queries import appeals
from participation.moderation.services.entries import write_entry
from participation.moderation.services.reports import settle_by_act

ALREADY = N_("The person may not write at present. Lift that first, or wait until it ends.")
NOT_SUSPENDED = N_("The person may write already.")
END = N_("Choose a last day after today, and at most %(days)s days ahead.")


def suspend(*, actor: Actor, person: Person, until: date, reason_code: str, sentence: str) -> ModerationEntry:
    """Stop the person's writing up to and including a day; reading, supporting and appealing go on."""
    require(actor, "moderation.suspend", person)
    lock(person)
    if not person.may_write:
        raise RuleViolation(ALREADY)
    if not rules.is_allowed_end(until, today()):
        raise RuleViolation(END, days=rules.LONGEST_SUSPENSION.days)
    person.suspended_until = end_of_day(until)
    suspensions.remember(person=person)
    entry = write_entry(
        actor=actor,
        act=ModerationAct.SUSPEND,
        subject=person,
        reason_code=reason_code,
        sentence=sentence,
        until=person.suspended_until,
    )
    publish(PersonSuspended(actor=actor, entry=entry, person_id=person.id))
    settle_by_act(actor=actor, subject=person, outcome=Outcome.SUSPENDED, entry=entry)
    return entry


def follow(*, person: Person, former: Person) -> None:
    """Write the decision again, about a new account with the same address: it is told, and can appeal."""
    last = appeals.last_entry(ModerationAct.SUSPEND, person_id=former.id)
    if last is None:
        return
    entry = write_entry(
        actor=last.actor or SYSTEM,
        act=ModerationAct.SUSPEND,
        subject=person,
        reason_code=last.reason_code,
        sentence=last.sentence,
        until=person.suspended_until,
    )
    publish(PersonSuspended(actor=SYSTEM, entry=entry, person_id=person.id))


def lift(*, actor: Actor, person: Person, sentence: str, is_appealed: bool = False) -> ModerationEntry:
    """Let the person write again at once."""
    require(actor, "moderation.lift", person)
    lock(person)
    if person.may_write:
        raise RuleViolation(NOT_SUSPENDED)
    person.suspended_until = None
    suspensions.forget(person=person)
    last = appeals.last_entry(ModerationAct.SUSPEND, person_id=person.id)
    entry = write_entry(
        actor=actor,
        act=ModerationAct.LIFT,
        subject=person,
        reason_code=last.reason_code if last else "",
        sentence=sentence,
    )
    publish(SuspensionLifted(actor=actor, entry=entry, person_id=person.id, is_appealed=is_appealed))
    return entry
