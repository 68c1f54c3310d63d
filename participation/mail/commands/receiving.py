"""Mails that come in: by `flask mail receive` from a mail server, or from a Maildir."""

import logging
import os
from pathlib import Path

from flask import current_app

from participation.extensions import db
from participation.foundation.errors import RuleViolation
from participation.foundation.tenancy import current_municipality_id, municipality_context
from participation.mail.rules import incoming
from participation.web import worker
from participation.web.letters import desk
from participation.web.places import everywhere
from participation.web.replies import RECEIVERS, ReplyAddress, read_reply_address
from participation.web.words import gettext

LANGUAGES = ("da", "en")
log = logging.getLogger("participation.mail")


def receive(content: bytes, recipient: str = "") -> bool:
    """Take one mail to where its address belongs; False when it is not addressed to anything of ours.

    A mail that is not ours is dropped without an answer: whoever wrote it may not be who it says.
    """
    read = incoming.read(content, recipient=recipient)
    wanted = address_of(read)
    if wanted is None or wanted.municipality_id not in {each.municipality_id for each in everywhere()}:
        log.info("a mail came in that is addressed to nothing of ours")
        return False
    with municipality_context(wanted.municipality_id):
        _take(wanted, incoming.read(content, markers=_markers(), recipient=recipient))
    return True


def address_of(read: incoming.Incoming) -> ReplyAddress | None:
    """The first of its recipients that is an address of ours."""
    found = (read_reply_address(each) for each in read.recipients)
    return next((each for each in found if each and each.purpose in RECEIVERS), None)


def empty_maildir() -> None:
    """Take the present municipality's mails out of the Maildir; what is nobody's is put aside."""
    folder = current_app.config["SETTINGS"].incoming_maildir
    if folder is None:
        return
    for path in sorted((folder / "new").glob("*")):
        try:
            _take_file(path, folder)
        except Exception as error:
            # One mail that cannot be read does not hold up the next; it stays to be looked at.
            db.session.rollback()
            worker.report(f"taking mail {path.name}", error)
            _put_aside(path, folder, flags="F")


def _take_file(path: Path, folder: Path) -> None:
    content = path.read_bytes()
    wanted = address_of(incoming.read(content))
    if wanted is None:
        _put_aside(path, folder, flags="T")
    elif wanted.municipality_id == current_municipality_id():
        _take(wanted, incoming.read(content, markers=_markers()))
        path.unlink(missing_ok=True)


def _put_aside(path: Path, folder: Path, *, flags: str) -> None:
    """Where a mail program finds it as read: flagged when we could not take it, trashed when not ours."""
    (folder / "cur").mkdir(exist_ok=True)
    try:
        os.replace(path, folder / "cur" / f"{path.name.partition(':')[0]}:2,{flags}S")
    except FileNotFoundError:
        return


def _take(wanted: ReplyAddress, read: incoming.Incoming) -> None:
    """In one transaction: the mail counts as taken exactly when what came of it is stored."""
    try:
        RECEIVERS[wanted.purpose](wanted.numbers, read)
        db.session.commit()
    except RuleViolation:
        db.session.rollback()


def _markers() -> tuple[str, ...]:
    """The line that our mails ask people to write above, in each of their languages."""
    found = []
    for language in LANGUAGES:
        with desk(language):
            found.append(gettext(incoming.CUT_HERE))
    return tuple(found)
