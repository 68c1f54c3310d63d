"""Roles with dates, removing and leaving; never without an owner."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from participation.accounts.models import Person
from participation.accounts.services.profile import close_account, obstacles_to_closing
from participation.extensions import db
from participation.foundation.authorization import can
from participation.foundation.clock import today
from participation.foundation.errors import Forbidden, RuleViolation
from participation.organisations import queries
from participation.organisations.lifecycle import MembershipRole, OrganisationStatus
from participation.organisations.models import Membership, Organisation
from participation.organisations.services import applying, belonging
from participation.organisations.services.belonging import LAST

Join = Callable[[Person, str], Membership]


def test_another_role_is_another_row_with_its_dates(
    organisation: Organisation, belonging_as: Join, citizen: Person, author: Person
) -> None:
    before = belonging_as(author, "member")
    before.from_day = today() - timedelta(days=9)
    given = belonging.change_role(
        actor=citizen, organisation=organisation, membership=before, role=MembershipRole.EDITOR
    )
    assert (before.to_day, given.from_day, given.to_day) == (today(), today(), None)
    assert queries.past_people_of(organisation) == [before]
    assert can(author, "organisations.act_for", organisation)


def test_removal_holds_at_once(
    organisation: Organisation, belonging_as: Join, citizen: Person, author: Person
) -> None:
    membership = belonging_as(author, "editor")
    belonging.remove(actor=citizen, organisation=organisation, membership=membership)
    assert not can(author, "organisations.act_for", organisation)
    assert queries.acting_for(author.id) == []


@pytest.mark.parametrize("role", ["editor", "member"])
def test_only_owners_change_who_belongs_to_it(
    organisation: Organisation, belonging_as: Join, citizen: Person, author: Person, role: str
) -> None:
    belonging_as(author, role)
    own = queries.membership_of(organisation, citizen.id)
    assert own is not None
    with pytest.raises(Forbidden):
        belonging.remove(actor=author, organisation=organisation, membership=own)
    with pytest.raises(Forbidden):
        belonging.change_role(
            actor=author, organisation=organisation, membership=own, role=MembershipRole.MEMBER
        )


def test_the_last_owner_stays(organisation: Organisation, belonging_as: Join, citizen: Person) -> None:
    own = queries.membership_of(organisation, citizen.id)
    assert own is not None
    with pytest.raises(RuleViolation, match=LAST[:20]):
        belonging.leave(actor=citizen, organisation=organisation)
    with pytest.raises(RuleViolation, match=LAST[:20]):
        belonging.change_role(
            actor=citizen, organisation=organisation, membership=own, role=MembershipRole.EDITOR
        )


def test_an_owner_leaves_when_there_is_another(
    organisation: Organisation, belonging_as: Join, citizen: Person, author: Person
) -> None:
    belonging_as(author, "owner")
    belonging.leave(actor=citizen, organisation=organisation)
    assert [each.person_id for each in queries.owners_of(organisation)] == [author.id]


def test_the_last_owners_account_is_not_closed_before_it_is_settled(
    organisation: Organisation, citizen: Person
) -> None:
    found = obstacles_to_closing(actor=citizen, person=citizen)
    assert [each.place for each in found] == [f"foreninger/{organisation.id}/giv-videre"]
    with pytest.raises(RuleViolation):
        close_account(actor=citizen, person=citizen)
    applying.archive(actor=citizen, organisation=organisation)
    close_account(actor=citizen, person=citizen)
    assert queries.people_of(organisation) == []


def test_closing_an_account_takes_an_application_back(applied: Organisation, citizen: Person) -> None:
    close_account(actor=citizen, person=citizen)
    db.session.flush()
    assert applied.status is OrganisationStatus.RECALLED
    assert not applied.case.is_open  # type: ignore[union-attr]
