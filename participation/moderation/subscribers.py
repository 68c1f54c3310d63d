"""Every act of staff, and of the system on their behalf, becomes an entry of the internal log."""

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from participation.extensions import db
from participation.foundation.events import Act, subscribe
from participation.moderation.services import log


@subscribe(Act)
def note(act: Act) -> None:
    """Residents' own acts are nobody else's business."""
    if act.is_official:
        log.note_act(act=act)


@event.listens_for(db.session, "before_commit")
def _committing(_session: Session) -> None:
    log.write_noted_acts()


@event.listens_for(db.session, "after_soft_rollback")
def _rolled_back(_session: Session, undone: SessionTransaction) -> None:
    log.forget_noted_acts(undone=undone if undone.nested else None)


@event.listens_for(db.session, "after_transaction_end")
def _ended(_session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        log.forget_noted_acts()
