"""The agreement: written by staff, confirmed by both sides, and what is said before it ends."""

from dataclasses import asdict, dataclass
from datetime import date

from participation.adoptions import queries
from participation.adoptions.events import (
    MUNICIPALITY,
    ORGANISATION,
    AgreementConfirmed,
    AgreementEnding,
    AgreementWritten,
)
from participation.adoptions.models import Agreement
from participation.adoptions.rules import WARNING
from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.extensions import db, lock
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.clock import end_of_day, now, today
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.personal import has_cpr
from participation.foundation.text import N_
from participation.organisations.models import Organisation
from participation.projects.models import Project

FASTER = N_("The agreement has been changed. Read it again before you confirm it.")
PAST = N_("The agreement must end on a day that is still to come.")
WITHOUT_CERTIFICATES = N_("Write who sees to the children’s certificates.")
HAS_CPR = N_("This looks like a CPR number. It must not stand here.")


@dataclass(frozen=True)
class AgreementText:
    """What the two agree about; `certificates` only where children take part."""

    contact: str
    provides: str
    insurance: str
    ends_on: date
    permits: str = ""
    has_children: bool = False
    certificates: str = ""


def write(*, actor: Actor, project: Project, text: AgreementText, seen: int = 0) -> Agreement:
    """A new version, which both sides confirm anew; `seen` is the number of the version it began from."""
    require(actor, "adoptions.write_agreement", project)
    assert actor.actor_id is not None
    _check(text)
    lock(project)
    number = max((each.number for each in queries.agreements_of(project)), default=0)
    if number != seen:
        raise StaleVersion(FASTER)
    written = Agreement(project=project, number=number + 1, written_by_id=actor.actor_id, **asdict(text))
    db.session.add(written)
    db.session.flush()
    publish(AgreementWritten(actor=actor, agreement=written, organisation=_organisation(project)))
    return written


def confirm_for_municipality(*, actor: Actor, agreement: Agreement) -> None:
    """The municipality says yes to this version."""
    require(actor, "adoptions.confirm_for_municipality", agreement)
    _require_newest(agreement)
    if agreement.municipality_at is None:
        agreement.municipality_by_id, agreement.municipality_at = actor.actor_id, now()
        _note(actor, agreement, MUNICIPALITY)


def confirm_for_organisation(*, actor: Actor, agreement: Agreement) -> None:
    """Somebody who signs for the organisation says yes to this version."""
    require(actor, "adoptions.confirm_for_organisation", agreement)
    _require_newest(agreement)
    if agreement.organisation_at is None:
        agreement.organisation_by_id, agreement.organisation_at = actor.actor_id, now()
        _note(actor, agreement, ORGANISATION)


def warn_of_end() -> None:
    """Tell both sides of agreements that end soon, and have staff look at them."""
    for agreement in queries.ending(by=today() + WARNING):
        lock(agreement)
        if agreement.warned_on is None:
            _warn(agreement)


def close_reminders(*, project: Project) -> None:
    """There is nothing to prolong: a later version counts, or the project is over."""
    for each in queries.waiting_cases(project):
        if each.case is not None:
            cases.close(case=each.case)
    db.session.flush()


def _warn(agreement: Agreement) -> None:
    agreement.warned_on = today()
    place, title = f"projekter/{agreement.project_id}/aftale", agreement.project.title
    due_at = end_of_day(agreement.ends_on)
    agreement.case = cases.open_case(kind=CaseKind.AGREEMENT, due_at=due_at, title=title, place=place)
    db.session.flush()
    organisation = _organisation(agreement.project)
    person_id = agreement.written_by_id
    publish(
        AgreementEnding(actor=SYSTEM, agreement=agreement, organisation=organisation, person_id=person_id)
    )


def _note(actor: Actor, agreement: Agreement, side: str) -> None:
    db.session.flush()
    if agreement.is_confirmed:
        close_reminders(project=agreement.project)
    publish(
        AgreementConfirmed(
            actor=actor,
            agreement=agreement,
            organisation=_organisation(agreement.project),
            side=side,
            person_id=agreement.written_by_id,
        )
    )


def _require_newest(agreement: Agreement) -> None:
    """Under the project's lock, so that nobody confirms what is being changed."""
    lock(agreement.project)
    lock(agreement)
    newest = queries.agreements_of(agreement.project)[0]
    if newest.id != agreement.id:
        raise StaleVersion(FASTER)


def _organisation(project: Project) -> Organisation:
    assert project.organisation is not None
    return project.organisation


def _check(text: AgreementText) -> None:
    words = (text.contact, text.provides, text.permits, text.insurance, text.certificates)
    rules = (
        (PAST, text.ends_on > today()),
        (WITHOUT_CERTIFICATES, not text.has_children or text.certificates.strip()),
        (HAS_CPR, not any(map(has_cpr, words))),
    )
    for message, holds in rules:
        if not holds:
            raise RuleViolation(message)
