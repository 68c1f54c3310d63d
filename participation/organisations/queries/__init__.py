"""Finding organisations, their people, and who may act for which."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true
from sqlalchemy.orm import contains_eager, joinedload

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.listing import Filter, Listing, Sort
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities
from participation.organisations.lifecycle import ACTING, ACTIVE, AWAITED, LEADING, ROLES, MembershipRole
from participation.organisations.models import (
    Membership,
    Organisation,
    OrganisationKind,
    in_force,
)
from participation.organisations.queries.invitations import invitation as invitation
from participation.organisations.queries.invitations import invitation_by as invitation_by
from participation.organisations.queries.invitations import invitations_of as invitations_of
from participation.organisations.queries.invitations import open_invitation_to as open_invitation_to
from participation.organisations.queries.invitations import rescues_of as rescues_of

MOST_WORDS = 8
RANK = case({role: place for place, role in enumerate(ROLES)}, value=Membership.role)


def find(organisation_id: int | None) -> Organisation | None:
    """The organisation with that number, whoever asks; none for none."""
    if organisation_id is None:
        return None
    return db.session.scalar(select(Organisation).where(Organisation.id == organisation_id))


def owned_by(person_id: int) -> Select[int]:
    """The numbers of the organisations that a person answers for today."""
    return of_person(person_id, LEADING)


def is_public() -> ColumnElement[bool]:
    """The condition for everybody: it has been approved, and moderation does not hide it."""
    return and_(Organisation.approved_at.is_not(None), Organisation.hidden_at.is_(None))


def is_active() -> ColumnElement[bool]:
    """Somebody can act for it."""
    return and_(Organisation.status.in_(sorted(ACTIVE)), Organisation.hidden_at.is_(None))


def of_person(person_id: Any, roles: Iterable[MembershipRole] = tuple(ROLES)) -> Select[int]:
    """The numbers of the organisations in which the person has one of these roles today."""
    mine = (Membership.person_id == person_id, Membership.role.in_(sorted(roles)), in_force())
    return select(Membership.organisation_id).where(*mine)


def visible_to(viewer: Actor) -> Select[Organisation]:
    """The organisations that a reader may open: staff all, others what is approved or their own."""
    if viewer.is_staff:
        return select(Organisation)
    conditions = [is_public()]
    if viewer.actor_id is not None:
        conditions.append(Organisation.id.in_(of_person(viewer.actor_id)))
    return select(Organisation).where(or_(*conditions))


def find_visible(viewer: Actor, organisation_id: int) -> Organisation | None:
    """The organisation with that number, when the reader may see it."""
    return db.session.scalar(visible_to(viewer).where(Organisation.id == organisation_id))


def shows_picture(viewer: Actor, file_id: int) -> bool:
    """Whether an organisation that the reader may open has this picture."""
    shown = visible_to(viewer).where(Organisation.picture_id == file_id)
    return db.session.scalar(shown.limit(1)) is not None


def with_cvr_of(organisation: Organisation) -> list[Organisation]:
    """The others that have given the same CVR number, whoever refused or closed them apart."""
    if organisation.cvr is None:
        return []
    same = (Organisation.cvr == organisation.cvr, Organisation.id != organisation.id)
    standing = (Organisation.status.in_(sorted(ACTIVE | AWAITED)), *same)
    return list(db.session.scalars(select(Organisation).where(*standing).order_by(Organisation.id)))


def names_writers(viewer: Actor) -> bool:
    """Whether a reader is told who wrote on behalf of an organisation; staff always are."""
    return viewer.is_staff or municipalities.settings().on_behalf == "both"


def find_public(organisation_id: int) -> Organisation | None:
    """The organisation with that number, when everybody may see it."""
    wanted = (is_public(), Organisation.id == organisation_id)
    return db.session.scalar(select(Organisation).where(*wanted).options(joinedload(Organisation.picture)))


def approved() -> list[Organisation]:
    """The organisations that a moderator has approved and nobody has closed, by name."""
    statement = select(Organisation).where(is_active())
    return list(db.session.scalars(statement.order_by(Organisation.name, Organisation.id)))


def acting_for(person_id: int | None) -> list[Organisation]:
    """The organisations that the person may act for today, by name."""
    if person_id is None:
        return []
    mine = select(Organisation).where(is_active(), Organisation.id.in_(of_person(person_id, ACTING)))
    return list(db.session.scalars(mine.order_by(Organisation.name, Organisation.id)))


def acts_for_some(person_id: Any) -> ColumnElement[bool]:
    """The condition that the person may act for an organisation, or could if it were active."""
    return of_person(person_id, ACTING).exists()


def names_acting_for(person_id: int | None) -> dict[int, str]:
    """The same as a choice: their names by their numbers."""
    return {each.id: each.name for each in acting_for(person_id)}


def people_of(organisation: Organisation) -> list[Membership]:
    """Who belongs to it today, each with the person: owners first, then by name."""
    statement = _memberships().where(Membership.organisation_id == organisation.id, in_force())
    return list(db.session.scalars(statement.order_by(RANK, Person.display_name, Membership.id)))


def shown_people(organisation: Organisation) -> list[Membership]:
    """Those of them who have chosen to be shown to everybody."""
    return [each for each in people_of(organisation) if each.is_shown]


def past_people_of(organisation: Organisation) -> list[Membership]:
    """Who had which role earlier, the latest first."""
    ended = (Membership.organisation_id == organisation.id, Membership.to_day.is_not(None))
    statement = _memberships().where(*ended)
    return list(db.session.scalars(statement.order_by(Membership.to_day.desc(), Membership.id.desc())))


def _memberships() -> Select[Membership]:
    return select(Membership).join(Membership.person).options(contains_eager(Membership.person))


def membership(organisation: Organisation, membership_id: int) -> Membership | None:
    """One of the memberships that hold today."""
    mine = (Membership.organisation_id == organisation.id, Membership.id == membership_id, in_force())
    return db.session.scalar(_memberships().where(*mine))


def membership_of(organisation: Organisation, person_id: int | None) -> Membership | None:
    """The person's own, when there is one today."""
    mine = (Membership.organisation_id == organisation.id, Membership.person_id == person_id, in_force())
    return db.session.scalar(select(Membership).where(*mine))


def owners_of(organisation: Organisation) -> list[Membership]:
    """Who signs for it today, as the database has it now."""
    owning = (Membership.organisation_id == organisation.id, Membership.role.in_(sorted(LEADING)), in_force())
    return list(db.session.scalars(select(Membership).where(*owning).order_by(Membership.id)))


def mine(person_id: int | None) -> list[tuple[Organisation, Membership]]:
    """The person's organisations, applications too, with the role in each."""
    statement = select(Organisation, Membership).join(
        Membership, (Membership.organisation_id == Organisation.id) & in_force()
    )
    rows = db.session.execute(statement.where(Membership.person_id == person_id).order_by(Organisation.name))
    return [(organisation, membership) for organisation, membership in rows]


def led_alone_by(person_id: int) -> list[Organisation]:
    """The active organisations that nobody but the person signs for, by number."""
    alone = (
        select(Membership.organisation_id)
        .where(Membership.role.in_(sorted(LEADING)), in_force())
        .group_by(Membership.organisation_id)
        .having(func.count() == 1)
    )
    mine = of_person(person_id, LEADING)
    statement = select(Organisation).where(is_active(), Organisation.id.in_(alone), Organisation.id.in_(mine))
    return list(db.session.scalars(statement.order_by(Organisation.id)))


def _of_kind(text: str) -> ColumnElement[bool] | None:
    known = text in set(OrganisationKind)
    return Organisation.kind == OrganisationKind(text) if known else None


def _with_words(text: str) -> ColumnElement[bool]:
    """Each word stands in the name or in what it does."""
    said = _folded(Organisation.name + " " + Organisation.purpose)
    words = text.replace("\x00", "").casefold().split()[:MOST_WORDS]
    return and_(true(), *(said.contains(word, autoescape=True) for word in words))


def _folded(text: Any) -> Any:
    is_postgresql = db.session.get_bind().dialect.name == "postgresql"
    return func.lower(text) if is_postgresql else func.casefold(text)


ORGANISATIONS_LIST: Listing[Organisation] = Listing(
    identity=Organisation.id,
    filters={"kind": Filter(_of_kind), "q": Filter(_with_words)},
    sorts={
        "name": Sort(N_("By name"), Organisation.name, is_descending=False),
    },
)


def listed() -> Select[Organisation]:
    """The organisations of the public list: closed ones are found by what they did."""
    return select(Organisation).where(is_active())


def owners_seen(organisation: Organisation) -> list[tuple[int, date]]:
    """Who signs for it, and the day on which each was last signed in."""
    statement = select(Membership).where(
        Membership.organisation_id == organisation.id, Membership.role.in_(sorted(LEADING)), in_force()
    )
    seen = statement.join(Membership.person).with_only_columns(Person.id, Person.last_seen_on)
    return [(person_id, day) for person_id, day in db.session.execute(seen)]


def silent(*, since: date) -> list[Organisation]:
    """The active organisations none of whose owners has been signed in on or after a day."""
    heard = (
        select(Membership.organisation_id)
        .join(Membership.person)
        .where(Membership.role.in_(sorted(LEADING)), in_force(), Person.last_seen_on >= since)
    )
    statement = select(Organisation).where(is_active(), Organisation.id.not_in(heard))
    return list(db.session.scalars(statement.order_by(Organisation.id)))
