"""Lists are declared: which filters, which sorts; paging is by opaque cursors in both directions.

Unknown input is ignored. Every sort ends in the id, and its columns are NOT NULL, so that a cursor
finds its place by an index and the last page costs what the first does.
"""

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from participation.foundation.numbers import LARGEST_ID

Row = TypeVar("Row")
PAGE_SIZE = 20
COUNT_LIMIT = 1000
# NUL, and half a character as JSON can spell it and UTF-8 cannot.
UNSOUND = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Sort:
    """One order: a NOT NULL column and a direction; the id breaks ties in the same direction."""

    label: str
    column: InstrumentedAttribute[Any]
    is_descending: bool = True


@dataclass(frozen=True)
class Filter:
    """One filter: turns the text from the address into a condition, or None when it makes no sense."""

    condition: Callable[[str], ColumnElement[bool] | None]


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of rows, its cursors, and what was asked for."""

    rows: list[Row]
    total: int
    is_total_exact: bool
    next_cursor: str | None
    previous_cursor: str | None
    sort: str
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """A declared list: `sorts` in order of display, the first is the default."""

    identity: InstrumentedAttribute[int]
    filters: Mapping[str, Filter]
    sorts: Mapping[str, Sort]

    def page(
        self,
        session: Session,
        statement: Select[Any],
        arguments: Mapping[str, str],
        *,
        size: int = PAGE_SIZE,
        total: int | None = None,
    ) -> Page[Row]:
        """Filter, sort and cut `statement` as the address asks; two statements, whatever the page.

        One statement where the page's `total` is known, or is not shown.
        """
        chosen, conditions = self._conditions(arguments)
        statement = statement.where(*conditions)
        name = self._sort_of(arguments)
        total = self._count(session, statement) if total is None else total
        before, cursor = _decode(arguments.get("cursor", ""), name, self.sorts[name].column.type.python_type)
        rows = list(session.scalars(self._cut(statement, self.sorts[name], cursor, before, size + 1)))
        return self._assemble(rows, size, name, before, cursor is not None, total, chosen)

    def narrowed(self, statement: Select[Any], arguments: Mapping[str, str]) -> Select[Any]:
        """The statement with the address's filters, whole: neither sorted nor cut."""
        return statement.where(*self._conditions(arguments)[1])

    def whole(
        self, statement: Select[Any], arguments: Mapping[str, str]
    ) -> tuple[Select[Any], dict[str, str]]:
        """All that the address asks for, in its order and uncut, and the filters that made sense."""
        chosen, conditions = self._conditions(arguments)
        sort = self.sorts[self._sort_of(arguments)]
        return self._cut(statement.where(*conditions), sort, None, False, None), chosen

    def _sort_of(self, arguments: Mapping[str, str]) -> str:
        name = arguments.get("sort", "")
        return name if name in self.sorts else next(iter(self.sorts))

    def _conditions(self, arguments: Mapping[str, str]) -> tuple[dict[str, str], list[ColumnElement[bool]]]:
        chosen: dict[str, str] = {}
        conditions: list[ColumnElement[bool]] = []
        for name, declared in self.filters.items():
            value = arguments.get(name, "").strip()
            condition = declared.condition(value) if value and _fits(value) else None
            if condition is not None:
                chosen[name] = value
                conditions.append(condition)
        return chosen, conditions

    def _count(self, session: Session, statement: Select[Any]) -> int:
        limited = statement.with_only_columns(self.identity).order_by(None).limit(COUNT_LIMIT + 1).subquery()
        return session.scalar(select(func.count()).select_from(limited)) or 0

    def _cut(
        self,
        statement: Select[Any],
        sort: Sort,
        cursor: tuple[Any, int] | None,
        before: bool,
        limit: int | None,
    ) -> Select[Any]:
        descending = sort.is_descending != before
        if cursor is not None:
            value, last_id = cursor
            here = tuple_(sort.column, self.identity)
            place = tuple_(literal(value, sort.column.type), literal(last_id))
            statement = statement.where(here < place if descending else here > place)
        order = [sort.column.desc(), self.identity.desc()] if descending else [sort.column, self.identity]
        return statement.order_by(None).order_by(*order).limit(limit)

    def _assemble(
        self,
        rows: list[Row],
        size: int,
        name: str,
        before: bool,
        is_inside: bool,
        total: int,
        chosen: dict[str, str],
    ) -> Page[Row]:
        has_more, rows = len(rows) > size, rows[:size]
        if before:
            rows.reverse()
        has_next = bool(rows) and (has_more or before if not before else True)
        has_previous = bool(rows) and (has_more if before else is_inside)
        return Page(
            rows=rows,
            total=min(total, COUNT_LIMIT),
            is_total_exact=total <= COUNT_LIMIT,
            next_cursor=self._encode(rows[-1], name, False) if has_next else None,
            previous_cursor=self._encode(rows[0], name, True) if has_previous else None,
            sort=name,
            filters=chosen,
        )

    def _encode(self, row: Row, name: str, before: bool) -> str:
        value = getattr(row, self.sorts[name].column.key)
        if isinstance(value, datetime):
            value = {"t": value.isoformat()}
        packed = json.dumps([name, before, value, getattr(row, self.identity.key)], separators=(",", ":"))
        return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def _decode(text: str, name: str, kind: type) -> tuple[bool, tuple[Any, int] | None]:
    """The direction and the place of a cursor; a broken or foreign one is the first page."""
    try:
        packed = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        sort, before, value, last_id = packed
        if isinstance(value, dict):
            value = datetime.fromisoformat(value["t"])
            value.astimezone(UTC)
    except (ValueError, OverflowError, TypeError, KeyError, RecursionError):
        return False, None
    is_sound = sort == name and isinstance(before, bool) and type(last_id) is int and type(value) is kind
    if not is_sound or not _fits(last_id) or not _fits(value):
        return False, None
    return before, (value, last_id)


def _fits(value: Any) -> bool:
    """Whether the databases can hold the value: eight-byte numbers, moments with a zone, sound text."""
    if isinstance(value, datetime):
        return value.tzinfo is not None
    return abs(value) <= LARGEST_ID if isinstance(value, int) else UNSOUND.search(value) is None
