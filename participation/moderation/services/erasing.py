"""Taking words away wherever they stand: in a row, in all that points to it, and in copies of a name.

Nothing lists the tables: whatever points to a deleted idea or comment, today or in a later version, loses
its words, but for the columns that rules/deletion keeps.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import JSON, ColumnElement, Enum, String, func, select, update
from sqlalchemy.orm import Mapper

from participation.cases.models import Case
from participation.discussions.models import Comment
from participation.extensions import Model, db
from participation.files.models import StoredFile
from participation.files.services.sweeping import erase
from participation.foundation.personal import without_cpr
from participation.foundation.tenancy import TenantScoped
from participation.foundation.text import quoted
from participation.ideas.models import Idea
from participation.moderation.rules.deletion import CODES, COPIES, KEPT, NOTHING, STANDING
from participation.projects.queries import projects_of_idea
from participation.triage.models import Note

Ids = list[int]


def erase_rows(*, kind: type[Any], ids: Ids) -> None:
    """Empty every text of these rows and of what points to them, and what their cases are called.

    However many there are, with as many statements.
    """
    whole = _whole(kind, ids)
    cases = {case_id for each, numbers in whole for case_id in _values(each, "case_id", numbers)}
    titles = {title for each, numbers in whole for title in _values(each, "title", numbers)}
    if titles:
        titles |= _values(Case, "subject_title", cases)
    erase(files=_files(whole))
    for each, numbers in whole:
        _empty(each, each.id.in_(numbers))
        _empty_numberless(each, numbers)
    _execute(update(Case).where(Case.id.in_(cases)).values(subject_title=""))
    _execute(update(Note).where(Note.case_id.in_(cases)).values(body=""))
    _erase_titles(titles)
    db.session.expire_all()


def _whole(kind: type[Any], numbers: Ids) -> list[tuple[type[Any], Ids]]:
    """The rows, and all that points to them or to what points to them."""
    whole: list[tuple[type[Any], Ids]] = [(kind, numbers)]
    for upper, ids in whole:
        whole.extend(_beneath(upper, ids))
    return whole


def _files(whole: list[tuple[type[Any], Ids]]) -> list[StoredFile]:
    """Every picture and document that these rows show."""
    numbers = {
        file_id
        for kind, ids in whole
        for key in _keys_to(kind.__mapper__, StoredFile.__tablename__)
        for file_id in _values(kind, key, ids)
    }
    return list(db.session.scalars(select(StoredFile).where(StoredFile.id.in_(numbers))))


def _erase_titles(titles: set[Any]) -> None:
    """News about cases are called like what the case was about."""
    for mapper in _mappers():
        kind = mapper.class_
        if kind.__tablename__ not in STANDING and hasattr(kind, "subject_title"):
            _execute(update(kind).where(kind.subject_title.in_(titles)).values(subject_title=""))


def erase_copies(*, name: str) -> None:
    """Empty what is exactly this name where names are copied to; others may be called the same."""
    for mapper in _mappers():
        for key, nothing in _words(mapper).items():
            if key in COPIES:
                column = getattr(mapper.class_, key)
                _execute(update(mapper.class_).where(column == name).values({key: nothing}))
    db.session.expire_all()


def erase_quoted(*, idea: Idea) -> None:
    """Take an idea's words out of the projects that came of it, which began with them."""
    body, place = without_cpr(idea.body).strip(), without_cpr(idea.place)
    for project in projects_of_idea(idea):
        project.title = NOTHING if project.title == idea.safe_title else project.title
        rest = project.description.replace(quoted(body), "").replace(body, "")
        project.description = rest.strip() or NOTHING
        project.place = "" if place.startswith(project.place.removesuffix(" …")) else project.place
    db.session.flush()


def comments_of(*, discussion_id: int | None) -> list[Comment]:
    """Every comment that was written in a discussion, wherever it stands since a merging."""
    written_in = func.coalesce(Comment.home_id, Comment.discussion_id)
    return list(db.session.scalars(select(Comment).where(written_in == discussion_id)))


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


def _values(kind: type[Any], name: str, ids: Iterable[int]) -> set[Any]:
    """What stands in a column of these rows, where the table has such a one."""
    if name not in kind.__mapper__.columns:
        return set()
    return set(db.session.scalars(select(getattr(kind, name)).where(kind.id.in_(ids)))) - {None, ""}


def _empty(kind: type[Any], condition: ColumnElement[bool]) -> None:
    words = _words(kind.__mapper__)
    if words:
        _execute(update(kind).where(condition).values(words))


def _empty_numberless(upper: type[Any], ids: Ids) -> None:
    """What has no number of its own, a support for example, and so nothing beneath it."""
    for mapper in _mappers():
        for key in _keys_to(mapper, upper.__tablename__):
            if not hasattr(mapper.class_, "id"):
                _empty(mapper.class_, getattr(mapper.class_, key).in_(ids))


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
