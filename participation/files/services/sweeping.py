"""Taking away what belongs to nothing, and the bytes of what is deleted for good."""

from collections.abc import Iterable

from participation.extensions import db
from participation.files import queries
from participation.files.models import StoredFile
from participation.foundation.clock import now
from participation.web import storage


def sweep() -> int:
    """Delete rows that nothing points to and bytes that no row has; how many of both.

    What is younger than a day stays: its request may not be finished.
    """
    rows = queries.abandoned(now())
    for row in rows:
        db.session.delete(row)
    db.session.flush()
    known = set(queries.all_digests())
    stray = [name for name, at in storage.kept() if name not in known and not queries.is_fresh(at)]
    for name in stray:
        storage.remove(name)
    return len(rows) + len(stray)


def erase(*, files: Iterable[StoredFile]) -> None:
    """Delete for good: nobody is given them from here on, and the worker takes the bytes away."""
    for stored in files:
        stored.erased_at, stored.alternative_text, stored.name = now(), "", ""
    db.session.flush()


def remove_erased() -> None:
    """Take away the bytes of what is deleted for good, unless the same stand elsewhere by right."""
    for digest in queries.erased_digests():
        if not queries.has_living(digest):
            storage.remove(digest)
