"""Isolation of municipalities: one ContextVar, one criterion on every statement, composite keys.

Core tables and text() are not filtered; they stand only in `search/`. One session serves one tenant.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Table, bindparam, event
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, mapped_column, with_loader_criteria
from sqlalchemy.sql.visitors import iterate

from participation.foundation.model import BigKey

_current: ContextVar[int] = ContextVar("municipality_id")


def current_municipality_id() -> int:
    """The municipality of the request or of the piece of work; LookupError when unset."""
    return _current.get()


def is_inside_municipality() -> bool:
    """Whether a municipality is set at all; pages of the whole installation have none."""
    return _current.get(None) is not None


def enter_municipality(municipality_id: int) -> Any:
    """Set the municipality; returns the token that `leave_municipality` takes."""
    return _current.set(municipality_id)


def leave_municipality(token: Any) -> None:
    """Restore what was set before."""
    _current.reset(token)


@contextmanager
def municipality_context(municipality_id: int) -> Iterator[None]:
    """Work inside one municipality for the length of a `with` block."""
    token = _current.set(municipality_id)
    try:
        yield
    finally:
        _current.reset(token)


class TenantScoped:
    """A model whose rows each belong to exactly one municipality."""

    municipality_id: Mapped[int] = mapped_column(
        ForeignKey("municipalities.id"), default=current_municipality_id, index=False
    )


def tenant_key(column: str, target: str, *, ondelete: str | None = None) -> ForeignKeyConstraint:
    """A composite foreign key, so that the database refuses a row that points across municipalities."""
    return ForeignKeyConstraint(
        ["municipality_id", column], [f"{target}.municipality_id", f"{target}.id"], ondelete=ondelete
    )


# Made once, because it stands on every statement; the number is read at each execution.
_here = bindparam("present_municipality_id", callable_=current_municipality_id, type_=BigKey)
OWN_ROWS = with_loader_criteria(
    TenantScoped,
    lambda model: model.municipality_id == _here,
    include_aliases=True,
    track_closure_variables=False,
)


def _add_criteria(state: ORMExecuteState) -> None:
    if not (state.is_select or state.is_update or state.is_delete):
        return
    if state.is_column_load or state.is_relationship_load:
        return
    if not is_inside_municipality():
        _refuse_tenants_rows(state.statement)
        return
    state.statement = _of_own_rows(state.statement)


# A statement that is made once gets the condition once, and keeps what SQLAlchemy knows about it.
_known: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()


def _of_own_rows(statement: Any) -> Any:
    found = _known.get(statement)
    if found is None:
        found = _known[statement] = statement.options(OWN_ROWS)
    return found


def _refuse_tenants_rows(statement: Any) -> None:
    """Without a municipality only the installation's own tables may be asked: LookupError for any other."""
    for part in iterate(statement):
        if isinstance(part, Table) and "municipality_id" in part.columns:
            raise LookupError(f"{part.name} is asked for outside any municipality")


def isolate(session: Any) -> None:
    """Put the criterion on every statement of a session or scoped session."""
    target: type[Session] | Any = session
    event.listen(target, "do_orm_execute", _add_criteria)
