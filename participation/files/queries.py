"""Finding files, and asking those to whom they belong whether they are shown."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select

from participation.extensions import Model, db
from participation.files.models import StoredFile
from participation.foundation.actors import Actor
from participation.foundation.clock import now

# Between its upload and the moment that something points to it, a file has nobody.
A_DAY = timedelta(days=1)
Shows = Callable[[StoredFile, Actor], bool]
OWNERS: list[Shows] = []


def owner(shows: Shows) -> Shows:
    """Register, for a feature whose rows point to files, whether one of its rows shows a file to a viewer."""
    OWNERS.append(shows)
    return shows


def find(viewer: Actor, file_id: int) -> StoredFile | None:
    """The file, when something that the viewer may see shows it, or when the viewer has just sent it."""
    statement = select(StoredFile).where(StoredFile.id == file_id, StoredFile.erased_at.is_(None))
    stored = db.session.scalar(statement)
    if stored is None:
        return None
    is_shown = _is_own(stored, viewer) or any(shows(stored, viewer) for shows in OWNERS)
    return stored if is_shown else None


def _is_own(stored: StoredFile, viewer: Actor) -> bool:
    """Sent by the viewer a moment ago, and nothing shows it yet."""
    is_mine = viewer.actor_id is not None and stored.created_by_id == viewer.actor_id
    return is_mine and not is_used(stored)


def is_used(stored: StoredFile) -> bool:
    """Whether anything points to it."""
    return db.session.scalar(select(StoredFile.id).where(StoredFile.id == stored.id, _used())) is not None


def sent_by(actor: Actor, file_ids: list[int]) -> list[StoredFile]:
    """Those of these files that the actor has sent and that nothing shows yet, in the order asked for."""
    wanted = (StoredFile.id.in_(file_ids), StoredFile.created_by_id == actor.actor_id, ~_used())
    found = {each.id: each for each in db.session.scalars(select(StoredFile).where(*wanted))}
    return [found[number] for number in dict.fromkeys(file_ids) if number in found]


def abandoned(moment: datetime) -> list[StoredFile]:
    """What nothing points to any more, or never did within a day."""
    old = StoredFile.created_at < moment - A_DAY
    return list(db.session.scalars(select(StoredFile).where(old, ~_used())))


def has_living(digest: str) -> bool:
    """Whether a row that is not deleted for good still has these bytes."""
    bytes_ = or_(StoredFile.digest == digest, StoredFile.small_digest == digest)
    living = select(StoredFile.id).where(bytes_, StoredFile.erased_at.is_(None))
    return db.session.scalar(living.limit(1)) is not None


def all_digests() -> Iterator[str]:
    """What the bytes of every living file are called."""
    living = select(StoredFile.digest, StoredFile.small_digest).where(StoredFile.erased_at.is_(None))
    for row in db.session.execute(living):
        yield from (digest for digest in row if digest)


def erased_digests() -> set[str]:
    """What the bytes of files deleted for good were called."""
    erased = select(StoredFile.digest, StoredFile.small_digest).where(StoredFile.erased_at.is_not(None))
    return {digest for row in db.session.execute(erased) for digest in row if digest}


def _used() -> ColumnElement[bool]:
    """Some row points to it: every table with a key to the files is asked, of today and of later versions."""
    return or_(*(exists().where(column == StoredFile.id) for column in _pointers()))


def _pointers() -> Iterator[Any]:
    for mapper in Model.registry.mappers:
        for constraint in mapper.local_table.foreign_key_constraints:  # type: ignore[attr-defined]
            if constraint.referred_table.name == StoredFile.__tablename__:
                columns = (each for each in constraint.columns if each.key != "municipality_id")
                yield from (getattr(mapper.class_, column.key) for column in columns)


def is_fresh(moment: datetime) -> bool:
    """Whether bytes of that moment may belong to a request that is not finished."""
    return moment > now() - A_DAY
