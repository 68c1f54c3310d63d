"""The declarative base and the column types shared by both databases."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Enum, Integer, MetaData, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with a time zone; SQLite loses zones, so it stores UTC and gives UTC back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def enum_type(kind: type[StrEnum]) -> Enum:
    """A column type that stores the enum's values as text, with no type of the database's own."""
    return Enum(
        kind,
        native_enum=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
        create_constraint=False,
    )


# SQLite numbers rows by itself only in an INTEGER key.
BigKey = BigInteger().with_variant(Integer(), "sqlite")
Json = JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    """Every model's base."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMING),
        type_annotation_map={
            # As wide as the keys that they point to and as the numbers that addresses may hold.
            int: BigKey,
            datetime: UtcDateTime,
            str: Text,
            dict[str, Any]: Json,
            list[Any]: Json,
            list[str]: Json,
        },
    )
    metadata = registry.metadata


def short_text(length: int) -> String:
    """Text with an upper length that both databases know."""
    return String(length)
