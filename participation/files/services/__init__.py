"""Taking files in: the bytes are on the disk before their row is committed."""

from collections.abc import Iterable, Sequence

from participation.extensions import db, let_go, own_transaction
from participation.files.models import ALTERNATIVE_TEXT_LENGTH, FileKind, StoredFile
from participation.files.rules import documents, pictures
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.web import storage


def store_picture(*, actor: Actor, content: bytes, alternative_text: str = "") -> StoredFile:
    """A picture made anew, in two sizes; RuleViolation, in words for whoever sent it, when it is none.

    Call it before the request has written anything: making it anew takes up to a second, and nobody waits.
    What was loaded before is read again afterwards.
    """
    require(actor, "files.store")
    return store_pictures(actor=actor, contents=[content], alternative_texts=[alternative_text])[0]


def store_pictures(
    *, actor: Actor, contents: Sequence[bytes], alternative_texts: Iterable[str] = ()
) -> list[StoredFile]:
    """Several at once: all of them, or none."""
    require(actor, "files.store")
    person_id = actor.actor_id
    let_go()
    made = [pictures.made_anew(content) for content in contents]
    texts = [*alternative_texts, *[""] * len(made)]
    rows = [_picture(each, text, person_id) for each, text in zip(made, texts, strict=False)]
    db.session.add_all(rows)
    db.session.flush()
    return rows


def store_document(*, actor: Actor, content: bytes, name: str) -> StoredFile:
    """A PDF as it is, called `name` on the page and when it is taken home."""
    require(actor, "files.store")
    documents.check(content)
    row = StoredFile(
        kind=FileKind.DOCUMENT,
        media_type=documents.MEDIA_TYPE,
        digest=storage.keep(content),
        byte_size=len(content),
        name=name,
        created_by_id=actor.actor_id,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _picture(made: pictures.Picture, alternative_text: str, person_id: int | None) -> StoredFile:
    return StoredFile(
        kind=FileKind.PICTURE,
        media_type=pictures.MEDIA_TYPE,
        digest=storage.keep(made.large),
        byte_size=len(made.large),
        small_digest=storage.keep(made.small),
        small_byte_size=len(made.small),
        width=made.width,
        height=made.height,
        small_width=made.small_width,
        alternative_text=alternative_text[:ALTERNATIVE_TEXT_LENGTH],
        created_by_id=person_id,
    )


def keep_picture(*, actor: Actor, content: bytes) -> int:
    """A picture at once, in a transaction of its own: it outlives a form that is refused.

    The number of its row; what nothing points to within a day is swept away.
    """
    require(actor, "files.store")
    person_id = actor.actor_id
    let_go()
    row = _picture(pictures.made_anew(content), "", person_id)
    with own_transaction() as session:
        session.add(row)
        session.flush()
        return row.id
