"""Taking words away wherever they stand: in a row, in all that points to it, and in copies of a name.

Nothing lists the tables: whatever points to a deleted idea or comment, today or in a later version, loses
its words, but for the columns that rules/deletion keeps.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import JSON, Enum, String, select, update
from sqlalchemy.orm import Mapper

from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import Model, db
from participation.foundation.tenancy import TenantScoped
from participation.moderation.rules.deletion import CODES, KEPT, STANDING

Ids = list[int]


def erase_row(*, row: Any) -> None:
    """Empty every text of an idea or a comment and of what points to it, and its cases' titles."""
    kind = type(row)
    _empty(kind, [row.id])
    waiting: list[tuple[type[Any], Ids]] = [(kind, [row.id])]
    cases = {getattr(row, "case_id", None)}
    while waiting:
        upper, ids = waiting.pop()
        for lower, found in list(_beneath(upper, ids)):
            _empty(lower, found)
            cases |= _cases_of(lower, found)
            waiting.append((lower, found))
    titled = update(Case).where(Case.id.in_(cases - {None}))
    _execute(titled.values(subject_title=""))
    db.session.expire_all()


def erase_copies(*, name: str) -> None:
    """Empty every text that is exactly this name, wherever it was copied to."""
    for mapper in _mappers():
        for key, nothing in _words(mapper).items():
            column = getattr(mapper.class_, key)
            if isinstance(column.type, String):
                _execute(update(mapper.class_).where(column == name).values({key: nothing}))
    db.session.expire_all()


def comments_of(*, discussion_id: int | None) -> list[Comment]:
    """Every comment of a discussion."""
    return list(db.session.scalars(select(Comment).where(Comment.discussion_id == discussion_id)))


def _mappers() -> Iterable[Mapper[Any]]:
    found = (mapper for mapper in Model.registry.mappers if issubclass(mapper.class_, TenantScoped))
    return sorted(found, key=lambda mapper: mapper.class_.__tablename__)


def _beneath(upper: type[Any], ids: Ids) -> Iterator[tuple[type[Any], Ids]]:
    """The rows that point to these, table by table."""
    for mapper in _mappers():
        lower = mapper.class_
        if lower.__tablename__ in STANDING or not hasattr(lower, "id"):
            continue
        for key in _keys_to(mapper, upper.__tablename__):
            found: Ids = list(db.session.scalars(select(lower.id).where(getattr(lower, key).in_(ids))))
            if found:
                yield lower, found


def _keys_to(mapper: Mapper[Any], table: str) -> list[str]:
    constraints = mapper.class_.__table__.foreign_key_constraints
    return [
        column.key
        for constraint in constraints
        if constraint.referred_table.name == table
        for column in constraint.columns
        if column.key != "municipality_id"
    ]


def _cases_of(kind: type[Any], ids: Ids) -> set[int | None]:
    if not hasattr(kind, "case_id"):
        return set()
    return set(db.session.scalars(select(kind.case_id).where(kind.id.in_(ids))))


def _empty(kind: type[Any], ids: Ids) -> None:
    words = _words(kind.__mapper__)
    if words:
        _execute(update(kind).where(kind.id.in_(ids)).values(words))


def _words(mapper: Mapper[Any]) -> dict[str, Any]:
    """The columns in which somebody's words can stand, each with what stands there instead."""
    table = mapper.class_.__table__
    kept = CODES | KEPT.get(table.name, frozenset())
    return {
        column.key: _nothing(column)
        for column in table.columns
        if _holds_words(column) and column.key not in kept and column.computed is None
    }


def _holds_words(column: Any) -> bool:
    is_text = isinstance(column.type, String) and not isinstance(column.type, Enum)
    return is_text or isinstance(column.type, JSON)


def _nothing(column: Any) -> Any:
    if column.nullable:
        return None
    if isinstance(column.type, JSON):
        return column.default.arg(None) if column.default is not None else {}
    return ""


def _execute(statement: Any) -> None:
    db.session.execute(statement, execution_options={"synchronize_session": False})
