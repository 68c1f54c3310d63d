"""From an application to an organisation that people act for, and to its end."""

from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.cases.services.words import check_words
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, require
from participation.foundation.calendar import add_working_days
from participation.foundation.clock import end_of_day, now, today
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities
from participation.organisations.events import (
    ApplicationDecided,
    ApplicationRecalled,
    OrganisationApplied,
    OrganisationArchived,
    OrganisationChanged,
)
from participation.organisations.lifecycle import ORGANISATIONS, MembershipRole
from participation.organisations.models import Membership, Organisation
from participation.organisations.services.texts import OrganisationText

FASTER = N_("Somebody was faster: it is “%(status)s” now. Look at it again.")
WITHOUT_SENTENCE = N_("Write a sentence about why.")


def apply(*, actor: Actor, text: OrganisationText) -> Organisation:
    """Ask for a place here; whoever asks signs for it."""
    require(actor, "organisations.apply")
    assert actor.actor_id is not None
    organisation = Organisation(applicant_id=actor.actor_id)
    text.put_into(organisation)
    db.session.add(organisation)
    db.session.flush()
    owner = Membership(
        organisation_id=organisation.id, person_id=actor.actor_id, role=MembershipRole.OWNER, is_shown=False
    )
    db.session.add(owner)
    await_decision(organisation=organisation)
    db.session.expire(organisation, ["memberships"])
    publish(OrganisationApplied(actor=actor, organisation=organisation, person_id=actor.actor_id))
    return organisation


def await_decision(*, organisation: Organisation) -> None:
    """Have staff look at it by the promise for new ideas."""
    days = municipalities.settings().review_working_days
    due_at = end_of_day(add_working_days(today(), days))
    if organisation.case is None:
        place = f"opgaver/foreninger/{organisation.id}"
        title = organisation.name
        opened = cases.open_case(kind=CaseKind.ORGANISATION, due_at=due_at, title=title, place=place)
        organisation.case = opened
    else:
        organisation.case.subject_title = organisation.name
        cases.reopen(case=organisation.case, kind=CaseKind.ORGANISATION, due_at=due_at)
    db.session.flush()


def edit(*, actor: Actor, organisation: Organisation, text: OrganisationText) -> None:
    """Change what it says; what it is called, once approved, is the municipality's to change."""
    require(actor, "organisations.edit", organisation)
    lock(organisation)
    if organisation.is_active and not can(actor, "organisations.rename", organisation):
        text = OrganisationText(
            **{
                **vars(text),
                "name": organisation.name,
                "kind": organisation.kind,
                "cvr": organisation.cvr,
                "is_adult": True,
            }
        )
    if organisation.is_active:
        new = {text.purpose, text.contact_name} - {organisation.purpose, organisation.contact_name}
        check_words(actor=actor, texts=new)
    text.put_into(organisation)
    if organisation.case is not None:
        organisation.case.subject_title = organisation.name
    db.session.flush()
    publish(OrganisationChanged(actor=actor, organisation=organisation))


def send_again(*, actor: Actor, organisation: Organisation) -> None:
    """After a moderator asked for more."""
    require(actor, "organisations.send_again", organisation)
    _move(organisation, "send_again")
    await_decision(organisation=organisation)
    assert actor.actor_id is not None
    publish(OrganisationApplied(actor=actor, organisation=organisation, person_id=actor.actor_id))


def recall(*, actor: Actor, organisation: Organisation) -> None:
    """Take the application back."""
    require(actor, "organisations.recall", organisation)
    _move(organisation, "recall")
    _close_case(organisation)
    publish(ApplicationRecalled(actor=actor, organisation=organisation))


def decide(*, actor: Actor, organisation: Organisation, move: str, sentence: str = "") -> None:
    """Approve, ask for more, or refuse; the two last with a sentence to who applied."""
    require(actor, "organisations.decide", organisation)
    if "sentence" in ORGANISATIONS.move(move).needs and not sentence.strip():
        raise RuleViolation(WITHOUT_SENTENCE)
    _move(organisation, move)
    organisation.sentence = sentence.strip()
    _close_case(organisation)
    assert organisation.applicant_id is not None
    decided = ApplicationDecided(
        actor=actor, organisation=organisation, move=move, person_id=organisation.applicant_id
    )
    publish(decided)


def archive(*, actor: Actor, organisation: Organisation) -> None:
    """Close it: nobody acts for it any more, and all that it did stays."""
    require(actor, "organisations.archive", organisation)
    _move(organisation, "archive")
    organisation.archived_at = now()
    _close_case(organisation)
    publish(OrganisationArchived(actor=actor, organisation=organisation))


def _move(organisation: Organisation, name: str) -> None:
    """The only writer of the status."""
    move = ORGANISATIONS.move(name)
    lock(organisation)
    if organisation.status not in move.sources:
        raise StaleVersion(FASTER, status=organisation.meaning.label)
    organisation.status = move.leads_to()
    if organisation.meaning.is_public:
        organisation.approved_at = organisation.approved_at or now()
    db.session.flush()


def _close_case(organisation: Organisation) -> None:
    if organisation.case is not None:
        cases.close(case=organisation.case)
    db.session.flush()
