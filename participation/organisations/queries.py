"""Finding organisations."""

from sqlalchemy import select

from participation.extensions import db
from participation.organisations.models import Organisation


def find(organisation_id: int | None) -> Organisation | None:
    """The organisation with that number; none for none."""
    if organisation_id is None:
        return None
    return db.session.scalar(select(Organisation).where(Organisation.id == organisation_id))


def approved() -> list[Organisation]:
    """The organisations that a moderator has approved, by name."""
    statement = select(Organisation).where(Organisation.approved_at.is_not(None))
    return list(db.session.scalars(statement.order_by(Organisation.name, Organisation.id)))
