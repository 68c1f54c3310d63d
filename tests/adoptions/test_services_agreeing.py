"""The agreement: versions, confirmations of both sides, and the warning before it ends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.adoptions import queries
from participation.adoptions.models import Agreement
from participation.adoptions.services import agreeing
from participation.adoptions.services.agreeing import AgreementText
from participation.cases.models import CaseKind
from participation.extensions import db
from participation.foundation.clock import at, now, today
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.organisations.models import Organisation
from participation.projects.models import Project
from participation.projects.services.moves import Words, move
from tests.factories.organisations import MembershipFactory
from tests.factories.projects import ProjectFactory

TEXT = AgreementText(
    contact="Park og Vej", provides="Jord og vand.", insurance="Egen.", ends_on=today() + timedelta(days=100)
)


@pytest.fixture
def project(gryden: Organisation) -> Project:
    return ProjectFactory(organisation_id=gryden.id)


@pytest.fixture
def agreement(moderator: Person, project: Project) -> Agreement:
    return agreeing.write(actor=moderator, project=project, text=TEXT)


def confirm(agreement: Agreement, moderator: Person, citizen: Person) -> None:
    agreeing.confirm_for_municipality(actor=moderator, agreement=agreement)
    agreeing.confirm_for_organisation(actor=citizen, agreement=agreement)


def test_it_counts_when_both_have_confirmed(agreement: Agreement, moderator: Person, citizen: Person) -> None:
    agreeing.confirm_for_organisation(actor=citizen, agreement=agreement)
    assert queries.in_force(agreement.project) is None
    agreeing.confirm_for_municipality(actor=moderator, agreement=agreement)
    assert queries.in_force(agreement.project) == agreement
    assert (agreement.municipality_by_id, agreement.organisation_by_id) == (moderator.id, citizen.id)


def test_a_change_is_confirmed_anew_and_the_old_counts(
    agreement: Agreement, moderator: Person, citizen: Person, project: Project
) -> None:
    confirm(agreement, moderator, citizen)
    later = agreeing.write(actor=moderator, project=project, text=replace(TEXT, provides="Kun jord."), seen=1)
    assert (later.number, later.is_confirmed, queries.in_force(project)) == (2, False, agreement)
    assert agreement.provides == "Jord og vand."
    with pytest.raises(StaleVersion):
        agreeing.confirm_for_organisation(actor=citizen, agreement=agreement)
    with pytest.raises(StaleVersion):
        agreeing.write(actor=moderator, project=project, text=TEXT, seen=1)


def test_each_side_confirms_for_itself(agreement: Agreement, moderator: Person, citizen: Person) -> None:
    for actor, service in (
        (citizen, agreeing.confirm_for_municipality),
        (moderator, agreeing.confirm_for_organisation),
    ):
        with pytest.raises(Forbidden):
            service(actor=actor, agreement=agreement)
    assert agreement.project.organisation is not None
    MembershipFactory(person_id=moderator.id, organisation_id=agreement.project.organisation.id)
    db.session.expire_all()
    with pytest.raises(Forbidden):
        agreeing.confirm_for_municipality(actor=moderator, agreement=agreement)


@pytest.mark.parametrize(
    "changes",
    [{"ends_on": today()}, {"has_children": True}, {"certificates": "Til 010203-1234"}],
)
def test_what_cannot_stand_there(moderator: Person, project: Project, changes: dict[str, object]) -> None:
    with pytest.raises(RuleViolation):
        agreeing.write(actor=moderator, project=project, text=replace(TEXT, **changes))  # type: ignore[arg-type]


def test_only_about_projects_of_organisations(moderator: Person) -> None:
    with pytest.raises(Forbidden):
        agreeing.write(actor=moderator, project=ProjectFactory(), text=TEXT)


def test_staff_are_reminded_once_before_it_ends(
    agreement: Agreement, moderator: Person, citizen: Person
) -> None:
    confirm(agreement, moderator, citizen)
    agreeing.warn_of_end()
    assert agreement.case is None
    with at(now() + timedelta(days=80)):
        agreeing.warn_of_end()
        first = agreement.case
        agreeing.warn_of_end()
    assert first is not None
    assert (agreement.case, first.kind, first.is_open) == (first, CaseKind.AGREEMENT, True)


def test_a_later_agreement_ends_the_reminder(
    agreement: Agreement, moderator: Person, citizen: Person, project: Project
) -> None:
    confirm(agreement, moderator, citizen)
    with at(now() + timedelta(days=80)):
        agreeing.warn_of_end()
        longer = replace(TEXT, ends_on=today() + timedelta(days=300))
        later = agreeing.write(actor=moderator, project=project, text=longer, seen=1)
        confirm(later, moderator, citizen)
    assert agreement.case is not None
    assert agreement.case.is_open is False


def test_a_project_that_is_over_needs_no_other(
    agreement: Agreement, moderator: Person, citizen: Person, project: Project
) -> None:
    confirm(agreement, moderator, citizen)
    with at(now() + timedelta(days=80)):
        agreeing.warn_of_end()
        move(actor=citizen, project=project, name="cancel", words=Words(sentence="Ingen kom."))
    assert agreement.case is not None
    assert agreement.case.is_open is False
