"""Reporting: however many report a thing, it is one case, and nothing is hidden by itself."""

from dataclasses import dataclass

from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.discussions.models import Comment
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.mail import services as mail
from participation.moderation import rules
from participation.moderation.events import ReportMade, ReportSettled
from participation.moderation.lifecycle import Outcome
from participation.moderation.models import Matter, ModerationEntry, Report
from participation.moderation.queries import reports as queries
from participation.moderation.rules import Reportable
from participation.municipalities import queries as municipalities

OUTCOME_MAIL = "moderation.report_outcome"
ALREADY_SETTLED = N_("A colleague was faster: those who reported it have been answered.")


@dataclass(frozen=True)
class ReportText:
    """What somebody says of it; `email` is a visitor's, `place` where it was seen."""

    reason_code: str
    body: str = ""
    email: str = ""
    language: str = "da"
    place: str = ""


def report(*, actor: Actor, subject: Reportable, text: ReportText) -> Report:
    """Tell the municipality of something; a second time by the same person is the first report."""
    require(actor, "moderation.report", subject)
    lock(subject)
    matter = queries.open_matter(subject) or _open(subject)
    again = queries.same_report(matter, reporter_id=actor.actor_id, body=text.body)
    if again is not None:
        return again
    made = Report(
        matter_id=matter.id,
        reporter_id=actor.actor_id,
        email=(text.email or None) if actor.actor_id is None else None,
        language=text.language,
        reason_code=text.reason_code,
        body=text.body,
        place=text.place,
    )
    db.session.add(made)
    db.session.flush()
    publish(ReportMade(matter=matter))
    return made


def _open(subject: Reportable) -> Matter:
    due_at = rules.promise(municipalities.settings().review_working_days)
    case = cases.open_case(kind=CaseKind.REPORT, due_at=due_at, title=rules.title_of(subject))
    matter = Matter(case_id=case.id)
    setattr(matter, queries.COLUMNS[type(subject)].key, subject.id)
    db.session.add(matter)
    db.session.flush()
    case.place = f"opgaver/anmeldelser/{matter.id}"
    if isinstance(subject, Comment):
        subject.is_kept = True
    return matter


def leave(*, actor: Actor, matter: Matter, sentence: str) -> None:
    """Let the thing stand, with a sentence to those who reported it."""
    require(actor, "moderation.settle", matter)
    lock(matter)
    if matter.settled_at is not None:
        raise RuleViolation(ALREADY_SETTLED)
    matter.sentence = sentence
    _settle(actor, matter, Outcome.LEFT)


def settle_by_act(*, actor: Actor, subject: Reportable, outcome: Outcome, entry: ModerationEntry) -> None:
    """What was done to the thing answers those who reported it."""
    matter = queries.open_matter(subject)
    if matter is None:
        return
    lock(matter)
    if matter.settled_at is None:
        matter.entry_id = entry.id
        _settle(actor, matter, outcome)


def _settle(actor: Actor, matter: Matter, outcome: Outcome) -> None:
    matter.outcome, matter.settled_at, matter.settled_by_id = outcome, now(), actor.actor_id
    cases.close(case=matter.case)
    for report in matter.reports:
        _write_to_visitor(report)
    db.session.flush()
    publish(ReportSettled(actor=actor, matter=matter))


def _write_to_visitor(report: Report) -> None:
    """The address is good for this one mail, and forgotten with it."""
    if report.email is None:
        return
    mail.post(
        kind=OUTCOME_MAIL,
        recipient=report.email,
        language=report.language,
        context={"report_id": report.id},
        key=f"{OUTCOME_MAIL}:{report.id}",
    )
    report.email = None
