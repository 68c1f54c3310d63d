"""Finding organisations."""

from sqlalchemy import select

from participation.extensions import db
from participation.organisations.models import Organisation


def approved() -> list[Organisation]:
    """The organisations that a moderator has approved, by name."""
    statement = select(Organisation).where(Organisation.approved_at.is_not(None))
    return list(db.session.scalars(statement.order_by(Organisation.name, Organisation.id)))
