"""Finding organisations."""

from sqlalchemy import select

from participation.extensions import db
from participation.organisations.models import Organisation


def find(organisation_id: int | None) -> Organisation | None:
    """The organisation with that number; none for none."""
    if organisation_id is None:
        return None
    return db.session.scalar(select(Organisation).where(Organisation.id == organisation_id))
