"""What all factories share: the test's session, flushed at once."""

from typing import Generic, TypeVar

from factory.alchemy import SQLAlchemyModelFactory

from participation.extensions import db

T = TypeVar("T")


class Factory(SQLAlchemyModelFactory, Generic[T]):  # type: ignore[misc]
    """Calling a factory gives a stored object of type T."""

    class Meta:
        abstract = True
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"
