"""From an application to an organisation that people act for."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from participation.accounts.models import Person
from participation.cases.models import CaseKind
from participation.foundation.authorization import can
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.organisations import queries
from participation.organisations.lifecycle import OrganisationKind, OrganisationStatus
from participation.organisations.models import Membership, Organisation
from participation.organisations.services import applying
from tests.organisations.conftest import TEXT


def test_an_application_waits_for_staff_and_is_nobody_elses(
    applied: Organisation, citizen: Person, author: Person
) -> None:
    assert applied.case is not None
    place = f"opgaver/foreninger/{applied.id}"
    assert (applied.case.kind, applied.case.place) == (CaseKind.ORGANISATION, place)
    assert applied.case.subject_title == "Gadefesten"
    assert queries.find_visible(citizen, applied.id) is applied
    assert queries.find_visible(author, applied.id) is None
    assert not can(citizen, "organisations.act_for", applied)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(TEXT, name=" "),
        replace(TEXT, is_adult=False),
        replace(TEXT, contact_name=""),
        replace(TEXT, kind=OrganisationKind.SOCIAL, purpose=""),
        replace(TEXT, cvr="35 25 76 92"),
        replace(TEXT, purpose="Ring til 010203-4567"),
    ],
)
def test_what_is_missing_or_wrong_is_said(citizen: Person, wrong: object) -> None:
    with pytest.raises(RuleViolation):
        applying.apply(actor=citizen, text=wrong)  # type: ignore[arg-type]


def test_a_cvr_number_is_kept_as_eight_digits(citizen: Person) -> None:
    applied = applying.apply(actor=citizen, text=replace(TEXT, cvr="35 25 76 91"))
    assert applied.cvr == "35257691"


def test_approval_lets_the_applicant_act_for_it(
    applied: Organisation, citizen: Person, moderator: Person
) -> None:
    applying.decide(actor=moderator, organisation=applied, move="approve")
    assert applied.approved_at is not None
    assert not applied.case.is_open  # type: ignore[union-attr]
    assert can(citizen, "organisations.act_for", applied)
    assert queries.acting_for(citizen.id) == [applied]


def test_asking_for_more_opens_the_case_again_when_it_is_sent_again(
    applied: Organisation, citizen: Person, moderator: Person
) -> None:
    applying.decide(actor=moderator, organisation=applied, move="return", sentence="Hvor holder I til?")
    assert (applied.sentence, applied.case.is_open) == ("Hvor holder I til?", False)  # type: ignore[union-attr]
    applying.edit(actor=citizen, organisation=applied, text=replace(TEXT, purpose="På Rønnebækhus."))
    applying.send_again(actor=citizen, organisation=applied)
    assert applied.status is OrganisationStatus.APPLIED
    assert applied.case.is_open  # type: ignore[union-attr]


@pytest.mark.parametrize("move", ["return", "refuse"])
def test_no_without_a_sentence(applied: Organisation, moderator: Person, move: str) -> None:
    with pytest.raises(RuleViolation):
        applying.decide(actor=moderator, organisation=applied, move=move, sentence=" ")


def test_two_colleagues_decide_once(applied: Organisation, moderator: Person, administrator: Person) -> None:
    applying.decide(actor=moderator, organisation=applied, move="approve")
    with pytest.raises(StaleVersion):
        applying.decide(actor=administrator, organisation=applied, move="refuse", sentence="Nej.")


def test_nobody_decides_about_their_own(
    organisation: Organisation, belonging_as: Callable[[Person, str], Membership], moderator: Person
) -> None:
    belonging_as(moderator, "member")
    organisation.status, organisation.approved_at = OrganisationStatus.APPLIED, None
    with pytest.raises(Forbidden):
        applying.decide(actor=moderator, organisation=organisation, move="approve")


def test_the_name_that_was_approved_stays(organisation: Organisation, citizen: Person) -> None:
    wanted = replace(TEXT, name="Vallensbæk Kommune", purpose="Vi laver mad.")
    applying.edit(actor=citizen, organisation=organisation, text=wanted)
    assert (organisation.name, organisation.purpose) == ("Foreningen Gryden", "Vi laver mad.")


def test_nobody_acts_for_what_is_closed(organisation: Organisation, citizen: Person) -> None:
    applying.archive(actor=citizen, organisation=organisation)
    assert not can(citizen, "organisations.act_for", organisation)
    assert queries.acting_for(citizen.id) == []


def test_words_that_would_be_held_are_refused(organisation: Organisation, citizen: Person) -> None:
    text = replace(TEXT, purpose="Vi dyrker ærter.")
    applying.edit(actor=citizen, organisation=organisation, text=text)
    citizen.posts_held_at = now()
    with pytest.raises(RuleViolation, match="Somebody has to look"):
        applying.edit(actor=citizen, organisation=organisation, text=replace(text, purpose="Noget helt nyt."))
    applying.edit(actor=citizen, organisation=organisation, text=replace(text, contact_phone="12 34 56 78"))
    assert organisation.contact_phone == "12 34 56 78"
