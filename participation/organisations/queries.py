"""Finding organisations."""

from sqlalchemy import Select, or_, select

from participation.extensions import db
from participation.foundation.clock import today
from participation.organisations.models import Membership, MembershipRole, Organisation


def find(organisation_id: int | None) -> Organisation | None:
    """The organisation with that number; none for none."""
    if organisation_id is None:
        return None
    return db.session.scalar(select(Organisation).where(Organisation.id == organisation_id))


def owned_by(person_id: int) -> Select[int]:
    """The ids of the organisations that a person answers for today."""
    day = today()
    return select(Membership.organisation_id).where(
        Membership.person_id == person_id,
        Membership.role == MembershipRole.OWNER,
        Membership.from_day <= day,
        or_(Membership.to_day.is_(None), Membership.to_day >= day),
    )


def approved() -> list[Organisation]:
    """The organisations that a moderator has approved, by name."""
    statement = select(Organisation).where(Organisation.approved_at.is_not(None))
    return list(db.session.scalars(statement.order_by(Organisation.name, Organisation.id)))
